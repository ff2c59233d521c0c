// @ts-check

/** From the third study day on, a student has something to lose. */
const DAYS = 3;

/**
 * Ask the browser, once, not to delete what this site has stored. Some browsers ask the student.
 * @param {ReviewModel} page
 * @param {boolean} [isWanted] whether the student has just shown that it matters
 */
export function askToPersist({ schedule, settings }, isWanted = false) {
  if (settings.own.persist || !(isWanted || new Set(schedule.log.day).size >= DAYS)) return;
  settings.say({ persist: true });
  navigator.storage?.persist?.().catch(() => {});
}
