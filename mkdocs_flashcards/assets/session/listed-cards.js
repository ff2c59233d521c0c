// @ts-check

/** The cards in the page's list, each once, by id. */
export function listedCards() {
  const listed = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".flash-list flash-card"));
  return new Map([...listed].map((card) => [card.dataset.card ?? "", card]));
}
