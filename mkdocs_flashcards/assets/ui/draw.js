// @ts-check
import { make } from "./dom.js";

/**
 * A bar of several parts side by side. It is for the eye only: a text beside it says the same.
 * @param {number[]} parts how large each is
 */
export function stackedBar(parts) {
  const bar = make("span", "flash-bar", ...parts.map(() => make("span", "")));
  bar.setAttribute("aria-hidden", "true");
  setParts(bar, parts);
  return bar;
}

/**
 * @param {HTMLElement} bar
 * @param {number[]} parts
 */
export function setParts(bar, parts) {
  parts.forEach((size, n) => (/** @type {HTMLElement} */ (bar.children[n]).style.flexGrow = String(size)));
}

/**
 * An element of a drawing.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {(Node | string)[]} content
 */
export function draw(tag, attributes, ...content) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const name in attributes) element.setAttribute(name, String(attributes[name]));
  element.append(...content);
  return element;
}
