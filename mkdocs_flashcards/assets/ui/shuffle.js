// @ts-check

/**
 * Shuffle a list, with every order equally likely (Fisher and Yates).
 * @template T
 * @param {T[]} list is changed
 * @param {() => number} [random] like Math.random
 */
export function shuffle(list, random = Math.random) {
  for (let n = list.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [list[n], list[other]] = [list[other], list[n]];
  }
  return list;
}
