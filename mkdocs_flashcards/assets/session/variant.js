// @ts-check
import { exchange, prepareForReview } from "../card/kinds/in-review.js";
import { partOf } from "../progress/item-parts.js";
import { t } from "../ui/i18n.js";

/** Attributes that can refer to an id, besides "#…" in an address. */
const NAMES_IDS = new Set(["id", "for", "name", "aria-labelledby", "aria-describedby", "aria-controls"]);

/**
 * Adapt a card for one of its items: a single Anki number, or reversed. Options never keep their order, since students
 * should know the answer and not its position.
 * @param {HTMLElement} card
 * @param {string} item
 * @returns {(() => void)[]} what undoes, from the last to the first, what else than attributes and options has changed
 */
export function prepareVariant(card, item) {
  for (const details of card.querySelectorAll("details.flash-answer, details.flash-hint")) details.removeAttribute("open");
  return partOf(item) === "r" ? swapSides(card, item) : prepareForReview(card, item);
}

/**
 * A copy of a card from elsewhere, with ids that are not in the page.
 * @param {HTMLElement} original
 */
export function ownCopy(original) {
  const card = document.importNode(original, true);
  ownIds(card);
  return card;
}

/**
 * References in the copy must point to ids in the copy.
 * @param {HTMLElement} card
 */
function ownIds(card) {
  const all = [card, ...card.querySelectorAll("*")];
  const ids = new Set(all.map(({ id }) => id).filter(Boolean));
  const own = (/** @type {string} */ id) => (ids.has(id) ? "asked-" + id : id);
  for (const { attributes } of all) {
    for (const attribute of attributes) {
      const { name, value } = attribute;
      let now = value;
      if (name === "name") now = "asked-" + value;
      else if (NAMES_IDS.has(name)) now = value.split(" ").map(own).join(" ");
      else if (/^#|url\(#/.test(value)) now = value.replace(/#([^\s"')]+)/g, (_, id) => "#" + own(id));
      if (now !== value) attribute.value = now;
    }
  }
}

/**
 * The answer becomes the question. The card logs its grades under the name of the item.
 * @param {HTMLElement} card
 * @param {string} item
 */
function swapSides(card, item) {
  const question = /** @type {HTMLElement} */ (card.querySelector(".flash-question"));
  const reveal = /** @type {HTMLElement} */ (card.querySelector(".flash-reveal"));
  const swap = () => {
    const answer = [...reveal.childNodes];
    reveal.replaceChildren(...question.childNodes);
    question.replaceChildren(...answer);
  };
  swap();
  card.dataset.card = item;
  card.dataset.kind = "recall";
  card.dataset.label = "? " + t("kind_recall");
  // Hints lead to the old answer.
  return [swap, ...[...card.querySelectorAll(".flash-hint")].map((part) => exchange(part, document.createComment("")))];
}
