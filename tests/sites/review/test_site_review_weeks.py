"""Which page a card is reviewed on: the week that is said first, and weeks that nobody can know of before."""

from __future__ import annotations

import logging
import re
from typing import Any

import pytest
from weeks_course import NAV, NOTES, STRICT, card, pages_of
from whole_site import CARD, CLOZE, Files, Site


@pytest.mark.parametrize("theme", ["bare", "material"])
def test_a_card_s_week_is_the_first_that_is_said(site: Site, theme: str) -> None:
    built = site.write(NOTES).build(nav=NAV, theme=theme, **STRICT)
    assert built.warnings == []
    if theme != "bare":
        return
    assert pages_of(built) == {
        "week-0": ["zero"],
        "week-1": ["folder"],
        "week-4": ["header"],
        "week-5": ["header-first"],
        "week-6": ["front"],
        "week-7": ["file"],
        "week-8": ["nav"],
        "week-9": ["nine"],
        "week-9-10": ["range"],
        "week-10": ["meta"],
        "week-11": ["heading"],
        "week-12": ["section"],
        "exam-2": ["named-too"],
        "exam-week": ["named"],
        "other": ["none", "loose"],
    }
    titles = re.findall(
        r'<a href="[^"]*">([^<]*)</a> <span class="flash-week-count">', built.content("review/index.html")
    )
    assert titles[7:10] == ["Week 9", "Week 9–10", "Week 10"]
    assert titles[-3:] == ["Exam week", "EXAM-2", "Other cards"]


def test_a_week_may_lie_in_several_folders(site: Site) -> None:
    site.write({"docs/lectures/week-1/a.md": card("a"), "docs/labs/wk1/b.md": card("b"), "docs/w01-c.md": card("c")})
    assert {week: set(cards) for week, cards in pages_of(site.build(**STRICT)).items()} == {"week-1": set("abc")}


def test_another_unit(site: Site) -> None:
    site.write({"docs/lecture-2/a.md": card("a"), "docs/week-1/b.md": card("b"), "docs/c.md": card("c", "week=10")})
    built = site.build(plugin={"unit": "lecture"}, **STRICT)
    assert pages_of(built) == {"lecture-2": ["a"], "lecture-10": ["c"], "other": ["b"]}
    assert "<h1" in built.content("review/lecture-2/index.html")
    assert "Lecture 2" in built.content("review/lecture-2/index.html")


def test_an_own_pattern(site: Site) -> None:
    site.write(
        {"docs/03-trees/a.md": card("a"), "docs/week-1/b.md": card("b"), "docs/c.md": "# 12-graphs\n\n" + card("c")}
    )
    built = site.build(plugin={"week_pattern": r"^(\d\d)-"}, **STRICT)
    assert pages_of(built) == {"week-3": ["a"], "week-12": ["c"], "other": ["b"]}


@pytest.mark.parametrize(
    ("files", "plugin", "said"),
    [
        ({"docs/lecture-1.md": CARD, "docs/lecture-2.md": CLOZE}, {}, "set `unit: lecture` below `flashcards:`"),
        ({"docs/a.md": CARD}, {}, "No page names a week"),
        ({"docs/week-1.md": CARD}, {"unit": "part"}, "No page names a part"),
        ({"docs/week-1.md": CARD}, {"week_pattern": "session (.)"}, "week_pattern matches no name or title"),
        ({"docs/week-1.md": CARD, "docs/a.md": CLOZE}, {}, ""),
        ({"docs/lecture-1.md": "# None\n", "docs/lecture-2.md": "# None\n"}, {}, ""),
    ],
)
def test_a_course_without_weeks_is_told_once(
    site: Site, caplog: pytest.LogCaptureFixture, files: Files, plugin: dict[str, Any], said: str
) -> None:
    site.write(files)
    with caplog.at_level(logging.INFO, "mkdocs"):
        site.build(plugin=plugin or True, **STRICT)
    told = [record for record in caplog.records if "reviewed together" in record.getMessage()]
    assert [record.levelname for record in told] == (["INFO"] if said else [])
    assert not said or said in told[0].getMessage()


