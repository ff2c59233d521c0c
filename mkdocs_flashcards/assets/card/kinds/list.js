// @ts-check
import { announce } from "../../ui/announce.js";
import { button, make } from "../../ui/dom.js";
import { t } from "../../ui/i18n.js";

/** @param {CardController} card */
function listItems(card) {
  return /** @type {HTMLElement[]} */ ([...(card.reveal.querySelector(":scope > .flash-items")?.children ?? [])]);
}

/**
 * Hide items only when the first one is shown, so that formulas in a closed answer are measured correctly.
 * @param {CardController} card
 */
function showNextItem(card) {
  const items = listItems(card);
  if (card.state === "closed") {
    card.state = "part";
    card.reveal.dataset.part = "";
    for (const item of items) item.hidden = true;
    card.answer.open = true;
  }
  const n = items.findIndex((item) => item.hidden) + 1;
  items[n - 1].hidden = false;
  if (n === items.length) return showAllItems(card);
  card.render();
  announce(t("item", { n, total: items.length }) + ": " + items[n - 1].textContent);
}

/** @param {CardController} card */
function showAllItems(card) {
  list.reset?.(card, false);
  card.show();
}

/** Several things to name, shown one by one or all at once. @type {Kind} */
export const list = {
  row(card) {
    const items = listItems(card);
    const n = items.filter((item) => !item.hidden).length;
    const part = card.state === "part" ? [make("span", "flash-status", t("item", { n, total: items.length }))] : [];
    return [button("next", t("next"), "flash-main"), button("all", t("all")), ...part];
  },
  actions: { next: showNextItem, all: showAllItems },
  reset(card) {
    delete card.reveal.dataset.part;
    for (const item of listItems(card)) item.hidden = false;
  },
};
