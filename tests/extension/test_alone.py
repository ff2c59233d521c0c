"""The extension in any Python-Markdown site: without a plugin, without SuperFences, with other people's fences."""

from __future__ import annotations

import logging
from pathlib import Path

import markdown
import pytest
from markdown.preprocessors import Preprocessor
from pages import render, tree

BLOCK = "```flashcard\nWhat is it?\n\n```python\nx = 1\n```\n---\nAn assignment.\n```\n"


@pytest.mark.parametrize(
    "extensions",
    [
        [],
        ["fenced_code"],
        ["fenced_code", "codehilite"],
        ["extra"],
        ["extra", "codehilite", "sane_lists", "smarty", "nl2br", "meta", "wikilinks", "admonition", "toc"],
        ["pymdownx.superfences"],
        ["pymdownx.extra", "pymdownx.highlight"],
        ["pymdownx.superfences", "pymdownx.snippets", "pymdownx.critic", "pymdownx.striphtml"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("first", [True, False], ids=["before them", "after them"])
def test_beside_other_extensions_in_either_order(extensions: list[str], first: bool) -> None:
    names = ["flashcards", *extensions] if first else [*extensions, "flashcards"]
    page = tree(markdown.markdown(f"# Title\n\n{BLOCK}\n---\n\nText.", extensions=names))
    (card,) = page.all("flash-card")
    assert card.kind == "recall"
    assert "What is it?" in card.question.text
    assert "x = 1" in card.question.text
    assert card.reveal.text == "An assignment."
    assert page.one("hr")


def test_smart_quotes_and_line_breaks_leave_blanks_alone() -> None:
    text = '```cloze\nHe said "==yes==" --\nand ==no==...\n```'
    page = tree(markdown.markdown(text, extensions=["smarty", "nl2br", "flashcards"]))
    (card,) = page.all("flash-card")
    assert card.answers == ["yes", "no"]
    assert card.question.text == "He said “[…]” – and […]…"


def test_mistakes_are_warnings_with_the_line_of_the_text(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        html = markdown.markdown("# Title\n\n```flashcard\nNo answer?\n```", extensions=["flashcards"])
    (record,) = caplog.records
    assert record.name.startswith("mkdocs.plugins.")  # MkDocs counts these when it is strict
    assert record.levelname == "WARNING"
    assert record.getMessage().startswith("line 3: expected a line ---")
    assert "line 3: expected a line ---" in html


@pytest.mark.parametrize(
    ("config", "text", "expected"),
    [
        ({"root_dir": "", "docs_dir": "notes"}, "---\ntitle: A\n---\n\nText.\n\n{}", "a.md:7: "),
        ({"root_dir": "", "docs_dir": "notes"}, "---\r\ntitle: A\r\n---\r\n\r\nText.\r\n\r\n{}", "a.md:7: "),
        ({"root_dir": "", "docs_dir": "notes"}, "Another text.", "a.md: in text that is included"),
        ({"root_dir": "", "docs_dir": "elsewhere"}, "---\ntitle: A\n---\n\nText.\n\n{}", "a.md:3: "),
        ({}, "", "a.md:3: "),
        (None, "", "a.md:3: "),
    ],
)
def test_a_program_that_cuts_front_matter_off_may_say_which_file_it_reads(
    config: dict[str, str] | None, text: str, expected: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    block = "```flashcard\nNo answer?\n```"
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/a.md").write_text(text.format(block), encoding="utf-8", newline="")
    md = markdown.Markdown(extensions=["flashcards"])
    context = type("ContextPreprocessor", (Preprocessor,), {"run": lambda _, lines: lines})(md)
    context.page = type("Page", (), {"path": "a.md"})()
    context.config = config and {**config, "root_dir": str(tmp_path)}
    md.preprocessors.register(context, "rendering_context", 0)
    with caplog.at_level(logging.WARNING):
        md.convert(f"Text.\n\n{block}")
    assert caplog.records[0].getMessage().startswith(expected)


def test_an_instance_forgets_the_last_page() -> None:
    md = markdown.Markdown(extensions=["flashcards"])
    first = md.convert(BLOCK)
    assert md.reset().convert(BLOCK.replace("An assignment", "Something else")) != first
    assert md.reset().convert(BLOCK) == first
    assert md.reset().convert("Text.") == "<p>Text.</p>"


def test_words_of_another_language_and_ones_own() -> None:
    settings = {"flashcards": {"words": {"show": "Zeig's <mir>"}}}
    html = markdown.markdown(BLOCK, extensions=["flashcards"], extension_configs=settings)
    assert tree(html).one("summary").text == "Zeig's <mir>"


def test_a_page_without_cards_is_not_touched() -> None:
    text = "# T\n\n```python\nflashcard = '```'\n```\n\n---\n\n| a |\n|---|\n\n`{{c1::x}}` ==y== ____\n"
    extensions = ["extra", "toc"]
    assert markdown.markdown(text, extensions=[*extensions, "flashcards"]) == markdown.markdown(
        text, extensions=extensions
    )


def test_front_matter_and_snippets_move_no_line() -> None:
    page = render('---\ntitle: x\n---\n\n--8<-- "card.md"\n\n\n```cloze id=a\nNothing to fill in.\n```\n')
    (message,) = page.messages
    assert message.startswith("docs/week-1/page.md:8: this cloze has no blank")
