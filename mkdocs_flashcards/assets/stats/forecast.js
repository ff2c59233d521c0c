// @ts-check
import { dayText, numberText } from "../ui/format.js";
import { draw } from "../ui/draw.js";
import { dayNumber, label, picture } from "./svg.js";

const BAR = 14;
const SPACE = 20;
/** Room for numbers above and days below. */
const TOP = 16;
const FLOOR = 100;
const BOTTOM = 121;

/**
 * Draw how much is due, with a bar for each day.
 * @param {number[]} due from today on
 * @param {number} today
 */
export function forecast(due, today) {
  const most = Math.max(...due);
  const content = due.flatMap((n, i) => {
    const x = (i + 0.5) * SPACE;
    const below = label(x, FLOOR + 12, dayText(today + i, { weekday: "narrow" }));
    if (!n) return [below];
    const height = Math.max((n / most) * (FLOOR - TOP), 2);
    const place = { x: x - BAR / 2, y: FLOOR - height, width: BAR, height, rx: 1 };
    const bar = draw("rect", place, draw("title", {}, dayNumber(today + i, n)));
    return [below, bar, label(x, FLOOR - height - 4, numberText(n))];
  });
  const said = due.flatMap((n, i) => (n ? [dayNumber(today + i, n)] : [])).join(". ");
  return picture(due.length * SPACE, BOTTOM, said, content);
}
