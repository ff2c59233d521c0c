"""The tables of words, as the tests read them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_flashcards.extension.translations import Word, texts_of

PACKAGE = Path(__file__).parents[3] / "mkdocs_flashcards"
TABLES = sorted((PACKAGE / "translations").glob("*.json"))
ENGLISH: dict[str, Word] = json.loads((PACKAGE / "translations" / "en.json").read_text(encoding="utf-8"))


def table(path: Path) -> dict[str, Word]:
    words: dict[str, Word] = json.loads(path.read_text(encoding="utf-8"))
    return words


def plain(path: Path) -> dict[str, str]:
    """The words without plural forms."""
    return {key: word for key, word in table(path).items() if isinstance(word, str)}


def texts(path: Path) -> list[tuple[str, str]]:
    """Every text of a table, a plural form being one, with its key."""
    return [(key, text) for key, word in table(path).items() for text in texts_of(word)]


each_table = pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
