// @ts-check
import { numberText } from "./format.js";
import { fill } from "./i18n.js";

/**
 * The rules of the language that the words are in, which need not be the page's. A browser that lacks the language takes
 * its own rules, and `other` stands in for a form that is missing then.
 * @type {Intl.PluralRules | undefined}
 */
let rules;

/**
 * A text from the site's table of words with numbers in it, each written as the page's language does, and what it counts
 * in the plural form that belongs to the number.
 * @param {string} key
 * @param {Record<string, string | number>} values
 */
export function counted(key, values) {
  const word = site.words[key];
  if (typeof word === "string") return fill(word, formatted(values));
  rules ??= new Intl.PluralRules(site.language);
  const { text = "{n}", ...forms } = "other" in word ? { n: word } : word;
  /** @type {Record<string, string | number>} */
  const phrases = {};
  for (const [place, some] of Object.entries(forms)) {
    phrases[place] = fill(some[rules.select(Number(values[place]))] ?? some.other, formatted(values));
  }
  return fill(text, { ...formatted(values), ...phrases });
}

/** @param {Record<string, string | number>} values */
function formatted(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === "number" ? numberText(value) : value]));
}
