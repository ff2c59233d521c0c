// @ts-check
import { announce, liveRegion } from "../ui/announce.js";
import { button, focusOn, isSecond, make } from "../ui/dom.js";
import { choice } from "./kinds/choice.js";
import { cloze } from "./kinds/cloze.js";
import { list } from "./kinds/list.js";
import { recall } from "./kinds/recall.js";
import { trueFalse } from "./kinds/true-false.js";
import { FORGOT, Noted, REMEMBERED } from "./grading.js";
import { saveToFile, tellProblem } from "../progress/save-file.js";
import { word } from "../ui/i18n.js";

/** @type {Map<string, Kind>} */
const kinds = new Map([
  ["recall", recall],
  ["list", list],
  ["true-false", trueFalse],
  ["choice", choice],
  ["cloze", cloze],
]);

/** @type {any} */
const later = undefined;
let unnamed = 0;

const OWN_INPUT = ".flash-pick, .flash-blank > input";
export const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select";

/**
 * Whether a key is part of a letter that is being put together; Safari says so by its code alone.
 * @param {KeyboardEvent} event
 */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

/** @param {Element | null} element @param {string} className */
function nextNamed(element, className) {
  while (element && !element.classList.contains(className)) element = element.nextElementSibling;
  return /** @type {HTMLElement | null} */ (element);
}

/** The widget around a card's static HTML: what all kinds share. A kind adds its own way to the answer. */
export class FlashCard extends HTMLElement {
  /** @type {ProgressStore} */
  static store;

  /** @type {CardElement["state"]} */
  state = "closed";
  // These are known once the card stands in a page.
  /** @type {Kind} */
  kind = later;
  /** @type {HTMLElement} */
  question = later;
  /** @type {HTMLDetailsElement} */
  answer = later;
  /** @type {HTMLElement} */
  reveal = later;
  /** @type {Noted} */
  noted = later;
  /** @type {CardHost | undefined} */
  host;
  /** @type {HTMLElement} */
  #row = make("div", "flash-actions");

  constructor() {
    super();
    for (const type of ["click", "keydown", "input"]) this.addEventListener(type, this);
    // It does not bubble; the browser's search opens answers too.
    this.addEventListener("toggle", this, true);
  }

  /** @param {ProgressStore} store */
  static define(store, tag = "flash-card", registry = customElements) {
    FlashCard.store = store;
    registry.define(tag, FlashCard);
  }

  connectedCallback() {
    const kind = kinds.get(this.getAttribute("data-kind") ?? "");
    const question = this.firstElementChild;
    const answer = nextNamed(question, "flash-answer");
    // A review page lists its cards to be read; it asks copies of them.
    if (!kind || !answer || this.closest(".flash-list")) return;
    this.kind = kind;
    this.answer = /** @type {HTMLDetailsElement} */ (answer);
    this.question = /** @type {HTMLElement} */ (question);
    this.reveal = /** @type {HTMLElement} */ (answer.lastElementChild);
    this.#setUp(nextNamed(answer, "flash-actions"));
  }

  get cards() {
    const card = this.getAttribute("data-card") ?? "";
    const numbers = this.getAttribute("data-numbers");
    return numbers ? numbers.split(" ").map((number) => card + "~" + number) : [card];
  }

