// @ts-check
import { make } from "../ui/dom.js";
import { word } from "../ui/i18n.js";
import { loadMore } from "../ui/load.js";

/**
 * What a student seldom needs, made when it is opened: it says how things are at that moment.
 * @param {ReviewPage} page
 * @param {() => void} changed called when the page's schedule or settings are others
 */
export function drawer(page, changed) {
  const inside = make("div", "");
  const details = make("details", "flash-keeping", make("summary", "", word("keeping")), inside);
  details.addEventListener("toggle", async () => {
    if (!details.open) return;
    const found = await loadMore(page);
    inside.replaceChildren(...(found ? found.keeping(page, changed) : [make("p", "", word("more_missing"))]));
  });
  return details;
}
