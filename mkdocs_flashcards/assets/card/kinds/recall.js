// @ts-check
import { button } from "../../ui/dom.js";
import { word } from "../../ui/i18n.js";

/** @type {Kind} */
export const recall = {
  row: () => [button("show", word("show"), "flash-main")],
  act: (card) => card.show(),
};
