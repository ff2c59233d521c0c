// @ts-check

/** number, card, time in base 36, day, then a grade or "-" and the event that is taken back */
const LINE = /^([1-9]\d{0,8}) (\S{1,200}) ([0-9a-z]{1,8}) (-?\d{1,6}) (?:([1-4])|-([0-9a-z]{1,32})\.([1-9]\d{0,8}))$/;
const NAME = /^[0-9a-z]{1,32}$/;

/**
 * One event as text; the name of its page load stands in the key it is stored under.
 * @param {LogEvent} event
 */
export function writeLine({ n, card, time, day, grade, undo }) {
  return [n, card, time.toString(36), day, undo ? "-" + undo.name + "." + undo.n : grade].join(" ");
}

/**
 * Whoever can write to the store can write anything: what is not exactly an event is none.
 * @param {string} name
 * @param {string} line
 * @returns {LogEvent | null}
 */
export function readLine(name, line) {
  const found = LINE.exec(line);
  if (!found || !NAME.test(name)) return null;
  const [, n, card, time, day, grade, undoName, undoNumber] = found;
  const event = { name, n: Number(n), card, time: parseInt(time, 36), day: Number(day) };
  if (grade) return { ...event, grade: Number(grade) };
  return { ...event, undo: { name: undoName, n: Number(undoNumber) } };
}

/**
 * The events of one stored list, and the lines that are none, letter for letter.
 * @param {string} name
 * @param {string} text
 */
export function readLines(name, text) {
  /** @type {LogEvent[]} */
  const events = [];
  /** @type {string[]} */
  const unread = [];
  for (const line of text.split("\n")) {
    const event = readLine(name, line);
    if (event) events.push(event);
    else if (line) unread.push(line);
  }
  return { events, unread };
}

/**
 * The log as a file. Unreadable lines go with it: the file may be all that is left of them.
 * @param {LogEvent[]} events
 * @param {string[]} unread
 */
export function writeFile(events, unread) {
  const lines = events.map((event) => event.name + " " + writeLine(event));
  return JSON.stringify({ format: "mkdocs-flashcards", version: 1, events: lines, unread }, null, 1);
}
