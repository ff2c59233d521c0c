// @ts-check
import { copiesPart } from "./backup.js";
import { optionsPart } from "./preferences.js";
import { restartPart } from "./reset.js";

/**
 * Settings, copies, beginning again.
 * @param {ReviewPage} page
 * @param {() => void} changed called when the page's schedule or settings are others; leaves these parts alone, since
 * the student is in them
 * @returns {HTMLElement[]}
 */
export function keeping(page, changed) {
  let restart = restartPart(page, changed);
  const restored = () => {
    const old = restart;
    old.replaceWith((restart = restartPart(page, changed)));
    changed();
  };
  return [optionsPart(page.settings, changed), copiesPart(page, restored), restart];
}
