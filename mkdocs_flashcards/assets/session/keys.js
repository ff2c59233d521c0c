// @ts-check
import { isComposing } from "../ui/keyboard.js";

/** What has a meaning of its own for the Space and Enter keys. */
const OWN_MEANING = "a[href], button, input, summary, label, audio, video, iframe, [role=button], [contenteditable]";

/**
 * A key as Anki has them: by the letter that it writes, or by its place where a layout writes other letters. None
 * together with keys that make a command of it.
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
