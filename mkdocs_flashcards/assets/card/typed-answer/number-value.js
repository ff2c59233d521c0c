// @ts-check
// Numbers are compared by their value, as the language of the site writes them.

/** What may follow a number that stands alone: a unit, whose only digits are powers. */
const UNIT = "(?: ?([\\p{L}\\p{S}%'\"](?:[^\\p{N}]|\\^-?\\d)*))?";

/** Numbers alone in brackets stay: (100,200) is a point and f(1,000) has two arguments. */
const IN_BRACKETS = "[([{][-+\\d ]*,[-+\\d, ]*[)\\]}]";

/**
 * Prose in which each number is written in one way: 1000 for "1,000" and "1 000", and for "1.000" in German. Where the
 * whole text is a number, with or without a unit, "3.0" becomes 3. Elsewhere it stays: version 3.10 is not version 3.1.
 * @param {string} text plain text
 * @param {string} language
 */
export function plainNumbers(text, language) {
  const parts = new Intl.NumberFormat(language, { numberingSystem: "latn" }).formatToParts(12345.6);
  const [, { value: group }, , { value: decimal }] = parts;
  // In India groups of two follow the group of three.
  const more = group === "," ? "\\d\\d\\d?" : "\\d\\d\\d";
  const begins = `${IN_BRACKETS}|(^|[^\\d.,])`;
  const grouped = RegExp(begins + `([1-9]\\d?\\d?([${group.trim()}' ])(?:${more}\\3)*\\d\\d\\d)(?!\\3?\\d)`, "g");
  const alone = RegExp("^([-+]?) ?([\\p{Sc}%]?) ?(\\d*)(?:[." + decimal + "](\\d+))?" + UNIT + "$", "u");
  return text
    .replace(/[\u066a-\u066c]/g, (sign) => "%.,"[sign.charCodeAt(0) - 0x66a])
    .replace(grouped, (all, before, digits) => (digits ? before + digits.replace(/\D/g, "") : all))
    .replace(alone, (all, sign, currency, whole, fraction = "", unit = "") => {
      const value = (whole || "0") + ("." + fraction).replace(/\.?0*$/, "");
      return whole || fraction ? sign.replace("+", "") + currency + value + unit : all;
    });
}
