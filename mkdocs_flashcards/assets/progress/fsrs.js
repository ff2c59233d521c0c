// @ts-check
// FSRS-6: what a grade does to a memory, and when to ask again. It counts whole study days and knows no clock.
import { Rating } from "./rating.js";

/** The published default weights, in the order of the published formulas. */
const W = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
/** A lifetime. The reference implementations use the same limit. */
const LONGEST = 36500;

/** How many times 1 / CURVE of the stability passes until recall has fallen to this. */
const fallenTo = (/** @type {number} */ recall) => recall ** (-1 / W[20]) - 1;
/** Defines stability as the time after which nine in ten cards are recalled. */
const CURVE = fallenTo(0.9);
/** The largest share of stability that remains after forgetting on a later day. */
const FORGETTING = Math.exp(-W[17] * W[18]);
/** The difficulty that all difficulties drift towards. */
const EASIEST = firstDifficulty(Rating.EASY);
const GROWTH = Math.exp(W[8]);

const clampStability = (/** @type {number} */ stability) => Math.min(Math.max(stability, 0.001), LONGEST);
const clampDifficulty = (/** @type {number} */ difficulty) => Math.min(Math.max(difficulty, 1), 10);

/**
 * @param {number} grade
 * @returns {Memory}
 */
export function firstMemory(grade) {
  return { stability: W[grade - 1], difficulty: clampDifficulty(firstDifficulty(grade)) };
}

/**
 * @param {Memory} memory
 * @param {number} days since the last grade; 0 is the same day
 * @param {number} grade
 * @returns {Memory}
 */
export function nextMemory(memory, days, grade) {
  return { stability: clampStability(nextStability(memory, days, grade)), difficulty: nextDifficulty(memory, grade) };
}

/**
 * @param {number} stability
 * @param {number} days
 */
export function retrievability(stability, days) {
  return (1 + (CURVE * days) / stability) ** -W[20];
}

/**
 * The number of whole days after which the chance of recall falls to the desired retention.
 * @param {number} stability
 * @param {number} retention
 */
export function nextInterval(stability, retention) {
  return Math.min(Math.max(Math.round((stability * fallenTo(retention)) / CURVE), 1), LONGEST);
}

/**
 * @param {Memory} memory
 * @param {number} grade
 */
function nextDifficulty({ difficulty }, grade) {
  const moved = difficulty - (W[6] * (grade - Rating.GOOD) * (10 - difficulty)) / 9;
  return clampDifficulty(W[7] * EASIEST + (1 - W[7]) * moved);
}

/** @param {number} grade */
function firstDifficulty(grade) {
  return W[4] - Math.exp(W[5] * (grade - 1)) + 1;
}

/**
 * @param {Memory} memory
 * @param {number} days
 * @param {number} grade
 */
function nextStability({ stability, difficulty }, days, grade) {
  if (days === 0) return stability * sameDay(stability, grade);
  const lost = 1 - retrievability(stability, days);
  if (grade === Rating.AGAIN) return forgotten(stability, difficulty, lost);
  const weight = grade === Rating.HARD ? W[15] : grade === Rating.EASY ? W[16] : 1;
  const gain = GROWTH * (11 - difficulty) * stability ** -W[9] * (Math.exp(W[10] * lost) - 1);
  return stability * (1 + gain * weight);
}

/**
 * @param {number} stability
 * @param {number} difficulty
 * @param {number} lost the chance that it was forgotten
 */
function forgotten(stability, difficulty, lost) {
  const left = W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * Math.exp(W[14] * lost);
  return Math.min(left, stability * FORGETTING);
}

/**
 * On the same day, only forgetting lowers the stability.
 * @param {number} stability
 * @param {number} grade
 */
function sameDay(stability, grade) {
  const factor = Math.exp(W[17] * (grade - Rating.GOOD + W[18])) * stability ** -W[19];
  return grade === Rating.AGAIN ? factor : Math.max(factor, 1);
}
