// @ts-check
import { button, focusOn, make } from "../ui/dom.js";
import { t } from "../ui/i18n.js";
import { dayText } from "../ui/format.js";
import { history } from "../progress/reviews.js";
import { begunItems, recentResets } from "../progress/reset.js";
import { askReset, cardsText, undoReset } from "./reset-dialog.js";

/** The number of resets that can be undone here. Nobody makes more. */
const MOST = 20;

/**
 * Start again with a week or with everything, and undo it.
 * @param {ReviewModel} page
 * @param {() => void} changed
 */
export function resetSection(page, changed) {
  const part = make("section", "");
  const show = () => part.replaceChildren(...resetRow(page, again), ...resetList(page, again));
  const again = () => {
    show();
    const next = part.querySelector("button");
    if (next) focusOn(next);
    changed();
  };
  show();
  return part;
}

/**
 * @param {ReviewModel} page
 * @param {() => void} again
 */
function resetRow(page, again) {
  // Include items whose card is gone, since it may come back.
  const all = { label: t("all_cards"), begun: () => begunItems(history(page.schedule), page.schedule) };
  const each = page.weeks.map(({ label, items }) => ({ label, begun: () => begunItems(items, page.schedule) }));
  const choices = [...each, all].filter(({ begun }) => begun().length);
  const pick = make("select", "", ...choices.map(({ label }) => new Option(label)));
  pick.setAttribute("aria-label", t("reset_what"));
  const reset = button("reset", t("reset"));
  reset.addEventListener("click", () => {
    const { label, begun } = choices[pick.selectedIndex];
    askReset(page, t("reset") + ": " + label, begun(), again);
  });
  const texts = [make("h3", "flash-heading", t("restart")), make("p", "", t(choices.length ? "reset_why" : "reset_nothing"))];
  return choices.length ? [...texts, make("div", "flash-actions", pick, reset)] : texts;
}

/**
 * @param {ReviewModel} page
 * @param {() => void} again
 */
function resetList(page, again) {
  const rows = recentResets(page).slice(0, MOST).map((events) => {
    const cards = events.map(({ card }) => card);
    const reset = new Set(cards);
    const of = page.weeks.filter(({ items }) => items.some(({ item }) => reset.has(item)));
    const undo = button("undo", t("undo"));
    undo.addEventListener("click", () => {
      undoReset(page, events);
      again();
    });
    const said = [dayText(events[0].day), ...of.map(({ label }) => label), cardsText("week_count", cards)];
    return make("li", "", ...said.map((text) => make("span", "", text)), undo);
  });
  return rows.length ? [make("p", "", t("resets")), make("ul", "flash-resets", ...rows)] : [];
}
