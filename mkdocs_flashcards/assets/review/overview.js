// @ts-check
import { button, make } from "../ui/dom.js";
import { stackedBar } from "../ui/draw.js";
import { t } from "../ui/i18n.js";
import { counted } from "../ui/plural.js";
import { dayText, numberText } from "../ui/format.js";
import { nextUp, onlyMissed, practiseAll, waiting, workload } from "../session/workload.js";

/**
 * What students see first: how much there is to do, and where to start.
 * @param {ReviewModel} page
 * @param {Node[]} more what else can be done with these cards
 */
export function overview(page, more) {
  const { due, fresh } = waiting(page);
  const n = due + fresh;
  const quiet = [practiseAll(page), ...onlyMissed(page), ...more];
  const lead = make("p", "flash-lead", n ? workload(n, page) : t("nothing_due"));
  const begin = make("div", "flash-begin", make("div", "", lead, make("p", "flash-about", n ? detail(page, due, fresh) : nextUp(page))));
  if (n) begin.append(button("review", t("start"), "flash-main"));
  // The room for what is drawn later.
  const stages = page.schedule.log.size ? [make("div", "flash-stages", stackedBar([0, 0, 1]))] : [];
  return make("div", "flash-panel", begin, ...examPlan(page), ...stages, make("div", "flash-more", ...quiet));
}

/**
 * @param {ReviewModel} page
 * @param {number} due
 * @param {number} fresh
 * @returns {string} what the cards are; to students who come for the first time, what all this is
 */
function detail({ schedule, element }, due, fresh) {
  if (!schedule.log.size) return element.dataset.first ?? "";
  const parts = [due ? t("week_due", { n: numberText(due) }) : "", fresh ? counted("coming_new", { n: fresh }) : ""];
  return parts.filter(Boolean).join(", ");
}

/**
 * What the exam means for new cards, where it means something: more of them a day, or cards that will not be seen.
 * @param {ReviewModel} page
 */
function examPlan(page) {
  const { today, settings: { exam, newPerDay } } = page;
  if (exam === null || exam < today || !page.unseen) return [];
  const n = page.newItemsOn(today);
  if (n && n <= newPerDay) return [];
  const values = { day: dayText(exam), new: counted("coming_new", { n }), cards: counted("week_count", { n: page.unseen }) };
  return [make("p", "flash-about flash-exam", t(n ? "exam_raised" : "exam_unseen", values))];
}
