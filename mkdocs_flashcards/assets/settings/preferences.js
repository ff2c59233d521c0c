// @ts-check
import { announce } from "../ui/announce.js";
import { make } from "../ui/dom.js";
import { t } from "../ui/i18n.js";

/**
 * The settings that students can change for themselves.
 * @param {ReviewSettings} settings
 * @param {() => void} changed
 */
export function preferencesSection(settings, changed) {
  const fresh = make("input", "");
  fresh.type = "number";
  fresh.min = "0";
  fresh.max = "999";
  fresh.required = true;
  fresh.value = String(settings.newPerDay);
  const grades = make("select", "", ...[2, 4].map((n) => new Option(t("option_grades_" + n), String(n))));
  grades.value = String(settings.grades);
  const part = make(
    "section",
    "",
    make("h3", "flash-heading", t("options")),
    make("label", "", t("option_new"), fresh),
    make("label", "", t("option_grades"), grades),
  );
  part.addEventListener("change", ({ target }) => {
    if (!fresh.checkValidity()) fresh.value = String(settings.newPerDay);
    // The other setting keeps following the site.
    settings.say(target === fresh ? { fresh: Number(fresh.value) } : { grades: Number(grades.value) });
    announce(t("option_saved"));
    changed();
  });
  return part;
}
