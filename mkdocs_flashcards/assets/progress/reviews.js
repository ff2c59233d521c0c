// @ts-check
// What was reviewed when, for statistics and reminders.
import { RESET } from "./rating.js";
import { elapsedDays } from "./schedule.js";

/**
 * Every grade that was not undone, item by item, in order.
 * @param {ReviewSchedule} schedule
 */
export function history({ items, log }) {
  return [...items].flatMap(([item, { rows }]) => reviewsOf(item, rows, log));
}

/**
 * @param {string} item
 * @param {number[]} rows of the log
 * @param {ReviewSchedule["log"]} log
 */
function reviewsOf(item, rows, { grade, day, time }) {
  /** @type {Review[]} */
  const reviews = [];
  /** @type {number | null} */
  let last = null;
  for (const row of rows) {
    const days = last === null ? null : elapsedDays(last, day[row]);
    last = grade[row] === RESET ? null : day[row];
    if (last !== null) reviews.push({ item, day: last, time: time[row], grade: grade[row], days });
  }
  return reviews;
}

/**
 * How many grades were given after a time and not undone, and when the first of them was given.
 * @param {ReviewSchedule} schedule
 * @param {number} since in seconds since 1970
 */
export function gradedSince({ items, log: { grade, time } }, since) {
  let n = 0;
  let first = Infinity;
  for (const { rows } of items.values()) {
    for (const row of rows) {
      if (grade[row] === RESET || time[row] <= since) continue;
      n++;
      first = Math.min(first, time[row]);
    }
  }
  return { n, first };
}
