// @ts-check
// Study days are numbers. Here they become what a person reads.

const DAY = 86400000;

/** The language of the page; the browser's own where the page names none that there is. */
function language() {
  try {
    return Intl.getCanonicalLocales(document.documentElement.lang)[0];
  } catch {
    return undefined;
  }
}

/** Making one takes far longer than using it. @type {Map<string, Intl.DateTimeFormat>} */
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
