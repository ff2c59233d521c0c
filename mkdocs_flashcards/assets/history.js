// @ts-check
// What a review page makes of the log. A note only adds to it, and does not load this.

/** @param {Identity} event */
export function identity(event) {
  return event.name + "." + event.n;
}

/**
 * In order of time, then identity, so that every device sees the same history.
 * @param {LogEvent} a
 * @param {LogEvent} b
 */
export function inOrder(a, b) {
  if (a.time !== b.time) return a.time - b.time;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.n - b.n;
}

/**
 * The union of two logs: nothing is lost, nothing counts twice.
 * @param {LogEvent[]} a
 * @param {LogEvent[]} b
 */
export function merge(a, b) {
  /** @type {Map<string, LogEvent>} */
  const all = new Map();
  for (const event of [...a, ...b]) {
    if (!all.has(identity(event))) all.set(identity(event), event);
  }
  return [...all.values()].sort(inOrder);
}

/**
 * The grades that stand. Taking back is final, and only ever takes back a grade of the same card.
 * @param {LogEvent[]} events
 */
export function standing(events) {
  /** @type {Map<string, string>} */
  const undone = new Map();
  for (const event of events) {
    if (event.undo) undone.set(identity(event.undo), event.card);
  }
  return events.filter((event) => !event.undo && undone.get(identity(event)) !== event.card);
}
