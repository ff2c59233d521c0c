// @ts-check
// How each kind of card is asked in a review. Notes do not load this.
import { partOf } from "../../progress/item-parts.js";
import { make } from "../../ui/dom.js";
import { shuffle } from "../../ui/shuffle.js";

/** The last order of a card's options, by item. @type {Map<string, string>} */
const lastOrders = new Map();

/**
 * Shuffle options into a different order than last time, which chance alone would often repeat.
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
 * Put a node in the place of another.
 * @param {Element} old
 * @param {ChildNode} now
 * @returns {() => void} what undoes it
 */
export function exchange(old, now) {
  old.replaceWith(now);
  return () => now.replaceWith(old);
}

/**
 * Ask a single Anki number: the blanks of other numbers become plain text.
 * @param {HTMLElement} card
 * @param {string} number
 */
function askNumber(card, number) {
  const fills = /** @type {HTMLElement[]} */ ([...card.querySelectorAll(".flash-fill")]);
  const undo = fills.filter(({ dataset }) => dataset.number !== number).flatMap((fill) => {
    const blank = card.querySelector(`.flash-blank[data-blank="${CSS.escape(fill.dataset.blank ?? "")}"]`);
    const said = make("span", "", ...[...fill.childNodes].map((node) => node.cloneNode(true)));
    const plain = make(fill.matches("mark") ? "span" : "div", "", ...fill.childNodes);
    return [...(blank ? [exchange(blank, said)] : []), exchange(fill, plain), () => fill.append(...plain.childNodes)];
  });
  undo.push(...askFormulas(card, number));
  card.dataset.numbers = number;
  return undo;
}

/**
 * Show each formula as it is for this number, or filled in. Where no formula is asked, the page can judge again.
 * @param {HTMLElement} card
 * @param {string} number
 */
function askFormulas(card, number) {
  const asked = [...card.querySelectorAll(".flash-question .flash-formula")];
  const filled = [...card.querySelectorAll(".flash-filled .flash-formula")];
  const exact = '="' + CSS.escape(number) + '"]';
  if (filled.length && !filled.some((formula) => formula.querySelector("template[data-number" + exact))) {
    delete card.dataset.self;
  }
  return filled.flatMap((formula, n) => {
    const find = (/** @type {string} */ what) => /** @type {HTMLTemplateElement?} */ (formula.querySelector("template" + what));
    const whole = find(":not([data-asked], [data-number])");
    const question = find("[data-asked" + exact) ?? whole;
    const answer = find("[data-number" + exact) ?? whole;
    return [showFormula(asked[n], question), showFormula(formula, answer)].flat();
  });
}

/**
 * @param {Element | undefined} formula
 * @param {HTMLTemplateElement?} template
 */
function showFormula(formula, template) {
  if (!formula || !template) return [];
  const shown = make(formula.matches("span") ? "span" : "div", "", template.content.cloneNode(true));
  return [exchange(formula, shown)];
}

/** By the name of the kind in `data-kind`. @type {Record<string, (card: HTMLElement, item: string) => (() => void)[] | undefined>} */
const preparations = {
  choice(card, item) {
    const options = card.querySelector("ul.flash-options:not(.flash-solution)");
    if (options) reorder(options, item);
    return undefined;
  },
  cloze(card, item) {
    const number = partOf(item);
    return number ? askNumber(card, number) : undefined;
  },
};

/**
 * Adapt a card that is asked for an item, as its kind requires.
 * @param {HTMLElement} card
 * @param {string} item
 * @returns {(() => void)[]} what undoes, from the last to the first, what else than attributes and options has changed
 */
export function prepareForReview(card, item) {
  return preparations[card.dataset.kind ?? ""]?.(card, item) ?? [];
}
