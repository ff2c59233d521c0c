"""What the site says, and what the student says on top of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Modules = Callable[..., Any]
MAKE = """const make = ({ Settings }, site, stored, storage) => {
  const held = { "flashcards:settings:/": stored };
  const map = { getItem: (key) => held[key] ?? null, setItem: (key, text) => { held[key] = text; } };
  const settings = new Settings(site, { scope: "/", storage: storage ?? (() => map), database: { put() {} } });
  return { settings, held };
};
const all = (settings, { lastBackup, putOff }) => {
  const { retention, exam, newPerDay: fresh, grades } = settings;
  return { retention, exam, fresh, grades, backup: lastBackup(settings), putOff: putOff(settings) };
};"""
ALL = "progress/settings progress/storage/last-backup settings/backup-reminder"
DEFAULTS = {"retention": 0.9, "exam": None, "fresh": 20, "grades": 2, "backup": None, "putOff": 0}


def read(modules: Modules, site: dict[str, str], stored: str | None = None) -> dict[str, Any]:
    script = f"(modules, [site, stored]) => {{ {MAKE} return all(make(modules, site, stored).settings, modules); }}"
    return dict(modules(ALL, script, [site, stored]))


def test_what_the_site_says(modules: Modules) -> None:
    site = {"retention": "0.85", "exam": "2027-01-20", "new": "7", "grades": "4"}
    exam = (date(2027, 1, 20) - date(1970, 1, 1)).days
    assert read(modules, site) == {**DEFAULTS, "retention": 0.85, "exam": exam, "fresh": 7, "grades": 4}
    assert read(modules, {"new": "0"})["fresh"] == 0


@pytest.mark.parametrize(
    "said", [{}, {"retention": "1", "exam": "", "new": "many", "grades": "3"}, {"retention": "0", "exam": "soon"}]
)
def test_what_makes_no_sense_is_as_if_nothing_was_said(modules: Modules, said: dict[str, str]) -> None:
    assert read(modules, said) == DEFAULTS


def test_the_student_has_the_last_word(modules: Modules) -> None:
    stored = '{"fresh":0,"grades":4,"backup":{"time":5,"events":6},"putOff":7,"retention":0.5}'
    backup = {"time": 5, "events": 6}
    found = read(modules, {"new": "7", "grades": "2", "retention": "0.8"}, stored)
    assert found == {**DEFAULTS, "retention": 0.8, "fresh": 0, "grades": 4, "backup": backup, "putOff": 7}


@pytest.mark.parametrize(
    "stored",
    [
        "broken",
        "null",
        "3",
        '"text"',
        "[]",
        '{"fresh":-1,"grades":3,"backup":3,"putOff":"soon"}',
        '{"fresh":"5","grades":"4","backup":{"time":"5","events":6}}',
        '{"fresh":1e9,"grades":null,"backup":null}',
        '{"__proto__":{"fresh":5}}',
    ],
)
def test_what_is_stored_is_not_trusted(modules: Modules, stored: str) -> None:
    assert read(modules, {}, stored) == DEFAULTS


def test_what_the_student_says_is_kept_beside_what_another_tab_kept(modules: Modules) -> None:
    script = f"""(modules) => {{ {MAKE}
      const {{ settings, held }} = make(modules, {{}}, null);
      settings.say({{ fresh: 5 }});
      held["flashcards:settings:/"] = JSON.stringify({{ grades: 4 }});
      settings.say({{ backup: {{ time: 1, events: 2 }} }});
      return [all(settings, modules), JSON.parse(held["flashcards:settings:/"])]; }}"""
    found, stored = modules(ALL, script)
    assert (found["fresh"], found["grades"], found["backup"]) == (5, 4, {"time": 1, "events": 2})
    assert stored == {"fresh": 5, "grades": 4, "backup": {"time": 1, "events": 2}}


def test_where_storage_is_refused_it_holds_for_this_page(modules: Modules) -> None:
    script = f"""(modules) => {{ {MAKE}
      const refuse = () => {{ throw new DOMException("", "SecurityError"); }};
      const {{ settings }} = make(modules, {{}}, null, refuse);
      settings.say({{ fresh: 3 }});
      return settings.newPerDay; }}"""
    assert modules("progress/settings", script) == 3
