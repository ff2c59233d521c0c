// @ts-check
import { cardOf } from "../progress/item-parts.js";
import { Rating } from "../progress/rating.js";

/** A card that was forgotten so often in a session is better read again. */
const MISSES = 3;

/** What a session has done so far: cards that were graded, skipped or unavailable, and resets, each with its undo. */
export class Steps {
  /** @type {Step[]} */
  #list = [];

  /** @param {ReviewQueue} queue */
  constructor(queue) {
    this.queue = queue;
  }

  get any() {
    return this.#list.length > 0;
  }

  /** @param {Step} step */
  add(step) {
    this.#list.push(step);
  }

  /** The grades so far, in the order they were given. */
  get grades() {
    return this.#list.flatMap(({ item, grading }) => (grading ? [{ item, grade: grading.grade ?? 0 }] : []));
  }

  /** The cards that were forgotten at least once. */
  get missed() {
    return new Set(this.grades.flatMap(({ item, grade }) => (grade === Rating.AGAIN ? [cardOf(item)] : [])));
  }

  /**
   * Whether an item has been forgotten too often to be asked once more in this session.
   * @param {string} item
   */
  isGivenUp(item) {
    return this.grades.filter((one) => one.item === item && one.grade === Rating.AGAIN).length >= MISSES;
  }

  /** Answers so far that were right and wrong, cards that are left and those among them that come back, cards that do not. */
  get counts() {
    const { grades, queue } = this;
    const missed = grades.filter(({ grade }) => grade === Rating.AGAIN);
    const { remaining } = queue;
    const ahead = new Set(remaining);
    const [begun, lost] = [grades, missed].map((all) => new Set(all.map(({ item }) => item)));
    return {
      known: grades.length - missed.length,
      missed: missed.length,
      left: queue.left,
      again: remaining.filter((item) => lost.has(item)).length,
      done: [...begun].filter((item) => !ahead.has(item)).length,
    };
  }

  get canGoBack() {
    return this.#list.some(({ lost }) => !lost);
  }

  /** Take back the last step that the student took. */
  back() {
    if (!this.canGoBack) return false;
    let step;
    do {
      step = this.#list.pop();
      if (!step?.takeBack) this.queue.undo();
    } while (step?.lost);
    (step?.grading ?? step)?.takeBack?.();
    return true;
  }
}

/** After so many answers, a session offers to end. */
const ANSWERS = 20;

/**
 * @param {number} answers in this session, at least one
 * @param {number} left
 */
export function isTimeToEnd(answers, left) {
  return left > 0 && answers % ANSWERS === 0;
}
