// @ts-check

/**
 * @param {ReviewSettings} settings
 * @param {number} events in the file
 */
export function recordBackup(settings, events) {
  settings.say({ backup: { time: Math.floor(Date.now() / 1000), events } });
}

/**
 * Whether a value is a time in the past. Clocks can be wrong, and anybody can write to the store.
 * @param {unknown} time in seconds since 1970
 */
export function isPast(time) {
  return Number.isSafeInteger(time) && Number(time) >= 0 && Number(time) <= Date.now() / 1000 + 60;
}

/**
 * @param {ReviewSettings} settings
 * @returns {LastBackup | null}
 */
export function lastBackup({ own }) {
  const { time, events } = Object(own.backup);
  return isPast(time) && Number.isSafeInteger(events) ? { time, events } : null;
}
