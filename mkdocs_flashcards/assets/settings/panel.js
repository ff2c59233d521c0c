// @ts-check
import { backupSection } from "./backup.js";
import { preferencesSection } from "./preferences.js";
import { resetSection } from "./reset.js";

/**
 * Settings, backup and resets.
 * @param {ReviewModel} page
 * @param {() => void} changed called when the page's schedule or settings are others; leaves these parts alone, since
 * the student is in them
 * @returns {HTMLElement[]}
 */
export function settingsPanel(page, changed) {
  let restart = resetSection(page, changed);
  const restored = () => {
    const old = restart;
    old.replaceWith((restart = resetSection(page, changed)));
    changed();
  };
  return [preferencesSection(page.settings, changed), backupSection(page, restored), restart];
}
