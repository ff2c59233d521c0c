// @ts-check
import { announce } from "../ui/announce.js";
import { button, make } from "../ui/dom.js";
import { writeFile } from "./event.js";
import { word } from "../ui/i18n.js";

/**
 * Says once on the page, at the card where it showed, that the progress is not being kept; and when it is again.
 * @param {ProgressStore} store
 * @param {HTMLElement} card
 */
export function tellProblem({ problem }, card) {
  const said = document.querySelector(".flash-problem");
  if (!problem) {
    if (said) announce(word("stored_again"));
    said?.remove();
  } else if (!said) {
    const text = word("storage_" + problem) + " " + word("storage_rest");
    card.append(make("div", "flash-problem", make("p", "", text), button("save", word("save"))));
    announce(text);
  }
}

/**
 * @param {ProgressStore} store
 * @param {string} [name] of the file
 */
export function saveToFile(store, name = "flashcards.json") {
  const { events, unread } = store.read();
  const url = URL.createObjectURL(new Blob([writeFile(events, unread)], { type: "application/json" }));
  const link = make("a", "");
  link.href = url;
  link.download = name;
  link.click();
  // The download has to begin before its source is let go.
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
