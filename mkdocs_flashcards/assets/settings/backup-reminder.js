// @ts-check
import { button, focusOn, make } from "../ui/dom.js";
import { t } from "../ui/i18n.js";
import { counted } from "../ui/counted.js";
import { gradedSince } from "../progress/reviews.js";
import { isPast, lastBackup } from "../progress/last-backup.js";
import { saveBackup } from "./save-backup.js";

/** As many reviews as nobody would like to do again. */
const WORTH_KEEPING = 50;
/** Browsers may delete a site's data after seven days without a visit. */
const WEEK = 7 * 86400;

/**
 * Remind students to make a backup before it is too late. Usually there is no reminder.
 * @param {ReviewModel} page
 */
export function reminder(page) {
  const n = reviewsAtRisk(page, Date.now() / 1000);
  return n ? [notice(page, counted("remind", { n }), button("later", t("later"), "flash-quiet"))] : [];
}

/**
 * How many reviews would be lost with the browser's data; 0 while it is too early for a reminder.
 * @param {ReviewModel} page
 * @param {number} now in seconds
 */
function reviewsAtRisk({ schedule, settings }, now) {
  const saved = lastBackup(settings)?.time ?? 0;
  const { n, first } = gradedSince(schedule, saved);
  const waiting = now - Math.max(saved || first, putOff(settings));
  return n >= WORTH_KEEPING && waiting > WEEK ? n : 0;
}

/**
 * When a student last postponed the backup, in seconds since 1970.
 * @param {ReviewSettings} settings
 */
export function putOff({ own }) {
  return isPast(own.putOff) ? Number(own.putOff) : 0;
}

/**
 * @param {ReviewModel} page
 * @param {string} text
 * @param {HTMLElement[]} more
 */
function notice(page, text, ...more) {
  const box = make("div", "flash-notice", make("p", "", text), make("div", "flash-actions", button("backup", t("save")), ...more));
  box.addEventListener("click", ({ target }) => {
    const action = target instanceof HTMLElement && target.dataset.flash;
    if (action === "backup") saveBackup(page);
    else if (action === "later") page.settings.say({ putOff: Math.floor(Date.now() / 1000) });
    if (!action || page.store.problem) return;
    box.remove();
    const next = page.element.querySelector("button");
    if (next) focusOn(next);
  });
  return box;
}
