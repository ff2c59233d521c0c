// @ts-check
import { announce } from "../../ui/announce.js";
import { button, copyOf, focusOn, make } from "../../ui/dom.js";
import { t } from "../../ui/i18n.js";
import { shuffle } from "../../ui/shuffle.js";

const OPTIONS = ".flash-options:not(.flash-solution)";

/** @param {CardController} card */
function optionsOf({ element }) {
  return /** @type {HTMLElement} */ (element.querySelector(OPTIONS));
}

/** @param {CardController} card */
function picksOf(card) {
  return /** @type {HTMLInputElement[]} */ ([...optionsOf(card).querySelectorAll("input.flash-pick")]);
}

/** @param {string} type */
function emptyPick(type) {
  const pick = make("input", "flash-pick");
  pick.type = type;
  pick.autocomplete = "off";
  return make("label", "flash-option", pick, make("span", "flash-text"));
}

/** @param {CardController} card @param {Element} option */
function buildPick(card, option) {
  const type = card.element.hasAttribute("data-multiple") ? "checkbox" : "radio";
  const label = copyOf(type, () => emptyPick(type));
  const [pick, text] = label.children;
  pick.setAttribute("name", card.question.id);
  text.append(...option.childNodes);
  option.append(label);
}

/** @param {CardController} card */
function checkPicks(card) {
  const picks = picksOf(card);
  if (!picks.some((pick) => pick.checked)) {
    focusOn(picks[0]);
    const row = card.element.querySelector(".flash-actions");
    if (!row?.querySelector(".flash-status")) row?.append(make("span", "flash-status", t("choose")));
    return announce(t("choose"));
  }
  let right = true;
  for (const pick of picks) {
    const option = /** @type {HTMLElement} */ (pick.closest("[data-right]"));
    const wanted = option.dataset.right === "yes";
    if (wanted !== pick.checked) right = false;
    if (wanted || pick.checked) markOption(option, wanted ? "right" : "wrong");
    if (wanted && !pick.checked) option.dataset.missed = "";
    pick.disabled = true;
  }
  card.judgedWhole(right);
}

/** @param {HTMLElement} option @param {Verdict} verdict */
function markOption(option, verdict) {
  option.dataset.verdict = verdict;
  option.querySelector(".flash-text")?.prepend(make("span", "flash-verdict", t(verdict)), " ");
}

/** Options to tick, checked by the page. @type {Kind} */
export const choice = {
  setup(card) {
    const options = optionsOf(card);
    if (options.querySelector(".flash-pick")) return;
    for (const option of options.children) buildPick(card, option);
  },
  row: () => [button("check", t("check"), "flash-main"), button("show", t("show"), "flash-quiet")],
  actions: { show: (card) => card.show(), check: checkPicks },
  enter: checkPicks,
  reset(card, again) {
    const options = optionsOf(card);
    for (const pick of picksOf(card)) {
      pick.checked = pick.disabled = false;
      const option = /** @type {HTMLElement} */ (pick.closest("[data-right]"));
      delete option.dataset.verdict;
      delete option.dataset.missed;
      option.querySelector(".flash-verdict")?.remove();
    }
    // The second time, the student should know the answer and not its position. Numbered options keep their order.
    if (again && options.matches("ul")) options.append(...shuffle([...options.children]));
  },
};
