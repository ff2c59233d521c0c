// @ts-check
// A reset is a grade of 0. Nothing is taken away by it, so it can be taken back.
import { announce } from "../ui/announce.js";
import { button, make } from "../ui/dom.js";
import { Log } from "./log.js";
import { word } from "../ui/i18n.js";
import { baseOf } from "../review/model.js";
import { RESET } from "./schedule.js";

const RECENT = 30 * 86400;

/**
 * The items among these that have something to lose.
 * @param {{ item: string }[]} items
 * @param {ReviewSchedule} schedule
 */
export function begunItems(items, schedule) {
  return [...new Set(items.map(({ item }) => item))].filter((item) => schedule.state(item));
}

/**
 * How many cards items are of, in words.
 * @param {string} name
 * @param {string[]} items
 */
export function cardsText(name, items) {
  return word(name, { n: new Set(items.map(baseOf)).size });
}

/**
 * Makes items new again, once the student has said so twice.
 * @param {ReviewPage} page
 * @param {string} title
 * @param {string[]} items
 * @param {(events: LogEvent[]) => void} then is given what can be taken back
 */
export function askReset(page, title, items, then) {
  if (page.element.querySelector("dialog")) return;
  const [cancel, go] = [button("cancel", word("cancel")), button("yes", word("reset"))];
  const text = make("p", "", cardsText("reset_text", items));
  // The browser's own dialog keeps the focus, and gives it back.
  const dialog = make("dialog", "flash-ask", make("h2", "flash-heading", title), text, make("div", "flash-actions", cancel, go));
  dialog.setAttribute("aria-label", title);
  cancel.addEventListener("click", () => dialog.close());
  go.addEventListener("click", () => dialog.close("yes"));
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (!dialog.returnValue) return;
    const now = new Date();
    const events = items.map((item) => page.store.add(item, { grade: RESET }, now));
    written(page, "reset_done");
    then(events);
  });
  page.element.append(dialog);
  dialog.showModal();
}

/**
 * @param {ReviewPage} page
 * @param {LogEvent[]} events of a reset
 */
export function undoReset(page, events) {
  for (const event of events) page.store.add(event.card, { undo: event });
  written(page, "undone");
}

/**
 * @param {ReviewPage} page
 * @param {string} said
 */
function written(page, said) {
  page.store.save();
  page.follow();
  announce(word(said));
}

/**
 * The resets of the last weeks that stand, newest first, each as the events that it wrote.
 * @param {ReviewPage} page
 * @returns {LogEvent[][]}
 */
export function recentResets({ store }) {
  const now = Date.now() / 1000;
  /** @type {Map<string, LogEvent[]>} */
  const acts = new Map();
  const log = new Log(store.read().events);
  for (const row of log.standing()) {
    if (log.grade[row] !== RESET || log.time[row] < now - RECENT || log.time[row] > now + 60) continue;
    const event = log.event(row);
    const act = event.name + " " + event.time;
    acts.get(act)?.push(event) ?? acts.set(act, [event]);
  }
  return [...acts.values()].sort(([a], [b]) => b.time - a.time);
}
