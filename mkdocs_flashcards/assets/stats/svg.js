// @ts-check
import { t } from "../ui/i18n.js";
import { dayText, numberText } from "../ui/format.js";

/**
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

/**
 * @param {number} width
 * @param {number} height
 * @param {string} text the same in words
 * @param {Node[]} content
 */
export function picture(width, height, text, content) {
  return draw("svg", { viewBox: [0, 0, width, height].join(" "), role: "img", "aria-label": text }, ...content);
}

/**
 * @param {number} x its middle
 * @param {number} y
 * @param {string} text
 */
export function label(x, y, text) {
  return draw("text", { x, y }, text);
}

/**
 * @param {number} day
 * @param {number} n
 */
export function dayNumber(day, n) {
  return t("figure_day", { day: dayText(day), n: numberText(n) });
}
