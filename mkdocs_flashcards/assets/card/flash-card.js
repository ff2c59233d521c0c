// @ts-check
import { CardController } from "./controller.js";
import { kinds } from "./kinds/registry.js";
import { scrollAreas } from "./scroll-areas.js";

/** The element around a card's static HTML. It becomes a widget when it is added to a page. */
export class FlashCard extends HTMLElement {
  /** @type {ProgressStore} */
  static store;

  /** @type {CardHost | undefined} who asks the card, where that is not the note itself */
  host;
  /** @type {CardController | undefined} missing where the card is only there to be read */
  controller;

  /** @param {ProgressStore} store */
  static define(store, tag = "flash-card", registry = customElements) {
    FlashCard.store = store;
    registry.define(tag, FlashCard);
  }

  connectedCallback() {
    const kind = kinds.get(this.dataset.kind ?? "");
    const parts = partsOfCard(this);
    // Themes differ in which of the two scrolls.
    for (const area of this.querySelectorAll("pre, code, table, .arithmatex")) scrollAreas.observe(area);
    // The list on a review page is for reading. A session takes them out of it.
    if (!kind || !parts || this.closest(".flash-list")) return;
    this.controller = new CardController(this, kind, parts, FlashCard.store, this.host);
  }

  disconnectedCallback() {
    this.controller?.release();
  }
}

/**
 * The parts of a card's static HTML; undefined if it is incomplete.
 * @param {HTMLElement} card
 * @returns {CardParts | undefined}
 */
function partsOfCard(card) {
  const question = /** @type {HTMLElement | null} */ (card.firstElementChild);
  const answer = nextNamed(question, "flash-answer");
  if (!question || !(answer instanceof HTMLDetailsElement)) return undefined;
  const reveal = answer.lastElementChild;
  return reveal instanceof HTMLElement ? { question, answer, reveal, row: nextNamed(answer, "flash-actions") } : undefined;
}

/** @param {Element | null} element @param {string} className */
function nextNamed(element, className) {
  while (element && !element.classList.contains(className)) element = element.nextElementSibling;
  return element;
}
