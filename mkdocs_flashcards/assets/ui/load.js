// @ts-check
import { make } from "./dom.js";

/** @type {Map<string, Promise<void>>} */
const coming = new Map();

/**
 * Load a script of the site with an element, since pages opened from a disk cannot use `fetch`. If it fails, the next
 * call tries again.
 * @param {string} address
 */
export function loadScript(address) {
  return load(address, () => loadElement(Object.assign(make("script", ""), { src: address }), document.head));
}

/**
 * A stylesheet of the site, unless the page has it.
 * @param {string} href
 * @param {HTMLElement} parent
 */
export function loadStyle(href, parent) {
  if (document.querySelector(`link[href="${CSS.escape(href)}"]`)) return coming.get(href);
  return load(href, () => loadElement(Object.assign(make("link", ""), { rel: "stylesheet", href }), parent));
}

/**
 * @param {string} address
 * @param {() => Promise<void>} begin
 */
function load(address, begin) {
  const loading = coming.get(address) ?? begin();
  coming.set(address, loading);
  loading.then(() => coming.delete(address));
  return loading;
}

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} parent
 * @returns {Promise<void>} kept also where nothing came
 */
function loadElement(element, parent) {
  return new Promise((done) => {
    element.onload = element.onerror = () => done();
    parent.append(element);
  });
}
