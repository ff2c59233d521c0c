// @ts-check
import { button } from "../../ui/dom.js";
import { FORGOT, REMEMBERED } from "../grading.js";
import { word } from "../../ui/i18n.js";

/** @type {Kind} */
export const trueFalse = {
  row: () => [
    button("true", word("true")),
    button("false", word("false")),
    button("show", word("show"), "flash-quiet"),
  ],
  act(card, act) {
    if (act === "show") return card.show();
    const right = act === card.dataset.answer;
    card.judged(right ? "right" : "wrong", new Map([[card.cards[0], right ? REMEMBERED : FORGOT]]));
  },
};
