// @ts-check
import { choice } from "./choice.js";
import { cloze } from "./cloze.js";
import { list } from "./list.js";
import { recall } from "./recall.js";
import { trueFalse } from "./true-false.js";

/** The kinds of cards, by their names in `data-kind`. Those with files of their own add themselves. @type {Map<string, Kind>} */
export const kinds = new Map([
  ["recall", recall],
  ["list", list],
  ["true-false", trueFalse],
  ["choice", choice],
  ["cloze", cloze],
]);
