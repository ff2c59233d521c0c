// @ts-check
import { cardOf } from "../progress/item-parts.js";
import { button } from "../ui/dom.js";
import { t } from "../ui/i18n.js";

/**
 * What resets the card that is asked.
 * @param {ReviewModel} page
 * @param {string} item
 * @param {() => Promise<Extras | undefined>} loadExtras
 * @param {(step: { item: string, takeBack: () => void }) => void} done
 * @returns {HTMLElement[]} nothing while the item is new
 */
export function resetting(page, item, loadExtras, done) {
  if (!page.schedule.state(item)) return [];
  const cardId = cardOf(item);
  const reset = button("renew", t("reset_card"), "flash-quiet");
  reset.addEventListener("click", async () => {
    const found = await loadExtras();
    const begun = page.items.flatMap((one) => (one.cardId === cardId && page.schedule.state(one.item) ? [one.item] : []));
    found?.askReset(page, t("reset_card"), begun, (events) => done({ item, takeBack: () => found.undoReset(page, events) }));
  });
  return [reset];
}
