// @ts-check
import { button, make } from "../ui/dom.js";
import { t } from "../ui/i18n.js";
import { counted } from "../ui/counted.js";
import { dayText } from "../ui/format.js";
import { stagesOf } from "./stages.js";
import { comingUp, numbers, onlyMissed, practiseAll, waiting } from "../session/summary.js";

/**
 * What students see first: how much there is to do, and where to start.
 * @param {ReviewModel} page
 * @param {Node[]} more what else can be done with these cards
 */
export function overview(page, more) {
  const { due, fresh } = waiting(page);
  const quiet = [...practiseAll(page), ...onlyMissed(page), ...more];
  const begin = make("div", "flash-begin", numbers([["due_now", due], ["due_new", fresh]]), button("review", t("start"), "flash-main"));
  const nothing = make("div", "flash-begin", make("p", "flash-none", t("nothing_due")), comingUp(page));
  // The page of all weeks has this for each of them.
  const stages = page.isIndex ? [] : stagesOf(page.items, page.schedule);
  return make("div", "flash-panel", due + fresh ? begin : nothing, ...examPlan(page), ...stages, make("div", "flash-more", ...quiet));
}

/**
 * What the exam means for new cards, where it means something: more of them a day, or cards that will not be seen.
 * @param {ReviewModel} page
 */
function examPlan(page) {
  const { today, settings: { exam, newPerDay } } = page;
  if (exam === null || exam < today || !page.unseen) return [];
  const n = page.newItemsOn(today);
  const day = dayText(exam);
  if (!n) return [make("p", "flash-exam", t("exam_unseen", { day, cards: counted("week_count", { n: page.unseen }) }))];
  return n > newPerDay ? [make("p", "flash-exam", t("exam_raised", { day, new: counted("coming_new", { n }) }))] : [];
}
