"""A card from elsewhere, as the block that an author would have typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..cards.patterns import lazy

FENCES = {char: lazy(rf"^[ \t>]*({char}{{3,}})", re.M) for char in "`~"}


@dataclass(frozen=True, slots=True)
class ImportedCard:
    """A card on its way into a note. Its texts are Markdown."""

    question: str
    answer: str
    """Of a cloze: an answer a line, and an explanation below a line `---`."""
    name: str = "flashcard"
    """The name of its fence."""
    source: str = ""
    week: str = ""
    id: str = ""
    doubt: str = ""
    """What an author should look at; empty where nothing is doubtful."""


def block(card: ImportedCard) -> str:
    """The card's block, below a comment where something is doubtful."""
    body = f"{card.question}\n---\n{card.answer}"
    options = {"id": card.id, "source": card.source, "week": card.week}
    header = "".join(f" {key}={_quoted(value)}" for key, value in options.items() if value)
    char = "~" if "`" in header else "`"  # no backtick may stand behind a fence of backticks
    fence = char * max([3, *(len(found) + 1 for found in FENCES[char].findall(body))])
    comment = f"<!-- check: {card.doubt} -->\n" if card.doubt else ""
    return f"{comment}{fence}{card.name}{header}\n{body}\n{fence}\n"


def _quoted(value: str) -> str:
    if re.fullmatch(r"[\w.-]+", value):
        return value
    return '"' + value.replace('"', '\\"') + '"'
