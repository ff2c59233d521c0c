// @ts-check

/** A symbol, since every id in a page, a heading's for example, becomes a name on `window`. */
const SHARED = Symbol.for("mkdocs-flashcards");

/** What the scripts of a page leave for each other. */
export function shared() {
  return /** @type {Shared} */ (/** @type {any} */ (window)[SHARED]);
}
