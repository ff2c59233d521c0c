// @ts-check
import { setParts, stackedBar } from "../../ui/draw.js";
import { button, focusOn, make } from "../../ui/dom.js";
import { numberText } from "../../ui/format.js";
import { t } from "../../ui/i18n.js";
import { borrow } from "../borrow.js";
import { iconButton } from "./icons.js";

/** The room of a session: everything around its cards, from the first one to the summary. */
export class Shell {
  /** @type {Element[]} what lies behind the room */
  #behind = [];
  /** Puts the card on the stage back into the page. @type {(() => void) | undefined} */
  #giveBack;

  /** @param {string} label of what is reviewed */
  constructor(label) {
    this.bar = stackedBar([0, 0, 1]);
    this.position = make("span", "flash-position");
    this.stage = make("div", "flash-stage");
    /** Problems, which stay visible while cards come and go. */
    this.problems = make("div", "flash-problems");
    this.undo = iconButton("undo", t("undo"));
    this.skip = button("skip", t("skip"), "flash-quiet");
    this.menu = make("div", "flash-menu", this.skip);
    this.menu.popover = "auto";
    this.more = iconButton("menu", t("menu"));
    this.more.popoverTargetElement = this.menu;
    this.keys = make("p", "flash-keys");
    const top = make("div", "flash-top", iconButton("leave", t("leave")), this.position, this.undo, this.more, this.menu, this.bar);
    this.root = make("dialog", "flash-session", top, this.stage, this.problems, this.keys);
    this.root.ariaLabel = label;
    // A click anywhere in the session gives it the keyboard focus.
    this.root.tabIndex = -1;
  }

  /**
   * Cover the page. What the theme opens later, such as a picture at full size, opens above the session, as it would
   * not above a modal dialog. What it says, such as "Copied", is seen too.
   * @param {HTMLElement} parent
   */
  open(parent) {
    parent.append(this.root);
    for (let inner = /** @type {Element} */ (this.root); inner.parentElement && inner !== document.body; inner = inner.parentElement) {
      for (const one of inner.parentElement.children) {
        if (one !== inner && !one.matches(".flash-live, .md-dialog, [inert]")) this.#behind.push(one);
      }
    }
    for (const one of this.#behind) one.toggleAttribute("inert", true);
    this.root.show();
  }

  /**
   * Show a card in place of what was there.
   * @param {HTMLElement} original
   * @param {string} item
   * @param {CardHost} host
   */
  ask(original, item, host) {
    // It can be the same card.
    this.put();
    const { card, giveBack } = borrow(original, item);
    this.#giveBack = giveBack;
    card.host = host;
    this.stage.replaceChildren(card);
    this.stage.scrollTop = 0;
    return card;
  }

  /** Show something else than a card. @param {Element[]} content */
  put(...content) {
    if (this.menu.matches(":popover-open")) this.menu.hidePopover();
    this.#giveBack?.();
    this.#giveBack = undefined;
    this.stage.replaceChildren(...content);
  }

  close() {
    this.put();
    for (const one of this.#behind.splice(0)) one.removeAttribute("inert");
    this.root.remove();
  }

  /** A card is on its way. */
  wait() {
    this.put(make("p", "flash-wait", t("loading")));
    focusOn(this.root);
  }

  /**
   * @param {{ known: number, missed: number, left: number, again: number }} counts answers so far that were right and
   *   wrong; cards that are still to be asked, and how many of them once more
   * @returns {string} the same for those who hear it
   */
  count({ known, missed, left, again }) {
    // Each answer moves the bar, also one that brings the card back.
    setParts(this.bar, [known, missed, left]);
    const coming = [t("session_left", { n: numberText(left) }), ...(again ? [t("session_again", { n: numberText(again) })] : [])];
    this.position.textContent = left ? coming.join(" · ") : "";
    this.root.toggleAttribute("data-over", !left);
    return coming.join(", ");
  }

  /** For a room full of people: nothing but the card, in type that the back row can read. Again, and it is as before. */
  full() {
    const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
    done?.catch(() => {});
  }

  /** Say what keys do now. @param {[string, string][]} keys each with its meaning */
  explain(keys) {
    this.keys.replaceChildren(...keys.map(([name, meaning]) => make("span", "", make("kbd", "", name), meaning)));
  }
}
