// @ts-check
import { distance, pieces, split } from "./diff.js";

/** Forgive one slip in words at least this long. A slip in a shorter word too easily makes another word. */
const LONG_WORD = 5;

/**
 * Phones and text editors replace quotes and dashes without asking.
 * @param {string} text
 */
function plainQuotes(text) {
  return text.replace(/[\u2018-\u201b\u2032\u00b4\x60]/g, "'").replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"');
}

/**
 * Normalise the text to what the eye sees. Superscripts stay: 10² is not 102.
 * @param {string} text
 */
function loose(text) {
  const folded = text.replace(/[^\u00b2\u00b3\u00b9\u2070-\u207f]+/g, (part) => part.normalize("NFKC"));
  const seen = plainQuotes(folded)
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\u2044/g, "/")
    .replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return seen.replace(/(.)\s*[.\u3002]$/su, "$1");
}

/**
 * Fold case, including special cases such as ß and SS, or the dotless i.
 * @param {string} text
 */
function lower(text) {
  return text.toUpperCase().toLowerCase().replace(/i\u0307/g, "i").replace(/\u03c2/g, "\u03c3");
}

/**
 * In answers with digits or inner capitals, case and every letter count: CO, pH, H2O.
 * @param {string} answer
 */
function isStrict(answer) {
  return /\p{N}|\p{L}\p{Lu}/u.test(answer);
}

/**
 * Whether the texts differ by at most one typing slip in each long word.
 * @param {string} typed
 * @param {string} answer
 */
function isSlip(typed, answer) {
  const words = typed.split(" ");
  const wanted = answer.split(" ");
  const near = (/** @type {string} */ word, /** @type {number} */ i) =>
    word === wanted[i] || ((wanted[i].match(/\p{L}/gu) ?? []).length >= LONG_WORD && distance(word, wanted[i]) === 1);
  return words.length === wanted.length && words.every(near);
}

/**
 * @param {string} typed
 * @param {string} answer
 * @param {boolean} exact
 * @returns {Verdict}
 */
function compare(typed, answer, exact) {
  const strict = exact || isStrict(answer);
  const said = strict ? loose(typed) : lower(loose(typed));
  const wanted = strict ? loose(answer) : lower(loose(answer));
  if (said === wanted) return "right";
  return !strict && isSlip(said, wanted) ? "almost" : "wrong";
}

/**
 * Judge what was typed by the accepted answer that is nearest to it.
 * @param {string} typed
 * @param {string[]} accepted
 * @param {boolean} [exact] the answer is code
 * @returns {Judgement}
 */
export function checkAnswer(typed, accepted, exact = false) {
  const said = typed.normalize("NFC").trim();
  const ranks = ["right", "almost", "wrong"];
  const tried = accepted
    .map((answer) => answer.normalize("NFC").trim())
    .map((expected) => ({ expected, verdict: compare(said, expected, exact) }))
    .map((one) => ({ ...one, rank: ranks.indexOf(one.verdict), far: distance(said, one.expected) }));
  tried.sort((a, b) => a.rank - b.rank || a.far - b.far);
  const { expected, verdict } = tried[0];
  const [typedPieces, expectedPieces] = pieces(split(said), split(expected));
  return { verdict, same: said === expected, expected, typedPieces, expectedPieces };
}
