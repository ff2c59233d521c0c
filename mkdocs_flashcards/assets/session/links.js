// @ts-check
import { focusOn } from "../ui/dom.js";

/**
 * Follow a link to a place in the review without changing the address, which belongs to the session.
 * @param {EventTarget | null} target what was clicked
 * @returns {boolean} whether it was such a link
 */
export function placeInside(target) {
  const link = target instanceof Element && target.closest("a");
  const places = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("flash-review [id]"));
  const place = link && [...places].find(({ id }) => link.href === new URL("#" + id, location.href).href);
  if (!place) return false;
  focusOn(place);
  place.scrollIntoView();
  return true;
}

/**
 * The links to where a card can be mended, for the menu. They leave the session alone.
 * @param {HTMLElement} card
 */
export function mending(card) {
  return [...card.querySelectorAll(".flash-mend > a")].map((link) => {
    const own = /** @type {HTMLAnchorElement} */ (link.cloneNode(true));
    own.className = "flash-button flash-quiet";
    own.target = "_blank";
    return own;
  });
}
