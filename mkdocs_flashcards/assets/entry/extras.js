// @ts-check
import { figures } from "../stats/stats.js";
import { keeping } from "../settings/panel.js";
import { reminder } from "../settings/backup-reminder.js";
import { askReset, undoReset } from "../progress/reset.js";
import { printSheet } from "../print/sheet.js";
import { showWeeks } from "../review/week-list.js";

// What a session does without, and a review page asks for when it is wanted.
Object.assign(window.flashcards, { more: { figures, keeping, reminder, showWeeks, askReset, undoReset, printSheet } });
