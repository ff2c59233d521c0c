// @ts-check
import { make } from "../ui/dom.js";
import { t } from "../ui/i18n.js";
import { loadExtras } from "./parts.js";

/**
 * What a student seldom needs, made when it is opened: it says how things are at that moment.
 * @param {ReviewModel} page
 * @param {() => void} changed called when the page's schedule or settings are others
 */
export function drawer(page, changed) {
  const inside = make("div", "");
  const details = make("details", "flash-keeping", make("summary", "", t("keeping")), inside);
  details.addEventListener("toggle", async () => {
    if (!details.open) return;
    const found = await loadExtras(page);
    inside.replaceChildren(...(found ? found.settingsPanel(page, changed) : [make("p", "", t("more_missing"))]));
  });
  return details;
}
