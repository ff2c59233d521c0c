// @ts-check
// The buttons for grading a card.
import { button, make } from "../../ui/dom.js";
import { Rating } from "../../progress/rating.js";
import { t } from "../../ui/i18n.js";
import { aheadText } from "../../ui/interval.js";
import { keyCap } from "./key-names.js";

/** By the number of buttons. @type {Record<number, number[]>} */
export const GRADES = { 2: [Rating.AGAIN, Rating.GOOD], 4: [Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.EASY] };

/**
 * @param {number} grade
 * @param {number[]} all
 */
function gradeWord(grade, all) {
  if (all.length > 2) return t("grade_" + grade);
  return t(grade === Rating.AGAIN ? "forgot" : "remembered");
}

/**
 * The main choices, each saying when the card would come back.
 * @param {number[]} all
 * @param {string} item
 * @param {ReviewModel} page
 */
export function gradeButtons(all, item, { schedule, today }) {
  return all.map((grade, n) => {
    const look = all.length > 2 ? "" : grade === Rating.AGAIN ? " flash-forgot" : " flash-known";
    const one = gradeButton(grade, gradeWord(grade, all), "flash-grade" + look);
    const when = make("small", "", aheadText(schedule.dueAfter(item, grade) - today));
    when.ariaHidden = "true";
    one.ariaDescription = when.textContent;
    one.append(when, keyCap(String(n + 1)));
    return one;
  });
}

/**
 * What the page's verdict can be changed into.
 * @param {number} grade
 * @param {number[]} all
 */
export function overruleButton(grade, all) {
  return gradeButton(grade, all.length === 2 ? t("count_" + grade) : gradeWord(grade, all), "flash-quiet");
}

/**
 * @param {number} grade
 * @param {string} text
 * @param {string} look
 */
function gradeButton(grade, text, look) {
  const one = button("grade", text, look);
  one.dataset.grade = String(grade);
  return one;
}
