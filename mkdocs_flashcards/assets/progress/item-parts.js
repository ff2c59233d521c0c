// @ts-check
// The parts of items, for reviews. Notes do not load this.
import { gradedItems } from "./item.js";

/** The rows of a table of short cards have a hash after the tilde, which is longer than these parts. */
const PART = /~(\d{1,4}|r)$/;

/**
 * The id of an item's card.
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
 * All items of a card, including its reverse.
 * @param {DOMStringMap} card the attributes of its element
 */
export function itemsOf(card) {
  return card.reverse ? [...gradedItems(card), card.reverse] : gradedItems(card);
}
