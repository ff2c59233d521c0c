// @ts-check
// Turns study days and numbers into text.

const DAY = 86400000;

/** The language of the page, or the browser's own if the page names no valid one. */
export function language() {
  try {
    return Intl.getCanonicalLocales(document.documentElement.lang)[0];
  } catch {
    return undefined;
  }
}

/** Creating one takes far longer than using it. @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * @param {number} day a study day
 * @param {Intl.DateTimeFormatOptions} [how]
 */
export function dayText(day, how = { weekday: "short", day: "numeric", month: "short" }) {
  const name = language() + JSON.stringify(how);
  const format = formats.get(name) ?? new Intl.DateTimeFormat(language(), { ...how, timeZone: "UTC" });
  formats.set(name, format);
  return format.format(day * DAY);
}

/**
 * @param {number} n
 * @param {Intl.NumberFormatOptions} [how]
 */
export function numberText(n, how) {
  return n.toLocaleString(language(), how);
}
