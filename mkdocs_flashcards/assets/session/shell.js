// @ts-check
import { button, make } from "../ui/dom.js";
import { t } from "../ui/i18n.js";
import { numberText } from "../ui/format.js";

/** Everything around the cards of a session, from the first card to the summary. */
export class Shell {
  /**
   * @param {string} label of what is reviewed
   * @param {string} good what is said where an answer was right
   */
  constructor(label, good) {
    this.progress = make("progress", "flash-progress");
    this.progress.setAttribute("aria-label", t("session_bar"));
    this.position = make("span", "flash-position");
    this.stage = make("div", "flash-stage");
    /** Where the card comes from. */
    this.about = make("div", "flash-about");
    /** Problems, which stay visible while cards come and go. */
    this.problems = make("div", "flash-problems");
    this.undo = button("undo", t("undo"), "flash-quiet");
    this.skip = button("skip", t("skip"), "flash-quiet");
    this.tools = make("div", "flash-tools", this.undo, this.skip);
    const leave = button("leave", t("leave"), "flash-quiet");
    this.root = make(
      "section",
      "flash-session",
      make("div", "flash-head", this.progress, this.position, leave),
      this.stage,
      make("div", "flash-foot", this.about, this.tools),
      this.problems,
      make("p", "flash-keys", ...key(t("key_space"), t("show"), good), ...key("u", t("undo"))),
    );
    this.root.setAttribute("aria-label", label);
    // A click anywhere in the session gives it the keyboard focus.
    this.root.tabIndex = -1;
  }

  /**
   * @param {number} done
   * @param {number} left
   * @returns {string} the same for those who hear it
   */
  count(done, left) {
    const total = done + left;
    const values = { n: numberText(done + 1), total: numberText(total) };
    // Browsers draw a bar without a value as busy.
    this.progress.max = total || 1;
    this.progress.value = total ? done : 1;
    this.position.textContent = left ? t("item", values) : "";
    this.root.toggleAttribute("data-over", !left);
    return t("card_of", values);
  }
}

/**
 * @param {string} name
 * @param {string[]} meanings what it does, one after the other
 */
function key(name, ...meanings) {
  return [make("kbd", "", name), " " + meanings.join(", ") + " "];
}
