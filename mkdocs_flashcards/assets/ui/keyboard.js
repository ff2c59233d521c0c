// @ts-check

/** Where letters are typed and keys are letters. */
export const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select";

/** @param {HTMLElement} target */
export function isTyping(target) {
  return target.isContentEditable || target.matches(TYPING);
}

/**
 * Whether a key belongs to a letter that is still being composed. Safari says so only by the key's code.
 * @param {KeyboardEvent} event
 */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}
