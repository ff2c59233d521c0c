// @ts-check

/**
 * Give the focus to what is too wide, since a keyboard scrolls only what has it, and not all browsers do so by themselves.
 * What has room is no stop on the way. The size of an answer is known once it is open.
 */
export const scrollAreas = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    target[target.scrollWidth > target.clientWidth ? "setAttribute" : "removeAttribute"]("tabindex", "0");
  }
});
