"""The files for editors: snippets that make cards without mistakes, and a schema that accepts what a build accepts."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from mkdocs_flashcards.cards import CardSet, Scan, parse
from mkdocs_flashcards.extension.translations import languages
from mkdocs_flashcards.plugin.config import COURSE, FORMATS, Between, FlashcardsConfig, OneOf

ROOT = Path(__file__).parents[2]
EDITORS = ROOT / "docs/editors"
SNIPPETS = json.loads((EDITORS / "flashcards.code-snippets").read_text(encoding="utf-8"))
KINDS = {
    "Flash card": "recall",
    "True or false": "true-false",
    "Choice": "choice",
    "List": "list",
    "Ordering": "ordering",
    "Short cards": "set",
    "Cloze": "cloze",
}
ROW = re.compile(r"^\| `(?P<name>\w+)` \| .* \| (?P<meaning>.*) \|$", re.M)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@pytest.mark.parametrize("name", KINDS)
def test_a_snippet_makes_a_card_of_its_kind(name: str) -> None:
    body = "\n".join(SNIPPETS[name]["body"])
    text = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\}|\$\{\d+:([^}]*)\}|\$\d+", lambda found: found[1] or found[2] or "", body)
    assert "$" not in text
    (fence,) = Scan(text).fences
    result = parse(fence)
    assert (result.mistakes, result.card is None) == ([], False)
    assert ("set" if isinstance(result.card, CardSet) else result.card.kind) == KINDS[name]  # type: ignore[union-attr]


def test_all_snippets_are_tried() -> None:
    assert SNIPPETS.keys() == KINDS.keys()


SIGNS = r"!-,/:-@\[-^`{-~"
"""ASCII's signs but for `-`, `.` and `_`. Editors know letters of other scripts only as what is none of these."""


def or_empty(found: dict[str, Any]) -> dict[str, Any]:
    """A value that may be left empty too, as `unit:` is where an author has not decided yet."""
    if "anyOf" in found:
        return {"anyOf": [*found["anyOf"], {"type": "null"}]}
    return {**found, "enum": [*found["enum"], None]} if "enum" in found else {**found, "type": [found["type"], "null"]}


def schema() -> dict[str, Any]:
    """The schema of mkdocs.yml, as far as it is ours, made from the settings and their table in the guide."""
    table = ROW.findall((ROOT / "docs/guide/settings.md").read_text(encoding="utf-8"))
    meanings = {name: LINK.sub(r"\1", meaning).replace("`", "") for name, meaning in table}
    word = {"anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]}
    format_ = {"enum": list(FORMATS)}
    unit = {"type": "string", "pattern": rf"^(?=.*[^\s\d{SIGNS}._-])[^\d\n/\\<>&]{{1,40}}$"}
    own: dict[str, dict[str, Any]] = {
        "language": {"type": "string", "examples": languages()},
        "words": {"type": "object", "additionalProperties": word},
        "course": {"type": "string", "pattern": rf"^[^\s{SIGNS}]+$"},
        "review_folder": {"type": "string"},
        "unit": {"anyOf": [unit, {"type": "array", "items": unit, "minItems": 1}]},
        "week_pattern": {"type": "string"},
        "exam": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "exports": {"anyOf": [format_, {"type": "array", "items": format_}]},
    }
    said = {name: {"not": {"type": "null"}} for name in ("unit", "week_pattern")}
    settings = {}
    for name, option in FlashcardsConfig()._schema:
        found = own.get(name, {})
        if isinstance(option, OneOf):
            found = {"enum": list(option.values)}
        elif isinstance(option, Between):
            kind = "integer" if option.kinds is int else "number"
            found = {"type": kind, "minimum": option.low, "maximum": option.high}
        assert found, f"say in this test what the setting {name} may be"
        default = {} if option.default in (None, (), {}) else {"default": option.default}
        settings[name] = {"description": meanings[name], **or_empty(found), **default}
    flashcards = {
        "type": ["object", "null"],
        "properties": settings,
        "additionalProperties": False,
        "not": {"type": "object", "required": list(said), "properties": said},
    }
    plugin = {"type": "object", "properties": {"flashcards": flashcards}}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "The settings of mkdocs-flashcards in mkdocs.yml",
        "type": "object",
        "properties": {
            "plugins": {"anyOf": [{"type": "array", "items": {"anyOf": [{"type": "string"}, plugin]}}, plugin]}
        },
    }


