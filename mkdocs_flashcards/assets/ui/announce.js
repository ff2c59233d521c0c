// @ts-check
import { make } from "./dom.js";

/** @type {Element | null | undefined} */
let region;

/** The page's only live region. It must be in the page, empty, before the first announcement. */
export function liveRegion() {
  if (region?.isConnected) return region;
  region = document.querySelector(".flash-live") ?? make("div", "flash-live flash-unseen");
  region.setAttribute("role", "status");
  document.body.append(region);
  return region;
}

/**
 * Use a new paragraph each time, since screen readers announce the same text only once.
 * @param {string} text
 */
export function announce(text) {
  liveRegion().replaceChildren(make("p", "", text));
}
