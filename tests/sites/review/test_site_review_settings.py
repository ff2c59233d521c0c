"""How reviews are switched off, for a site, a page or a card, and the settings of the review pages."""

from __future__ import annotations

import datetime
import logging
from typing import Any

import pytest
from mkdocs.exceptions import Abort
from weeks_course import NOTES, SMALL, STRICT, card, has_review, pages_of
from whole_site import Site, card_ids, our_tags

# Off


def test_a_site_without_review_pages(site: Site) -> None:
    built = site.write(NOTES).build(plugin={"review": False}, **STRICT)
    assert not has_review(built)
    assert not any("flashcards-week" in name for name in built.files())
    assert len(our_tags(built.html("w9/index.html"))) == 2


@pytest.mark.parametrize("value", ["no", "false", "'no'", "No"])
def test_a_page_that_is_not_reviewed(site: Site, value: str) -> None:
    site.write({"docs/week-1/a.md": f"---\nreview: {value}\n---\n{card('a')}", "docs/week-2.md": card("b")})
    built = site.build(**STRICT)
    assert pages_of(built) == {"week-2": ["b"]}
    assert card_ids(built.content("week-1/a/index.html")) == ["a"]


@pytest.mark.parametrize("value", ["2026-01-01", "yes", "monthly", "[a, b]"])
def test_another_review_in_front_matter_is_somebody_else_s(site: Site, value: str) -> None:
    built = site.write({"docs/week-1/a.md": f"---\nreview: {value}\n---\n{card('a')}"}).build(**STRICT)
    assert pages_of(built) == {"week-1": ["a"]}


def test_a_card_that_is_not_reviewed(site: Site) -> None:
    site.write({"docs/week-1/a.md": card("a", "review=no") + card("b"), "docs/week-3.md": card("c", "review=no")})
    built = site.build(**STRICT)
    assert pages_of(built) == {"week-1": ["b"]}
    assert card_ids(built.content("week-1/a/index.html")) == ["a", "b"]


def test_a_site_whose_only_card_is_not_reviewed_has_no_review(site: Site) -> None:
    assert not has_review(site.write({"docs/week-1.md": card("a", "review=no")}).build(**STRICT))


# Settings


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("review", "maybe", "expected true or false, found 'maybe'"),
        ("review", 1, "expected true or false, found 1"),
        ("review_folder", "", "expected the name of a folder"),
        ("review_folder", "../x", "expected the name of a folder"),
        ("review_folder", "a b", "expected the name of a folder"),
        ("review_folder", ".hidden", "expected the name of a folder"),
        ("review_folder", 7, "expected the name of a folder"),
        ("unit", "lecture 3", "a word without a number"),
        ("unit", [], "a word without a number"),
        ("unit", ["lecture", 3], "a word without a number"),
        ("unit", "", "a word without a number"),
        ("week_pattern", "week(", "is not a valid regular expression"),
        ("week_pattern", r"week\d", "one group"),
        ("week_pattern", r"(week)(\d)", "one group"),
        ("week_pattern", 3, "one group"),
        ("retention", 1, "expected a number from 0.7 to 0.97, found 1"),
        ("retention", 90, "expected a number from 0.7 to 0.97"),
        ("retention", "0.9", "expected a number from 0.7 to 0.97"),
        ("retention", True, "expected a number from 0.7 to 0.97"),
        ("exam", "soon", "expected a day such as 2027-01-20, found 'soon'"),
        ("exam", "2027-02-30", "expected a day such as"),
        ("exam", 2027, "expected a day such as"),
        ("exam", datetime.datetime(2027, 1, 1, 9), "expected a day such as"),
        ("new_per_day", -1, "expected a whole number from 0 to 9999"),
        ("new_per_day", 2.5, "expected a whole number"),
        ("grades", 3, "expected 2 or 4, found 3"),
        ("grades", "2", "expected 2 or 4, found '2'"),
        ("search_answers", "no", "expected true or false"),
    ],
)
def test_a_bad_setting_is_named(
    site: Site, caplog: pytest.LogCaptureFixture, setting: str, value: Any, said: str
) -> None:
    with pytest.raises(Abort):
        site.write(SMALL).build(plugin={setting: value})
    (message,) = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert f"option '{setting}': " in message
    assert said in message


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            {"unit": "lecture", "week_pattern": r"(\d+)"},
            "option 'week_pattern': week_pattern and unit both define what a week is.",
        ),
        (
            {"unit": "lecture", "words": {"week": "Session {n}"}},
            "option 'unit': unit and words: week both define what a week is called.",
        ),
    ],
)
def test_two_settings_that_contradict(
    site: Site, caplog: pytest.LogCaptureFixture, settings: dict[str, Any], said: str
) -> None:
    with pytest.raises(Abort):
        site.write(SMALL).build(plugin=settings)
    (message,) = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert said in message


@pytest.mark.parametrize(
    "settings",
    [
        {"exam": datetime.date(2027, 1, 20)},
        {"exam": "2027-01-20"},
        {"retention": 0.7, "new_per_day": 0, "grades": 4, "search_answers": False},
        {"unit": ["lecture", "lab session"], "review": False},
        {"review": None, "unit": None, "exam": None, "week_pattern": None, "retention": None},
        {"retention": 0.97, "review_folder": "a/b-c_d"},
    ],
)
def test_good_settings_are_taken(site: Site, settings: dict[str, Any]) -> None:
    assert not site.write(SMALL).build(plugin=settings, **STRICT).failed
