// @ts-check
import { figures } from "./review/figures.js";
import { keeping } from "./review/keeping.js";
import { reminder } from "./review/reminder.js";
import { askReset, undoReset } from "./review/resets.js";
import { printSheet } from "./review/sheet.js";
import { showWeeks } from "./review/weeks.js";

// What a session does without, and a review page asks for when it is wanted.
Object.assign(window.flashcards, { more: { figures, keeping, reminder, showWeeks, askReset, undoReset, printSheet } });
