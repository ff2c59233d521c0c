// @ts-check
import { button } from "../../ui/dom.js";
import { t } from "../../ui/i18n.js";

/** Think, show the answer, grade. @type {Kind} */
export const recall = {
  row: () => [button("show", t("show"), "flash-main")],
  actions: { show: (card) => card.show() },
};
