// @ts-check
import { choice } from "./choice.js";
import { cloze } from "./cloze.js";
import { list } from "./list.js";
import { recall } from "./recall.js";
import { trueFalse } from "./true-false.js";

/** Every kind of card, by the name that `data-kind` gives it. @type {Map<string, Kind>} */
const kinds = new Map([
  ["recall", recall],
  ["list", list],
  ["true-false", trueFalse],
  ["choice", choice],
  ["cloze", cloze],
]);

/** @param {HTMLElement} card */
export function kindOf(card) {
  return kinds.get(card.dataset.kind ?? "");
}
