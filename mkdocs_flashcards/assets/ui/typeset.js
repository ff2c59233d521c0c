// @ts-check

/**
 * Formulas of a card that came after the page had been typeset; what is typeset already stays as it is.
 * @param {HTMLElement} card
 */
export function typeset(card) {
  const { MathJax, renderMathInElement } = /** @type {any} */ (window);
  MathJax?.typesetPromise?.([card]);
  renderMathInElement?.(card);
}
