// @ts-check
import { announce } from "../ui/announce.js";
import { button, focusOn, isSecond, make } from "../ui/dom.js";
import { FORGOT, REMEMBERED } from "../card/grading.js";
import { saveToFile, tellProblem } from "../progress/save-file.js";
import { word } from "../ui/i18n.js";
import { Frame } from "./shell.js";
import { gradeButton, GRADES, gradeWord, overruleWord } from "./grade-buttons.js";
import { hasOwnMeaning, isTyping, keyOf } from "./keys.js";
import { loadMore } from "../ui/load.js";
import { baseOf } from "../review/model.js";
import { Queue } from "./queue.js";
import { summary } from "./summary.js";
import { typeset } from "../ui/typeset.js";
import { asAsked } from "./variant.js";

/** One card after another until none is left. */
export class Session {
  /**
   * Cards that were graded, passed over, not to be had; and resets, which take themselves back.
   * @type {{ item: string, noted?: CardElement["noted"], lost?: boolean, takeBack?: () => void }[]}
   */
  #steps = [];
  /** @type {CardElement | undefined} */
  #card;
  /** Which card is waited for, when one has to be loaded. */
  #turn = 0;
  /** @type {Set<string>} weeks that did not come */
  #missing = new Set();
  #listening = new AbortController();

  /**
   * @param {ReviewPage} page
   * @param {ReviewCards} cards
   * @param {QueueOptions} asked
   * @param {(act: string) => void} elsewhere does what leads out of the session
   */
  constructor(page, cards, asked, elsewhere) {
    this.page = page;
    this.cards = cards;
    this.elsewhere = elsewhere;
    this.grades = GRADES[page.settings.grades];
    this.queue = new Queue(asked);
    this.frame = new Frame(page.label, gradeWord(REMEMBERED, this.grades));
    this.problems = this.frame.problems;
    const { signal } = this.#listening;
    // Before the card hears of it: a key may mean more here than in a note.
    for (const type of ["click", "keydown"]) this.frame.root.addEventListener(type, this, { signal, capture: true });
  }

  begin() {
    this.page.element.append(this.frame.root);
    tellProblem(this.page.store, this.problems);
    this.#ask();
  }

  close() {
    this.#turn = -1;
    this.#listening.abort();
    this.page.element.querySelector("dialog")?.close();
    this.frame.root.remove();
  }

  /** @param {string} [said] what has just happened */
  async #ask(said = "") {
    const { frame, queue } = this;
    const turn = ++this.#turn;
    this.#card = undefined;
    const known = this.#steps.filter(({ noted }) => noted && noted.grade !== FORGOT);
    const place = frame.count(known.length, queue.left);
    this.#offerUndo();
    if (queue.current === undefined) return this.#end();
    const original = this.cards.get(baseOf(queue.current)) ?? (await this.#fetched(queue.current));
    if (turn !== this.#turn) return;
    if (!original) return this.#passOver(true);
    this.#show(asAsked(original, queue.current));
    announce((said + " " + place).trim());
    if (queue.next) this.cards.load(baseOf(queue.next));
  }

  /** @param {HTMLElement} element */
  #show(element) {
    const card = /** @type {CardElement} */ (element);
    const { root, stage, about, tools, undo, skip } = this.frame;
    card.host = this;
    this.#card = card;
    about.replaceChildren(...card.querySelectorAll(":scope > .flash-source, :scope > .flash-from"));
    tools.replaceChildren(undo, skip, ...this.#resetting());
    stage.replaceChildren(card);
    typeset(card);
    focusOn(card);
    // Who read to the end of a long answer is not left in the middle of the next card.
    if (root.getBoundingClientRect().top < 0) root.scrollIntoView();
  }

  #resetting() {
    const { page, queue } = this;
    const item = queue.current ?? "";
    if (!page.schedule.state(item)) return [];
    const base = baseOf(item);
    const reset = button("renew", word("reset_card"), "flash-quiet");
    reset.addEventListener("click", async () => {
      const found = await loadMore(page);
      const begun = page.items.flatMap((one) => (one.base === base && page.schedule.state(one.item) ? [one.item] : []));
      found?.askReset(page, word("reset_card"), begun, (events) => {
        this.#steps.push({ item, takeBack: () => found.undoReset(page, events) });
        this.#ask();
      });
    });
    return [reset];
  }

  /** @param {string} item */
  async #fetched(item) {
    const { stage, tools, undo, skip } = this.frame;
    stage.replaceChildren(make("p", "flash-wait", word("loading")));
    tools.replaceChildren(undo, skip);
    focusOn(this.frame.root);
    const base = baseOf(item);
    const week = this.cards.weeksOf(base).map(({ label }) => label).join(", ");
    if (this.#missing.has(week)) return undefined;
    if (await this.cards.load(base)) return this.cards.get(base);
    this.#missing.add(week);
    this.problems.append(make("p", "flash-missing", word("week_missing", { week })));
    return undefined;
  }

