// @ts-check
import { stackedBar } from "../ui/draw.js";
import { make } from "../ui/dom.js";
import { t } from "../ui/i18n.js";
import { counted } from "../ui/plural.js";
import { calendar } from "./calendar.js";
import { numberText } from "../ui/format.js";
import { forecast } from "./forecast.js";
import { history } from "../progress/reviews.js";
import { dueByDay, recalled, reviewsByDay } from "./counts.js";

const FORECAST_DAYS = 14;

/**
 * The student's statistics. There are none before the first review.
 * @param {ReviewModel} page
 */
export function statistics({ schedule, items, today, settings: { retention } }) {
  const past = history(schedule);
  if (!past.length) return "";
  const title = make("h2", "flash-heading", t("figures"));
  const { values, drawn } = calendar(reviewsByDay(past), today);
  const due = dueByDay(items, schedule, today, FORECAST_DAYS);
  const soon = due.reduce((sum, n) => sum + n);
  const row = make(
    "div",
    "flash-figures",
    figure("calendar", values, drawn),
    figure("forecast", { today: due[0], n: soon, days: FORECAST_DAYS }, Math.max(...due) ? forecast(due, today) : ""),
  );
  const { share, ...kept } = recalled(past, today);
  const [percent, aim] = [share, retention].map((part) => numberText(part, { style: "percent" }));
  if (share >= 0) row.append(figure("recall", { ...kept, share: percent, aim }, recallBar(share, retention)));
  return make("section", "", title, row);
}

/**
 * The share that was remembered, with the student's goal marked on it.
 * @param {number} share
 * @param {number} goal
 */
function recallBar(share, goal) {
  const bar = stackedBar([share, 0, 1 - share]);
  const mark = make("span", "flash-goal");
  mark.style.insetInlineStart = goal * 100 + "%";
  bar.append(mark);
  return bar;
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} values
 * @param {Node | string} drawn
 */
function figure(name, values, drawn) {
  return make("div", "", make("h3", "flash-heading", t("figure_" + name)), make("p", "flash-soft", counted("text_" + name, values)), drawn);
}
