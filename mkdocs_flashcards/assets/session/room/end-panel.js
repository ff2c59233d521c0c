// @ts-check
import { Rating } from "../../progress/rating.js";
import { button, make } from "../../ui/dom.js";
import { counted } from "../../ui/plural.js";
import { draw } from "../../ui/draw.js";
import { numberText } from "../../ui/format.js";
import { t } from "../../ui/i18n.js";
import { nextUp, onlyMissed, practiseAll, workload } from "../workload.js";
import { selectItems } from "../select.js";

const [MAIN, QUIET] = ["flash-main", "flash-quiet"];

/**
 * What happened, when to come back, and one step to take next.
 * @param {ReviewModel} page
 * @param {SessionSteps} steps
 * @param {HTMLElement} leave a button that leaves the room
 */
export function endPanel(page, { grades, missed, any: begun, queue }, leave) {
  const start = button("review", t(queue.left ? "break_on" : "start"));
  // As the session has counted: the sides of a card and its numbers each for themselves.
  const asked = new Set(grades.map(({ item }) => item));
  const lost = new Set(grades.flatMap(({ item, grade }) => (grade === Rating.AGAIN ? [item] : [])));
  const known = asked.size - lost.size;
  const { due, fresh } = selectItems(page.asking("due"));
  const left = due.length + fresh.length;
  // What was missed too often is still due, but was not left out.
  const isEarly = [...due, ...fresh].some(({ cardId }) => !missed.has(cardId));
  const days = daysInARow(page);
  const lines = [
    asked.size ? result(asked.size, known) : "",
    left ? t("summary_left", { what: workload(left, page) }) : nextUp(page),
    days > 1 ? counted("days_in_a_row", { n: days }) : "",
  ];
  const again = (look = QUIET) => (missed.size ? onlyMissed(page, missed, look) : asked.size ? [] : [practiseAll(page)]);
  // Who has stopped has had enough.
  const choices = isEarly ? (queue.left ? [leave, start] : [start, leave]) : left ? [...again(MAIN), leave] : [leave, ...again()];
  choices.forEach((choice, n) => choice.classList.add(n ? QUIET : MAIN));
  return make(
    "div",
    "flash-panel flash-summary",
    ring(asked.size, known),
    make("h2", "flash-heading", t(isEarly ? "summary_early" : begun ? "summary" : "nothing_due")),
    ...lines.filter(Boolean).map((line) => make("p", "", line)),
    make("div", "flash-actions", ...choices),
  );
}

/**
 * @param {number} asked cards
 * @param {number} known those of them that were known right away
 */
function result(asked, known) {
  const key = known === asked ? "summary_all" : known ? "summary_known" : "summary_none";
  return t(key, { cards: counted("week_count", { n: asked }), n: numberText(known) });
}

/**
 * The share that was known, for the eye: the sentence below says it too. A ring of nothing would only discourage.
 * @param {number} asked
 * @param {number} known
 */
function ring(asked, known) {
  if (!known) return "";
  const percent = Math.floor((known / asked) * 100);
  const circle = { cx: 18, cy: 18, r: 16, pathLength: 100 };
  return draw(
    "svg",
    { class: "flash-ring", viewBox: "0 0 36 36", "aria-hidden": "true" },
    draw("circle", circle),
    // Browsers leave a hair open where the end of a dash meets its beginning.
    draw("circle", { ...circle, "stroke-dasharray": percent < 100 ? percent + " 100" : "none" }),
    draw("text", { x: 18, y: 18 }, numberText(percent / 100, { style: "percent" })),
  );
}

/**
 * The study days up to today on which something was answered.
 * @param {ReviewModel} page
 */
function daysInARow({ schedule: { items, log }, today }) {
  const days = new Set([...items.values()].flatMap(({ rows }) => rows.map((row) => log.day[row])));
  let n = 0;
  while (days.has(today - n)) n++;
  return n;
}
