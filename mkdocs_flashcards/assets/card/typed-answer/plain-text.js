// @ts-check
// What a reader sees of a text, whatever keyboard, phone or editor it was typed with. Unicode's own classes say which
// characters are quotes, dashes, digits or invisible.

/** Ignored wherever nothing draws them: direction marks, joiners, variants. Flags are told apart by invisible tags. */
const INVISIBLE = /(?![\u{e0020}-\u{e007f}])\p{DI}|\u0640/gu;

/** Unicode has no class for them. A power is not a digit: 10² is not 102. */
const SUPERSCRIPTS = /[\xb2\xb3\xb9\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d61\u1d78\u1d9b-\u1dbf\u2070-\u207f]+/g;

/** Apostrophes, primes, and quotes that are drawn as one stroke; not all of them are quotes to Unicode. */
const SINGLE = /[\u02b9\u02bb-\u02bd\u05f3\u2018-\u201b\u2032\u2039\u203a\uff07]/g;

/** Powers in one sign with their unit: ㎡. */
const SQUARED = /[\u339f-\u33a6]/g;

/** Full stops of the scripts that have their own. */
const FINAL_STOP = /(.)\s*[.\u0589\u06d4\u0964\u0965\u0f0d\u104b\u1362\u17d4\u3002]$/su;

/** @param {string} digit of any script, all of which have theirs in a row */
function digitValue(digit) {
  let at = /** @type {number} */ (digit.codePointAt(0));
  const end = at;
  while (/\p{Nd}/u.test(String.fromCodePoint(at - 1))) at--;
  return String((end - at) % 10);
}

/**
 * In code and prose: what the eye cannot tell apart becomes the same.
 * @param {string} text
 */
export function plainText(text) {
  return text
    .replace(INVISIBLE, "")
    .replace(SUPERSCRIPTS, "^$&")
    .replace(SQUARED, (sign) => sign.normalize("NFKC").replace(/\d/, "^$&"))
    .replace(/(\d)([\xbc-\xbe\u2150-\u215f\u2189])/g, "$1 $2")
    .replace(/\u2034/g, "\u2033'")
    .replace(SINGLE, "'")
    .replace(/(?!')\p{QMark}|[\u02ba\u05f4\u2033]/gu, '"')
    .replace(/\u301c/g, "~")
    .replace(/\p{Dash}/gu, "-")
    .normalize("NFKC")
    .replace(/\u2044/g, "/")
    .replace(/\p{Nd}/gu, digitValue)
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * In prose alone: quotes of every shape, the spaces beside them and beside other signs, degrees, a final full stop, and
 * Persian letters from an Arabic keyboard. In code all of these may count: `git add .`
 * @param {string} text
 */
export function plainProse(text) {
  return plainText(text.replace(/[\xb4`]/g, "'").replace(/\u2116\s*/g, "No "))
    .replace(FINAL_STOP, "$1")
    .replace(/ (?=[?!;:,\u060c\u061b\u061f])/g, "")
    .replace(/,(?=\p{L})/gu, ", ")
    .replace(/ - /g, "-")
    .replace(/\u22c5/g, "\xb7")
    .replace(/ ?([<=>\xb1\xb7\xd7\xf7\u2190-\u2193\u2248\u2260\u2264\u2265]) ?/g, "$1")
    .replace(/(.)\xb0/g, "$1o")
    .replace(/\u06cc/g, "\u064a")
    .replace(/\u06a9/g, "\u0643")
    .replace(/''/g, '"')
    .replace(/(^|[\s(])'([^']+)'(?![\p{L}\p{N}])/gu, '$1"$2"')
    .replace(/ ?" ?/g, '"');
}
