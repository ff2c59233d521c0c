// @ts-check
import { make } from "../ui/dom.js";
import { t } from "../ui/i18n.js";
import { numberText } from "../ui/format.js";
import { countDue } from "../session/select.js";
import { stagesOf } from "./stages.js";

/**
 * Show how far the student is: with all cards of the page, with a legend, and with each week in the list. Call it again
 * whenever something changes.
 * @param {ReviewModel} page
 */
export function showStages(page) {
  const { bar, words } = stagesOf(page.items, page.schedule);
  page.element.querySelector(".flash-stages")?.replaceChildren(bar, make("span", "flash-legend", ...words));
  for (const week of page.isIndex ? page.weeks : []) showWeek(week, page);
}

/**
 * @param {ReviewWeek} week
 * @param {ReviewModel} page
 */
function showWeek({ name, items }, { schedule, today }) {
  const entry = document.querySelector(`.flash-weeks > [data-week="${CSS.escape(name)}"]`);
  const { isBegun, bar, words } = stagesOf(items, schedule);
  entry?.querySelector(".flash-week-state")?.remove();
  // For a week that has not been started, the number of cards is enough.
  entry?.toggleAttribute("data-begun", isBegun);
  if (!isBegun) return;
  const state = make("span", "flash-week-state", bar);
  bar.removeAttribute("aria-hidden");
  bar.role = "img";
  bar.ariaLabel = bar.title = words.map((word) => word.textContent).join(", ");
  const { due } = countDue(items, schedule, today, 0);
  if (due) state.append(make("b", "", t("week_due", { n: numberText(due) })));
  entry?.append(state);
}
