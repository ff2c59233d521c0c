// @ts-check
import { announce } from "../announce.js";
import { make } from "../dom.js";
import { word } from "../words.js";

/**
 * A script of the site, loaded by an element, since a page on a disk may not fetch.
 * @param {string} address
 */
export function loadScript(address) {
  const script = make("script", "");
  script.src = address;
  return loaded(script, document.head);
}

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} parent
 * @returns {Promise<void>} kept also where nothing came
 */
function loaded(element, parent) {
  return new Promise((done) => {
    element.onload = element.onerror = () => done();
    parent.append(element);
  });
}

/**
 * Figures, settings and sheets: a script and a style of their own, loaded when the first of them is wanted.
 * @param {ReviewPage} page
 * @returns {Promise<More | undefined>} nothing where it did not come, which is said
 */
export async function more({ element }) {
  const [href, script] = (element.dataset.more ?? "").split(" ");
  const style = Object.assign(make("link", ""), { rel: "stylesheet", href });
  if (!element.querySelector("link")) await loaded(style, element);
  if (!window.flashcards.more) await loadScript(script);
  if (!window.flashcards.more) announce(word("more_missing"));
  return window.flashcards.more;
}
