// @ts-check
import { listedCards } from "./listed-cards.js";
import { loadScript } from "../ui/load.js";

/** Cards from the scripts of the weeks, as HTML, by week and id. @type {Map<string, Map<string, string>>} */
const brought = new Map();

/**
 * Called by a week's data script with its cards.
 * @param {string} week
 * @param {string[]} cards
 */
export function takeWeek(week, cards) {
  brought.set(week, new Map(cards.map((html) => [/ data-card="([^"]*)"/.exec(html)?.[1] ?? "", html])));
}

/** The cards of a page's items, from the list in the page or else from the script of their week. */
export class Cards {
  #listed = listedCards();
  /** @type {Map<string, ReviewWeek[]>} */
  #weeks = new Map();

  /** @param {ReviewModel} page */
  constructor({ weeks, isIndex }) {
    for (const week of isIndex ? weeks : []) {
      for (const { cardId } of week.items) this.#weeks.set(cardId, [...this.weeksOf(cardId), week]);
    }
  }

  /**
   * The card, if it is loaded: the one in the page, or else one in no page.
   * @param {string} cardId
   */
  get(cardId) {
    const weeks = this.weeksOf(cardId).map(({ name }) => brought.get(name));
    const html = weeks.find((week) => week?.has(cardId))?.get(cardId);
    // This HTML comes from the author's site, like the page itself. Parsing it runs nothing.
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
   * Load a week that has the card, unless one is loaded.
   * @param {string} cardId
   * @returns {Promise<HTMLElement | undefined>} the card, if it has come
   */
  async load(cardId) {
    for (const week of this.weeksOf(cardId)) if (!this.get(cardId)) await loadScript(week.script);
    return this.get(cardId);
  }
}
