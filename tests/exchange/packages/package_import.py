"""Packages imported by the command that an author calls."""

from __future__ import annotations

from pathlib import Path

from anki_packages import Entry, package
from click.testing import CliRunner, Result

from mkdocs_flashcards.cards import Scan, parse
from mkdocs_flashcards.cards.model import CardSet
from mkdocs_flashcards.cli import main


def call(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["import", *arguments])
    assert not result.exception or isinstance(result.exception, SystemExit), result.exception
    return result


def imported(content: bytes, *arguments: str) -> Result:
    Path("deck.apkg").write_bytes(content)
    return call("deck.apkg", *arguments)


def blocks_of(*entries: Entry) -> str:
    result = imported(package(*entries))
    assert result.exit_code == 0, result.stderr
    return result.stdout


def block(body: str, header: str = "flashcard") -> str:
    return f"```{header}\n{body}\n```\n"


def ids_and_kinds(text: str) -> list[tuple[str, str]]:
    found = []
    for fence in Scan(text).fences:
        result = parse(fence)
        assert result.card, fence.header
        assert not result.mistakes, result.mistakes
        cards = result.card.cards if isinstance(result.card, CardSet) else (result.card,)
        found += [(card.id, card.kind) for card in cards]
    return found
