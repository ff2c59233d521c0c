// @ts-check
import { loadScript } from "../ui/load.js";

/** What the weeks' scripts brought: cards as HTML, by week and id. @type {Map<string, Map<string, string>>} */
const brought = new Map();

/**
 * Where a week's data script leaves its cards.
 * @param {string} week
 * @param {string[]} cards
 */
export function takeWeek(week, cards) {
  brought.set(week, new Map(cards.map((html) => [/ data-card="([^"]*)"/.exec(html)?.[1] ?? "", html])));
}

/** The cards of a page's items: from the list that stands in it, else from the script of their week. */
export class Cards {
  /** @type {Map<string, HTMLElement>} */
  #listed = new Map();
  /** @type {Map<string, ReviewWeek[]>} */
  #weeks = new Map();

  /** @param {ReviewModel} page */
  constructor({ weeks, isIndex }) {
    for (const week of isIndex ? weeks : []) {
      for (const { cardId } of week.items) this.#weeks.set(cardId, [...this.weeksOf(cardId), week]);
    }
    const listed = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".flash-list flash-card"));
    for (const card of listed) this.#listed.set(card.dataset.card ?? "", card);
  }

  /** The cards that stand in the page. */
  get listed() {
    return this.#listed.values();
  }

  /**
   * The card as it came, if it is there already; not to be changed.
   * @param {string} cardId
   */
  get(cardId) {
    const weeks = this.weeksOf(cardId).map(({ name }) => brought.get(name));
    const html = weeks.find((week) => week?.has(cardId))?.get(cardId);
    // Written by the author's site, as the page itself; nothing in it runs while it is read.
    const parsed = html && new DOMParser().parseFromString(html, "text/html").querySelector("flash-card");
    return /** @type {HTMLElement | undefined} */ (parsed || this.#listed.get(cardId));
  }

  /**
   * The weeks that have a card.
   * @param {string} cardId
   */
  weeksOf(cardId) {
    return this.#weeks.get(cardId) ?? [];
  }

  /**
   * Loads a week of a card, unless one is there.
   * @param {string} cardId
   * @returns {Promise<boolean>} whether the card can be had now
   */
  async load(cardId) {
    for (const week of this.weeksOf(cardId)) if (!this.get(cardId)) await loadScript(week.script);
    return Boolean(this.get(cardId));
  }
}
