// @ts-check
import { make } from "./dom.js";

/** @type {Element | null | undefined} */
let region;

/** The page's one live region. It has to stand in the page, empty, before anything is said in it. */
export function liveRegion() {
  if (region?.isConnected) return region;
  region = document.querySelector(".flash-live") ?? make("div", "flash-live flash-unseen");
  region.setAttribute("role", "status");
  document.body.append(region);
  return region;
}

/**
 * A new paragraph each time, since the same text set twice is announced once.
 * @param {string} text
 */
export function announce(text) {
  liveRegion().replaceChildren(make("p", "", text));
}
