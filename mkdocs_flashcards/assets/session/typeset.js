// @ts-check

/**
 * Typeset the formulas of a card that was added after the page was typeset. Typeset formulas do not change.
 * @param {HTMLElement} card
 */
export function typeset(card) {
  const { MathJax, renderMathInElement } = /** @type {any} */ (window);
  MathJax?.typesetPromise?.([card]);
  // An element with such an id is there under its name too.
  if (typeof renderMathInElement === "function") renderMathInElement(card);
}
