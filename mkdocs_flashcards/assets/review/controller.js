// @ts-check
import { announce } from "../ui/announce.js";
import { button, focusOn, make } from "../ui/dom.js";
import { drawer } from "./drawer.js";
import { cardOf } from "../progress/item-parts.js";
import { isBroughtBack, saveSession, savedSession } from "../session/resume.js";
import { loadExtras, loadSession, prepareSession } from "./load-on-demand.js";
import { listedCards } from "../session/listed-cards.js";
import { overview } from "./overview.js";
import { within } from "../progress/storage/database.js";
import { heard, reconcile } from "../progress/storage/reconcile.js";
import { ReviewModel } from "./model.js";
import { saveToFile, showStorageProblem } from "../card/save-progress.js";
import { ofCards } from "../session/workload.js";
import { t } from "../ui/i18n.js";

/** Addresses that start a session, and what the session asks. @type {Map<string, QueueMode>} */
const SESSIONS = new Map([
  ["#review", "due"],
  ["#review-all", "all"],
  ["#review-missed", "missed"],
]);

/** Where a session was left last. Material's instant navigation replaces the page, which then takes the focus again. */
let left = "";

/** What a review page does: it says how much there is to do, and runs the session that the address asks for. */
export class ReviewController {
  /** @type {ReviewSession | undefined} */
  #session;
  #address = "";
  /** All that the session asks, where that is less than its address says. @type {Set<string> | undefined} */
  #cards;
  /** Whether the previous entry in the browser's history is this page without the session. */
  #entered = false;
  /** Whether the log has changes that are not shown yet. */
  #stale = false;
  #panel = make("div", "");
  #figures = make("div", "");
  /** @type {ReturnType<typeof drawer> | undefined} */
  #drawer;
  #drawing = 0;
  #leave = new AbortController();
  /** @type {Promise<void>} when the whole log is there */
  #complete;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.page = new ReviewModel(element);
    this.#complete = this.#reconcile();
    this.#layOut();
    this.#listen();
    const kept = savedSession();
    if (kept && isBroughtBack()) history.replaceState(history.state, "", kept.hash);
    this.#obey(kept);
    if (left === location.href) this.#hold();
    left = "";
  }

  /** The element has left the document. */
  release() {
    this.#leave.abort();
    this.#close();
  }

  /** @type {Partial<Record<Action, () => void>>} */
  #actions = {
    sheet: () => this.#print("sheet"),
    cutouts: () => this.#print("cutouts"),
    save: () => saveToFile(this.page.store),
    review: () => this.#go("review"),
    "review-all": () => this.#go("review-all"),
    "review-missed": () => this.#go("review-missed"),
  };

  #layOut() {
    const { page } = this;
    document.querySelector(".flash-below")?.remove();
    this.element.replaceChildren(this.#panel);
    // Show the weeks first, because students continue from there.
    if (page.isIndex) {
      this.#drawer = drawer(page, () => this.#show(true));
      document.querySelector(".flash-weeks")?.after(make("div", "flash-below", this.#figures, this.#drawer.element));
    }
    this.#show();
  }

  #listen() {
    const { signal } = this.#leave;
    for (const type of ["popstate", "hashchange"]) addEventListener(type, () => this.#obey(), { signal });
    addEventListener("storage", (event) => this.#heard(event), { signal });
    addEventListener("pageshow", ({ persisted }) => persisted && this.#comeBack(), { signal });
    this.#awaitReader();
    document.addEventListener("visibilitychange", () => this.#refresh(false), { signal });
    this.#panel.addEventListener("click", ({ target }) => {
      const action = /** @type {Action | undefined} */ (target instanceof Element && target.closest("button")?.dataset.flash);
      if (action) this.#actions[action]?.();
    });
  }

  /** Load nothing more while nobody reads the page. At the first sign of a reader, load what they need to start. */
  #awaitReader() {
    const signs = ["pointermove", "touchstart", "keydown", "scroll"];
    const seen = (/** @type {Event} */ event) => {
      // Browsers also report a pointer that rests where the page appears.
      if (event instanceof PointerEvent && !event.movementX && !event.movementY) return;
      for (const sign of signs) removeEventListener(sign, seen);
      prepareSession(this.page);
    };
    for (const sign of signs) addEventListener(sign, seen, { signal: this.#leave.signal, passive: true });
  }

  /** @param {boolean} [within] whether it is the drawer where something has changed, which then knows it */
  #show(within = false) {
    const { page } = this;
    page.follow();
    this.#stale = false;
    const held = this.#panel.contains(document.activeElement);
    const paper = /** @type {const} */ (["sheet", "cutouts"]).map((what) => button(what, t(what), "flash-quiet"));
    this.#panel.replaceChildren(overview(page, page.isIndex ? [] : paper));
    showStorageProblem(page.store, this.#panel);
    if (held) this.#hold();
    if (!page.isIndex && !page.schedule.log.size) return;
    if (!within) this.#drawer?.draw();
    this.#figures.toggleAttribute("data-coming", page.schedule.log.size > 0);
    // Show the start button before counting a hundred thousand reviews.
    clearTimeout(this.#drawing);
    this.#drawing = setTimeout(() => this.#draw());
  }

  /** Add what only the database has: what a browser that crashed had not yet written elsewhere. */
  async #reconcile() {
    const { page } = this;
    const [events] = await Promise.all([reconcile(page.store), page.settings.recall()]);
    if (events.length) page.read();
    if (events.length || page.store.problem) this.#refresh(true);
  }

  /** There is nothing to draw before the first review. */
  async #draw() {
    const { schedule, isIndex } = this.page;
    // On a week's page they only bring a reminder, if there is one.
    const found = schedule.log.size ? await loadExtras(this.page, isIndex) : undefined;
    found?.showStages(this.page);
    if (isIndex) this.#figures.replaceChildren(found?.statistics(this.page) ?? "");
    this.#figures.removeAttribute("data-coming");
    for (const notice of this.#panel.querySelectorAll(".flash-notice")) notice.remove();
    // Nothing outranks the start.
    this.#panel.append(...(found?.reminder(this.page) ?? []));
  }

  /** @param {"sheet" | "cutouts"} what */
  async #print(what) {
    (await loadExtras(this.page))?.paper[what]([...listedCards().values()], this.page.label);
  }

  #hold() {
    const first = this.#panel.querySelector("button");
    if (first) focusOn(first);
  }

  /**
   * Start a session, or another one; without an action, leave it.
   * @param {Start} [action]
   * @param {Set<string>} [cards] all that it asks
   */
  #go(action, cards) {
    this.#cards = cards;
    if (action) {
      if (this.#session) history.replaceState(history.state, "", "#" + action);
      else history.pushState(null, "", "#" + action);
      this.#entered ||= !this.#session;
    } else if (this.#entered) return history.back();
    else history.replaceState(history.state, "", location.pathname + location.search);
    this.#address = "";
    this.#obey();
  }

  /** Show what the address asks for. */
  /** @param {SavedSession | null} [kept] one that goes on */
  #obey(kept) {
    const { hash } = location;
    const mode = SESSIONS.get(hash.split("?")[0]);
    if (mode && hash.includes("?") && !taggedCards()) return this.#refuse();
    if (mode && hash !== this.#address) this.#begin(mode, kept?.hash === hash ? kept.since : undefined);
    else if (!mode && this.#session) {
      this.#entered = false;
      this.#cards = undefined;
      saveSession(null);
      this.#close();
      this.#show();
      this.#hold();
      left = location.href;
    }
  }

  /** The address asks for what the course does not have, such as a tag of last year. */
  #refuse() {
    this.#entered = false;
    this.#go();
    this.#show();
    const text = t("address_unknown");
    this.#panel.append(make("p", "flash-missing", text));
    announce(text);
  }

  /** @param {QueueMode} mode @param {number} [since] when it began, if that was before */
  async #begin(mode, since) {
    this.#close();
    const { hash } = location;
    this.#address = hash;
    const [Session] = await Promise.all([loadSession(this.page), within(this.#complete, 1000)]);
    // The student may have gone elsewhere in the meantime.
    if (this.#address !== hash || this.#session) return;
    if (!Session) return this.#close();
    this.page.follow();
    saveSession({ hash, since: since ?? Math.floor(Date.now() / 1000) });
    this.element.setAttribute("data-active", "");
    // A warning that progress is not saved must appear where the student sees it.
    this.#panel.replaceChildren();
    this.#session = new Session(this.page, ofCards(this.page.asking(mode, since), this.#cards ?? taggedCards()), {
      go: (action, cards) => this.#go(action, cards),
      loadExtras: (isAwaited) => loadExtras(this.page, isAwaited),
    });
    this.#session.begin();
  }

  #close() {
    this.#session?.close();
    this.#session = undefined;
    this.#address = "";
    this.element.removeAttribute("data-active");
  }

  /** The browser restored the page as it was. The day or the reviews may have changed. */
  #comeBack() {
    this.page.read();
    this.#show();
    this.#address = "";
    this.#obey(savedSession());
  }

  /** @param {StorageEvent} event */
  #heard(event) {
    const { page } = this;
    page.settings.refresh();
    if (event.key === null) this.#cleared();
    const others = heard(page.store, event);
    for (const other of others) page.schedule.add(other);
    this.#session?.heard(others);
    this.#refresh(true);
  }

  /** Another tab has emptied localStorage. The database, and this page, still know. */
  async #cleared() {
    this.page.store.saveAgain();
    this.#complete = this.#reconcile();
    await this.#complete;
    this.page.read();
    this.#refresh(true);
  }

  /** Change nothing during a session, and draw nothing on a page that nobody sees. @param {boolean} stale */
  #refresh(stale) {
    this.#stale ||= stale;
    if (this.#session || document.hidden || !(this.page.follow() || this.#stale)) return;
    this.#show();
  }
}

/** The cards with the tag that the address names, if it names one of the course. */
function taggedCards() {
  /** @type {Iterable<HTMLAnchorElement>} */
  const tags = document.querySelectorAll(".flash-tags a");
  const tag = [...tags].find(({ hash }) => hash === location.hash);
  return tag && new Set(tag.dataset.cards?.split(" ").map(cardOf));
}
