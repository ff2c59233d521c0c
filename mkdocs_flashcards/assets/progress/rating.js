// @ts-check

/** How well a card was known, with the numbers of Anki and FSRS, which the log stores. */
export const Rating = { AGAIN: 1, HARD: 2, GOOD: 3, EASY: 4 };

/** Used in place of a grade: the card is new again. */
export const RESET = 0;

/** @param {number | undefined} grade */
export function isRemembered(grade) {
  return grade !== undefined && grade > Rating.AGAIN;
}
