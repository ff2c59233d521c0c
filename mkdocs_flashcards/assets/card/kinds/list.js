// @ts-check
import { announce } from "../../ui/announce.js";
import { button, make } from "../../ui/dom.js";
import { word } from "../../ui/i18n.js";

/** @param {CardElement} card */
function itemsOf(card) {
  return /** @type {HTMLElement[]} */ ([...(card.reveal.querySelector(":scope > .flash-items")?.children ?? [])]);
}

/** Items wait hidden only from the first one shown on, so that formulas in a closed answer are measured right. */
function showNextItem(/** @type {CardElement} */ card) {
  const items = itemsOf(card);
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
  announce(word("item", { n, total: items.length }) + ": " + items[n - 1].textContent);
}

function showAllItems(/** @type {CardElement} */ card) {
  list.reset?.(card, false);
  card.show();
}

/** @type {Kind} */
export const list = {
  row(card) {
    const items = itemsOf(card);
    const n = items.filter((item) => !item.hidden).length;
    const part = card.state === "part" ? [make("span", "flash-status", word("item", { n, total: items.length }))] : [];
    return [button("next", word("next"), "flash-main"), button("all", word("all")), ...part];
  },
  act(card, act) {
    if (act === "next") showNextItem(card);
    else showAllItems(card);
  },
  reset(card) {
    delete card.reveal.dataset.part;
    for (const item of itemsOf(card)) item.hidden = false;
  },
};
