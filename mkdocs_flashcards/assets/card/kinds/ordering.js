// @ts-check
// A kind with its own files: a note loads them if it has such a card, a review page with what asks the cards.
import { announce } from "../../ui/announce.js";
import { button, copyOf, isSecondClick, make } from "../../ui/dom.js";
import { t } from "../../ui/i18n.js";
import { shuffle } from "../../ui/shuffle.js";
import { FlashCard } from "../flash-card.js";
import { kinds } from "./registry.js";

/** The order that the items of a card were last asked in, by card. @type {Map<string, string>} */
const askedOrders = new Map();

/** @param {CardController} card */
function mixedList({ element }) {
  return /** @type {HTMLElement} */ (element.querySelector(".flash-options"));
}

/** @param {Element} list */
function placesIn(list) {
  return [...list.children].map((item) => Number(/** @type {HTMLElement} */ (item).dataset.place));
}

/** @param {number[]} places */
function isInOrder(places) {
  return places.every((place, n) => place === n + 1);
}

/**
 * Put the items into an order that is neither the right one nor the last one, which chance alone would often repeat.
 * @param {CardController} card
 */
function mix(card) {
  const list = mixedList(card);
  delete list.dataset.moved;
  const { card: id = "" } = card.element.dataset;
  const places = placesIn(list);
  let tries = 9;
  do shuffle(places);
  while (--tries && (isInOrder(places) || String(places) === askedOrders.get(id)));
  if (isInOrder(places)) places.reverse();
  askedOrders.set(id, String(places));
  list.append(...places.map((place) => /** @type {Element} */ (list.querySelector(`:scope > [data-place="${place}"]`))));
  markEnds(list);
}

/** What is at an end cannot go on. It keeps the focus: the next key may lead back. @param {Element} list */
function markEnds(list) {
  for (const item of list.children) {
    const [up, down] = item.querySelectorAll(".flash-move");
    up.setAttribute("aria-disabled", String(item === list.firstElementChild));
    down.setAttribute("aria-disabled", String(item === list.lastElementChild));
  }
}

/**
 * @param {"up" | "down"} way
 * @param {string} item the id of what it moves
 */
function buildMove(way, item) {
  const move = copyOf("move_" + way, () => {
    const original = make("button", "flash-button flash-move", way === "up" ? "↑" : "↓");
    original.type = "button";
    original.setAttribute("aria-label", t("move_" + way));
    return original;
  });
  move.id = item + "-" + way;
  move.dataset.way = way;
  move.setAttribute("aria-labelledby", move.id + " " + item);
  return move;
}

/** @param {Element} item @param {string} id */
function buildItem(item, id) {
  const text = make("div", "flash-text", ...item.childNodes);
  text.id = id;
  const moves = make("div", "flash-moves", buildMove("up", id), buildMove("down", id));
  item.append(make("div", "flash-option", make("span", "flash-grip"), text, moves));
}

/**
 * Its neighbour is what changes its place in the page, so that the item keeps the focus and the pointer.
 * @param {Element} item
 * @param {boolean} up
 */
function moveItem(item, up) {
  const other = up ? item.previousElementSibling : item.nextElementSibling;
  if (!other) return;
  if (up) item.after(other);
  else item.before(other);
  const next = up ? item.previousElementSibling : item.nextElementSibling;
  (next ?? item).scrollIntoView({ block: "nearest" });
  const list = /** @type {HTMLElement} */ (item.parentElement);
  list.dataset.moved = "";
  // A session then says that the answer can be checked.
  list.dispatchEvent(new Event("input", { bubbles: true }));
  markEnds(list);
}

/** @param {Element} item */
function sayPlace(item) {
  const all = [...(item.parentElement?.children ?? [])];
  const text = item.querySelector(".flash-text")?.textContent?.trim();
  announce(t("item", { n: all.indexOf(item) + 1, total: all.length }) + ": " + text);
}

/**
 * @param {CardController} card
 * @param {Event} event
 * @param {string} part that was pressed
 * @returns {HTMLElement | null | undefined} what was pressed, unless the answer is there already
 */
