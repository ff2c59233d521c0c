// @ts-check
import { FlashReview } from "../review/flash-review.js";

/** Start once per document, however often the script runs. */
function startReview() {
  if (customElements.get("flash-review")) return;
  customElements.define("flash-review", FlashReview);
}

// The cards' own script waits for the full DOM.
customElements.whenDefined("flash-card").then(startReview);
