// @ts-check
import { asksNumber } from "../../progress/item.js";
import { Rating } from "../../progress/rating.js";
import { button, copyOf, focusOn, make } from "../../ui/dom.js";
import { t } from "../../ui/i18n.js";
import { shared } from "../../ui/shared.js";
import { loadCheck } from "../load-check.js";

/** Nobody types longer answers into a blank, and comparing them takes time. */
const MOST_TYPED = 300;

/** @param {CardController} card */
function inputsOf(card) {
  return /** @type {HTMLInputElement[]} */ ([...card.question.querySelectorAll(".flash-blank > input")]);
}

/** @param {CardController} card */
function isTyped(card) {
  return inputsOf(card).some((input) => input.value.trim());
}

function emptyInput() {
  const input = make("input", "");
  input.maxLength = MOST_TYPED;
  input.autocomplete = "off";
  input.autocapitalize = "off";
  input.spellcheck = false;
  input.dir = "auto";
  input.setAttribute("autocorrect", "off");
  return input;
}

/**
 * The text of the blank stays under the input, hidden, and sets its width. So nothing moves when the input appears, and
 * the blank grows with the typed text.
 * @param {HTMLElement} blank
 */
function buildBlank(blank) {
  const text = blank.textContent ?? "";
  const input = copyOf("input", emptyInput);
  if (/[\p{L}\p{N}]/u.test(text)) input.placeholder = text.replace(/^\[|\]$/g, "");
  input.setAttribute("aria-label", blank.getAttribute("aria-label") ?? "");
  const ruler = make("span", "flash-ruler", text);
  ruler.setAttribute("data-text", text);
  ruler.setAttribute("aria-hidden", "true");
  blank.removeAttribute("role");
  blank.removeAttribute("aria-label");
  blank.replaceChildren(ruler, input);
}

/** @param {HTMLInputElement} input */
function begunTyping(input) {
  growBlank(input);
  loadCheck();
}

/** @param {HTMLInputElement} input */
function growBlank(input) {
  const ruler = /** @type {HTMLElement} */ (input.previousElementSibling);
  const { text = "" } = ruler.dataset;
  ruler.textContent = input.value.length > text.length ? input.value : text;
}

/**
 * What cannot be checked, because the page could not load how, is left to the student.
 * @param {CardController} card
 * @param {HTMLElement} blank
 * @param {Shared["checkAnswer"]} [check]
 * @returns {Judgement}
 */
function checkBlank(card, blank, check) {
  const fills = /** @type {HTMLElement[]} */ ([...card.reveal.querySelectorAll(".flash-fill")]);
  const fill = fills.find(({ dataset }) => dataset.blank === blank.dataset.blank);
  const others = /** @type {string[]} */ (JSON.parse(fill?.dataset.or ?? "[]"));
  const { value } = /** @type {HTMLInputElement} */ (blank.querySelector("input"));
  const expected = fill?.textContent ?? "";
  if (check) return check(value, [expected, ...others], fill && "exact" in fill.dataset);
  const [typedPieces, expectedPieces] = [value.trim(), expected].map((text) => (text ? [{ text, differs: true }] : []));
  return { verdict: "almost", same: false, expected, typedPieces, expectedPieces };
}

/** @param {Piece[]} found */
function marked(found) {
  return found.map(({ text, differs }) => (differs && found.length > 1 ? make("b", "", text) : text));
}

/**
 * Show what was typed and, if it is not identical, the expected answer beside it.
 * @param {HTMLElement} blank
 * @param {Judgement} judgement
 */
function showJudgement(blank, { verdict, same, typedPieces, expectedPieces }) {
  const result = make("span", "flash-typed");
  const typed = typedPieces.length > 0;
  if (typed) {
    result.dataset.verdict = verdict;
    result.append(make("span", "flash-unseen", t(verdict) + ": "));
  }
  const pair = verdict === "right" ? "span" : "del";
  if (typed && !same) result.append(make(pair, "flash-said", ...marked(typedPieces)), " ");
  result.append(make("ins", "", ...(same || !typed ? expectedPieces.map(({ text }) => text) : marked(expectedPieces))));
  /** @type {HTMLElement} */ (blank.querySelector("input")).hidden = true;
  blank.append(result);
  blank.dataset.done = "";
}

/**
 * A grade for each item whose blanks are clearly right or wrong.
 * @param {CardController} card
 * @param {[HTMLElement, Verdict][]} verdicts
 */
function gradesOf(card, verdicts) {
  /** @type {Map<string, number>} */
  const grades = new Map();
  for (const item of card.items) {
    const own = verdicts.filter(([{ dataset }]) => !dataset.number || asksNumber(item, dataset.number));
    const said = worstOf(own.map(([, verdict]) => verdict));
    if (said !== "almost") grades.set(item, said === "right" ? Rating.GOOD : Rating.AGAIN);
  }
  return grades;
}

/** @param {Verdict[]} verdicts @returns {Verdict} */
function worstOf(verdicts) {
  if (verdicts.includes("wrong")) return "wrong";
  return verdicts.includes("almost") ? "almost" : "right";
}

/** @param {CardController} card @param {boolean} judging */
async function fillBlanks(card, judging) {
  const check = isTyped(card) ? (shared().checkAnswer ?? (await loadCheck())) : undefined;
  // The student may have looked at the answer in the meantime.
  if (card.state !== "closed") return;
  /** @type {[HTMLElement, Verdict][]} */
  const verdicts = [];
  for (const input of inputsOf(card)) {
    const blank = /** @type {HTMLElement} */ (input.parentElement);
    const judgement = checkBlank(card, blank, check);
    showJudgement(blank, judgement);
    verdicts.push([blank, judgement.verdict]);
  }
  // The student judges blanks that nobody can type into. Their answers are in the text below.
  const whole = !("self" in card.element.dataset) && !card.question.querySelector("[data-said]");
  if (whole) card.element.dataset.filled = "";
  if (whole && judging && check) card.judged(worstOf(verdicts.map(([, verdict]) => verdict)), gradesOf(card, verdicts));
  else card.show();
}

/** @param {CardController} card */
function checkBlanks(card) {
  if (isTyped(card)) fillBlanks(card, true);
  else focusOn(inputsOf(card)[0]);
}

/** A text with blanks to type into. @type {Kind} */
export const cloze = {
  setup(card) {
    for (const blank of card.question.querySelectorAll(".flash-blank:not([data-said])")) {
      if (blank instanceof HTMLElement && !blank.querySelector("input")) buildBlank(blank);
    }
    // Students type faster in a review.
    if (card.host && inputsOf(card).length) loadCheck();
  },
  row(card) {
    if (!inputsOf(card).length) return [button("show", t("show"), "flash-main")];
    return [button("check", t("check"), "flash-main"), button("show", t("show"))];
  },
  actions: { check: checkBlanks, show: (card) => fillBlanks(card, false) },
  enter(card, target) {
    const inputs = inputsOf(card);
    const next = inputs.slice(inputs.indexOf(target) + 1).find((input) => !input.value.trim());
    if (next) focusOn(next);
    else checkBlanks(card);
  },
  input: begunTyping,
  reset(card) {
    delete card.element.dataset.filled;
    for (const result of card.question.querySelectorAll(".flash-typed")) result.remove();
    for (const input of inputsOf(card)) {
      delete input.parentElement?.dataset.done;
      input.value = "";
      input.hidden = false;
      growBlank(input);
    }
  },
};