  /** @param {HTMLElement | null} row what stands there already, when a page that was enhanced before comes back */
  #setUp(row) {
    liveRegion();
    // A card that stands on the page twice has its id only once.
    this.question.id ||= (this.id || "card-" + ++unnamed) + "-question";
    this.setAttribute("role", "group");
    this.setAttribute("aria-labelledby", this.question.id);
    // A click anywhere in the card gives it the keys.
    this.tabIndex = -1;
    this.noted = new Noted(FlashCard.store, this.cards);
    this.kind.setup?.(this);
    if (row) this.reset();
    else if (this.answer.open) this.state = "open";
    this.render();
    if (row) row.replaceWith(this.#row);
    else this.answer.after(this.#row);
    this.setAttribute("data-ready", "");
  }

  /** Closed, with nothing said; what was noted stays noted. */
  reset(again = false) {
    this.state = "closed";
    this.noted = new Noted(FlashCard.store, this.cards);
    this.answer.open = false;
    this.answer.querySelector(".flash-result")?.remove();
    delete this.dataset.judged;
    this.kind.reset?.(this, again);
    this.render();
  }

  render() {
    const lost = this.#row.contains(document.activeElement);
    const grading = () => (this.host ? this.host.grading(this) : this.#grading());
    this.#row.replaceChildren(...(this.state === "open" ? grading() : this.kind.row(this)));
    if (lost) focusOn(this.#row);
  }

  /** @returns {HTMLElement[]} */
  #grading() {
    const { noted } = this;
    const status = noted.text ? [make("span", "flash-status", noted.text)] : [];
    if (!noted.complete) return [...status, button("forgot", word("forgot")), button("remembered", word("remembered"))];
    const overrule = "judged" in this.dataset ? [FORGOT, REMEMBERED].filter((grade) => !noted.isAll(grade)) : [];
    return [
      ...status,
      ...overrule.map((grade) => button(grade === FORGOT ? "forgot" : "remembered", word("count_" + grade), "flash-quiet")),
      button("undo", word("undo"), "flash-quiet"),
      button("again", word("again"), "flash-quiet"),
    ];
  }

  show() {
    this.#open();
    focusOn(this.reveal);
    announce(word("shown"));
  }

  /** @param {Verdict} verdict @param {Map<string, number>} grades */
  judged(verdict, grades) {
    const result = make("p", "flash-result", word("said_" + verdict));
    result.dataset.verdict = verdict;
    this.reveal.before(result);
    this.dataset.judged = "";
    for (const [card, grade] of grades) this.noted.set(card, grade);
    this.#open();
    focusOn(result);
    const said = word("said_" + verdict);
    if (grades.size) this.#kept(said + " " + this.noted.text);
    else announce(said);
  }

  #open() {
    this.state = "open";
    this.answer.open = true;
    this.render();
  }

  /** @param {number} grade */
  grade(grade) {
    if (this.state !== "open") return;
    this.noted.decide(grade);
    this.render();
    this.#kept(this.noted.text);
  }

  #undo() {
    this.noted.takeBack();
    this.render();
    this.#kept(word("undone"));
  }

  /** @param {string} text */
  #kept(text) {
    FlashCard.store.save();
    announce(text);
    tellProblem(FlashCard.store, this.host?.problems ?? this);
  }

  #again() {
    this.reset(true);
    const next = this.querySelector(".flash-question input, .flash-options input, .flash-actions button");
    if (next instanceof HTMLElement) focusOn(next);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { target } = event;
    if (!this.kind || !this.isConnected || !(target instanceof HTMLElement)) return;
    if (event.type === "toggle") this.#toggled(target);
    else if (event instanceof MouseEvent) this.#clicked(event, target.closest("button")?.dataset.flash);
    else if (event instanceof KeyboardEvent) this.#key(event, target);
    else if (target instanceof HTMLInputElement && target.matches(OWN_INPUT)) this.kind.input?.(target);
  }

  /** @param {MouseEvent} event @param {string} [act] */
  #clicked(event, act) {
    if (!isSecond(event, act)) this.#act(act);
  }

  /** @param {string} [act] */
  #act(act) {
    if (act === "forgot") this.grade(FORGOT);
    else if (act === "remembered") this.grade(REMEMBERED);
    else if (act === "undo") this.#undo();
    else if (act === "again") this.#again();
    else if (act === "save") saveToFile(FlashCard.store);
    else if (act) this.kind.act(this, act);
  }

  /** Opened from outside, by a search say: seen is seen. @param {HTMLElement} target */
  #toggled(target) {
    if (target !== this.answer) return;
    if (this.answer.open && this.state === "closed") this.#open();
    else if (!this.answer.open && this.state !== "closed") this.reset();
  }

  /** @param {KeyboardEvent} event @param {HTMLElement} target */
  #key(event, target) {
    if (event.repeat || isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (this.#uses(event.key, target)) {
      event.preventDefault();
      // The theme has keys of its own.
      event.stopPropagation();
    }
  }

  /** @param {string} key @param {HTMLElement} target */
  #uses(key, target) {
    if (key === "Enter" && target instanceof HTMLInputElement && target.matches(OWN_INPUT)) {
      this.kind.enter?.(this, target);
      return true;
    }
    if (target.isContentEditable || target.matches(TYPING)) return false;
    if (this.state === "open" && (key === "1" || key === "2")) {
      this.grade(key === "1" ? FORGOT : REMEMBERED);
      return true;
    }
    const main = this.#row.querySelector("[data-flash=show]") ?? this.#row.querySelector("button.flash-main");
    const here = target === this || target === this.#row;
    if (!here || !(main instanceof HTMLElement) || (key !== " " && key !== "Enter")) return false;
    main.click();
    return true;
  }
}
