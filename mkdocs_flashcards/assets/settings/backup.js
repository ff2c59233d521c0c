// @ts-check
import { announce } from "../ui/announce.js";
import { studyDay } from "../progress/study-day.js";
import { button, make } from "../ui/dom.js";
import { Log, logOf } from "../progress/log.js";
import { t } from "../ui/i18n.js";
import { newEvents, openBackup } from "../progress/storage/backup-file.js";
import { counted } from "../ui/plural.js";
import { dayText } from "../ui/format.js";
import { RESET } from "../progress/rating.js";
import { lastBackup, recordBackup } from "../progress/storage/last-backup.js";
import { Store } from "../progress/storage/store.js";
import { ask } from "./confirm-dialog.js";
import { saveBackup } from "./save-backup.js";

/**
 * Backup to a file, and restore.
 * @param {ReviewModel} page
 * @param {() => void} changed
 */
export function backupSection(page, changed) {
  const input = make("input", "");
  input.type = "file";
  input.accept = ".json";
  input.hidden = true;
  const [save, restore] = [button("backup", t("save")), button("restore", t("restore"))];
  const status = make("div", "");
  // The buttons stay where they are: the one that was pressed has the focus.
  const show = (/** @type {string[]} */ said = []) => {
    const { unread } = logOf(page.store);
    const texts = [t("backup_why"), backupText(page), ...(unread.length ? [counted("unread", { n: unread.length })] : [])];
    status.replaceChildren(...[...texts, ...said].map((text) => make("p", "", text)));
  };
  save.addEventListener("click", () => {
    saveBackup(page);
    show();
  });
  restore.addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    const said = await restored(page, file);
    // Allow choosing the same file again.
    input.value = "";
    show(said);
    announce(said.join(" "));
    changed();
  });
  show();
  return make("section", "", make("h3", "flash-heading", t("copies")), status, make("div", "flash-actions", save, restore, input));
}

/** @param {ReviewModel} page */
function backupText({ settings }) {
  const backup = lastBackup(settings);
  if (!backup) return t("backup_none");
  return t("backup_last", { day: dayText(studyDay(new Date(backup.time * 1000)), { dateStyle: "medium" }) });
}

/**
 * How many of the events are grades that were not undone.
 * @param {LogEvent[]} events
 * @param {number} [from] the first that counts
 */
function gradesIn(events, from = 0) {
  const log = new Log(events);
  return log.standing().filter((row) => row >= from && log.grade[row] !== RESET).length;
}

/**
 * Restore a file.
 * @param {ReviewModel} page
 * @param {File} file
 * @returns {Promise<string[]>} what happened
 */
async function restored(page, file) {
  const { events, unread, course, problem } = await openBackup(file);
  if (problem && problem !== "cut") return [t("restore_" + problem), t("restore_as_was")];
  const { settings } = page;
  const isOther = course !== undefined && course !== page.store.scope;
  if (isOther && !(await ask(page, t("restore"), t("restore_other", { course }), t("restore_yes")))) return [t("restore_as_was")];
  const store = isOther && !isOfCards(events, page) ? new Store(course, undefined, page.store.storage) : page.store;
  const there = logOf(store).events();
  const fresh = newEvents(events, there);
  await store.restore(fresh);
  page.read();
  // A file that contains everything is a backup.
  if (!isOther && !problem && there.length + fresh.length <= events.length) recordBackup(settings, events.length);
  const came = gradesIn([...there, ...fresh], there.length);
  const said = countedReviews(came, gradesIn(events) - came);
  if (problem) said.unshift(t("restore_cut"));
  if (unread.length) said.push(counted("restore_unread", { n: unread.length }));
  if (store.problem) said.push(t("storage_" + store.problem), t("storage_rest"));
  return said;
}

/**
 * Whether a log is of cards that this course has: it may have moved to another address. Else it is kept for its own
 * course, and counts nowhere in this one.
 * @param {LogEvent[]} events
 * @param {ReviewModel} page
 */
function isOfCards(events, { items }) {
  const own = new Set(items.map(({ item }) => item));
  return events.some(({ card }) => own.has(card));
}

/**
 * @param {number} came how many reviews are new here
 * @param {number} had how many were here already
 */
function countedReviews(came, had) {
  if (!came) return [had ? counted("restore_all", { n: had }) : t("restore_empty")];
  return [counted("restore_came", { n: came }), ...(had ? [counted("restore_had", { n: had })] : [])];
}