function pressed(card, { target }, part) {
  return card.state === "closed" && target instanceof Element ? target.closest(part) : null;
}

/** @param {CardController} card @param {MouseEvent} event */
function clickMove(card, event) {
  const move = pressed(card, event, ".flash-move");
  if (move && !isSecondClick(event)) moveAndSay(move, move.dataset.way === "up");
}

/** @param {CardController} card @param {KeyboardEvent} event */
function keyMove(card, event) {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const move = pressed(card, event, ".flash-move");
  if (!move || !/^Arrow(Up|Down)$/.test(key) || altKey || ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  moveAndSay(move, key === "ArrowUp");
}

/** @param {Element} part @param {boolean} up */
function moveAndSay(part, up) {
  const item = /** @type {Element} */ (part.closest("[data-place]"));
  moveItem(item, up);
  sayPlace(item);
}

/** @param {CardController} card @param {PointerEvent} event */
function drag(card, event) {
  const grip = pressed(card, event, ".flash-grip");
  const item = /** @type {HTMLElement | null | undefined} */ (grip?.closest("[data-place]"));
  if (!grip || !item || event.button) return;
  const before = String(placesIn(mixedList(card)));
  grip.setPointerCapture(event.pointerId);
  item.dataset.dragged = "";
  grip.onpointermove = ({ clientY }) => moveTo(item, clientY);
  grip.onlostpointercapture = () => {
    grip.onpointermove = null;
    delete item.dataset.dragged;
    if (String(placesIn(mixedList(card))) !== before) sayPlace(item);
  };
}

/** Past every neighbour whose middle the pointer has reached. @param {Element} item @param {number} y */
function moveTo(item, y) {
  const { previousElementSibling: above, nextElementSibling: below } = item;
  const up = above && y <= middleOf(above);
  if (!up && !(below && y >= middleOf(below))) return;
  moveItem(item, Boolean(up));
  moveTo(item, y);
}

/** @param {Element} element */
function middleOf(element) {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}

/** @param {CardController} card */
function checkOrder(card) {
  const list = mixedList(card);
  const places = placesIn(list);
  for (const [n, item] of [...list.children].entries()) {
    const verdict = places[n] === n + 1 ? "right" : "wrong";
    item.setAttribute("data-verdict", verdict);
    const said = make("span", "flash-unseen", t("place_" + verdict));
    item.firstElementChild?.prepend(make("span", "flash-verdict", said));
  }
  card.judgedWhole(isInOrder(places));
}

/** Items to put into order, judged by the page. @type {Kind} */
const ordering = {
  setup(card) {
    const list = mixedList(card);
    if (!list.querySelector(".flash-option")) {
      for (const item of list.children) buildItem(item, card.question.id + "-" + item.getAttribute("data-place"));
    }
    list.onclick = (event) => clickMove(card, event);
    list.onkeydown = (event) => keyMove(card, event);
    list.onpointerdown = (event) => drag(card, event);
    // A note begins with the order in which its page came, so that nothing moves.
    if (card.host) mix(card);
    else askedOrders.set(card.element.dataset.card ?? "", String(placesIn(list)));
    markEnds(list);
  },
  row: () => [button("check", t("check"), "flash-main"), button("show", t("show"), "flash-quiet")],
  actions: { show: (card) => card.show(), check: checkOrder },
  reset(card) {
    const list = mixedList(card);
    for (const verdict of list.querySelectorAll(".flash-verdict")) verdict.remove();
    for (const item of list.children) item.removeAttribute("data-verdict");
    mix(card);
  },
};

/** Once per document, however often the script is run in it. */
function startOrdering() {
  if (kinds.has("ordering")) return;
  kinds.set("ordering", ordering);
  // Those that were there first.
  for (const card of document.querySelectorAll("flash-card[data-kind=ordering]")) {
    if (card instanceof FlashCard) card.connectedCallback();
  }
}

startOrdering();
