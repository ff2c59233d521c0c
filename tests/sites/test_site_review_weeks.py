"""Which page a card is reviewed on, where the pages stand in the site, and how all of it is switched off and set."""

from __future__ import annotations

import datetime
import json
import logging
import re
from typing import Any

import pytest
from mkdocs.exceptions import Abort
from site_checks import dead_addresses
from whole_site import ALL_VALIDATION, CARD, CLOZE, Built, Files, Site, card_ids, elements, our_tags

STRICT: dict[str, Any] = {"strict": True, "validation": ALL_VALIDATION}


def card(name: str, options: str = "") -> str:
    """A card that can be told by its id."""
    return f"```flashcard id={name} {options}\n{name}?\n---\nYes.\n```\n"


def pages_of(built: Built) -> dict[str, list[str]]:
    """The review pages of a site, in the order of the page of all weeks, with their cards."""
    folder = next(name.rpartition("/")[0] for name in built.files() if re.search(r"review[^/]*/index\.html$", name))
    index = built.content(f"{folder}/index.html")
    found = {}
    for line in elements(index, "li"):
        name = line.attributes["data-week"]
        found[name] = card_ids(built.content(f"{folder}/{name}/index.html"))
    return found


def has_review(built: Built) -> bool:
    """Whether there is anything of a review in a site."""
    return any("review" in name for name in built.files())


NOTES: Files = {
    "docs/header.md": card("header", "week=4"),
    "docs/week-1/header.md": card("header-first", 'week="Week 5"'),
    "docs/week-1/front.md": f"---\nweek: 6\n---\n{card('front')}",
    "docs/week-1/none.md": f"---\nweek: none\n---\n# Week 9\n\n{card('none')}",
    "docs/week-1/week-7.md": card("file"),
    "docs/week-1/folder.md": f"# Week 9\n\n{card('folder')}",
    "docs/nav.md": f"---\ntitle: Week 9\n---\n# Week 9\n\n{card('nav')}",
    "docs/meta.md": f"---\ntitle: Week 10\n---\n# Week 9\n\n{card('meta')}",
    "docs/heading.md": f"Text.\n\n## Practicum week 11\n\n# Week 9\n\n{card('heading')}",
    "docs/section.md": f"# Section\n\n{card('section')}",
    "docs/loose.md": f"# Loose\n\n{card('loose')}",
    "docs/named.md": f"---\nweek: Exam week\n---\n{card('named')}\n{card('named-too', 'week=EXAM-2')}",
    "docs/week0/zero.md": card("zero"),
    "docs/w09-10/range.md": card("range"),
    "docs/w9.md": card("nine"),
}
NAV: list[Any] = [
    {"W8-Trees": "nav.md"},
    {"Part": [{"Week 12": [{"Deep": ["section.md"]}]}]},
    *(name.removeprefix("docs/") for name in NOTES if name not in ("docs/nav.md", "docs/section.md")),
]


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

PLAIN_NAV: list[Any] = [{"Home": "index.md"}, {"One": "week-1/a.md"}]
SMALL: Files = {"docs/index.md": "# Home\n", "docs/week-1/a.md": CARD, "docs/z.md": "# Z\n"}


def entries(built: Built) -> list[str]:
    """The links of the navigation, in order, with the titles of sections."""
    nav = built.html("index.html").partition("<nav>")[2].partition("</nav>")[0]
    return [line.strip() for line in nav.split("\n") if line.strip()]


@pytest.fixture
def nav_site(site: Site) -> Site:
    """A site whose theme shows the navigation."""
    inside = (
        "{% macro show(items, depth) %}{% for one in items %}{{ '.' * depth }}{{ one.title }}"
        "{% if one.is_page %} {{ one.url }}{% endif %}\n{{ show(one.children or [], depth + 1) }}"
        "{% endfor %}{% endmacro %}<nav>\n{{ show(nav, 0) }}</nav><main>{{ page.content }}</main>"
        "{{ page.previous_page.url if page.previous_page else 'none' }} "
        "{{ page.next_page.url if page.next_page else 'none' }}"
    )
    return site.write({**SMALL, "shown/main.html": inside, "shown/mkdocs_theme.yml": "static_templates: []\n"})


SHOWN = {"theme": {"name": None, "custom_dir": "shown"}}


