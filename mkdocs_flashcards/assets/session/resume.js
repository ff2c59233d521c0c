// @ts-check
import { studyDay } from "../progress/study-day.js";

const KEY = "flashcards:session";

/**
 * The session that was left open today on this page in this tab. A page can be reloaded during a session, and themes
 * change the address while scrolling.
 * @returns {SavedSession | null}
 */
export function savedSession() {
  try {
    const kept = Object(JSON.parse(sessionStorage.getItem(KEY) ?? ""));
    const isOfHere = kept.page === location.pathname && Number.isSafeInteger(kept.since);
    return isOfHere && studyDay(new Date(kept.since * 1000)) === studyDay(new Date()) ? kept : null;
  } catch {
    return null;
  }
}

/** @param {Omit<SavedSession, "page"> | null} session nothing once it is over */
export function saveSession(session) {
  try {
    if (session) sessionStorage.setItem(KEY, JSON.stringify({ page: location.pathname, ...session }));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Then a reloaded page starts over.
  }
}

/** Whether the browser restores the page instead of following a link to it. */
export function isBroughtBack() {
  const [load] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return load !== undefined && load.type !== "navigate";
}
