// @ts-check
import { announce } from "./announce.js";
import { make } from "./dom.js";
import { word } from "./i18n.js";

/** @type {Map<string, Promise<void>>} */
const coming = new Map();

/**
 * A script of the site, loaded by an element, since a page on a disk may not fetch. One that did not come is tried again
 * when it is wanted again.
 * @param {string} address
 */
export function loadScript(address) {
  const loading = coming.get(address) ?? loaded(Object.assign(make("script", ""), { src: address }), document.head);
  coming.set(address, loading);
  loading.then(() => coming.delete(address));
  return loading;
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

/** @param {HTMLElement} element */
function tellMissing(element) {
  const text = word("more_missing");
  announce(text);
  if (element.querySelector(".flash-missing")?.textContent === text) return;
  element.querySelector(".flash-problems, .flash-panel")?.append(make("p", "flash-missing", text));
}

/**
 * A part of a review page that is loaded when it is wanted.
 * @template {"Session" | "more"} T
 * @param {T} name
 * @param {HTMLElement} element the page's `<flash-review>`
 * @param {string} [files] a script, and a style before it
 * @returns {Promise<Window["flashcards"][T]>} nothing where it did not come, which is said
 */
async function part(name, element, files = "") {
  const addresses = files.split(" ");
  const script = addresses.pop() ?? "";
  for (const href of addresses) {
    if (element.querySelector("link")) continue;
    await loaded(Object.assign(make("link", ""), { rel: "stylesheet", href }), element);
  }
  if (!window.flashcards[name]) await loadScript(script);
  if (!window.flashcards[name]) tellMissing(element);
  return window.flashcards[name];
}

/**
 * Figures, settings and sheets.
 * @param {ReviewPage} page
 */
export function loadMore({ element }) {
  return part("more", element, element.dataset.more);
}

/**
 * Fetches what asks the cards before it is wanted. Nobody has to know if it does not come.
 * @param {ReviewPage} page
 */
export function prepareSession({ element }) {
  if (!window.flashcards.Session) loadScript(element.dataset.session ?? "");
}

/**
 * What asks the cards.
 * @param {ReviewPage} page
 */
export function loadSession({ element }) {
  return part("Session", element, element.dataset.session);
}
