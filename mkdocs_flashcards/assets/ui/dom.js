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
 * A copy of what was built the first time: one call into the page in place of many, on pages with hundreds of cards.
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
 * @param {string} action what the card does when it is pressed
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
 * Whether a click is the second of a double one, and was meant for what stood there before. Who presses the same again
 * means it. Browsers count the clicks of a mouse, but not all count those of a finger.
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
 * Moves the focus without jumping: what gets it appears where the student is looking.
 * @param {HTMLElement} element
 */
export function focusOn(element) {
  if (!element.matches("button, input")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
