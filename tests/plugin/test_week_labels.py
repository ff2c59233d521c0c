"""What weeks are called, how they are sorted, and the names of their files."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from week_texts import numbers

import mkdocs_flashcards
from mkdocs_flashcards.extension.translations import load_translations
from mkdocs_flashcards.plugin.weeks import Week, Weeks, natural, slug_of

WORDS = load_translations("en")


def test_weeks_sort_as_a_person_would() -> None:
    weeks = Weeks(WORDS)
    ordered = ["0", "1", "2", "9", "9-10", "10", "11", "exam", "part 2", "part 10", "Revision", "none"]
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert [numbers(week) for week in sorted(map(weeks.parse, shuffled), key=lambda week: week.order)] == [
        numbers(weeks.parse(value)) for value in ordered
    ]
    assert natural("a2") < natural("a10")


@pytest.mark.parametrize(
    ("language", "unit", "label"),
    [
        ("zh", "章", "第 3 章"),
        ("zh", "课", "第 3 课"),
        ("zh", "实验", "实验 3"),
        ("ja", "回", "第3回"),
        ("ko", "강", "3강"),
        ("ko", "차시", "3차시"),
        ("tr", "ders", "3. Ders"),
        ("fr", "séance", "Séance 3"),
    ],
)
def test_a_unit_is_called_by_its_own_word_as_its_language_has_it(language: str, unit: str, label: str) -> None:
    weeks = Weeks(load_translations(language), [unit])
    assert weeks.label(Week(3, 3)) == label
    assert numbers(weeks.search(f"{label}: x")) == "3"


def test_labels() -> None:
    weeks = Weeks(load_translations("en", {"week": "Woche {n}"}))
    labels = {value: weeks.label(weeks.parse(value)) for value in ("1", "09-10", "exam week", "ß", "none")}
    assert labels == {
        "1": "Woche 1",
        "09-10": "Woche 9–10",
        "exam week": "Exam week",
        "ß": "SS",
        "none": WORDS["other_week"],
    }
    assert weeks.parse("EXAM week") == weeks.parse("exam  WEEK")
    assert weeks.label(weeks.parse("EXAM week")) == "Exam week", "as it was spelled first"


@pytest.mark.parametrize(
    ("values", "slugs"),
    [
        (["1", "01", "week 1"], ["week-1"]),
        (["9-10", "10"], ["week-9-10", "week-10"]),
        (["Revision", "REVISION"], ["revision"]),
        (["exam week", "exam-week", "exam_week"], ["exam-week", "exam-week-2", "exam-week-3"]),
        (["index", "other", "README"], ["index-2", "other-2", "readme-2"]),
        (["none"], ["other"]),
        (["повторение", "復習", "सप्ताहांत", "Ünïte"], ["ünïte", "повторение", "सप्ताहांत", "復習"]),
        (["v1.2", "a + b"], ["a-b", "v1-2"]),
        (["10-9"], ["10-9"]),
    ],
)
def test_file_names_never_meet(values: list[str], slugs: list[str]) -> None:
    weeks = Weeks(WORDS)
    found = weeks.slugs({weeks.parse(value) for value in values})
    assert list(found.values()) == slugs
    assert list(Weeks(WORDS).slugs({weeks.parse(value) for value in reversed(values)}).values()) == slugs


def test_the_part_of_a_file_name_is_one_for_every_way_to_type_it() -> None:
    assert slug_of("Été") == slug_of("E\u0301te\u0301") == "été"


def test_weeks_know_nothing_of_mkdocs() -> None:
    for path in (Path(mkdocs_flashcards.__file__).parent / "plugin" / "weeks").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "mkdocs" not in re.sub(r"mkdocs\.yml|mkdocs_flashcards", "", text)
