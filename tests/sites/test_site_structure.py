"""What a page without cards costs: one search of its text, and nothing that runs again for each block."""

from __future__ import annotations

from typing import Any

import markdown
import pytest
from whole_site import CARD, CLOZE

from mkdocs_flashcards import cards
from mkdocs_flashcards.cards import scan
from mkdocs_flashcards.extension import FlashcardsExtension


def registered(md: markdown.Markdown) -> set[str]:
    """Everything of ours that takes part in a conversion."""
    places = {
        "preprocessor": md.preprocessors,
        "block": md.parser.blockprocessors,
        "inline": md.inlinePatterns,
        "tree": md.treeprocessors,
        "post": md.postprocessors,
    }
    return {
        f"{place}:{type(one).__name__}"
        for place, registry in places.items()
        for one in registry
        if type(one).__module__.startswith("mkdocs_flashcards")
    }


@pytest.fixture
def md() -> markdown.Markdown:
    """As a page of a site has it."""
    return markdown.Markdown(extensions=["pymdownx.superfences", FlashcardsExtension()])


PLAIN = [
    "",
    "# T\n\nText.\n\n```python\nx\n```\n",
    "flashcards and cloze",
    "Write ```` ```flashcard ```` into it.\n",
    "````md\n```flashcard\nQ\n```\n````\n",
    "<!--\n```flashcard\n```\n-->\n",
]


@pytest.mark.parametrize("text", PLAIN)
def test_a_page_without_cards_has_none_of_our_processors(md: markdown.Markdown, text: str) -> None:
    md.convert(text)
    assert {name.partition(":")[0] for name in registered(md)} == {"preprocessor"}
    assert len(registered(md)) <= 2


@pytest.mark.parametrize("text", PLAIN[:3])
def test_a_page_without_our_words_is_searched_once_and_never_scanned(
    md: markdown.Markdown, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[str] = []

    def may_have_cards(text: str) -> bool:
        searched.append(text)
        return cards.may_have_cards(text)

    def never(*_: Any) -> None:
        pytest.fail("scanned")

    monkeypatch.setattr(scan, "may_have_cards", may_have_cards)
    monkeypatch.setattr(scan, "find_fences", never)
    md.convert(text)
    assert len(searched) <= 1


def test_a_page_with_cards_has_them_once(md: markdown.Markdown) -> None:
    md.convert(CARD)
    first = registered(md)
    md.reset()
    md.convert(CARD + CLOZE)
    assert registered(md) == first
    registries = (md.preprocessors, md.parser.blockprocessors, md.treeprocessors, md.postprocessors)
    assert sum(
        type(one).__module__.startswith("mkdocs_flashcards") for registry in registries for one in registry
    ) == len(first)
