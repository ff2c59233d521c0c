// @ts-check
import { checkAnswer } from "../card/check-answer.js";
import { shared } from "../ui/shared.js";

// Checks typed answers. A note where nobody types does not load this.
Object.assign(shared(), { checkAnswer });
