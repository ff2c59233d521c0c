// @ts-check
import { studyDay } from "../day.js";
import { saveToFile } from "../saving.js";

/** @param {ReviewPage} page */
export function saveBackup({ store, settings }) {
  const day = new Date(studyDay(new Date()) * 86400000).toISOString().slice(0, 10);
  // The last part of "/course/"; files of several courses and days lie in one folder of downloads.
  const course = /([^/]*)\/?$/.exec(store.scope)?.[1];
  saveToFile(store, ["flashcards", course, day].filter(Boolean).join("-") + ".json");
  settings.backup = { time: Math.floor(Date.now() / 1000), events: store.read().events.length };
}
