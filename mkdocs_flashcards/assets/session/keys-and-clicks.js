// @ts-check
import { isSecondClick } from "../ui/dom.js";
import { isTyping } from "../ui/keyboard.js";
import { Rating } from "../progress/rating.js";
import { placeInside } from "./links.js";
import { hasOwnMeaning, keyOf } from "./room/key-names.js";

/** What clicks and keys mean in the room of a session. */
export class Controls {
  /**
   * @param {SessionShell} shell
   * @param {Partial<Record<Action, () => void>>} actions
   * @param {number[]} grades in the order of their keys
   * @param {(grade: number) => boolean} grade whether a card was there to be graded
   * @param {AbortSignal} signal until when
   */
  constructor({ root, stage }, actions, grades, grade, signal) {
    this.root = root;
    this.stage = stage;
    this.actions = actions;
    this.grades = grades;
    this.grade = grade;
    // Listen before the card does, since a key can mean more here than in a note.
    for (const type of ["click", "keydown"]) root.addEventListener(type, this, { signal, capture: true });
    // The theme's letters lead to what is out of sight now, such as the next page. Escape closes what the theme has opened.
    root.addEventListener("keydown", (event) => event.key.length === 1 && keyOf(event) && event.stopPropagation(), { signal });
    // After the card, since a link can be part of what a theme has made, such as tabs.
    root.addEventListener("click", (event) => !event.defaultPrevented && placeInside(event.target) && use(event), { signal });
  }

  /** The button that Space presses: an answer that has been given is checked. @returns {HTMLElement | null | undefined} */
  get main() {
    const row = this.stage.querySelector("flash-card > .flash-actions, .flash-pause > .flash-actions");
    const show = this.given ? null : row?.querySelector("[data-flash=show]");
    return /** @type {HTMLElement | null | undefined} */ (show ?? row?.querySelector(`.flash-main, .flash-grade[data-grade="${Rating.GOOD}"]`));
  }

  /** What there is to check, if anything. */
  get given() {
    return this.stage.querySelector(".flash-pick:checked, [data-moved]") ?? this.#blanks.find(({ value }) => value.trim());
  }

  /** The blanks that can be typed into. */
  get #blanks() {
    return /** @type {HTMLInputElement[]} */ ([...this.stage.querySelectorAll(".flash-blank > input:not([hidden])")]);
  }

  /** The blank that letters go to, wherever the focus is. */
  get blank() {
    return this.#blanks.find(({ value }) => !value);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { target } = event;
    const used = event instanceof KeyboardEvent ? target instanceof HTMLElement && this.#key(event, target) : this.#clicked(/** @type {MouseEvent} */ (event));
    if (used) use(event);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const { target } = event;
    const pressed = target instanceof Element && target.closest("button");
    if (!pressed) return false;
    const { flash, grade = "" } = pressed.dataset;
    // What is always there is meant.
    const isNew = !pressed.matches(".flash-icon");
    return (isNew && isSecondClick(event, flash + grade)) || this.#perform(pressed);
  }

  /** @param {HTMLElement} pressed */
  #perform({ dataset: { flash, grade } }) {
    if (flash === "grade") this.grade(Number(grade));
    else {
      const perform = this.actions[/** @type {Action} */ (flash)];
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
    if (event.repeat) return forward;
    const { blank } = this;
    if (blank && key && !forward && event.key.length === 1) {
      blank.focus();
      return false;
    }
    const grade = this.grades[Number(key) - 1];
    if (key === "u") this.actions.undo?.();
    else if (key === "f") this.actions.full?.();
    else if (grade && this.grade(grade)) return true;
    else if (forward && this.main && !hasOwnMeaning(target)) this.main.click();
    else return this.#choose(key);
    return true;
  }

  /** Between two cards, each choice has the key of its place. @param {string} key */
  #choose(key) {
    const choice = this.stage.querySelectorAll(".flash-pause > .flash-actions > button")[Number(key) - 1];
    if (choice instanceof HTMLElement) choice.click();
    return choice !== undefined;
  }

  /** Enter was pressed with nothing typed in any blank. @param {HTMLElement} target */
  #givesUp(target) {
    const { main } = this;
    if (target !== this.#blanks.at(-1) || main?.dataset.flash !== "show") return false;
    main.click();
    return true;
  }
}

/** Nobody else hears of it. @param {Event} event */
function use(event) {
  event.preventDefault();
  event.stopPropagation();
}
