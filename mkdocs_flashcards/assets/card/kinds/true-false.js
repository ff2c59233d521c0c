// @ts-check
import { button } from "../../ui/dom.js";
import { t } from "../../ui/i18n.js";

/** @param {CardController} card @param {string} verdict */
function checkVerdict(card, verdict) {
  card.judgedWhole(verdict === card.element.dataset.answer);
}

/** A statement that is true or false, checked by the page. @type {Kind} */
export const trueFalse = {
  row: () => [button("true", t("true")), button("false", t("false")), button("show", t("show"), "flash-quiet")],
  actions: {
    show: (card) => card.show(),
    true: (card) => checkVerdict(card, "true"),
    false: (card) => checkVerdict(card, "false"),
  },
};