def test_the_schema_says_what_the_settings_are() -> None:
    path, text = EDITORS / "mkdocs.schema.json", json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("UPDATE_DOCS"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, "run the test once with UPDATE_DOCS=1 and read what changed"


SETTINGS: dict[str, tuple[Any, bool]] = {
    "nothing": (None, True),
    "a language": ({"language": "de"}, True),
    "a number for a language": ({"language": 3}, False),
    "words": ({"words": {"show": "Reveal", "review_count": {"one": "{n}, {notes}", "other": "{n}; {notes}"}}}, True),
    "a word that is a number": ({"words": {"show": 3}}, False),
    "a course": ({"course": "algebra-2026"}, True),
    "a course in Portuguese": ({"course": "física-1"}, True),
    "a course with blanks": ({"course": "my course"}, False),
    "no review": ({"review": False}, True),
    "a review in words": ({"review": "never"}, False),
    "units": ({"unit": ["lecture", "class"]}, True),
    "a unit in Russian": ({"unit": "лекция"}, True),
    "a unit and a pattern": ({"unit": "lecture", "week_pattern": r"(\d+)"}, False),
    "a unit with a number": ({"unit": "week 3"}, False),
    "retention": ({"retention": 0.85}, True),
    "all retained": ({"retention": 1}, False),
    "an exam": ({"exam": "2027-01-20"}, True),
    "an exam in words": ({"exam": "January"}, False),
    "half a card": ({"new_per_day": 2.5}, False),
    "three grades": ({"grades": 3}, False),
    "exports": ({"exports": ["anki", "json"]}, True),
    "one export": ({"exports": "anki"}, True),
    "an export that is none": ({"exports": ["pdf"]}, False),
    "a pattern beside an empty unit": ({"unit": None, "week_pattern": r"(\d+)"}, True),
    **{f"an empty {name}": ({name: None}, True) for name, _ in FlashcardsConfig()._schema},
    "a setting that is none": ({"reveiw": True}, False),
}


@pytest.mark.parametrize(("settings", "is_right"), SETTINGS.values(), ids=SETTINGS)
def test_the_schema_accepts_what_is_right(settings: Any, is_right: bool) -> None:
    validator = jsonschema.Draft7Validator(schema())
    for plugins in ([{"flashcards": settings}], ["search", {"flashcards": settings}], {"flashcards": settings}):
        assert validator.is_valid({"site_name": "C", "plugins": plugins}) == is_right
    assert validator.is_valid({"plugins": ["search", "flashcards", {"blog": {"anything": 1}}]})


@pytest.mark.parametrize("settings", [one for one, is_right in SETTINGS.values() if is_right and one])
def test_the_build_accepts_what_the_schema_does(settings: dict[str, Any]) -> None:
    config = FlashcardsConfig()
    config.load_dict(settings)
    assert config.validate() == ([], [])


def test_the_patterns_are_those_of_the_build() -> None:
    assert COURSE.fullmatch("algebra-2026")
    assert not COURSE.fullmatch("my course")


def test_the_patterns_know_letters_of_all_scripts_without_the_help_of_python() -> None:
    """In the editors' regular expressions, `\\w` and `\\W` know ASCII alone."""
    assert not re.search(r'"pattern": "[^"]*\\\\[wW]', (EDITORS / "mkdocs.schema.json").read_text(encoding="utf-8"))
