// @ts-check
// What a review makes of items. A note does not load it.
import { gradedItems } from "./item.js";

/** A row of a table of short cards has a hash behind the tilde, which is longer than any of these. */
const PART = /~(\d{1,4}|r)$/;

/**
 * The id of the card that an item belongs to.
 * @param {string} item
 */
export function cardOf(item) {
  return item.includes("~") ? item.replace(PART, "") : item;
}

/**
 * Which part of its card an item asks: a number, "r" for the reverse, or undefined for the whole card.
 * @param {string} item
 */
export function partOf(item) {
  return PART.exec(item)?.[1];
}

/**
 * All items of a card, its reverse included.
 * @param {DOMStringMap} card the attributes of its element
 */
export function itemsOf(card) {
  return card.reverse ? [...gradedItems(card), card.reverse] : gradedItems(card);
}
