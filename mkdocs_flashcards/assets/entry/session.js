// @ts-check
import { Session } from "../session/session.js";

// What asks the cards. A review page that is only looked at does without.
Object.assign(window.flashcards, { Session });
