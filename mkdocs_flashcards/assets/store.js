// @ts-check
import { studyDay } from "./day.js";
import { readLines, writeLine } from "./log.js";

/** The number is the version of the lines below the key. */
const PREFIX = "flashcards:1:";

/** @returns {string} */
export function randomName() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join("");
}

/**
 * Whose progress it is: the course's, else that of the site whose script this is (`<root>/assets/…js`).
 * @param {string | null} course
 * @param {string} script
 */
export function scopeOf(course, script) {
  return course || new URL("..", script).pathname;
}

/**
 * The progress log of one scope. Every page load adds to a list of its own, under a key of its own, so two tabs can
 * never overwrite one another; the log is the union of all lists.
 */
export class Store {
  /** @type {"" | "full" | "refused"} */
  problem = "";
  /** @type {LogEvent[]} */
  own = [];

  /**
   * @param {string} scope
   * @param {string} name
   * @param {() => Storage} storage a function, since even the access may be refused
   */
  constructor(scope, name = randomName(), storage = () => localStorage) {
    this.prefix = PREFIX + scope + ":";
    this.name = name;
    this.storage = storage;
  }

  /**
   * @param {string} card
   * @param {{ grade: number } | { undo: Identity }} what
   * @param {Date} now
   * @returns {LogEvent}
   */
  add(card, what, now = new Date()) {
    const time = Math.floor(now.getTime() / 1000);
    const event = { name: this.name, n: this.own.length + 1, card, time, day: studyDay(now), ...what };
    this.own.push(event);
    return event;
  }

  /** Writes the whole own list, so that one success makes up for every failure before it. */
  save() {
    const key = this.prefix + this.name;
    const text = this.own.map(writeLine).join("\n");
    try {
      const storage = this.storage();
      storage.setItem(key, text);
      // Some browsers take what they do not keep.
      this.problem = storage.getItem(key) === text ? "" : "refused";
    } catch (error) {
      this.problem = error instanceof DOMException && /quota/i.test(error.name) ? "full" : "refused";
    }
  }

  /** Every event of the scope, and what could not be read, which stays where it is. */
  read() {
    const events = [...this.own];
    /** @type {string[]} */
    const unread = [];
    for (const [name, text] of this.others()) {
      const found = readLines(name, text);
      for (const event of found.events) events.push(event);
      for (const line of found.unread) unread.push(name + " " + line);
    }
    return { events, unread };
  }

  /** @returns {[string, string][]} the lists of other page loads, by name */
  others() {
    try {
      const storage = this.storage();
      return Object.keys(storage)
        .filter((key) => key.startsWith(this.prefix) && key !== this.prefix + this.name)
        .map((key) => [key.slice(this.prefix.length), storage.getItem(key) ?? ""]);
    } catch {
      return [];
    }
  }
}
