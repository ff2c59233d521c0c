"""What the documentation shows is what happens. UPDATE_DOCS=1 writes what is derived from the code into the pages."""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils import CountHandler

from mkdocs_flashcards.extension import FlashcardsExtension
from mkdocs_flashcards.extension.page import Place
from mkdocs_flashcards.extension.translations import languages, texts_of
from mkdocs_flashcards.plugin.config import FlashcardsConfig

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"
EXAMPLE = re.compile(r"^(?P<fence>`{4,})markdown\n(?P<source>.*?)^(?P=fence)\n\n(?P<live>.*)", re.M | re.S)
MISTAKE = re.compile(
    r"^(?P<fence>`{4,})md\n(?P<source>.*?)^(?P=fence)\n\n```text\n(?P<messages>.*?)\n?```$", re.M | re.S
)
WORDS = re.compile(r"(?<=In English \|\n\| --- \| --- \|\n)(?:\| `\w+` \| .* \|\n)+")
LANGUAGES = re.compile(r"(?<=Tables exist for: ).*?(?=\. A region)")


def examples() -> list[tuple[str, str, str]]:
    found = []
    for page in sorted((ROOT / "docs").rglob("*.md")):
        text, at = page.read_text(encoding="utf-8"), 0
        while example := EXAMPLE.search(text, at):
            at = example.end("source")
            line = text.count("\n", 0, example.start()) + 1
            found.append((f"{page.name}:{line}", example["source"], example["live"]))
    return found


def is_kept(page: Path, expected: Callable[[str], str]) -> None:
    """The part of a page that repeats the code is as the code says."""
    text = page.read_text(encoding="utf-8")
    if os.environ.get("UPDATE_DOCS"):
        page.write_text(expected(text), encoding="utf-8")
    assert text == expected(text), "run the test once with UPDATE_DOCS=1 and read what changed"


def test_there_are_examples() -> None:
    assert len(examples()) > 30


@pytest.mark.parametrize(("source", "live"), [pytest.param(s, live, id=place) for place, s, live in examples()])
def test_below_each_example_stands_the_same_block_live(source: str, live: str) -> None:
    assert live.startswith(source)


def test_each_mistake_is_described_in_the_words_it_is_reported_in() -> None:
    def said(found: re.Match[str]) -> str:
        messages: list[str] = []

        def take(_: Place, message: str) -> None:
            messages.append(message)

        extensions = [FlashcardsExtension(report=take), "tables", "md_in_html", "pymdownx.superfences"]
        markdown.markdown(found["source"], extensions=extensions)
        fence = found["fence"]
        return f"{fence}md\n{found['source']}{fence}\n\n```text\n" + "\n".join(messages) + "\n```"

    page = GUIDE / "mistakes.md"
    assert len(MISTAKE.findall(page.read_text(encoding="utf-8"))) > 25
    is_kept(page, lambda text: MISTAKE.sub(said, text))


def test_the_settings_page_lists_every_word_and_language() -> None:
    words = json.loads((ROOT / "mkdocs_flashcards" / "translations" / "en.json").read_text(encoding="utf-8"))
    said = {name: dict.fromkeys((texts_of(word)[0], texts_of(word)[-1])) for name, word in words.items()}
    rows = "".join(f"| `{name}` | {' / '.join(texts)} |\n" for name, texts in said.items())
    codes = ", ".join(f"`{code}`" for code in languages())
    is_kept(GUIDE / "settings.md", lambda text: LANGUAGES.sub(codes, WORDS.sub(rows, text)))


def test_the_settings_page_has_a_row_for_each_setting() -> None:
    table = (GUIDE / "settings.md").read_text(encoding="utf-8").partition("| Setting |")[2].partition("\n\n")[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", table, re.M)) == sorted(dict(FlashcardsConfig._schema))


@pytest.mark.filterwarnings("default")  # those of the theme and of its plugins are not ours
def test_the_demo_course_builds_without_a_warning(tmp_path: Path) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path))
    counter = CountHandler()
    counter.setLevel("WARNING")
    config.plugins.on_startup(command="build", dirty=False)
    logging.getLogger("mkdocs").addHandler(counter)
    try:
        build(config)
    finally:
        logging.getLogger("mkdocs").removeHandler(counter)
    assert counter.get_counts() == []
    assert (tmp_path / "week-1" / "docker" / "index.html").read_text(encoding="utf-8").count("<flash-card ") > 2
