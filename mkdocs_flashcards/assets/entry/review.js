// @ts-check
import { FlashReview } from "../review/flash-review.js";

/** Start once per document, however often the script runs. */
function startReview() {
  if (customElements.get("flash-review")) return;
  customElements.define("flash-review", FlashReview);
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", startReview, { once: true });
else startReview();
