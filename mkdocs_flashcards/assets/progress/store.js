// @ts-check
import { studyDay } from "./study-day.js";
import { RESTORED, readLines, writeLine, writeRecord } from "./event.js";

/** The number is the version of the line format. */
const PREFIX = "flashcards:1:";

/** @returns {string} */
export function randomName() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join("");
}

/**
 * Whose progress it is: the course's, or else that of the site this script belongs to (`<root>/assets/…js`).
 * @param {string | null} course
 * @param {string} script
 */
export function scopeOf(course, script) {
  return course || new URL("..", script).pathname;
}

/**
 * The progress log of one scope. Every page load adds to its own list, under its own key, so two tabs can never
 * overwrite each other. The log is the union of all lists.
 */
export class Store {
  /** @type {"" | "full" | "refused"} */
  problem = "";
  /** @type {LogEvent[]} */
  own = [];
  /** @type {LogEvent[]} from files that this page load was given */
  #restored = [];
  /** Whether those still have to be written. */
  #pending = false;

  /**
   * @param {string} scope
   * @param {string} name
   * @param {() => Storage} storage a function, since even the access may be refused
   */
  constructor(scope, name = randomName(), storage = () => localStorage) {
    this.scope = scope;
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

  /**
   * Add events that are not there yet. One with the name of this page load is a forgery, since no file can contain new
   * events of this page.
   * @param {LogEvent[]} events
   */
  restore(events) {
    for (const event of events) if (event.name !== this.name) this.#restored.push(event);
    this.#pending = true;
    this.save();
  }

  /** Write the whole list of this page load, so that one success makes up for all earlier failures. */
  save() {
    this.problem = this.own.length ? this.#write(this.name, this.own.map(writeLine)) : "";
    if (this.problem || !this.#pending) return;
    this.problem = this.#write(RESTORED + this.name, this.#restored.map(writeRecord));
    this.#pending = this.problem !== "";
  }

  /**
   * @param {string} name
   * @param {string[]} lines
   */
  #write(name, lines) {
    const text = lines.join("\n");
    try {
      const storage = this.storage();
      storage.setItem(this.prefix + name, text);
      // Some browsers accept data without storing it.
      return storage.getItem(this.prefix + name) === text ? "" : "refused";
    } catch (error) {
      return error instanceof DOMException && /quota/i.test(error.name) ? "full" : "refused";
    }
  }

  /** The events of this page load, and those of the files restored in it. */
  get added() {
    return [...this.own, ...this.#restored];
  }

  /** All events of the scope, some perhaps twice, and the unreadable lines, which stay where they are. */
  read() {
    const events = this.added;
    /** @type {string[]} */
    const unread = [];
    for (const [name, text] of this.lists()) {
      const found = readLines(name, text);
      for (const event of found.events) events.push(event);
      for (const line of found.unread) unread.push(name + " " + line);
    }
    return { events, unread };
  }

  /**
   * The events of a list that another tab has just written.
   * @param {StorageEvent} event
   */
  heard({ key, newValue }) {
    return this.#isOther(key ?? "") ? readLines(this.#nameOf(key ?? ""), newValue ?? "").events : [];
  }

  /** @returns {[string, string][]} the lists of other page loads, by name */
  lists() {
    try {
      const storage = this.storage();
      const keys = Object.keys(storage).filter((key) => this.#isOther(key));
      return keys.map((key) => [this.#nameOf(key), storage.getItem(key) ?? ""]);
    } catch {
      this.problem = "refused";
      return [];
    }
  }

  /** @param {string} key */
  #nameOf(key) {
    return key.slice(this.prefix.length);
  }

  /** @param {string} key */
  #isOther(key) {
    if (!key.startsWith(this.prefix)) return false;
    const name = this.#nameOf(key);
    // A colon means another scope, whose name merely starts with this one.
    return name !== this.name && name !== RESTORED + this.name && !name.includes(":");
  }
}
