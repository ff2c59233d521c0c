// @ts-check
import { announce } from "../ui/announce.js";
import { button, focusOn, isSecondClick, make } from "../ui/dom.js";
import { Rating } from "../progress/rating.js";
import { kinds } from "../card/kinds/registry.js";
import { saveToFile, showStorageProblem } from "../card/save-progress.js";
import { t } from "../ui/i18n.js";
import { loadScript, loadStyle } from "../ui/load.js";
import { Shell } from "./shell.js";
import { gradeButton, GRADES, gradeWord, overruleWord } from "./grade-buttons.js";
import { isTyping } from "../ui/keyboard.js";
import { hasOwnMeaning, keyOf } from "./keys.js";
import { cardOf } from "../progress/item-parts.js";
import { Queue } from "./queue.js";
import { summary } from "./summary.js";
import { typeset } from "../ui/typeset.js";
import { prepareVariant } from "./variant.js";

/** Asks one card after another until none is left. */
export class Session {
  /**
   * Cards that were graded, skipped or unavailable, and resets, each with its undo.
   * @type {{ item: string, grading?: CardController["grading"], lost?: boolean, takeBack?: () => void }[]}
   */
  #steps = [];
  /** @type {CardController | undefined} */
  #card;
  /** Which card the session is waiting for, while one is being loaded. */
  #turn = 0;
  /** @type {Set<string>} weeks and kinds of cards that did not come */
  #missing = new Set();
  #listening = new AbortController();
  /** @type {Partial<Record<Action, () => void>>} */
  #actions = {
    "go-on": () => this.#goOn(),
    undo: () => this.#undo(),
    skip: () => this.#passOver(),
    save: () => saveToFile(this.page.store),
    leave: () => this.host.go("leave"),
    review: () => this.host.go("review"),
    "review-all": () => this.host.go("review-all"),
    "review-missed": () => this.host.go("review-missed"),
  };

  /**
   * @param {ReviewModel} page
   * @param {ReviewCards} cards
   * @param {QueueOptions} asked
   * @param {{ go: (action: Start | "leave") => void, loadExtras: () => Promise<Extras | undefined> }} host does what leads out of the session
   */
  constructor(page, cards, asked, host) {
    this.page = page;
    this.cards = cards;
    this.host = host;
    this.grades = GRADES[page.settings.grades];
    this.queue = new Queue(asked);
    this.shell = new Shell(page.label, gradeWord(Rating.GOOD, this.grades));
    this.problems = this.shell.problems;
    const { signal } = this.#listening;
    // Listen before the card does, since a key can mean more here than in a note.
    for (const type of ["click", "keydown"]) this.shell.root.addEventListener(type, this, { signal, capture: true });
  }

  begin() {
    this.page.element.append(this.shell.root);
    showStorageProblem(this.page.store, this.problems);
    this.#ask();
  }

  close() {
    this.#turn = -1;
    this.#listening.abort();
    this.page.element.querySelector("dialog")?.close();
    this.shell.root.remove();
  }

  /** @param {string} [said] what has just happened */
  async #ask(said = "") {
    const { shell, queue } = this;
    const turn = ++this.#turn;
    this.#card = undefined;
    const known = this.#steps.filter(({ grading }) => grading && grading.grade !== Rating.AGAIN);
    const place = shell.count(known.length, queue.left);
    this.#offerUndo();
    if (queue.current === undefined) return this.#end();
    const original = this.cards.get(cardOf(queue.current)) ?? (await this.#fetched(queue.current));
    const { kind = "" } = original?.dataset ?? {};
    const files = this.page.element.dataset[kind];
    if (files) await this.#loadKind(kind, files);
    if (turn !== this.#turn) return;
    if (!original || !kinds.has(kind)) return this.#passOver(true);
    this.#show(prepareVariant(original, queue.current));
    announce((said + " " + place).trim());
    if (queue.next) this.cards.load(cardOf(queue.next));
  }

  /** @param {HTMLElement} element */
  #show(element) {
    const card = /** @type {FlashCardElement} */ (element);
    const { root, stage, about, tools, undo, skip } = this.shell;
    card.host = this;
    about.replaceChildren(...card.querySelectorAll(":scope > .flash-source, :scope > .flash-from"));
    tools.replaceChildren(undo, skip, ...this.#resetting());
    stage.replaceChildren(card);
    this.#card = card.controller;
    typeset(card);
    focusOn(card);
    // After the end of a long answer, start at the top of the next card.
    if (root.getBoundingClientRect().top < 0) root.scrollIntoView();
  }

  #resetting() {
    const { page, queue } = this;
    const item = queue.current ?? "";
    if (!page.schedule.state(item)) return [];
    const cardId = cardOf(item);
    const reset = button("renew", t("reset_card"), "flash-quiet");
    reset.addEventListener("click", async () => {
      const found = await this.host.loadExtras();
      const begun = page.items.flatMap((one) => (one.cardId === cardId && page.schedule.state(one.item) ? [one.item] : []));
      found?.askReset(page, t("reset_card"), begun, (events) => {
        this.#steps.push({ item, takeBack: () => found.undoReset(page, events) });
        this.#ask();
      });
    });
    return [reset];
  }

  /** @param {string} item */
  async #fetched(item) {
    const { stage, tools, undo, skip } = this.shell;
    stage.replaceChildren(make("p", "flash-wait", t("loading")));
    tools.replaceChildren(undo, skip);
    focusOn(this.shell.root);
    const cardId = cardOf(item);
    const week = this.cards.weeksOf(cardId).map(({ label }) => label).join(", ");
    if (this.#missing.has(week)) return undefined;
    if (await this.cards.load(cardId)) return this.cards.get(cardId);
    this.#missing.add(week);
    this.problems.append(make("p", "flash-missing", t("week_missing", { week })));
    return undefined;
  }

  /** What comes with a kind of card that few pages have. @param {string} kind @param {string} files */
  async #loadKind(kind, files) {
    const [style, script] = files.split(" ");
    await Promise.all([loadStyle(style, this.page.element), kinds.has(kind) || loadScript(script)]);
    if (kinds.has(kind) || this.#missing.has(kind)) return;
    this.#missing.add(kind);
    this.problems.append(make("p", "flash-missing", t("more_missing")));
  }

  #end() {
    const { page, shell } = this;
    const grades = this.#steps.flatMap(({ item, grading }) => (grading ? [{ item, grade: grading.grade }] : []));
    page.follow();
    shell.about.replaceChildren();
    shell.stage.replaceChildren(summary(page, grades, this.#steps.length > 0));
    focusOn(/** @type {HTMLElement} */ (shell.stage.querySelector("h2")));
  }

  /** The buttons that a card shows here instead of its own. @param {CardController} card */
  gradeRow({ grading }) {
    this.#offerUndo(grading);
    if (!grading.complete) return this.grades.map((grade, n) => gradeButton(grade, gradeWord(grade, this.grades), n));
    const others = this.grades.filter((grade) => grade !== grading.grade);
    return [
      make("span", "flash-status", grading.text),
      ...others.map((grade) => gradeButton(grade, overruleWord(grade, this.grades))),
      button("go-on", t("next_card"), "flash-main"),
    ];
  }

  /** @param {CardController["grading"]} [grading] */
  #offerUndo(grading) {
    this.shell.undo.disabled = !grading?.grade && !this.#canStepBack;
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const used = event instanceof KeyboardEvent ? this.#key(event, target) : this.#clicked(/** @type {MouseEvent} */ (event), target);
    if (!used) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {MouseEvent} event @param {HTMLElement} target */
  #clicked(event, target) {
    const pressed = target.closest("button");
    return pressed && (isSecondClick(event, pressed.dataset.flash) || this.#perform(pressed));
  }

  /** @param {HTMLElement} pressed */
  #perform({ dataset: { flash, grade } }) {
    if (flash === "grade") this.#grade(Number(grade));
    else {
      const perform = this.#actions[/** @type {Action} */ (flash)];
      if (!perform) return false;
      perform();
    }
    return true;
  }

  /** @param {KeyboardEvent} event @param {HTMLElement} target */
  #key(event, target) {
    const key = keyOf(event);
    const forward = key === " " || key === "enter";
    if (isTyping(target)) return key === "enter" && !event.repeat && this.#givesUp(target);
    // A key that is held down answers only once, and does not scroll.
    if (event.repeat) return forward && !hasOwnMeaning(target);
    const grade = this.#card?.state === "open" && this.grades[Number(key) - 1];
    if (key === "u") this.#undo();
    else if (grade) this.#grade(grade);
    else if (forward && this.#card && !hasOwnMeaning(target)) this.#forward();
    else return false;
    return true;
  }

  #forward() {
    const row = this.shell.stage.querySelector(".flash-actions");
    const main = row?.querySelector("[data-flash=show]") ?? row?.querySelector(".flash-main");
    if (main instanceof HTMLElement) main.click();
  }

  /** Enter was pressed with nothing typed in any blank. @param {HTMLElement} target */
  #givesUp(target) {
    const inputs = /** @type {HTMLInputElement[]} */ ([...this.shell.stage.querySelectorAll(".flash-blank > input")]);
    if (target !== inputs.at(-1) || inputs.some(({ value }) => value.trim())) return false;
    this.#forward();
    return true;
  }

  /** @param {number} grade */
  #grade(grade) {
    const card = this.#card;
    if (card?.state !== "open") return;
    const { grading } = card;
    const wasJudged = grading.complete;
    grading.decide(grade);
    this.#keep();
    if (!wasJudged) return this.#goOn();
    card.render();
    announce(grading.text);
  }

  #goOn() {
    const grading = this.#card?.grading;
    const item = this.queue.current;
    if (!grading?.grade || !item) return;
    this.#steps.push({ item, grading });
    this.page.follow();
    this.queue.graded(grading.grade);
    this.#ask(grading.text);
  }

  /** Take back the last grade, and ask the item again. */
  #undo() {
    const grading = this.#card?.grading;
    if (grading?.grade) grading.takeBack();
    else if (!this.#stepBack()) return;
    this.#keep();
    this.page.follow();
    this.#ask(t("undone"));
  }

  #stepBack() {
    if (!this.#canStepBack) return false;
    let step;
    do {
      step = this.#steps.pop();
      if (!step?.takeBack) this.queue.undo();
    } while (step?.lost);
    (step?.grading ?? step)?.takeBack?.();
    return true;
  }

  get #canStepBack() {
    return this.#steps.some(({ lost }) => !lost);
  }

  #passOver(lost = false) {
    const item = this.queue.current;
    if (this.#card?.grading.grade) return this.#goOn();
    if (item === undefined) return;
    this.#steps.push({ item, lost });
    this.queue.skip();
    this.#ask(lost ? (this.problems.textContent ?? "") : "");
  }

  #keep() {
    this.page.store.save().then(() => showStorageProblem(this.page.store, this.problems));
  }
}
