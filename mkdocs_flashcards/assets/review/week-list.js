// @ts-check
import { make } from "../ui/dom.js";
import { t } from "../ui/i18n.js";
import { numberText } from "../ui/format.js";
import { isRemembered } from "../progress/rating.js";
import { countDue } from "../session/select.js";

/**
 * Show the progress of each week in the list. Call it again whenever something changes.
 * @param {ReviewModel} page
 */
export function showWeeks({ weeks, schedule, today }) {
  for (const { name, items } of weeks) {
    const entry = document.querySelector(`.flash-weeks > [data-week="${CSS.escape(name)}"]`);
    const { begun, due, learned, total } = weekTally(items, schedule, today);
    entry?.querySelector(".flash-week-state")?.remove();
    // For a week that has not been started, the number of cards is enough.
    entry?.toggleAttribute("data-begun", begun);
    if (!begun) continue;
    const text = t("week_learned", { n: numberText(learned), total: numberText(total) });
    const state = make("span", "flash-week-state", shareBar(learned / total), make("span", "", text));
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
 * The progress of a week. A card is learned when all of its items were remembered the last time. Due cards are counted
 * as a session asks them.
 * @param {QueueItem[]} items
 * @param {ReviewSchedule} schedule
 * @param {number} today
 */
export function weekTally(items, schedule, today) {
  /** @type {Map<string, boolean>} */
  const cards = new Map();
  let begun = false;
  for (const { item, cardId } of items) {
    const state = schedule.state(item);
    begun ||= state !== undefined;
    cards.set(cardId, isRemembered(state?.grade) && cards.get(cardId) !== false);
  }
  const { due } = countDue(items, schedule, today, 0);
  return { begun, due, learned: [...cards.values()].filter(Boolean).length, total: cards.size };
}
