// @ts-check
import { make } from "../ui/dom.js";
import { t } from "../ui/i18n.js";
import { loadExtras } from "./parts.js";

/**
 * What a student seldom needs, drawn when it is opened and when things change: it says how they are at that moment.
 * @param {ReviewModel} page
 * @param {() => void} changed called when the page's schedule or settings are others
 * @returns {{ element: HTMLElement, draw: () => Promise<void> }}
 */
export function drawer(page, changed) {
  const inside = make("div", "");
  const element = make("details", "flash-keeping", make("summary", "", t("keeping")), inside);
  let drawn = false;
  const draw = async () => {
    if (!element.open) return;
    const found = await loadExtras(page);
    // Never under the student's hands, nor while they are asked whether they mean it.
    if (drawn && (inside.contains(document.activeElement) || page.element.querySelector("dialog"))) return;
    drawn = Boolean(found);
    inside.replaceChildren(...(found ? found.settingsPanel(page, changed) : [make("p", "", t("more_missing"))]));
  };
  element.addEventListener("toggle", draw);
  return { element, draw };
}
