// @ts-check
import { announce } from "../../ui/announce.js";
import { inAnyOrder } from "../../ui/shuffle.js";
import { button, copyOf, focusOn, make } from "../../ui/dom.js";
import { FORGOT, REMEMBERED } from "../grading.js";
import { word } from "../../ui/i18n.js";

/** @param {CardElement} card */
function optionsOf(card) {
  return /** @type {HTMLElement} */ (card.querySelector(".flash-options:not(.flash-solution)"));
}

/** @param {CardElement} card */
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

/** @param {CardElement} card @param {Element} option */
function buildPick(card, option) {
  const type = card.hasAttribute("data-multiple") ? "checkbox" : "radio";
  const label = copyOf(type, () => emptyPick(type));
  const [pick, text] = label.children;
  pick.setAttribute("name", card.question.id);
  text.append(...option.childNodes);
  option.append(label);
}

/** @param {CardElement} card */
function checkPicks(card) {
  const picks = picksOf(card);
  if (!picks.some((pick) => pick.checked)) {
    focusOn(picks[0]);
    const row = card.querySelector(".flash-actions");
    if (!row?.querySelector(".flash-status")) row?.append(make("span", "flash-status", word("choose")));
    return announce(word("choose"));
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
  card.judged(right ? "right" : "wrong", new Map([[card.cards[0], right ? REMEMBERED : FORGOT]]));
}

/** @param {HTMLElement} option @param {Verdict} verdict */
function markOption(option, verdict) {
  option.dataset.verdict = verdict;
  option.querySelector(".flash-text")?.prepend(make("span", "flash-verdict", word(verdict)), " ");
}

/** @type {Kind} */
export const choice = {
  setup(card) {
    const options = optionsOf(card);
    if (options.querySelector(".flash-pick")) return;
    for (const option of options.children) buildPick(card, option);
  },
  row: () => [button("check", word("check"), "flash-main"), button("show", word("show"), "flash-quiet")],
  act: (card, act) => (act === "show" ? card.show() : checkPicks(card)),
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
    // The second time it is the answer that is to be known, not its place; numbered options keep theirs.
    if (again && options.matches("ul")) options.append(...inAnyOrder([...options.children]));
  },
};
