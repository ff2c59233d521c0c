// @ts-check
import { counted } from "../ui/counted.js";
import { dayText } from "../ui/format.js";
import { draw } from "../ui/draw.js";
import { dayNumber, label, picture } from "./svg.js";

/** The length of a semester. */
const WEEKS = 16;
const SQUARE = 12;
const STEP = 15;
/** Room for month names above and day names at the side. */
const ROOM = 16;
const STRENGTHS = 4;
/** The first day of the week in ISO 8601, used if the browser does not know better. */
const MONDAY = 1;

/**
 * Draw days as squares, with a column for each week.
 * @param {Map<number, number>} perDay
 * @param {number} today
 */
export function calendar(perDay, today) {
  const first = today - dayOfWeek(today) - (WEEKS - 1) * 7;
  const counts = Array.from({ length: today - first + 1 }, (_, i) => perDay.get(first + i) ?? 0);
  const most = Math.max(...counts);
  const labels = [1, 3, 5].map((i) => label(5, ROOM + i * STEP + 10, dayText(first + i, { weekday: "narrow" })));
  const squares = counts.map((n, i) => {
    const [x, y] = [ROOM + Math.floor(i / 7) * STEP, ROOM + (i % 7) * STEP];
    const monthBegins = i % 7 === 0 && dayText(first + i - 7, { month: "short" }) !== dayText(first + i, { month: "short" });
    if (monthBegins) labels.push(label(x + SQUARE, 10, dayText(first + i, { month: "short" })));
    // Use the square root, so that one long evening does not make all other days look empty.
    const strength = n && Math.ceil(STRENGTHS * Math.sqrt(n / most));
    const place = { class: "flash-day-" + strength, x, y, width: SQUARE, height: SQUARE, rx: 2 };
    return draw("rect", place, draw("title", {}, dayNumber(first + i, n)));
  });
  const n = counts.reduce((sum, one) => sum + one);
  const values = { n, days: counts.filter(Boolean).length, most, weeks: WEEKS };
  const drawn = picture(ROOM + WEEKS * STEP, ROOM + 7 * STEP, counted("says_calendar", values), [...labels, ...squares]);
  return { values, drawn };
}

/** The first day of the week where the student lives, which the page's language does not tell. 1 is Monday. */
function firstOfWeek() {
  try {
    const locale = /** @type {any} */ (new Intl.Locale(navigator.language));
    return (locale.getWeekInfo?.() ?? locale.weekInfo).firstDay;
  } catch {
    return MONDAY;
  }
}

/**
 * How many days before the given day its week began.
 * @param {number} day
 */
function dayOfWeek(day) {
  // Day 0 was a Thursday, the fourth.
  return (day + 4 - firstOfWeek() + 7) % 7;
}
