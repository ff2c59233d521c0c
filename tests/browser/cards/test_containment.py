"""What an author types inside a card stays there, as a real browser reads the page."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
from markdown import Markdown
from playwright.sync_api import Browser

from mkdocs_flashcards.extension import FlashcardsExtension

sys.path.insert(0, str(Path(__file__).parents[2] / "extension"))

from typed_html import CARDS, PIECES, cards_with

AFTER = "\n\nBetween the cards.\n\n```flashcard id=after\nNext question?\n---\nNext answer.\n```\n\nThe end.\n"
# The names of what stands in the page, and in the first card, as the browser has built them.
READ = """pages => pages.map(html => {
    const page = new DOMParser().parseFromString(
        `<!doctype html><body><main><article>${html}</article><footer></footer></main>`, "text/html");
    const names = element => element ? [...element.children].map(child => child.classList[0] ?? child.localName) : [];
    const [article, footer] = page.querySelectorAll("main > article, main > footer");
    const first = article.firstElementChild;
    return {
        page: [page.body.attributes.length, page.body.children.length, footer?.localName, ...names(article)],
        texts: [...article.children].slice(1).map(child => child.textContent.replace(/\\s+/g, " ").trim()),
        card: names(first.localName === "flash-card" ? first : first.querySelector("flash-card")),
        answer: names(article.querySelector(".flash-answer")),
    };
})"""
OPTIONAL = {"flash-options", "flash-hint", "flash-source"}


@pytest.fixture(scope="module")
def md() -> Markdown:
    return Markdown(extensions=["attr_list", "md_in_html", "tables", "pymdownx.superfences", FlashcardsExtension()])


def several() -> list[str]:
    """Pieces one after the other, the same in every run."""
    choose = random.Random(0)
    return [" ".join(choose.sample(PIECES, choose.randint(2, 6))) for _ in range(200)]


@pytest.mark.parametrize("pieces", [PIECES, several()], ids=["single", "several"])
@pytest.mark.parametrize("part", CARDS)
def test_what_stands_beside_a_card_is_as_without_it(
    part: str, pieces: list[str], md: Markdown, browser: Browser
) -> None:
    blocks = [block for piece in pieces for block in cards_with(part, piece)]
    pages = [md.reset().convert(block + AFTER) for block in blocks]
    page = browser.new_page()
    for block, found in zip(blocks, page.evaluate(READ, pages), strict=True):
        first = found["page"][3]
        assert found["page"] == [0, 1, "footer", first, "p", "flash-card", "p"], block
        assert first in ("flash-card", "flash-set", "flash-mistake"), block
        assert found["texts"] == ["Between the cards.", "Next question? Show answer Next answer.", "The end."], block
        if first != "flash-mistake":
            assert [name for name in found["card"] if name not in OPTIONAL] == ["flash-question", "flash-answer"], block
            assert found["answer"] == ["summary", "flash-reveal"], block
    page.close()
