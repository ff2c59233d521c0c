// @ts-check
import { shared } from "../ui/shared.js";
import { takeWeek } from "../session/card-source.js";
import { Session } from "../session/session.js";

// Asks the cards. A review page that is only looked at does not load this.
Object.assign(shared(), { Session, week: takeWeek });
