// @ts-check

/** Study before this hour belongs to the previous day. */
const DAY_BEGINS = 4;

/**
 * The number of the student's own calendar day. It is computed from the local date, never from elapsed hours, since
 * days on which clocks change have 23 or 25 of them.
 * @param {Date} now
 */
export function studyDay(now) {
  const day = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000;
  return now.getHours() < DAY_BEGINS ? day - 1 : day;
}
