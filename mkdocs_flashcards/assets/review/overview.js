// @ts-check
import { button, make } from "../ui/dom.js";
import { t } from "../ui/i18n.js";
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
  return make("div", "flash-panel", due + fresh ? begin : nothing, make("div", "flash-more", ...quiet));
}
