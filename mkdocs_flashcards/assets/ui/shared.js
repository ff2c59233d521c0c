// @ts-check

/** A symbol, because every id in a page, such as that of a heading, becomes a name on `window`. */
const SHARED = Symbol.for("mkdocs-flashcards");

/** What the scripts of a page share. */
export function shared() {
  return /** @type {Shared} */ (/** @type {any} */ (window)[SHARED]);
}
