// @ts-check
import { shared } from "../ui/shared.js";
import { Session } from "../session/session.js";

// What asks the cards. A review page that is only looked at does without.
Object.assign(shared(), { Session });