def test_without_a_navigation_of_the_author_s_the_review_stands_at_the_end(nav_site: Site) -> None:
    built = nav_site.build(**SHOWN, **STRICT)
    assert built.warnings == []
    assert entries(built)[-3:] == ["Review", ".Review review/", ".Week 1 review/week-1/"]
    assert built.html("review/index.html").endswith(" review/week-1/")
    assert built.html("review/week-1/index.html").endswith("review/ none")


def test_below_the_author_s_navigation_the_review_stands_at_the_end(nav_site: Site) -> None:
    nav_site.write({"docs/week-2.md": CLOZE, "docs/loose.md": card("x")})
    nav = [*PLAIN_NAV, {"Rest": ["z.md", "week-2.md", "loose.md"]}]
    built = nav_site.build(nav=nav, **SHOWN, **STRICT)
    assert built.warnings == []
    assert entries(built)[-5:] == [
        "Review",
        ".Review review/",
        ".Week 1 review/week-1/",
        ".Week 2 review/week-2/",
        ".Other cards review/other/",
    ]
    assert built.config.nav == nav, "the author's setting is not ours to change"


@pytest.mark.parametrize(
    "place",
    [
        {"Exercises": "review/index.md"},
        {"Exercises": ["review/index.md", {"First": "review/week-1.md"}]},
        "review/week-1.md",
    ],
)
def test_an_author_places_the_pages(nav_site: Site, place: Any) -> None:
    built = nav_site.build(nav=[place, *PLAIN_NAV, "z.md"], **SHOWN, **STRICT)
    assert built.warnings == []
    shown = entries(built)
    assert "Review" not in shown
    assert any("review/" in entry for entry in shown[:3])
    assert card_ids(built.html("review/week-1/index.html"))
    assert "flash-weeks" in built.html("review/index.html")


def test_a_week_may_stand_beside_its_notes(nav_site: Site) -> None:
    nav = ["index.md", {"Week 1": ["week-1/a.md", {"Review": "review/week-1.md"}]}, "z.md"]
    built = nav_site.build(nav=nav, **SHOWN, **STRICT)
    assert built.warnings == []
    assert ".Review review/week-1/" in entries(built)
    assert "review/week-1/" in built.html("week-1/a/index.html")


def test_a_review_of_nothing_leaves_no_trace(nav_site: Site) -> None:
    nav_site.write(
        {"docs/week-1/a.md": "# A\n\n    ```flashcard week=3\n    An example?\n    ---\n    Yes.\n    ```\n"}
    )
    built = nav_site.build(**SHOWN, **STRICT)
    assert built.warnings == []
    assert not has_review(built)
    assert not any("eview" in entry for entry in entries(built))
    without = nav_site.build(plugin=False, to="without", **SHOWN)
    assert without.files() == built.files()


def test_a_page_of_nothing_that_the_author_has_linked_stays_and_says_so(nav_site: Site) -> None:
    nav_site.write(
        {"docs/index.md": "# Home\n\n[r](review/index.md) [o](review/other.md)\n", "docs/week-1/a.md": "# A\n"}
    )
    built = nav_site.build(**SHOWN, **STRICT)
    assert built.warnings == []
    assert "There are no cards here." in built.html("review/index.html")
    assert "There are no cards here." in built.html("review/other/index.html")
    assert dead_addresses(built) == []


def test_weeks_laid_out_in_the_navigation_have_a_page_before_they_have_cards(nav_site: Site) -> None:
    pages = ["review/index.md", "review/week-1.md", "review/week-2.md", {"Exam": "review/exam.md"}]
    built = nav_site.build(nav=[*PLAIN_NAV, "z.md", {"Review": pages}], **STRICT)
    assert built.warnings == []
    assert card_ids(built.content("review/week-1/index.html"))
    for name in ("week-2", "exam"):
        assert "There are no cards here." in built.html(f"review/{name}/index.html")
    assert list(pages_of(built)) == ["week-1"]
    assert dead_addresses(built) == []


