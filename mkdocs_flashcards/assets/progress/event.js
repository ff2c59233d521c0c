// @ts-check

/**
 * number, card, time in base 36, day, then a grade (0 is a reset) or "-" and the event that is taken back. No id of a
 * card has a character that means something in HTML.
 */
export const LINE = /^([1-9]\d{0,8}) ([^\s<>&"'\x60]{1,200}) ([0-9a-z]{1,8}) (-?\d{1,6}) (?:([0-4])|-([0-9a-z]{1,32})\.([1-9]\d{0,8}))$/;
/** However wrong a clock was, in any time zone, an event's day is the day of its time or the day before or after. */
const APART = 3;
export const NAME = /^[0-9a-z]{1,32}$/;
/** Starts the name of a list whose events come from elsewhere. Each of its lines is a whole record. */
export const RESTORED = "+";

/**
 * An event as text. The name of its page load is in its storage key.
 * @param {LogEvent} event
 */
export function writeLine({ n, card, time, day, grade, undo }) {
  return [n, card, time.toString(36), day, undo ? "-" + undo.name + "." + undo.n : grade].join(" ");
}

/**
 * An event as text that is complete by itself.
 * @param {LogEvent} event
 */
export function writeRecord(event) {
  return event.name + " " + writeLine(event);
}

/**
 * @param {number} time
 * @param {number} day
 */
export function isDayOf(time, day) {
  return Math.abs(time / 86400 - day) < APART;
}

/**
 * Anybody who can write to the store can write anything, so accept only exact events.
 * @param {string} name
 * @param {string} line
 * @returns {LogEvent | null}
 */
export function readLine(name, line) {
  const found = LINE.exec(line);
  if (!found || !NAME.test(name)) return null;
  const [n, card, time, day] = [Number(found[1]), found[2], parseInt(found[3], 36), Number(found[4])];
  if (!isDayOf(time, day)) return null;
  if (found[5]) return { name, n, card, time, day, grade: Number(found[5]) };
  return { name, n, card, time, day, undo: { name: found[6], n: Number(found[7]) } };
}

/** @param {string} record */
export function readRecord(record) {
  const end = record.indexOf(" ");
  return readLine(record.slice(0, end), record.slice(end + 1));
}

/**
 * The events of a stored list, and its unreadable lines, unchanged.
 * @param {string} name
 * @param {string} text
 */
export function readLines(name, text) {
  /** @type {LogEvent[]} */
  const events = [];
  /** @type {string[]} */
  const unread = [];
  const restored = name.startsWith(RESTORED);
  for (const line of text.split("\n")) {
    const event = restored ? readRecord(line) : readLine(name, line);
    if (event) events.push(event);
    else if (line) unread.push(line);
  }
  return { events, unread };
}

/**
 * The log as a file. It includes unreadable lines, since the file may be their only copy.
 * @param {LogEvent[]} events
 * @param {string[]} unread
 * @param {string} [course] whose progress it is
 */
export function writeFile(events, unread, course) {
  const lines = events.map(writeRecord);
  return JSON.stringify({ format: "mkdocs-flashcards", version: 1, course, events: lines, unread }, null, 1);
}
