// @ts-check
import { studyDay } from "../progress/study-day.js";
import { FlashCard } from "../card/flash-card.js";
import { cardOf, itemsOf } from "../progress/item-parts.js";
import { logOf } from "../progress/log.js";
import { newItemsOn } from "../progress/new-cards.js";
import { Schedule } from "../progress/schedule.js";
import { Settings } from "../progress/settings.js";

/** What a review page knows: its items, and their state today. */
export class ReviewModel {
  /** @param {HTMLElement} element the page's `<flash-review>` */
  constructor(element) {
    this.element = element;
    this.isIndex = element.dataset.page === "index";
    /** @type {ReviewWeek[]} in the order of the course; a week's page has its own only */
    this.weeks = this.isIndex ? weeksOfCourse() : [weekOfPage(element)];
    this.label = element.dataset.label ?? document.querySelector("h1")?.firstChild?.textContent ?? "";
    const items = this.weeks.flatMap((week) => week.items);
    /** @type {QueueItem[]} each once, also when its card stands in several notes */
    this.items = [...new Map(items.map((one) => [one.item, one])).values()];
    this.store = FlashCard.store;
    this.settings = new Settings(element.dataset, this.store);
    this.today = 0;
    /** How many events of this page load the schedule contains. */
    this.known = 0;
    this.schedule = new Schedule([], 0, this.settings.plan);
    this.read();
  }

  /** Read the whole log and the current day. */
  read() {
    this.today = studyDay(new Date());
    // A minute more, because clocks are set now and then.
    const clock = () => Date.now() / 1000 + 60;
    this.schedule = new Schedule(logOf(this.store), this.today, this.settings.plan, clock);
    this.known = this.store.own.length;
  }

  /**
   * Add what was written here since then.
   * @returns {boolean} whether another day has begun, as it may on a page that is left open
   */
  follow() {
    const isNewDay = studyDay(new Date()) !== this.today;
    if (isNewDay) this.read();
    for (const event of this.store.own.slice(this.known)) this.schedule.add(event);
    this.known = this.store.own.length;
    return isNewDay;
  }

  /** How many items of the course are new. A week's page has only its own, and the number of all. */
  get unseen() {
    const own = this.items.filter(({ item }) => !this.schedule.state(item)).length;
    return Math.max(own, Number(this.element.dataset.items ?? 0) - this.schedule.seen());
  }

  /**
   * How many new items that day has, today or later.
   * @param {number} day
   */
  newItemsOn(day) {
    const { exam, newPerDay } = this.settings;
    const before = day === this.today ? this.schedule.newToday() : 0;
    return newItemsOn(newPerDay, exam === null ? 0 : this.unseen + before, exam, day);
  }

  /**
   * What a session would ask now.
   * @param {QueueMode} mode
   * @param {number} [since] when it began, in seconds since 1970: what was remembered in it is not asked again
   * @returns {QueueOptions}
   */
  asking(mode, since) {
    const { schedule, today } = this;
    const items = since ? this.items.filter(({ item }) => !schedule.isKnownSince(item, since)) : this.items;
    return { items, schedule, today, newLeft: this.newItemsOn(today) - schedule.newToday(), mode };
  }
}

/** @returns {ReviewWeek[]} */
function weeksOfCourse() {
  const entries = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".flash-weeks > [data-week]"));
  return [...entries].map((entry) => {
    const { week: name = "", script = "", cards = "" } = entry.dataset;
    const ids = cards.split(" ").filter(Boolean);
    const items = ids.map((item) => ({ item, cardId: cardOf(item), group: name }));
    return { name, label: entry.querySelector("a")?.textContent ?? name, script, items };
  });
}

/**
 * @param {HTMLElement} element
 * @returns {ReviewWeek}
 */
function weekOfPage({ dataset: { week: name = "", label = "" } }) {
  /** @type {QueueItem[]} */
  const items = [];
  // Each note has its own list.
  document.querySelectorAll(".flash-list").forEach((list, n) => {
    for (const { dataset } of /** @type {Iterable<HTMLElement>} */ (list.querySelectorAll("flash-card"))) {
      for (const item of itemsOf(dataset)) items.push({ item, cardId: cardOf(item), group: String(n) });
    }
  });
  return { name, label, script: "", items };
}
