// @ts-check
import { button } from "../dom.js";
import { word } from "../words.js";

/** @type {Kind} */
export const recall = {
  row: () => [button("show", word("show"), "flash-main")],
  act: (card) => card.show(),
};
