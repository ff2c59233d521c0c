// @ts-check
import { word } from "../ui/i18n.js";

export const FORGOT = 1;
export const REMEMBERED = 3;

/** What is noted for a block's cards: one, or one for each of Anki's numbers. */
export class Noted {
  /** @type {Map<string, LogEvent>} */
  #events = new Map();

  /**
   * @param {ProgressStore} store
   * @param {string[]} cards
   */
  constructor(store, cards) {
    this.store = store;
    this.cards = cards;
  }

  get complete() {
    return this.#events.size === this.cards.length;
  }

  get text() {
    const total = this.#events.size;
    const n = [...this.#events.values()].filter((event) => event.grade !== FORGOT).length;
    if (!total) return "";
    return n && n < total ? word("noted_mixed", { n, total }) : word("noted_" + (n ? REMEMBERED : FORGOT));
  }

  /** The grade that stands, where all have one. */
  get grade() {
    const [first] = this.#events.values();
    return this.complete && this.isAll(first.grade) ? first.grade : undefined;
  }

  /** @param {number} [grade] */
  isAll(grade) {
    return [...this.#events.values()].every((event) => event.grade === grade);
  }

  /**
   * @param {string} card
   * @param {number} grade
   */
  set(card, grade) {
    const before = this.#events.get(card);
    if (before?.grade === grade) return;
    if (before) this.store.add(card, { undo: before });
    this.#events.set(card, this.store.add(card, { grade }));
  }

  /**
   * The student's own word: on what is still open, else on everything.
   * @param {number} grade
   */
  decide(grade) {
    const open = this.cards.filter((card) => !this.#events.has(card));
    for (const card of open.length ? open : this.cards) this.set(card, grade);
  }

  takeBack() {
    for (const [card, event] of this.#events) this.store.add(card, { undo: event });
    this.#events.clear();
  }
}
