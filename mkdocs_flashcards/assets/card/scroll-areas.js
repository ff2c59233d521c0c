// @ts-check

/**
 * Whoever has only a keyboard scrolls what has the focus, and not all browsers give it by themselves to what is too wide.
 * What has room must not be a stop on the way. The size of an answer is known once it is open.
 */
export const scrollAreas = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    target[target.scrollWidth > target.clientWidth ? "setAttribute" : "removeAttribute"]("tabindex", "0");
  }
});
