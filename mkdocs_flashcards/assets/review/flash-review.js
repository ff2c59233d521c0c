// @ts-check
import { ReviewController } from "./controller.js";

/** The main element of a review page. */
export class FlashReview extends HTMLElement {
  /** @type {ReviewController | undefined} missing while it is in no document */
  controller;

  connectedCallback() {
    this.controller = new ReviewController(this);
  }

  disconnectedCallback() {
    this.controller?.release();
  }
}
