// @ts-check
import { t } from "../ui/i18n.js";
import { dayText, numberText } from "../ui/format.js";
import { draw } from "../ui/draw.js";

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
