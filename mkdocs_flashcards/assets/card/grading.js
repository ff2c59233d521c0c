// @ts-check
import { isRemembered, Rating } from "../progress/rating.js";
import { t } from "../ui/i18n.js";

/** The grades that a card gets in one go: one for the whole card, or one for each of its Anki numbers. */
export class Grading {
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
    const n = [...this.#events.values()].filter(({ grade }) => isRemembered(grade)).length;
    if (!total) return "";
    return n && n < total ? t("noted_mixed", { n, total }) : t("noted_" + (n ? Rating.GOOD : Rating.AGAIN));
  }

  /** The grade that all items share; undefined if they differ or some have none. */
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
   * Apply the student's own verdict to the items without a grade, or else to all items.
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
