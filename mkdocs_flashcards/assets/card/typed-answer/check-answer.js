// @ts-check
import { distance, pieces, split } from "./diff.js";
import { plainNumbers } from "./number-value.js";
import { plainProse, plainText } from "./plain-text.js";

/** Forgive one slip in words at least this long. A slip in a shorter word too easily makes another word. */
const LONG_WORD = 5;

/** Hebrew and Arabic are written with them or without. */
const POINTS = /[\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652\u0670]/g;

/**
 * Fold case. Turkish tells i and ı apart, elsewhere they are one letter.
 * @param {string} text
 * @param {string} language
 */
function lower(text, language) {
  const folded = /^(tr|az)/.test(language)
    ? text.toLocaleLowerCase(language)
    : text.toLowerCase().replace(/\u0131/g, "i");
  return folded.replace(/i\u0307/g, "i").replace(/\u03c2/g, "\u03c3");
}

/**
 * What a language also writes in another way.
 * @param {string} text
 * @param {string} language
 */
function respelled(text, language) {
  if (/^fr/.test(language)) return text.replace(/\u0153/g, "oe").replace(/\xe6/g, "ae");
  if (/^ro/.test(language)) return text.replace(/\u015f/g, "\u0219").replace(/\u0163/g, "\u021b");
  return /^de-(CH|LI)/.test(language) ? withoutSharp(text) : text;
}

/** @param {string} text */
function withoutPoints(text) {
  return text.replace(/\p{L}\p{M}+/gu, (letter) => letter.replace(POINTS, ""));
}

/** @param {string} text */
function withoutSharp(text) {
  return text.replace(/\xdf/g, "ss");
}

/**
 * In answers with digits, inner capitals or functions, case and every letter count: CO, pH, H2O, O(n).
 * @param {string} answer
 */
function isStrict(answer) {
  return /\p{N}|\p{L}\p{Lu}|(^|\P{L})\p{L}\(/u.test(answer);
}

/**
 * Whether the texts differ by at most one typing slip in each long word, or by ss for ß: Masse and Maße are two words.
 * @param {string} typed
 * @param {string} answer
 */
function isSlip(typed, answer) {
  const words = typed.split(" ");
  const wanted = answer.split(" ");
  const near = (/** @type {string} */ word, /** @type {number} */ i) =>
    withoutSharp(word) === withoutSharp(wanted[i]) ||
    ((wanted[i].match(/\p{L}/gu) ?? []).length >= LONG_WORD && distance(word, wanted[i]) === 1);
  return words.length === wanted.length && words.every(near);
}

/**
 * What of the two texts is compared.
 * @param {string} typed
 * @param {string} answer
 * @param {boolean} strict
 * @param {string} language
 */
function essences(typed, answer, strict, language) {
  const texts = [typed, answer]
    .map((text) => plainNumbers(plainProse(text), language))
    .map((text) => (strict ? text : respelled(lower(text, language), language)))
    // Capitals and Russian print do without these letters. The other way round they tell words apart.
    .map((text) => (/SS/.test(typed) ? withoutSharp(text) : text));
  if (/^ru/.test(language) && !texts[0].includes("\u0451")) texts[1] = texts[1].replace(/\u0451/g, "\u0435");
  return texts.some((text) => text === withoutPoints(text)) ? texts.map(withoutPoints) : texts;
}

/**
 * @param {string} typed
 * @param {string} answer
 * @param {boolean} exact
 * @param {string} language
 * @returns {Verdict}
 */
function compare(typed, answer, exact, language) {
  const strict = exact || isStrict(answer);
  const [said, wanted] = exact ? [typed, answer].map(plainText) : essences(typed, answer, strict, language);
  // Who types code may end the sentence, but what belongs to the code counts: `git add .`, `1.`
  if (said === wanted || (exact && said.replace(/([^\d\s.])[.\u3002]$/, "$1") === wanted)) return "right";
  return !strict && isSlip(said, wanted) ? "almost" : "wrong";
}

/**
 * Judge what was typed by the accepted answer that is nearest to it.
 * @param {string} typed
 * @param {string[]} accepted
 * @param {boolean} [exact] the answer is code
 * @param {string} [language] in which numbers and letters are read
 * @returns {Judgement}
 */
export function checkAnswer(typed, accepted, exact = false, language = site.language) {
  const said = typed.normalize("NFC").trim();
  const ranks = ["right", "almost", "wrong"];
  const tried = accepted
    .map((answer) => answer.normalize("NFC").trim())
    .map((expected) => ({ expected, verdict: compare(said, expected, exact, language) }))
    .map((one) => ({ ...one, rank: ranks.indexOf(one.verdict), far: distance(said, one.expected) }));
  tried.sort((a, b) => a.rank - b.rank || a.far - b.far);
  const { expected, verdict } = tried[0];
  const [typedPieces, expectedPieces] = pieces(split(said), split(expected));
  return { verdict, same: said === expected, expected, typedPieces, expectedPieces };
}
