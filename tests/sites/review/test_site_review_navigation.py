"""Where the review pages stand in the navigation, beside pages of the author's own, and links that lead to them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from site_checks import dead_addresses
from weeks_course import PLAIN_NAV, SMALL, STRICT, card, has_review, pages_of
from whole_site import CLOZE, Built, Site, card_ids, elements


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
