"""What a page without cards costs: one search of its text, and nothing that runs again for each block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import markdown
import pytest
from whole_site import CARD, CLOZE, Site

from mkdocs_flashcards import cards
from mkdocs_flashcards.cards.fences import scan
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


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("plugins", [[], ["macros"]])
def test_a_build_scans_each_note_once_whoever_asks(
    site: Site, monkeypatch: pytest.MonkeyPatch, plugins: list[str]
) -> None:
    scanned: list[str] = []

    def find_fences(lines: Sequence[str]) -> Iterator[cards.Fence]:
        scanned.append("\n".join(lines))
        return cards.find_fences(lines)

    monkeypatch.setattr(scan, "find_fences", find_fences)
    front = "---\ntitle: T\n---\n"
    notes = {
        "plain": "# Plain\n",
        "titled": f"```python\n# no\n```\n\n# Week 3\n\n{CARD}",
        "front": f"{front}{CLOZE}",
        "mistaken": f"{front}\n```flashcard\nNo separator\n```\n",
        "tabs": f"- item\n\n\t{CARD.replace(chr(10), chr(10) + chr(9))}",
        "blank": f"{CARD}  \n   \n\nEnd.   \n\n\n",
    }
    built = site.write({f"docs/{name}.md": text for name, text in notes.items()}).build(plugins=plugins)
    assert len(built.warnings) == 1
    assert built.warnings[0].startswith("docs/mistaken.md:5: ")
    once = 1 if not plugins else 2  # a note with tabs or blanks at the ends of lines is another text for a template
    assert max(Counter(text.strip() for text in scanned).values()) <= once
    assert len(scanned) == (5 if not plugins else 7)
