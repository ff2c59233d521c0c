// @ts-check
import { shared } from "../ui/shared.js";
import { endPanel } from "../stats/end.js";
import { statistics } from "../stats/stats.js";
import { settingsPanel } from "../settings/panel.js";
import { reminder } from "../settings/backup-reminder.js";
import { askReset, undoReset } from "../settings/reset-dialog.js";
import { paper } from "../print/sheet.js";
import { showStages } from "../stats/week-list.js";

// Parts that a session does not need. A review page loads them on demand.
Object.assign(shared(), { more: { endPanel, statistics, settingsPanel, reminder, showStages, askReset, undoReset, paper } });
