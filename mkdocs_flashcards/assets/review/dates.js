// @ts-check
// Study days are numbers. Here they become what a person reads.

const DAY = 86400000;
/** The standard's first day of a week, where the browser does not know better. */
const MONDAY = 1;

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

/** The day on which weeks begin where the student lives, which a page's language does not tell; 1 is Monday. */
function firstOfWeek() {
  try {
    const locale = /** @type {any} */ (new Intl.Locale(navigator.language));
    return (locale.getWeekInfo?.() ?? locale.weekInfo).firstDay;
  } catch {
    return MONDAY;
  }
}

/**
 * How many days ago the week began that a day is in.
 * @param {number} day
 */
export function dayOfWeek(day) {
  // Day 0 was a Thursday, the fourth.
  return (day + 4 - firstOfWeek() + 7) % 7;
}
