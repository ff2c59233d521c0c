// @ts-check
import { announce } from "../ui/announce.js";
import { button, buttonsChanged, focusOn, make } from "../ui/dom.js";
import { Rating } from "../progress/rating.js";
import { saveToFile, showStorageProblem } from "../card/save-progress.js";
import { t } from "../ui/i18n.js";
import { Cards } from "./card-source.js";
import { Controls } from "./keys-and-clicks.js";
import { Shell } from "./room/shell.js";
import { isTimeToEnd, Steps } from "./steps.js";
import { gradeButtons, GRADES, overruleButton } from "./room/grade-buttons.js";
import { Loader } from "./loader.js";
import { keyCap } from "./room/key-names.js";
import { cardOf } from "../progress/item-parts.js";
import { Queue } from "./queue.js";
import { dress, typeset } from "./typeset.js";

/** Asks one card after another until none is left. */
export class Session {
  /** @type {CardController | undefined} */
  #card;
  /** Which card the session is waiting for, while one is being loaded. */
  #turn = 0;
  #listening = new AbortController();
  /** @type {Partial<Record<Action, () => void>>} */
  #actions = {
    "go-on": () => this.#goOn(),
    undo: () => this.#undo(),
    skip: () => this.#passOver(),
    resume: () => this.#ask(),
    enough: () => this.#end(),
    full: () => this.shell.full(),
    save: () => saveToFile(this.page.store),
    leave: () => this.host.go(),
    review: () => this.host.go("review"),
    "review-all": () => this.host.go("review-all"),
    "review-missed": () => this.host.go("review-missed", this.steps.missed),
  };

  /**
   * @param {ReviewModel} page
   * @param {QueueOptions} asked
   * @param {SessionHost} host
   */
  constructor(page, asked, host) {
    this.page = page;
    this.cards = new Cards(page);
    this.host = host;
    this.grades = GRADES[page.settings.grades];
    this.mode = asked.mode;
    /** The day whose cards are asked. */
    this.day = asked.today;
    this.queue = new Queue(asked);
    this.steps = new Steps(this.queue);
    this.shell = new Shell(page.label);
    this.loader = new Loader(page, this.cards, this.shell);
    this.problems = this.shell.problems;
    const { signal } = this.#listening;
    this.controls = new Controls(this.shell, this.#actions, this.grades, (grade) => this.#grade(grade), signal);
    this.shell.menu.addEventListener("beforetoggle", ({ newState }) => newState === "open" && this.#fillMenu());
    this.shell.stage.oninput = () => this.#explain();
    document.addEventListener("visibilitychange", () => this.#comeBack(), { signal });
  }

  begin() {
    this.shell.open(this.page.element);
    showStorageProblem(this.page.store, this.problems);
    this.#ask();
  }

  close() {
    this.#turn = -1;
    this.#listening.abort();
    /** @type {HTMLDialogElement | null} */ (this.page.element.querySelector(".flash-ask"))?.close();
    this.shell.close();
  }

  /** @param {string} [said] what has just happened */
  async #ask(said = "") {
    const { queue } = this;
    if (this.#isNewDay) return this.#beginDay();
    const turn = ++this.#turn;
    this.#card = undefined;
    const place = this.#count();
    if (queue.current === undefined) return this.#end();
    const original = await this.loader.card(queue.current);
    if (turn !== this.#turn) return;
    if (!original) return this.#passOver(true);
    this.#show(original, queue.current);
    announce(said + " " + place);
    if (queue.next) this.cards.load(cardOf(queue.next));
  }

  /** Whether another day has begun. What is due depends on it, but not what a student wants to practise. */
  get #isNewDay() {
    return this.mode === "due" && this.page.today !== this.day;
  }

  /** The student has looked elsewhere, perhaps overnight. A card that is graded is read to its end. */
  #comeBack() {
    if (document.hidden) return;
    this.page.follow();
    if (this.#isNewDay && !this.#card?.grading.grade) this.#ask();
  }

  #beginDay() {
    const { page, queue } = this;
    this.day = page.today;
    queue.renew(page.asking("due"));
    if (queue.left) this.#pause(({ offerDay }) => offerDay(queue.left, page));
    else this.#end();
  }

  /** Another tab has graded cards. What one tab has asked, the other skips. @param {LogEvent[]} events */
  heard(events) {
    const { queue, queue: { current } } = this;
    const graded = events.flatMap(({ card, day, grade }) => (grade && day === this.page.today ? [card] : []));
    queue.drop(this.#card?.grading.grade ? graded.filter((item) => item !== current) : graded);
    if (queue.current === current) this.shell.count(this.steps.counts);
    else if (this.shell.stage.querySelector("flash-card, .flash-wait")) this.#ask();
  }

  /** @returns {string} what is left */
  #count() {
    this.#offerUndo();
    return this.shell.count(this.steps.counts);
  }

  /** @param {HTMLElement} original @param {string} item */
  #show(original, item) {
    const card = this.shell.ask(original, item, this);
    this.#card = card.controller;
    typeset(card);
    if (original.ownerDocument !== document) dress(card, this.host.loadExtras);
    this.#explain();
    buttonsChanged();
    focusOn(card);
  }

  /** The menu is drawn when it opens. */
  async #fillMenu() {
    const [card, item] = [this.#card, this.queue.current];
    const more = await this.host.loadExtras();
    if (!more || !card || !item || card !== this.#card) return;
    const rest = more.cardMenu(this.page, item, card.element, (step) => this.#stepped(step));
    this.shell.menu.replaceChildren(this.shell.skip, ...rest);
  }

  /** Something that can be undone was done without a grade. @param {Step} step */
  #stepped(step) {
    this.steps.add(step);
    this.#ask();
  }

  /** Show something between two cards, or the next card where there is no connection. @param {(more: Extras) => HTMLElement} panelOf */
  async #pause(panelOf) {
    const more = await this.#extras();
    if (more === null) return;
    if (!more) return this.#ask();
    const panel = panelOf(more);
    panel.querySelectorAll(".flash-button").forEach((choice, n) => choice.append(keyCap(String(n + 1))));
    this.shell.put(panel);
    this.#explain();
    buttonsChanged();
    const heading = /** @type {HTMLElement} */ (panel.querySelector("h2"));
    focusOn(heading);
    announce(heading.textContent + " " + this.#count());
  }

  #explain() {
    const { main, blank, given } = this.controls;
    const types = this.#card?.state === "closed" && (blank ?? given);
    const does = main?.firstChild?.textContent;
    this.shell.explain([
      ...(does ? [/** @type {[string, string]} */ ([types ? "↵" : t("key_space"), does])] : []),
      ...(blank || this.shell.undo.disabled ? [] : [/** @type {[string, string]} */ (["u", t("undo")])]),
    ]);
  }

  /** What a session shows besides cards. @returns {Promise<Extras | undefined | null>} null if it has gone on meanwhile */
  async #extras() {
    this.#card = undefined;
    this.shell.wait();
    const turn = ++this.#turn;
    const found = await this.host.loadExtras();
    return turn === this.#turn ? found : null;
  }

  async #end() {
    const { page, shell, steps } = this;
    page.follow();
    const found = await this.#extras();
    if (found === null) return;
    const leave = button("leave", t("to_overview"));
    // Without a connection there are no figures.
    const panel = found?.endPanel(page, steps, leave) ?? make("div", "flash-summary", make("h2", "flash-heading", t("summary")), leave);
    // A student who comes once a week would not be reminded in time elsewhere.
    panel.append(...(found?.reminder(page, true) ?? []));
    shell.put(panel);
    shell.root.toggleAttribute("data-over", true);
    this.#explain();
    buttonsChanged();
    focusOn(/** @type {HTMLElement} */ (shell.stage.querySelector("h2")));
  }

  /** The buttons that a card shows here instead of its own. @param {CardController} card */
  gradeRow({ grading }) {
    this.#offerUndo(grading);
    // The row is in its place only after this.
    queueMicrotask(() => this.#opened());
    if (!grading.complete) return gradeButtons(this.grades, this.queue.current ?? "", this.page);
    const others = this.grades.filter((grade) => grade !== grading.grade);
    return [
      make("span", "flash-status", grading.text),
      ...others.map((grade) => overruleButton(grade, this.grades)),
      button("go-on", t("next_card"), "flash-main"),
    ];
  }

  /** Where the answer would begin below the window, the question moves up. */
  #opened() {
    this.#explain();
    const { stage } = this.shell;
    const answer = stage.querySelector(".flash-answer");
    const below = answer ? answer.getBoundingClientRect().top - stage.getBoundingClientRect().top : 0;
    if (below > stage.clientHeight / 2) stage.scrollBy(0, below - stage.clientHeight / 3);
  }

  /** @param {CardController["grading"]} [grading] */
  #offerUndo(grading) {
    this.shell.undo.disabled = !grading?.grade && !this.steps.canGoBack;
  }

  /** @param {number} grade @returns {boolean} whether a card was there to be graded */
  #grade(grade) {
    const card = this.#card;
    if (card?.state !== "open") return false;
    const { grading } = card;
    const wasJudged = grading.complete;
    grading.decide(grade);
    this.#keep();
    if (!wasJudged) this.#goOn();
    else {
      card.render();
      announce(grading.text);
    }
    return true;
  }

  #goOn() {
    const grading = this.#card?.grading;
    const item = this.queue.current;
    if (!grading?.grade || !item) return;
    this.steps.add({ item, grading });
    this.page.follow();
    const lost = grading.grade === Rating.AGAIN && this.steps.isGivenUp(item);
    this.queue.graded(grading.grade, lost);
    const { counts: { done, left }, grades } = this.steps;
    // The way to the note of the card, which is gone by the time that the offer is there.
    const place = lost ? [...this.shell.stage.querySelectorAll(".flash-from")].map((from) => from.cloneNode(true)) : [];
    if (lost) this.#pause(({ offerNote }) => offerNote(place));
    else if (isTimeToEnd(grades.length, left)) this.#pause(({ offerEnd }) => offerEnd(done, left));
    else this.#ask(grading.text);
  }

  /** Take back the last grade, and ask the item again. */
  #undo() {
    const grading = this.#card?.grading;
    if (grading?.grade) grading.takeBack();
    else if (!this.steps.back()) return;
    this.#keep();
    this.page.follow();
    this.#ask(t("undone"));
  }

  #passOver(lost = false) {
    const item = this.queue.current;
    if (this.#card?.grading.grade) return this.#goOn();
    if (item === undefined) return;
    this.steps.add({ item, lost });
    this.queue.skip();
    this.#ask(lost ? (this.problems.textContent ?? "") : "");
  }

  #keep() {
    this.page.store.save().then(() => showStorageProblem(this.page.store, this.problems));
  }
}
