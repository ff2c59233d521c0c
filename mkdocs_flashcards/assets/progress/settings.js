// @ts-check

/** Other than the log's key, so that settings never look like a list of events. */
const SETTINGS_KEY = "flashcards:settings:";
const MOST_NEW = 9999;

/** What the site says and, where the student may and does say otherwise, what the student says. */
export class Settings {
  /** @type {Record<string, unknown>} what the student said; nothing of it is to be trusted */
  own;

  /**
   * @param {DOMStringMap} site the attributes of the review element
   * @param {ProgressStore} store
   */
  constructor(site, { scope, storage }) {
    this.site = site;
    this.key = SETTINGS_KEY + scope;
    this.storage = storage;
    this.own = this.#read();
  }

  get retention() {
    const wanted = Number(this.site.retention);
    return wanted > 0 && wanted < 1 ? wanted : 0.9;
  }

  /** @returns {number | null} study day of the exam */
  get exam() {
    const day = Date.parse((this.site.exam ?? "") + "T00:00Z") / 86400000;
    return Number.isInteger(day) ? day : null;
  }

  /** @returns {Plan} */
  get plan() {
    return { retention: this.retention, exam: this.exam };
  }

  /** How many new items a day. */
  get fresh() {
    return [this.own.fresh, Number(this.site.new)].find(isCount) ?? 20;
  }

  /** How many grade buttons. */
  get grades() {
    return [this.own.grades, Number(this.site.grades)].find(isButtons) ?? 2;
  }

  /** @param {Record<string, unknown>} changed what the student says */
  say(changed) {
    // Another tab may have changed something else since.
    this.own = { ...this.own, ...this.#read(), ...changed };
    try {
      this.storage().setItem(this.key, JSON.stringify(this.own));
    } catch {
      // They hold for this page, and the log says already that nothing is kept.
    }
  }

  /** Takes in what another tab has said. */
  refresh() {
    this.own = this.#read();
  }

  /** @returns {Record<string, unknown>} */
  #read() {
    try {
      return Object(JSON.parse(this.storage().getItem(this.key) ?? "{}"));
    } catch {
      return {};
    }
  }
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isCount(value) {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_NEW;
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isButtons(value) {
  return value === 2 || value === 4;
}
