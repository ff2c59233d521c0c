// @ts-check
// How kinds of cards are asked in a review. A note does not load it.
import { partOf } from "../../progress/item-parts.js";
import { shuffle } from "../../ui/shuffle.js";

/** The order that the options of a card were last asked in, by item. @type {Map<string, string>} */
const lastOrders = new Map();

/**
 * Put options into another order than the last time, which chance alone would often repeat.
 * @param {Element} options
 * @param {string} item
 */
function reorder(options, item) {
  const numbers = [...options.children].map((_, n) => n);
  const last = lastOrders.get(item);
  let tries = 9;
  do shuffle(numbers);
  while (--tries && String(numbers) === last);
  lastOrders.set(item, String(numbers));
  options.append(...numbers.map((n) => options.children[n]));
}

/**
 * Ask one Anki number alone: the blanks of the others are text like any other.
 * @param {HTMLElement} card
 * @param {string} number
 */
function askNumber(card, number) {
  const fills = /** @type {HTMLElement[]} */ ([...card.querySelectorAll(".flash-fill")]);
  for (const fill of fills.filter(({ dataset }) => dataset.number !== number)) {
    const blank = card.querySelector(`.flash-blank[data-blank="${CSS.escape(fill.dataset.blank ?? "")}"]`);
    blank?.replaceWith(...[...fill.childNodes].map((node) => node.cloneNode(true)));
    fill.replaceWith(...fill.childNodes);
  }
  card.dataset.numbers = number;
}

/** By the name that `data-kind` gives the kind. @type {Record<string, (card: HTMLElement, item: string) => void>} */
const preparations = {
  choice(card, item) {
    const options = card.querySelector("ul.flash-options:not(.flash-solution)");
    if (options) reorder(options, item);
  },
  cloze(card, item) {
    const number = partOf(item);
    if (number) askNumber(card, number);
  },
};

/**
 * Change the copy of a card that is asked for an item, as its kind needs it.
 * @param {HTMLElement} card
 * @param {string} item
 */
export function prepareForReview(card, item) {
  preparations[card.dataset.kind ?? ""]?.(card, item);
}