@pytest.mark.parametrize("title", ["2026", "2026-01-01", "yes", "3.5"])
def test_titles_that_yaml_reads_as_something_else(site: Site, title: str) -> None:
    site.write({"docs/a.md": f"---\ntitle: {title}\n---\n# A\n\n{card('a')}"})
    built = site.build(nav=[{2026: [{7: "a.md"}]}, {True: "a.md"}], **STRICT)
    assert pages_of(built) == {"other": ["a"]}


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("theme", ["bare", "material"])
def test_links_that_begin_a_session(site: Site, language: str, theme: str) -> None:
    links = " ".join(
        f"[{n}](review/{page}#{mode})" for page in ("index.md", "week-1.md") for n, mode in enumerate(MODES)
    )
    built = site.write({**SMALL, "docs/index.md": f"# Home\n\n{links}\n"}).build(
        plugin={"language": language}, plugins=["search"], theme=theme, markdown_extensions=MARKS, **STRICT
    )
    assert built.warnings == []
    # A title's own address is none of them, in the page, its table of contents or the search.
    for name in ("review/index.html", "review/week-1/index.html"):
        names = {found.attributes.get("id") for found in elements(built.html(name))}
        links_to = re.findall(r'href="#([^"]+)"', built.html(name))
        assert not names & set(MODES)
        assert not set(links_to) & set(MODES)
    places = [doc["location"] for doc in json.loads(built.files()["search/search_index.json"])["docs"]]
    assert not [place for place in places if place.partition("#")[2] in MODES]


MODES = ("review", "review-all", "review-missed")
MARKS = [{"toc": {"permalink": True}}]


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


@pytest.mark.parametrize(
    ("path", "urls"),
    [
        ("review/week-1.md", True),
        ("review/week-1/index.md", True),
        ("review/week-1/README.md", True),
        ("review/week-1.md", False),
    ],
)
def test_an_author_s_own_page_keeps_its_place(site: Site, path: str, urls: bool) -> None:
    site.write({**SMALL, f"docs/{path}": "# My own\n", "docs/week-2.md": CLOZE})
    built = site.build(use_directory_urls=urls, **STRICT)
    assert built.warnings == []
    page = built.content("review/week-1/index.html" if urls else "review/week-1.html")
    assert "My own" in page
    assert "flash-" not in page
    assert "week-1" in built.content("review/index.html")
    assert card_ids(built.content("review/week-2/index.html" if urls else "review/week-2.html"))


def test_a_draft_of_the_author_s_has_no_place(site: Site) -> None:
    site.write({**SMALL, "docs/review/week-1.md": "# My own\n", "docs/review/README.md": "# My own\n"})
    built = site.build(exclude_docs="review/*\n", **STRICT)
    assert built.warnings == []
    assert card_ids(built.content("review/week-1/index.html"))
    assert "flash-weeks" in built.content("review/index.html")


def test_another_plugin_may_throw_pages_out(site: Site) -> None:
    hook = (
        "from mkdocs.plugins import event_priority\n@event_priority(-500)\ndef on_files(files, **_):\n"
        "    for file in list(files):\n        if 'review/week-1' in file.src_uri:\n            files.remove(file)\n"
    )
    built = site.write({**SMALL, "docs/week-2.md": CLOZE, "hook.py": hook}).build(hooks=["hook.py"], strict=True)
    assert built.warnings == []
    assert not any("review/week-1" in name for name in built.files())
    assert card_ids(built.content("review/week-2/index.html"))


def test_a_course_without_weeks_has_all_cards_on_one_page(site: Site) -> None:
    built = site.write({"docs/a.md": CARD, "docs/b.md": CLOZE}).build(**STRICT)
    assert list(pages_of(built)) == ["other"]
    assert "All cards</h1>" in built.content("review/other/index.html")
    built = site.write({"docs/week-1.md": card("x")}).build(**STRICT)
    assert "Other cards</h1>" in built.content("review/other/index.html")


@pytest.mark.parametrize("path", ["review/index.md", "review/README.md", "review.md", "review/index.html"])
def test_an_author_s_own_page_of_all_weeks_keeps_its_place(site: Site, path: str) -> None:
    built = site.write({**SMALL, f"docs/{path}": "<h1>My own</h1>\n"}).build(**STRICT)
    assert built.warnings == []
    assert "My own" in built.html("review/index.html")
    assert "flash-review" not in built.html("review/index.html")
    assert card_ids(built.content("review/week-1/index.html"))
    assert not any("flashcards-week" in name for name in built.files())


@pytest.mark.parametrize("folder", ["herhaling", "course/exercises", "複習", "/again/"])
def test_another_folder(site: Site, folder: str) -> None:
    link = f"[r]({folder.strip('/')}/week-1.md)"
    built = site.write({**SMALL, "docs/index.md": f"# Home\n\n{link}\n"}).build(
        plugin={"review_folder": folder}, **STRICT
    )
    assert built.warnings == []
    assert card_ids(built.content(f"{folder.strip('/')}/week-1/index.html"))
    assert dead_addresses(built) == []


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
