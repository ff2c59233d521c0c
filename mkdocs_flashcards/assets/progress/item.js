// @ts-check
// An item is what has a schedule of its own: a card ("ID"), one of its Anki numbers ("ID~2"), or its reverse ("ID~r").

/**
 * The items that a card is graded for in a note: one, or one for each of its Anki numbers.
 * @param {DOMStringMap} card the attributes of its element
 */
export function gradedItems({ card = "", numbers }) {
  return numbers ? numbers.split(" ").map((number) => card + "~" + number) : [card];
}

/**
 * Whether an item asks a given Anki number.
 * @param {string} item
 * @param {string} number
 */
export function asksNumber(item, number) {
  return item.endsWith("~" + number);
}
