// @ts-check

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className
 * @param {(Node | string)[]} content
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** @type {Map<string, HTMLElement>} */
const originals = new Map();

/**
 * A copy of an element that was built once. On pages with hundreds of cards, one call to the DOM replaces many.
 * @template {HTMLElement} T
 * @param {string} name
 * @param {() => T} build
 */
export function copyOf(name, build) {
  const original = originals.get(name) ?? build();
  originals.set(name, original);
  return /** @type {T} */ (original.cloneNode(true));
}

/**
 * @param {Action} action
 * @param {string} text
 * @param {string} [className]
 */
export function button(action, text, className = "") {
  return copyOf([action, text, className].join(), () => {
    const element = make("button", ("flash-button " + className).trim(), text);
    element.type = "button";
    element.dataset.flash = action;
    return element;
  });
}

/** @typedef {{ event?: MouseEvent, action?: string }} Click */

/** The last click, and the one before it. @type {[Click, Click]} */
let clicks = [{}, {}];

/**
 * Whether a click is the second half of a double click that was meant for the previous button. Pressing the same button
 * again is deliberate. Browsers count the clicks of a mouse, but not all count taps.
 * @param {MouseEvent} event
 * @param {string} [action] of what it pressed
 */
export function isSecondClick(event, action) {
  if (event !== clicks[0].event) clicks = [{ event, action }, clicks[0]];
  const [, before] = clicks;
  if (!before.event || before.action === action) return false;
  if (!(event instanceof PointerEvent) || event.pointerType !== "touch") return event.detail > 1;
  const { x, y, timeStamp } = before.event;
  return event.timeStamp - timeStamp < 400 && Math.hypot(event.x - x, event.y - y) < 16;
}

/**
 * Move the focus without scrolling, since the element appears where the student is looking.
 * @param {HTMLElement} element
 */
export function focusOn(element) {
  if (!element.matches("button, input")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
