"""What the log says about the weeks of a course: slips of the finger, other units, how much there is."""

from __future__ import annotations

import logging
import re
from typing import Any

import pytest
from whole_site import ALL_VALIDATION, Built, Files, Site, boxes, card_ids, elements

STRICT: dict[str, Any] = {"strict": True, "validation": ALL_VALIDATION}
LONE = re.compile(r"(?P<place>\S+): only this card names (?P<week>.+), so it gets a review page")


def card(name: str, options: str = "") -> str:
    """A card that can be told by its id."""
    return f"```flashcard id={name} {options}\n{name}?\n---\nYes.\n```\n"


def said(site: Site, caplog: pytest.LogCaptureFixture, **settings: Any) -> tuple[Built, list[str]]:
    """A build, and what it logs about cards."""
    caplog.clear()
    with caplog.at_level(logging.INFO, "mkdocs"):
        built = site.build(**settings)
    return built, [
        record.getMessage()
        for record in caplog.records
        if record.name.startswith("mkdocs.plugins") and record.levelno == logging.INFO
    ]


NOTES: Files = {"docs/week-1/a.md": f"# A\n\n{card('a')}", "docs/week-3/b.md": f"# B\n\n{card('b')}"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"docs/c.md": f"---\ntitle: C\n---\n# C\n\n{card('c', 'week=33')}"}, ["docs/c.md:6 Week 33"]),
        ({"docs/c.md": card("c", "week=three")}, ["docs/c.md:1 Three"]),
        ({"docs/c.md": "- item\n\n    " + card("c", "week=33").replace("\n", "\n    ")}, ["docs/c.md:3 Week 33"]),
        ({"docs/week-1/c.md": card("c", 'week="Week 11"') + card("d")}, ["docs/week-1/c.md:1 Week 11"]),
        ({"docs/c.md": card("c", "week=9-10")}, ["docs/c.md:1 Week 9–10"]),
        (
            {"docs/c.md": "```flashcard week=33\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n```\n"},
            ["docs/c.md:1 Week 33"],
        ),
        ({"docs/c.md": card("c", "week=33") + card("d", "week=34")}, ["docs/c.md:1 Week 33", "docs/c.md:6 Week 34"]),
        # said on purpose
        ({"docs/c.md": card("c", "week=3")}, []),
        ({"docs/c.md": card("c", "week=W03")}, []),
        ({"docs/c.md": card("c", "week=33") + card("d", "week=33")}, []),
        ({"docs/c.md": card("c", "week=33"), "docs/d.md": card("d", 'week="week 33"')}, []),
        ({"docs/c.md": f"---\nweek: 33\n---\n{card('c')}"}, []),
        ({"docs/c.md": card("c", "week=33"), "docs/week-33/later.md": "# No cards yet\n"}, []),
        ({"docs/c.md": card("c", "week=33"), "docs/d.md": "# Week 33\n"}, []),
        ({"docs/c.md": card("c", "week=33"), "docs/d.md": "---\nweek: 33\n---\n# D\n"}, []),
        ({"docs/c.md": card("c", "week=33"), "docs/d.md": "# D\n\n[next](review/week-33.md)\n"}, []),
        ({"docs/c.md": card("c", "week=none")}, []),
        ({"docs/c.md": f"````\n{card('c', 'week=33')}````\n"}, []),
    ],
)
def test_a_week_that_one_header_alone_names_is_said(
    site: Site, caplog: pytest.LogCaptureFixture, files: Files, expected: list[str]
) -> None:
    built, messages = said(site.write({**NOTES, **files}), caplog, **STRICT)
    assert built.warnings == [], "it may be meant"
    assert sorted(f"{found['place']} {found['week']}" for one in messages if (found := LONE.match(one))) == expected
    for one in expected:
        assert one.partition(" ")[2] in built.html("review/index.html")


