// @ts-check
import { button } from "../ui/dom.js";
import { counted } from "../ui/plural.js";
import { t } from "../ui/i18n.js";
import { numberText } from "../ui/format.js";
import { aheadText } from "../ui/interval.js";
import { secondsPerAnswer } from "../progress/answer-time.js";
import { countDue, selectItems } from "./select.js";

/**
 * How much there is to do now.
 * @param {ReviewModel} page
 */
export function waiting(page) {
  const { items, schedule, today, newLeft } = page.asking("due");
  return countDue(items, schedule, today, newLeft);
}

/**
 * So many cards, and how long they take this student.
 * @param {number} n
 * @param {ReviewModel} page
 */
export function workload(n, { schedule: { log } }) {
  const minutes = Math.max(1, Math.round((n * secondsPerAnswer(log)) / 60));
  const time = numberText(minutes, { style: "unit", unit: "minute", unitDisplay: "long" });
  return t("about", { cards: counted("week_count", { n }), time });
}

/**
 * When cards come next, and how many.
 * @param {ReviewModel} page
 */
export function nextUp(page) {
  const { items, schedule, today } = page;
  const fresh = page.newItemsOn(today + 1);
  const days = items.map(({ item }) => schedule.state(item)?.due ?? (fresh ? 0 : Infinity));
  const day = Math.max(today + 1, Math.min(...days));
  const found = countDue(items, schedule, day, fresh);
  const n = found.due + found.fresh;
  return n ? t("next_up", { when: aheadText(day - today), what: workload(n, page) }) : "";
}

/**
 * @param {QueueOptions} asked
 * @param {Set<string>} [cards] nothing else is asked
 */
export function ofCards(asked, cards) {
  return cards ? { ...asked, items: asked.items.filter(({ cardId }) => cards.has(cardId)) } : asked;
}

/**
 * @param {ReviewModel} page
 * @returns what begins a session of all cards
 */
export function practiseAll({ items }) {
  return button("review-all", counted("practise_all", { n: items.length }), "flash-quiet");
}

/**
 * @param {ReviewModel} page
 * @param {Set<string>} [cards] those that count
 * @param {string} [look]
 * @returns {HTMLElement[]} what begins a session of those that were missed; nothing where none was
 */
export function onlyMissed(page, cards, look = "flash-quiet") {
  const n = selectItems(ofCards(page.asking("missed"), cards)).due.length;
  return n ? [button("review-missed", counted("only_missed", { n }), look)] : [];
}
