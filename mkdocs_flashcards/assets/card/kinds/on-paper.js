// @ts-check
// How kinds of cards are printed. A note does not load it.
import { make } from "../../ui/dom.js";
import { t } from "../../ui/i18n.js";

/**
 * Make room to write. All blanks are as long as the longest answer needs, so that none tells its answer by its length.
 * @param {HTMLElement} card
 * @param {HTMLElement} reveal
 */
function widenBlanks(card, reveal) {
  const answers = [...reveal.querySelectorAll(".flash-fill")].map(({ textContent }) => textContent?.length ?? 0);
  for (const blank of /** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll(".flash-blank"))) {
    blank.style.paddingInlineStart = Math.max(7, ...answers) + "em";
    // A hint stays, behind the room to write.
    if (!/[\p{L}\p{N}]/u.test(blank.textContent ?? "")) blank.textContent = "";
  }
}

/** By the name that `data-kind` gives the kind. @type {Record<string, (card: HTMLElement, reveal: HTMLElement) => void>} */
const printers = {
  "true-false": (card) => card.append(make("ul", "flash-options", make("li", "", t("true")), make("li", "", t("false")))),
  cloze: widenBlanks,
};

/**
 * Change the copy of a card that is printed, as its kind needs it.
 * @param {HTMLElement} card
 * @param {HTMLElement} reveal holds its answer
 */
export function prepareForPrint(card, reveal) {
  printers[card.dataset.kind ?? ""]?.(card, reveal);
}
