// @ts-check
import { ownCopy, prepareVariant } from "./variant.js";

/** What gets other attributes while its card is asked. */
const CHANGED = ".flash-question, .flash-reveal, .flash-blank, details, li";

/** What then holds nothing but what we put there. */
const FILLED = ".flash-blank, .flash-options";

/** What a card has only while it is asked. */
const ADDED = ":scope > .flash-actions, :scope > .flash-answer > .flash-result";

/**
 * Take a card out of the page to ask it for an item. It is the page's own element and no copy: what a theme or a script
 * has attached to it, such as a diagram or the listener of a button, cannot be copied. Only a card that is in no page is
 * copied, so that it can be asked again.
 * @param {HTMLElement} original
 * @param {string} item
 * @returns {{ card: FlashCardElement, giveBack: () => void }} what puts it back where it was, as it was. Whatever others
 *   have changed inside it meanwhile stays.
 */
export function borrow(original, item) {
  const card = document.contains(original) ? original : ownCopy(original);
  const place = document.createComment("");
  card.replaceWith(place);
  const attributes = [card, ...card.querySelectorAll(CHANGED)].map((element) => /** @type {const} */ ([element, element.cloneNode()]));
  const contents = [...card.querySelectorAll(FILLED)].map((element) => /** @type {const} */ ([element, [...element.childNodes]]));
  const undo = prepareVariant(card, item);
  const giveBack = () => {
    card.remove();
    for (const added of card.querySelectorAll(ADDED)) added.remove();
    card.querySelectorAll(".flash-option > .flash-text").forEach(unwrapOption);
    for (const [element, nodes] of contents) element.replaceChildren(...nodes);
    for (const back of undo.reverse()) back();
    for (const [element, was] of attributes) copyAttributes(/** @type {Element} */ (was), element);
    place.replaceWith(card);
  };
  return { card: /** @type {FlashCardElement} */ (card), giveBack };
}

/** An option becomes a plain item again. @param {Element} text */
function unwrapOption(text) {
  const verdict = text.querySelector(":scope > .flash-verdict");
  verdict?.nextSibling?.remove();
  verdict?.remove();
  text.closest("li")?.replaceChildren(...text.childNodes);
}

/** @param {Element} from @param {Element} to */
function copyAttributes(from, to) {
  for (const { name } of [...to.attributes]) if (!from.hasAttribute(name)) to.removeAttribute(name);
  for (const { name, value } of from.attributes) if (to.getAttribute(name) !== value) to.setAttribute(name, value);
}
