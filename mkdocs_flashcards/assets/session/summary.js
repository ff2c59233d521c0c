// @ts-check
import { button, make } from "../ui/dom.js";
import { counted } from "../ui/counted.js";
import { t } from "../ui/i18n.js";
import { dayText, numberText } from "../ui/format.js";
import { countDue, selectItems } from "./select.js";

/** Students plan a few days ahead. The forecast shows the rest. */
const DAYS_AHEAD = 3;

/**
 * Large numbers to see at a glance, each with its label.
 * @param {[string, number][]} entries
 */
export function numbers(entries) {
  const rows = entries.map(([key, n]) => make("div", "", make("dt", "", t(key)), make("dd", "", numberText(n))));
  return make("dl", "flash-numbers", ...rows);
}

/**
 * How much there is to do now.
 * @param {ReviewModel} page
 */
export function waiting(page) {
  const { items, schedule, today, newLeft } = page.asking("due");
  return countDue(items, schedule, today, newLeft);
}

/**
 * When cards come next, and tomorrow's new ones.
 * @param {ReviewModel} page
 */
export function comingUp(page) {
  const { items, schedule, today } = page;
  const tomorrow = countDue(items, schedule, today + 1, page.newItemsOn(today + 1));
  /** @type {Map<number, number>} */
  const days = new Map([[today + 1, tomorrow.due]]);
  for (const { item } of items) {
    const due = schedule.state(item)?.due ?? 0;
    if (due > today + 1) days.set(due, (days.get(due) ?? 0) + 1);
  }
  const next = [...days].filter(([day, n]) => n || (day === today + 1 && tomorrow.fresh)).sort(([a], [b]) => a - b);
  const rows = next.slice(0, DAYS_AHEAD).map(([day, n]) => {
    const isTomorrow = day === today + 1;
    const name = isTomorrow ? t("tomorrow") : dayText(day, { weekday: "long", day: "numeric", month: "long" });
    const fresh = isTomorrow && tomorrow.fresh ? [counted("coming_new", { n: tomorrow.fresh })] : [];
    return make("div", "", make("dt", "", name), make("dd", "", [...(n ? [numberText(n)] : []), ...fresh].join(" + ")));
  });
  return rows.length ? make("div", "flash-coming", make("p", "", t("coming_up")), make("dl", "", ...rows)) : "";
}

/**
 * @param {ReviewModel} page
 * @returns {HTMLElement[]} what begins a session of all cards
 */
export function practiseAll({ items }) {
  const n = new Set(items.map(({ cardId }) => cardId)).size;
  return [button("review-all", counted("practise_all", { n }), "flash-quiet")];
}

/**
 * @param {ReviewModel} page
 * @returns {HTMLElement[]} what begins a session of those that were missed; nothing where none was
 */
export function onlyMissed(page) {
  const n = selectItems(page.asking("missed")).due.length;
  return n ? [button("review-missed", counted("only_missed", { n }), "flash-quiet")] : [];
}
