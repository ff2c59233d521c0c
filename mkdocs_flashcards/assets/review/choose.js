// @ts-check
// What a session asks.
import { FORGOT } from "../noted.js";
import { isDue } from "./schedule.js";

/**
 * What a session of what is due would ask now.
 * @param {QueueItem[]} items
 * @param {ReviewSchedule} schedule
 * @param {number} today
 * @param {number} newLeft
 */
export function countDue(items, schedule, today, newLeft) {
  const { due, fresh } = choose({ items, schedule, today, newLeft, mode: "due" });
  return { due: due.length, fresh: fresh.length };
}

/**
 * New ones in the course's own order, as many as are left for today.
 * @param {Pick<QueueOptions, "items" | "schedule" | "today" | "newLeft" | "mode">} options
 */
export function choose({ items, schedule, today, newLeft, mode }) {
  /** @type {QueueItem[]} */
  const due = [];
  /** @type {QueueItem[]} */
  const fresh = [];
  for (const one of mode === "all" ? items : apart(items, schedule, today, mode)) {
    (mode === "all" || schedule.state(one.item) ? due : fresh).push(one);
  }
  return { due, fresh: fresh.slice(0, Math.max(newLeft, 0)) };
}

/**
 * @param {ItemState | undefined} state
 * @param {number} today
 * @param {QueueMode} mode
 */
function isAsked(state, today, mode) {
  if (mode === "due") return !state || isDue(state, today);
  return state !== undefined && (state.grade === FORGOT || state.missed === today);
}

/**
 * One item of each card, the one that has waited longest, and none of a card that another item was asked of today:
 * they give one another away.
 * @param {QueueItem[]} items
 * @param {ReviewSchedule} schedule
 * @param {number} today
 * @param {QueueMode} mode
 */
function apart(items, schedule, today, mode) {
  const isOfToday = (/** @type {QueueItem} */ { item }) => schedule.state(item)?.last === today;
  const waiting = (/** @type {QueueItem} */ { item }) => schedule.state(item)?.due ?? Infinity;
  const asked = new Set(items.filter(isOfToday).map(({ base }) => base));
  /** @type {Map<string, QueueItem>} */
  const chosen = new Map();
  for (const one of items) {
    if (!isAsked(schedule.state(one.item), today, mode) || (asked.has(one.base) && !isOfToday(one))) continue;
    const other = chosen.get(one.base);
    if (!other || waiting(one) < waiting(other)) chosen.set(one.base, one);
  }
  return [...chosen.values()];
}
