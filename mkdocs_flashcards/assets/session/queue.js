// @ts-check
// The order in which a session asks its items.
import { shuffle } from "../ui/shuffle.js";
import { Rating } from "../progress/rating.js";
import { selectItems } from "./select.js";

/** The number of other cards asked before a forgotten one comes back: enough that students have to remember it. */
const OTHERS_BETWEEN = 6;

export class Queue {
  /** @type {string[]} what is still to be asked, the current one first */
  #ahead = [];
  /** What was graded or skipped. @type {string[]} */
  #steps = [];

  /** @param {QueueOptions} options */
  constructor(options) {
    this.renew(options);
  }

  /** Ask what is to be asked now, which another day has changed. @param {QueueOptions} options */
  renew(options) {
    const random = options.random ?? Math.random;
    const { due, fresh } = selectItems(options);
    this.#ahead = spread(interleave(due, random), interleave(fresh, random)).map(({ item }) => item);
  }

  get current() {
    return this.#ahead.at(0);
  }

  /** The next item, so that it can be prepared. */
  get next() {
    return this.#ahead.at(1);
  }

  /** All that is still to be asked, each once. */
  get remaining() {
    return this.#ahead;
  }

  get left() {
    return this.#ahead.length;
  }

  /**
   * @param {number} grade
   * @param {boolean} [isLast] whether the item does not come back in this session, though it was forgotten
   */
  graded(grade, isLast = false) {
    const item = this.skip();
    if (item !== undefined && grade === Rating.AGAIN && !isLast) this.#ahead.splice(OTHERS_BETWEEN, 0, item);
  }

  /** Leave the current item out of this session. It gets no grade, so it stays due. */
  skip() {
    const item = this.#ahead.shift();
    if (item !== undefined) this.#steps.push(item);
    return item;
  }

  /** Leave items out that are asked elsewhere. @param {string[]} items */
  drop(items) {
    this.#ahead = this.#ahead.filter((item) => !items.includes(item));
  }

  /** @returns {string | undefined} what was graded or skipped last, which is the current one again */
  undo() {
    const item = this.#steps.pop();
    if (item === undefined) return undefined;
    this.drop([item]);
    this.#ahead.unshift(item);
    return item;
  }
}

/**
 * Two lists in one, each spread evenly over the whole, so that a student who stops early has met new cards and reviewed
 * old ones. With the due cards first, they fall behind on the new ones for good (see scripts/simulate.mjs).
 * @param {QueueItem[]} due
 * @param {QueueItem[]} fresh
 */
function spread(due, fresh) {
  const places = [due, fresh].flatMap((list) => list.map((one, n) => ({ one, place: (n + 0.5) / list.length })));
  return separateGroups(places);
}

/**
 * Shuffle the items, spread each group over the whole list, and avoid two items of a group in a row where possible.
 * Mixing topics is what makes practice stick.
 * @param {QueueItem[]} items
 * @param {() => number} random
 */
function interleave(items, random) {
  /** @type {Map<string, QueueItem[]>} */
  const groups = new Map();
  for (const one of items) {
    const group = groups.get(one.group);
    if (group) group.push(one);
    else groups.set(one.group, [one]);
  }
  const places = [...groups.values()].flatMap((group) =>
    shuffle(group, random).map((one, n) => ({ one, place: (n + random()) / group.length })),
  );
  return separateGroups(places);
}

/**
 * In order of their places, but with each item that follows one of its own group swapped with the next one of another.
 * @param {{ one: QueueItem, place: number }[]} places
 */
function separateGroups(places) {
  const list = places.sort((a, b) => a.place - b.place).map(({ one }) => one);
  let next = 0;
  for (let n = 1; n < list.length; n++) {
    const { group } = list[n - 1];
    if (list[n].group !== group) continue;
    // Up to the place of the last swap, there is only this group.
    next = Math.max(next, n + 1);
    while (next < list.length && list[next].group === group) next++;
    if (next === list.length) break;
    [list[n], list[next]] = [list[next], list[n]];
  }
  return list;
}
