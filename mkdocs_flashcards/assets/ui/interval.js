// @ts-check
import { language } from "./format.js";

/** From how many days on a longer unit says enough, the longest first. @type {[number, number, Intl.RelativeTimeFormatUnit][]} */
const UNITS = [
  [730, 365, "year"],
  [60, 30, "month"],
  [0, 1, "day"],
];

/**
 * When something is, as people say it: "tomorrow", "in 4 days", "in 3 months".
 * @param {number} days from today
 */
export function aheadText(days) {
  const [, length, unit] = UNITS.find(([least]) => days >= least) ?? UNITS[2];
  return new Intl.RelativeTimeFormat(language(), { numeric: "auto" }).format(Math.round(days / length), unit);
}
