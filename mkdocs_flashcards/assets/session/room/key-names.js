// @ts-check
import { make } from "../../ui/dom.js";
import { isComposing } from "../../ui/keyboard.js";

/** Elements with their own meaning for the Space and Enter keys. */
const OWN_MEANING = "a[href], button, input, summary, label, audio, video, [role=button], [contenteditable]";

/**
 * A key, named as in Anki: by its letter, or by its position on layouts with other letters. Nothing if it is pressed
 * together with a modifier key.
 * @param {KeyboardEvent} event
 */
export function keyOf(event) {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey } = event;
  if (isComposing(event) || ctrlKey || altKey || metaKey) return "";
  return (shiftKey || key.length > 1 || /[\w ]/.test(key) ? key : code.replace(/^(Key|Digit)/, "")).toLowerCase();
}

/** @param {HTMLElement} target */
export function hasOwnMeaning(target) {
  return target.closest(OWN_MEANING) !== null;
}

/**
 * A key, as it stands on a button. It is not part of the button's name.
 * @param {string} name
 */
export function keyCap(name) {
  const key = make("kbd", "", name);
  key.ariaHidden = "true";
  return key;
}
