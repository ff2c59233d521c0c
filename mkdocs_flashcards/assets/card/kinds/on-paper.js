// @ts-check
// How each kind of card is printed. Notes do not load this.
import { make } from "../../ui/dom.js";
import { t } from "../../ui/i18n.js";

/**
 * Make room to write. All blanks are as long as the longest answer, so that their length gives nothing away.
 * @param {HTMLElement} card
 * @param {HTMLElement} reveal
 */
function widenBlanks(card, reveal) {
  const answers = [...reveal.querySelectorAll(".flash-fill")].map(({ textContent }) => textContent?.length ?? 0);
  for (const blank of /** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll(".flash-blank"))) {
    blank.style.paddingInlineStart = Math.max(7, ...answers) + "em";
    // Keep a hint after the room to write.
    if (!/[\p{L}\p{N}]/u.test(blank.textContent ?? "")) blank.textContent = "";
  }
}

/** By the name of the kind in `data-kind`. @type {Record<string, (card: HTMLElement, reveal: HTMLElement) => void>} */
const printers = {
  "true-false": (card) => card.append(make("ul", "flash-options", make("li", "", t("true")), make("li", "", t("false")))),
  cloze: widenBlanks,
};

/**
 * Adapt the copy of a card for printing, as its kind requires.
 * @param {HTMLElement} card
 * @param {HTMLElement} reveal holds its answer
 */
export function prepareForPrint(card, reveal) {
  printers[card.dataset.kind ?? ""]?.(card, reveal);
}
