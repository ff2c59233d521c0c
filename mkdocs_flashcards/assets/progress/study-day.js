// @ts-check

/** A night's study before this hour belongs to the day before. */
const DAY_BEGINS = 4;

/**
 * The number of the student's own calendar day. Counted from the fields of the local date and never from
 * elapsed hours, since the day the clocks change has 23 or 25 of them.
 * @param {Date} now
 */
export function studyDay(now) {
  const day = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000;
  return now.getHours() < DAY_BEGINS ? day - 1 : day;
}