def test_a_page_in_the_navigation_names_its_week(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    nav = ["week-1/a.md", "week-3/b.md", "c.md", {"Later": "review/week-33.md"}, "review/index.md"]
    site.write({**NOTES, "docs/c.md": card("c", "week=33")})
    _, messages = said(site, caplog, nav=nav)
    assert not any(LONE.match(message) for message in messages)


@pytest.mark.parametrize(
    ("week", "message"),
    [
        ("9-3", "the range '9-3' runs backwards. Write the lower number first: week=3-9."),
        ("week 9-3", "the range 'week 9-3' runs backwards. Write the lower number first: week=\"week 3-9\"."),
        ("9999", "'9999' is not a week: the number of a week has three digits at most."),
        ("1-2027", "'1-2027' is not a week"),
    ],
)
def test_a_week_that_cannot_be_is_a_mistake_wherever_it_is_typed(site: Site, week: str, message: str) -> None:
    header = f'week="{week}"'
    site.write({**NOTES, "docs/c.md": f"# C\n\n{card('c', header)}"})
    built = site.build()
    assert [one for one in built.warnings if one.startswith(f"docs/c.md:3: {message}")] == built.warnings != []
    assert len(boxes(built.content("c/index.html"))) == 1
    assert {name.split("/")[1] for name in built.files() if name.startswith("review/")} == {
        "index.html",
        "week-1",
        "week-3",
    }
    site.write({"docs/c.md": f'---\nweek: "{week}"\n---\n# C\n\n{card("c")}'})
    built = site.build()
    assert [one for one in built.warnings if one.startswith(f"docs/c.md:2: {message}")] == built.warnings != []
    assert card_ids(built.content("review/other/index.html")) == ["c"]


# Another unit


def labels(built: Built) -> list[str]:
    """What the weeks are called on the page of all weeks."""
    lines = re.findall(r'<a href="[^"]*">([^<]*)</a> <span class="flash-week-count">', built.html("review/index.html"))
    assert len(lines) == len(
        [one for one in elements(built.html("review/index.html"), "li") if "data-week" in one.attributes]
    )
    return lines


@pytest.mark.parametrize(
    ("language", "unit", "label"),
    [
        ("ru", "module", "Модуль 1"),
        ("ru", "Module", "Модуль 1"),
        ("de", "lecture", "Vorlesung 1"),
        ("fr", "chapter", "Chapitre 1"),
        ("tr", "unit", "1. Ünite"),
        ("en", "module", "Module 1"),
        ("ru", "модуль", "Модуль 1"),
        ("ru", "part", "Part 1"),
    ],
)
def test_pages_are_called_by_the_course_s_own_word_in_its_own_language(
    site: Site, language: str, unit: str, label: str
) -> None:
    name = unit.lower()
    site.write({f"docs/{name}-1/a.md": card("a"), f"docs/{name}-02/b.md": card("b")})
    built = site.build(plugin={"unit": unit, "language": language}, **STRICT)
    assert built.warnings == []
    assert labels(built) == [label, label.replace("1", "2")]
    assert card_ids(built.html(f"review/{name}-1/index.html")) == ["a"], "the address stays as it was"


def test_a_unit_is_found_in_the_titles_of_its_own_language(site: Site) -> None:
    site.write({"docs/a.md": f"# Модуль 1. Начало\n\n{card('a')}", "docs/b.md": f"# B\n\n{card('b')}"})
    built = site.build(plugin={"unit": "module", "language": "ru"}, nav=[{"Модуль 2": ["b.md"]}, "a.md"], strict=True)
    assert labels(built) == ["Модуль 1", "Модуль 2"]


@pytest.mark.parametrize(
    ("titles", "nav", "unit"),
    [
        (("Lecture 1: A", "Lecture 2: B"), None, "lecture"),
        (("Лекция 1", "Лекция 2"), None, "лекция"),
        (("Kapitel 1", "Kapitel 2"), None, "kapitel"),
        (("第1章", "第2章"), None, "章"),
        (("A", "B"), [{"Module 1": ["a.md"]}, {"Module 2": ["b.md"]}], "module"),
        (("A", "B"), [{"Unit 1 - A": "a.md"}, {"Unit 2 - B": "b.md"}], "unit"),
        (("Python 2", "Python 3"), None, ""),
        (("Week 1", "Lecture 2"), None, None),
    ],
)
def test_the_advice_looks_at_titles(
    site: Site, caplog: pytest.LogCaptureFixture, titles: tuple[str, str], nav: Any, unit: str | None
) -> None:
    site.write({f"docs/{name}.md": f"# {title}\n\n{card(name)}" for name, title in zip("ab", titles, strict=True)})
    _, messages = said(site, caplog, nav=nav, **STRICT)
    advice = [message for message in messages if message.startswith("No page names a week")]
    assert len(advice) == (unit is not None)
    if unit:
        assert f"set `unit: {unit}` below `flashcards:`" in advice[0]
        built, messages = said(site, caplog, nav=nav, plugin={"unit": unit}, **STRICT)
        assert len(labels(built)) == 2, "the advice helps"
        assert not any(message.startswith("No page") for message in messages)


# How much there is


@pytest.mark.parametrize(
    ("files", "plugin", "expected"),
    [
        (NOTES, {}, "2 cards in 2 notes, 2 weeks"),
        ({"docs/week-1.md": card("a")}, {}, "1 card in 1 note, 1 week"),
        ({"docs/a.md": card("a") + card("b")}, {}, "2 cards in 1 note"),
        (
            {"docs/lecture-1.md": card("a"), "docs/lecture-2.md": card("b")},
            {"unit": "lecture"},
            "2 cards in 2 notes, 2 lectures",
        ),
        ({"docs/a.md": card("a", "week=study")}, {"unit": "study"}, "1 card in 1 note, 1 study"),
        (
            {
                **NOTES,
                "docs/week-4.md": "```flashcard\nno separator\n```\n\n```cloze\nno blank\n```\n" + card("c", "souce=x"),
            },
            {},
            "2 cards in 2 notes, 2 weeks; 3 blocks have mistakes",
        ),
        ({"docs/week-4.md": "```cloze\nno blank\n```\n"}, {}, "0 cards; 1 block has a mistake"),
        (
            {**NOTES, "docs/c.md": f"---\nweek: '?'\n---\n{card('c')}"},
            {},
            "3 cards in 3 notes, 2 weeks; 1 block has a mistake",
        ),
    ],
)
def test_the_log_counts_what_is_there_and_what_is_to_be_mended(
    site: Site, caplog: pytest.LogCaptureFixture, files: Files, plugin: dict[str, Any], expected: str
) -> None:
    _, messages = said(site.write(files), caplog, plugin=plugin or True)
    assert [message for message in messages if message.startswith("Flash cards: ")] == [f"Flash cards: {expected}"]


def test_a_site_without_cards_is_not_spoken_of(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    _, messages = said(site.write({"docs/week-1/a.md": "# A\n"}), caplog, **STRICT)
    assert messages == []


# Names beside each other


def test_notes_of_a_week_are_counted_by_their_second_number(site: Site) -> None:
    site.write(
        {
            **{f"docs/notes/W03-0{n}.md": card(f"n{n}") for n in (1, 3, 5)},
            **{f"docs/deep/W04-0{n}/a.md": card(f"d{n}") for n in (2, 5)},
            "docs/week9-10/a.md": card("range"),
            "docs/W07-08.md": f"# Week 07: Trees\n\n{card('titled')}",
            "docs/nav/x.md": f"# W05-01\n\n{card('x')}",
            "docs/nav/y.md": f"# W05-06\n\n{card('y')}",
            "docs/one/w11-12.md": f"# One\n\n{card('one')}",
            "docs/two/z.md": f"# Z\n\n{card('two')}",
        }
    )
    built = site.build(**STRICT)
    assert built.warnings == []
    assert labels(built) == ["Week 3", "Week 4", "Week 5", "Week 7", "Week 9–10", "Week 11–12", "Other cards"]
    assert card_ids(built.html("review/week-3/index.html")) == ["n1", "n3", "n5"]
    assert card_ids(built.html("review/week-5/index.html")) == ["x", "y"]
    notes = [path.removeprefix("docs/") for path in ("notes/W03-01.md",)]
    nav = [*notes, {"Week 11": [{"One": "one/w11-12.md"}, {"W11-12 Two": "two/z.md"}]}]
    built = site.build(nav=nav, validation={"nav": {"omitted_files": "ignore"}}, strict=True)
    assert "Week 11" in labels(built)
    assert "Week 11–12" not in labels(built)
    assert card_ids(built.html("review/week-11/index.html")) == ["one", "two"]
