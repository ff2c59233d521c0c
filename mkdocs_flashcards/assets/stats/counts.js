// @ts-check
// The numbers behind the statistics.
import { isRemembered } from "../progress/rating.js";
import { countDue } from "../session/select.js";

/** Fewer reviews say nothing about memory. */
const FEWEST_RECALLS = 10;
const RECALL_DAYS = 30;

/**
 * How many reviews each day had.
 * @param {Review[]} history
 */
export function reviewsByDay(history) {
  /** @type {Map<number, number>} */
  const found = new Map();
  for (const { day } of history) found.set(day, (found.get(day) ?? 0) + 1);
  return found;
}

/**
 * How many items are due on each day from today. For today, as a session would ask them.
 * @param {QueueItem[]} items
 * @param {ReviewSchedule} schedule
 * @param {number} today
 * @param {number} days
 */
export function dueByDay(items, schedule, today, days) {
  /** @type {number[]} */
  const found = new Array(days).fill(0);
  for (const { item } of items) {
    const ahead = (schedule.state(item)?.due ?? Infinity) - today;
    if (ahead > 0 && ahead < days) found[ahead]++;
  }
  found[0] = countDue(items, schedule, today, 0).due;
  return found;
}

/**
 * How often items were remembered when they came back. Only an item's first review of a day counts, and new items do
 * not. The share is NaN if there are too few reviews.
 * @param {Review[]} history
 * @param {number} today
 */
export function recalled(history, today) {
  const asked = history.filter(({ day, days }) => days && day > today - RECALL_DAYS);
  const n = asked.length;
  const share = n < FEWEST_RECALLS ? NaN : asked.filter(({ grade }) => isRemembered(grade)).length / n;
  return { share, n, days: RECALL_DAYS };
}