def test_the_log_says_how_much_there_is(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.write(
        {
            "docs/week-1/a.md": card("a") + CARD,
            "docs/week-1/b.md": CARD,
            "docs/week-2.md": card("c"),
            "docs/d.md": "",
            "docs/e.md": card("e", "review=no"),
        }
    )
    with caplog.at_level(logging.INFO, "mkdocs"):
        site.build(**STRICT)
        assert caplog.messages.count("Flash cards: 3 cards in 3 notes, 2 weeks") == 1
        caplog.clear()
        site.write({"docs/week-1/a.md": "", "docs/week-1/b.md": "", "docs/week-2.md": card("c")}).build(**STRICT)
        assert caplog.messages.count("Flash cards: 1 card in 1 note, 1 week") == 1
        caplog.clear()
        site.write({"docs/week-2.md": "# None\n"}).build(**STRICT)
        assert not [message for message in caplog.messages if "lash cards" in message]


# The navigation


def test_one_card_twice_in_a_note_for_two_weeks(site: Site) -> None:
    site.write({"docs/week-1/a.md": card("a") + "\nAgain:\n\n" + card("a", "week=2") + "\n" + card("a")})
    assert pages_of(site.build(**STRICT)) == {"week-1": ["a"], "week-2": ["a"]}


def test_weeks_that_only_the_navigation_names_or_that_never_come(site: Site) -> None:
    site.write({"docs/a.md": card("a"), "docs/b.md": card("b") + "\n````\n```flashcard week=3\nQ\n---\nA\n```\n````\n"})
    built = site.build(nav=[{"Week 1": ["a.md"]}, "b.md"], **STRICT)
    assert pages_of(built) == {"week-1": ["a"], "other": ["b"]}
    assert "Other cards</h1>" in built.content("review/other/index.html")
    built = site.build(**STRICT)
    assert pages_of(built) == {"other": ["a", "b"]}
    assert "All cards</h1>" in built.content("review/other/index.html")
    assert ">All cards</a>" in built.content("review/index.html")
    assert "<title>All cards</title>" in built.html("review/other/index.html")


@pytest.mark.parametrize("week", ["_", "-1", "-", "_-_"])
def test_a_week_without_a_letter_is_none(site: Site, week: str) -> None:
    built = site.write({"docs/a.md": card("a", f'week="{week}"') + card("b")}).build()
    assert any("docs/a.md:1: " in warning for warning in built.warnings)
    assert pages_of(built) == {"other": ["b"]}


def test_blanks_around_a_week_in_front_matter(site: Site) -> None:
    built = site.write({"docs/a.md": f'---\nweek: "  5 "\n---\n{card("a")}'}).build(**STRICT)
    assert built.warnings == []
    assert pages_of(built) == {"week-5": ["a"]}


def test_a_course_without_weeks_has_all_cards_on_one_page(site: Site) -> None:
    built = site.write({"docs/a.md": CARD, "docs/b.md": CLOZE}).build(**STRICT)
    assert list(pages_of(built)) == ["other"]
    assert "All cards</h1>" in built.content("review/other/index.html")
    built = site.write({"docs/week-1.md": card("x")}).build(**STRICT)
    assert "Other cards</h1>" in built.content("review/other/index.html")


# Cards that nobody can know of before


def test_cards_from_snippets_find_their_page(site: Site) -> None:
    site.write(
        {
            "shared/plain.md": card("plain"),
            "shared/week.md": card("week", "week=3"),
            "docs/week-1/a.md": '--8<-- "shared/plain.md"\n',
            "docs/loose.md": '--8<-- "shared/week.md"\n',
            "docs/week-2/b.md": '# B\n\n--8<-- "shared/none.md"\n',
            "shared/none.md": "Nothing.\n",
        }
    )
    built = site.build(markdown_extensions=[{"pymdownx.snippets": {"base_path": ["."]}}], **STRICT)
    assert built.warnings == []
    assert pages_of(built) == {"week-1": ["plain"], "other": ["week"]}
    assert not any("week-2" in name for name in built.files() if name.startswith("review/"))


def test_cards_that_a_hook_brings_are_not_lost(site: Site) -> None:
    hook = "def on_page_markdown(markdown, **_):\n    return markdown.replace('HERE', CARD)\n"
    site.write({"hook.py": f"CARD = {card('hooked')!r}\n{hook}", "docs/week-1/a.md": "HERE\n", "docs/b.md": "# B\n"})
    built = site.build(hooks=["hook.py"], **STRICT)
    assert pages_of(built) == {"other": ["hooked"]}
    built = site.write({"docs/week-1/c.md": card("c")}).build(hooks=["hook.py"], **STRICT)
    assert pages_of(built) == {"week-1": ["hooked", "c"]}


def test_an_example_of_a_card_makes_no_page(site: Site) -> None:
    site.write({"docs/week-1.md": CARD, "docs/how.md": f"# How\n\n````md\n{card('x', 'week=7')}````\n"})
    assert list(pages_of(site.build(**STRICT))) == ["week-1"]
