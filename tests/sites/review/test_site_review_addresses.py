"""Every address and id in a card is right from its new place on a review page, and what a page loads is there."""

from __future__ import annotations

import re

import pytest
from rich_course import STRICT, URLS, address, course, weeks_line
from site_checks import broken_references, brought, cards_of, dead_addresses, repeated_ids
from whole_site import CARD, Site, boxes, card_ids, elements, our_tags


@URLS
@pytest.mark.parametrize("theme", ["bare", "material", "mkdocs", "readthedocs"])
def test_everything_in_a_card_is_right_from_its_new_place(site: Site, urls: bool, theme: str) -> None:
    built = site.write(course(urls)).build(theme=theme, use_directory_urls=urls, **STRICT)
    assert built.warnings == []
    assert not built.failed
    dead = dead_addresses(built)
    assert [one for one in dead if not one.startswith("404.html: /")] == []  # addresses from the root
    for page in ("review/index", "review/week-1", "review/week-2", "review/other"):
        text = built.html(address(page, urls))
        assert repeated_ids(text) == []
        assert broken_references(text) == []
        assert boxes(text) == []


@URLS
def test_the_data_scripts_have_the_cards_as_seen_from_the_page_of_all_weeks(site: Site, urls: bool) -> None:
    built = site.write(course(urls)).build(use_directory_urls=urls, **STRICT)
    index = built.content("review/index.html")
    for line in elements(index, "li"):
        script = line.attributes["data-script"]
        assert re.fullmatch(r"\.\./assets/flashcards-week-[a-z0-9-]+\.[0-9a-f]{12}\.js", script)
        cards = cards_of(built.html(script.removeprefix("../")))
        items = [item for item in line.attributes["data-cards"].split() if not item.endswith("~r")]
        assert [card_ids(card) for card in cards] == [[item] for item in items]
        assert all(card.startswith("<flash-card id=") and card.endswith("</flash-card>") for card in cards)
        week = line.attributes["data-week"]
        assert f'[Symbol.for("mkdocs-flashcards")].week("{week}",' in built.html(script.removeprefix("../"))
    assert repeated_ids(brought(built, index.replace(weeks_line(index, "week-2"), ""))) == []


@URLS
@pytest.mark.parametrize("theme", ["bare", "material"])
def test_review_pages_load_two_scripts_and_two_stylesheets(site: Site, urls: bool, theme: str) -> None:
    built = site.write(course(urls)).build(theme=theme, use_directory_urls=urls, **STRICT)
    names = [name for name in built.files() if re.search(r"assets/flashcards(-review)?\.\w+\.(js|css)$", name)]
    assert len(names) == 4
    for page in ("review/index", "review/week-1"):
        text = built.html(address(page, urls))
        found = re.findall(r'(?:href|src)="([^"]*assets/flashcards[^"]*)"', text)
        assert [re.sub(r".*assets/|\.\w+(?=\.\w+$)", "", one) for one in found] == [
            "flashcards.css",
            "flashcards-review.css",
            "flashcards.js",
            "flashcards-review.js",
        ]
        assert text.index(found[1]) < text.index("<flash-review") < text.index(found[2])
        assert text.index(found[2]) > text.rfind("</flash-card>")
    for page in ("index", "week-1/docker"):
        assert "flashcards-review" not in built.html(address(page, urls))
    assert len(our_tags(built.html(address("week-1/docker", urls)))) == 2


def test_a_site_in_a_folder_of_its_host(site: Site) -> None:
    files = {**course(True), "docs/404.md": f"# Lost\n\n{CARD}"}
    built = site.write(files).build(theme="material", site_url="https://example.org/a/course/", **STRICT)
    assert built.warnings == []
    assert dead_addresses(built, base="a/course/") == []


def test_addresses_that_lead_out_of_the_site_still_do(site: Site) -> None:
    links = '<a href="../../../next-course/">x</a> <a href="../../b/../c/">y</a> <a href="?q#f">z</a>'
    note = f"# A\n\n```flashcard\nQ?\n---\n{links}\n```\n"
    built = site.write({"docs/week-1/a.md": note}).build()
    page = built.content("review/week-1/index.html")
    assert 'href="../../../next-course/"' in page  # as deep in the site as the note
    assert 'href="../../c/"' in page
    assert 'href="../../week-1/a/?q#f"' in page
