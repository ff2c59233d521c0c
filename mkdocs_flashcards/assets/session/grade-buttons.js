// @ts-check
// The buttons for grading a card.
import { button, make } from "../ui/dom.js";
import { Rating } from "../progress/rating.js";
import { t } from "../ui/i18n.js";

/** By the number of buttons. @type {Record<number, number[]>} */
export const GRADES = { 2: [Rating.AGAIN, Rating.GOOD], 4: [Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.EASY] };

/**
 * @param {number} grade
 * @param {number[]} all
 */
export function gradeWord(grade, all) {
  if (all.length > 2) return t("grade_" + grade);
  return t(grade === Rating.AGAIN ? "forgot" : "remembered");
}

/**
 * @param {number} grade
 * @param {number[]} all
 */
export function overruleWord(grade, all) {
  return all.length === 2 ? t("count_" + grade) : gradeWord(grade, all);
}

/**
 * @param {number} grade
 * @param {string} text
 * @param {number} [n] its place among the keys, where it is one of the main choices
 */
export function gradeButton(grade, text, n) {
  const look = n === undefined ? "flash-quiet" : grade === Rating.GOOD ? "flash-grade flash-main" : "flash-grade";
  const one = button("grade", text, look);
  one.dataset.grade = String(grade);
  if (n !== undefined) {
    const key = make("kbd", "", String(n + 1));
    key.setAttribute("aria-hidden", "true");
    one.append(key);
  }
  return one;
}
