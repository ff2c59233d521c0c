// @ts-check
import { kinds } from "../card/kinds/registry.js";
import { cardOf } from "../progress/item-parts.js";
import { make } from "../ui/dom.js";
import { t } from "../ui/i18n.js";
import { loadScript, loadStyle } from "../ui/load.js";

/** Gets cards, and what their kinds need, for a session. What did not come is said once. */
export class Loader {
  /** @type {Set<string>} labels of weeks, and files of kinds of cards, that did not come */
  #missing = new Set();

  /**
   * @param {ReviewModel} page
   * @param {ReviewCards} cards
   * @param {SessionShell} shell
   */
  constructor(page, cards, shell) {
    this.page = page;
    this.cards = cards;
    this.shell = shell;
  }

  /**
   * @param {string} item
   * @returns {Promise<HTMLElement | undefined>} its card; nothing if it cannot be asked
   */
  async card(item) {
    const original = this.cards.get(cardOf(item)) ?? (await this.#fetched(item));
    const { kind = "" } = original?.dataset ?? {};
    const files = this.page.element.dataset[kind];
    if (files) await this.#loadKind(kind, files);
    return kinds.has(kind) ? original : undefined;
  }

  /** @param {string} item */
  async #fetched(item) {
    this.shell.wait();
    const cardId = cardOf(item);
    const week = this.cards.weeksOf(cardId).map(({ label }) => label).join(", ");
    if (this.#missing.has(week)) return undefined;
    const found = await this.cards.load(cardId);
    if (found) return found;
    this.#tell(week, t("week_missing", { week }));
    return undefined;
  }

  /** What comes with a kind of card that few pages have. @param {string} kind @param {string} files */
  async #loadKind(kind, files) {
    const [style, script] = files.split(" ");
    await Promise.all([loadStyle(style, this.page.element), kinds.has(kind) || loadScript(script)]);
    if (!kinds.has(kind) && !this.#missing.has(files)) this.#tell(files, t("more_missing"));
  }

  /** @param {string} what @param {string} text */
  #tell(what, text) {
    this.#missing.add(what);
    this.shell.problems.append(make("p", "flash-missing", text));
  }
}
