// @ts-check
// The buttons that say how well a card was known.
import { button, make } from "../ui/dom.js";
import { FORGOT, REMEMBERED } from "../card/grading.js";
import { word } from "../ui/i18n.js";

/** By how many buttons there are. @type {Record<number, number[]>} */
export const GRADES = { 2: [FORGOT, REMEMBERED], 4: [FORGOT, 2, REMEMBERED, 4] };

/**
 * @param {number} grade
 * @param {number[]} all
 */
export function gradeWord(grade, all) {
  if (all.length > 2) return word("grade_" + grade);
  return word(grade === FORGOT ? "forgot" : "remembered");
}

/**
 * @param {number} grade
 * @param {number[]} all
 */
export function overruleWord(grade, all) {
  return all.length === 2 ? word("count_" + grade) : gradeWord(grade, all);
}

/**
 * @param {number} grade
 * @param {string} text
 * @param {number} [n] its place among the keys, where it is one of the main choices
 */
export function gradeButton(grade, text, n) {
  const look = n === undefined ? "flash-quiet" : grade === REMEMBERED ? "flash-grade flash-main" : "flash-grade";
  const one = button("grade", text, look);
  one.dataset.grade = String(grade);
  if (n !== undefined) {
    const key = make("kbd", "", String(n + 1));
    key.setAttribute("aria-hidden", "true");
    one.append(key);
  }
  return one;
}
