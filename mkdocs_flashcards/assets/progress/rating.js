// @ts-check

/** How well a card was known, in Anki's and FSRS's own numbers, which the log keeps. */
export const Rating = { AGAIN: 1, HARD: 2, GOOD: 3, EASY: 4 };

/** Stands in the place of a grade: the card is new again. */
export const RESET = 0;

/** @param {number | undefined} grade */
export function isRemembered(grade) {
  return grade !== undefined && grade > Rating.AGAIN;
}
