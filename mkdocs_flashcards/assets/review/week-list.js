// @ts-check
import { make } from "../ui/dom.js";
import { t } from "../ui/i18n.js";
import { numberText } from "../ui/format.js";
import { countDue } from "../session/select.js";
import { stagesOf } from "./stages.js";

/**
 * Show the progress of each week in the list. Call it again whenever something changes.
 * @param {ReviewModel} page
 */
export function showWeeks({ weeks, schedule, today }) {
  for (const { name, items } of weeks) {
    const entry = document.querySelector(`.flash-weeks > [data-week="${CSS.escape(name)}"]`);
    const stages = stagesOf(items, schedule);
    entry?.querySelector(".flash-week-state")?.remove();
    // For a week that has not been started, the number of cards is enough.
    entry?.toggleAttribute("data-begun", stages.length > 0);
    if (!stages.length) continue;
    const state = make("span", "flash-week-state", ...stages);
    const { due } = countDue(items, schedule, today, 0);
    if (due) state.append(make("b", "", t("week_due", { n: numberText(due) })));
    entry?.append(state);
  }
}
