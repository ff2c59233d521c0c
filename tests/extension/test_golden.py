"""What an author types, what becomes of it and what is said about it, one file a case (`golden/`).

A file holds the source, a line `=== html`, the expected HTML, a line `=== messages` and the expected messages. After a
change that is meant, run pytest with `--update-golden` and read the difference.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from golden_cases import CASES, HTML, MESSAGES, source_of
from pages import Site, render

SITE = Site()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden(path: Path, request: pytest.FixtureRequest) -> None:
    source = source_of(path)
    page = render(source)
    messages = "".join(f"{message}\n" for message in page.messages)
    now = f"{source}{HTML}{page.html}{MESSAGES}{messages}"
    if request.config.getoption("--update-golden", default=False):
        path.write_bytes(now.encode("utf-8"))
    then = path.read_bytes().decode("utf-8")
    assert now == then


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_mistake_is_in_the_log_and_in_the_page_in_the_same_words(path: Path) -> None:
    """And a page is the same whatever pages the same Markdown instance has converted before."""
    page = SITE.page(source_of(path))
    said = [
        node.text
        for box in page.root.all("div.flash-mistake")
        for node in box.all("p")
        if "flash-mistake-title" not in node.classes
    ]
    assert page.html == path.read_bytes().decode("utf-8").partition(HTML)[2].partition(MESSAGES)[0], "other pages show"
    assert sorted(said) == sorted(" ".join(message.split()) for message in page.messages)


def test_bad_input_has_as_many_cases_as_good() -> None:
    bad = [path for path in CASES if path.stem.startswith("bad-")]
    assert len(bad) * 2 >= len(CASES)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_holds_for_every_page(path: Path) -> None:
    page = SITE.page(source_of(path))
    ids = [node["id"] for node in page.root.walk() if "id" in node]
    assert len(ids) == len(set(ids)), "an id stands twice"
    assert not re.search(r"q[a-p]{12}x[a-p]+z|[\x02\x03]|wzxhzdk|klzzwxh", page.html), "a placeholder is left"
    for card in page.cards:
        assert card.one("details.flash-answer")
        assert "open" not in card.one("details.flash-answer")
        assert not card.all("flash-card"), "a card in a card"
        assert [blank["data-blank"] for blank in card.blanks] == [fill["data-blank"] for fill in card.fills]
        assert next(node for node in card.children if not isinstance(node, str)) is card.question
        if card.kind == "list":
            assert card["data-label"].endswith(f" · {len(card.items)}")
        if card.kind == "ordering":
            mixed = [node for node in card.one("ul.flash-options").children if not isinstance(node, str)]
            places = [int(node["data-place"]) for node in mixed]
            assert places != sorted(places), "the right order is shown"
            assert [card.items[place - 1] for place in places] == [node.text for node in mixed]
        if card.kind == "choice":
            assert len(card.options) > 1
            assert ("data-multiple" in card) == ([right for _, right in card.options].count(True) > 1)
    for bad in page.root.all("div.flash-mistake"):
        assert bad.one("pre").raw.strip("\n"), "a box shows the author's own text"
