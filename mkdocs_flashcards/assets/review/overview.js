// @ts-check
import { button, make } from "../dom.js";
import { word } from "../words.js";
import { numberText } from "./dates.js";
import { countDue, Queue } from "./queue.js";
import { comingUp, numbers } from "./summary.js";

/**
 * What a student sees first: how much there is to do, and where to begin.
 * @param {ReviewPage} page
 * @param {Node[]} more what else can be done with these cards
 */
export function overview(page, more) {
  const { items, schedule, today, newLeft } = page.asking("due");
  const { due, fresh } = countDue(items, schedule, today, newLeft);
  const missed = new Queue(page.asking("missed")).left;
  const quiet = [
    button("review-all", word("practise_all_n", { n: numberText(items.length) }), "flash-quiet"),
    ...(missed ? [button("review-missed", word("only_missed_n", { n: numberText(missed) }), "flash-quiet")] : []),
    ...more,
  ];
  const begin = make("div", "flash-begin", numbers([["due_now", due], ["due_new", fresh]]), button("review", word("start"), "flash-main"));
  const nothing = make("div", "flash-begin", make("p", "flash-none", word("nothing_due")), comingUp(page));
  return make("div", "flash-panel", due + fresh ? begin : nothing, make("div", "flash-more", ...quiet));
}
