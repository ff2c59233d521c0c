// @ts-check
import { button } from "../../ui/dom.js";
import { draw } from "../../ui/draw.js";

/** Outlines in a square of 24. */
const SHAPES = {
  leave: "M6 6 18 18M18 6 6 18",
  undo: "M8 5 4 9l4 4M4.5 9H14a5 5 0 0 1 0 10H9",
  menu: "M5.5 12h.01M12 12h.01M18.5 12h.01",
};

/**
 * A button with a sign. Its name is for screen readers, and a tooltip.
 * @param {keyof typeof SHAPES} action
 * @param {string} name
 */
export function iconButton(action, name) {
  const one = button(action, "", "flash-icon");
  one.ariaLabel = one.title = name;
  one.append(draw("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, draw("path", { d: SHAPES[action] })));
  return one;
}
