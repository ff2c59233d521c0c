// @ts-check
import { announce } from "../ui/announce.js";
import { make } from "../ui/dom.js";
import { word } from "../ui/i18n.js";

/**
 * What the student may have otherwise than the site.
 * @param {ReviewSettings} settings
 * @param {() => void} changed
 */
export function optionsPart(settings, changed) {
  const fresh = make("input", "");
  fresh.type = "number";
  fresh.min = "0";
  fresh.max = "999";
  fresh.required = true;
  fresh.value = String(settings.fresh);
  const grades = make("select", "", ...[2, 4].map((n) => new Option(word("option_grades_" + n), String(n))));
  grades.value = String(settings.grades);
  const part = make(
    "section",
    "",
    make("h3", "flash-heading", word("options")),
    make("label", "", word("option_new"), fresh),
    make("label", "", word("option_grades"), grades),
  );
  part.addEventListener("change", ({ target }) => {
    if (!fresh.checkValidity()) fresh.value = String(settings.fresh);
    // The other one stays the site's.
    settings.say(target === fresh ? { fresh: Number(fresh.value) } : { grades: Number(grades.value) });
    announce(word("option_saved"));
    changed();
  });
  return part;
}
