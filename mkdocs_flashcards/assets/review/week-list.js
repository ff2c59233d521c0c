// @ts-check
import { make } from "../ui/dom.js";
import { t } from "../ui/i18n.js";
import { numberText } from "../ui/format.js";
import { countDue } from "../session/select.js";

/** Days of stability from which a card is known for long. */
const LONG = 21;

/**
 * Show the progress of each week in the list. Call it again whenever something changes.
 * @param {ReviewModel} page
 */
export function showWeeks({ weeks, schedule, today }) {
  for (const { name, items } of weeks) {
    const entry = document.querySelector(`.flash-weeks > [data-week="${CSS.escape(name)}"]`);
    const { due, stages, total } = weekTally(items, schedule, today);
    const begun = stages.new < total;
    entry?.querySelector(".flash-week-state")?.remove();
    // For a week that has not been started, the number of cards is enough.
    entry?.toggleAttribute("data-begun", begun);
    if (!begun) continue;
    const { learning, known } = stages;
    const text = t("week_stages", { new: numberText(stages.new), learning: numberText(learning), known: numberText(known) });
    const state = make("span", "flash-week-state", shareBar((total - stages.new) / total), make("span", "", text));
    if (due) state.append(make("b", "", t("week_due", { n: numberText(due) })));
    entry?.append(state);
  }
}

/**
 * Only for the eye: the text beside it says the same.
 * @param {number} share
 */
export function shareBar(share) {
  const bar = make("progress", "flash-progress");
  bar.value = share;
  bar.setAttribute("aria-hidden", "true");
  return bar;
}

/**
 * How many cards of a week are new, being learned, and known for long. A card is as far as the item that is least so,
 * and new while none has been asked. Due cards are counted as a session asks them.
 * @param {QueueItem[]} items
 * @param {ReviewSchedule} schedule
 * @param {number} today
 */
export function weekTally(items, schedule, today) {
  /** @type {Map<string, number[]>} the stability of each item of a card, 0 while it is new */
  const cards = new Map();
  for (const { item, cardId } of items) {
    const all = cards.get(cardId) ?? [];
    all.push(schedule.state(item)?.memory.stability ?? 0);
    cards.set(cardId, all);
  }
  const stages = { new: 0, learning: 0, known: 0 };
  for (const all of cards.values()) stages[Math.max(...all) ? (Math.min(...all) < LONG ? "learning" : "known") : "new"]++;
  return { due: countDue(items, schedule, today, 0).due, stages, total: cards.size };
}
