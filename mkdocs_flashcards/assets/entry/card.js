// @ts-check
import { FlashCard } from "../card/flash-card.js";
import { Store, scopeOf } from "../progress/storage/store.js";

function startNote() {
  const { currentScript } = document;
  const address = currentScript instanceof HTMLScriptElement ? currentScript.src : location.href;
  const start = () => FlashCard.define(new Store(scopeOf(site.course, address)));
  // Wait for the full DOM.
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start, { once: true });
  else start();
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    for (const card of document.querySelectorAll("flash-card[data-ready]")) if (card instanceof FlashCard) card.controller?.reset();
  });
}

startNote();
