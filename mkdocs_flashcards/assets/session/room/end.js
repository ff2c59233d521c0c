// @ts-check
import { Rating } from "../../progress/rating.js";
import { button, make } from "../../ui/dom.js";
import { t } from "../../ui/i18n.js";
import { comingUp, numbers, onlyMissed, practiseAll, waiting } from "../summary.js";

/**
 * What happened, and when to come back.
 * @param {ReviewModel} page
 * @param {SessionSteps} steps
 * @param {SessionHost} host
 */
export function endPanel(page, { grades, any: begun }, host) {
  const asked = new Set(grades.map(({ item }) => item));
  const missed = new Set(grades.flatMap(({ item, grade }) => (grade === Rating.AGAIN ? [item] : [])));
  const first = new Map([...grades].reverse().map(({ item, grade }) => [item, grade]));
  const known = [...first.values()].filter((grade) => grade !== Rating.AGAIN).length;
  const happened = numbers([
    ["summary_asked", asked.size],
    ["summary_known", known],
    ["summary_missed", missed.size],
  ]);
  const { due, fresh } = waiting(page);
  const left = due + fresh;
  const [start, leave] = [button("review", t("start"), "flash-main"), button("leave", t("to_overview"), left ? "" : "flash-main")];
  const panel = make(
    "div",
    "flash-panel flash-summary",
    make("h2", "flash-heading", t(left ? "review" : begun ? "summary" : "nothing_due")),
    ...(asked.size ? [happened] : []),
    comingUp(page),
    make("div", "flash-actions", ...(left ? [start, leave] : [leave]), ...(asked.size ? onlyMissed(page) : practiseAll(page))),
  );
  // A student who comes once a week would not be reminded in time elsewhere.
  host.loadExtras(false).then((found) => panel.append(...(found?.reminder(page, true) ?? [])));
  return panel;
}