  #end() {
    const { page, frame } = this;
    const grades = this.#steps.flatMap(({ item, noted }) => (noted ? [{ item, grade: noted.grade }] : []));
    page.follow();
    frame.about.replaceChildren();
    frame.stage.replaceChildren(summary(page, grades, this.#steps.length > 0));
    focusOn(/** @type {HTMLElement} */ (frame.stage.querySelector("h2")));
  }

  /** What a card shows here in place of its own buttons. @param {CardElement} card */
  grading({ noted }) {
    this.#offerUndo(noted);
    if (!noted.complete) return this.grades.map((grade, n) => gradeButton(grade, gradeWord(grade, this.grades), n));
    const others = this.grades.filter((grade) => grade !== noted.grade);
    return [
      make("span", "flash-status", noted.text),
      ...others.map((grade) => gradeButton(grade, overruleWord(grade, this.grades))),
      button("go-on", word("next_card"), "flash-main"),
    ];
  }

  /** @param {CardElement["noted"]} [noted] */
  #offerUndo(noted) {
    this.frame.undo.disabled = !noted?.grade && !this.#canStepBack;
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
    return pressed && (isSecond(event, pressed.dataset.flash) || this.#act(pressed));
  }

  /** @param {HTMLElement} pressed */
  #act(pressed) {
    const { flash: act, grade } = pressed.dataset;
    if (act === "grade") this.#grade(Number(grade));
    else if (act === "go-on") this.#goOn();
    else if (act === "undo") this.#undo();
    else if (act === "skip") this.#passOver();
    else if (act === "save") saveToFile(this.page.store);
    else if (act === "leave" || act?.startsWith("review")) this.elsewhere(act);
    else return false;
    return true;
  }

  /** @param {KeyboardEvent} event @param {HTMLElement} target */
  #key(event, target) {
    const key = keyOf(event);
    const forward = key === " " || key === "enter";
    if (isTyping(target)) return key === "enter" && !event.repeat && this.#givesUp(target);
    // A key that is held down answers once, and does not scroll.
    if (event.repeat) return forward && !hasOwnMeaning(target);
    const grade = this.#card?.state === "open" && this.grades[Number(key) - 1];
    if (key === "u") this.#undo();
    else if (grade) this.#grade(grade);
    else if (forward && this.#card && !hasOwnMeaning(target)) this.#forward();
    else return false;
    return true;
  }

  #forward() {
    const row = this.frame.stage.querySelector(".flash-actions");
    const main = row?.querySelector("[data-flash=show]") ?? row?.querySelector(".flash-main");
    if (main instanceof HTMLElement) main.click();
  }

  /** Enter, and nothing typed in any blank. @param {HTMLElement} target */
  #givesUp(target) {
    const inputs = /** @type {HTMLInputElement[]} */ ([...this.frame.stage.querySelectorAll(".flash-blank > input")]);
    if (target !== inputs.at(-1) || inputs.some(({ value }) => value.trim())) return false;
    this.#forward();
    return true;
  }

  /** @param {number} grade */
  #grade(grade) {
    const card = this.#card;
    if (card?.state !== "open") return;
    const { noted } = card;
    const wasJudged = noted.complete;
    noted.decide(grade);
    this.#keep();
    if (!wasJudged) return this.#goOn();
    card.render();
    announce(noted.text);
  }

  #goOn() {
    const noted = this.#card?.noted;
    const item = this.queue.current;
    if (!noted?.grade || !item) return;
    this.#steps.push({ item, noted });
    this.page.follow();
    this.queue.graded(noted.grade);
    this.#ask(noted.text);
  }

  /** Takes back what was said last, and asks it again. */
  #undo() {
    const noted = this.#card?.noted;
    if (noted?.grade) noted.takeBack();
    else if (!this.#stepBack()) return;
    this.#keep();
    this.page.follow();
    this.#ask(word("undone"));
  }

  #stepBack() {
    if (!this.#canStepBack) return false;
    let step;
    do {
      step = this.#steps.pop();
      if (!step?.takeBack) this.queue.undo();
    } while (step?.lost);
    (step?.noted ?? step)?.takeBack?.();
    return true;
  }

  get #canStepBack() {
    return this.#steps.some(({ lost }) => !lost);
  }

  #passOver(lost = false) {
    const item = this.queue.current;
    if (this.#card?.noted.grade) return this.#goOn();
    if (item === undefined) return;
    this.#steps.push({ item, lost });
    this.queue.skip();
    this.#ask(lost ? (this.problems.textContent ?? "") : "");
  }

  #keep() {
    this.page.store.save();
    tellProblem(this.page.store, this.problems);
  }
}
