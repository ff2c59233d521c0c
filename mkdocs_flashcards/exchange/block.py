"""A card from elsewhere, as the block that an author would have typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..cards.fences.lines import INNER


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
    tags: Sequence[str] = ()
    hint: str = ""
    reverse: bool = False
    order: bool = False
    is_set: bool = False
    """Its question is a table of short cards, one a row, and it has no answer."""
    doubt: str = ""
    """What an author should look at; empty where nothing is doubtful."""
    file: str = ""
    """Where it comes from, and the line there, for messages."""
    line: int = 0


def block(card: ImportedCard) -> str:
    """The card's block, below a comment where something is doubtful."""
    is_whole = card.is_set or (card.name == "cloze" and not card.answer)
    body = card.question if is_whole else f"{card.question}\n---\n{card.answer}"
    header = header_of(card)
    fence = fence_around(body.split("\n"), "~" if "`" in header else "`")  # no backtick may stand behind backticks
    comment = f"<!-- check: {card.doubt.replace('--', '- -')} -->\n" if card.doubt else ""
    return f"{comment}{fence}{card.name}{header}\n{body}\n{fence}\n"


def header_of(card: ImportedCard) -> str:
    """What stands behind the name of its fence."""
    return "".join(f" {key}={_quoted(value)}" for key, value in _options(card).items() if value)


def _options(card: ImportedCard) -> dict[str, str]:
    return {
        "id": card.id,
        "source": _in_one_line(card.source),
        "week": card.week,
        "tags": ", ".join(_in_one_line(tag) for tag in card.tags),
        "hint": _in_one_line(card.hint),
        "reverse": "yes" if card.reverse else "",
        "order": "yes" if card.order else "",
    }


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def fence_around(body: Sequence[str], char: str = "`") -> str:
    """A fence that nothing in these lines can close. Code with a language needs no longer one, as authors have it."""
    fences = [found for line in body if (found := INNER.match(line))]
    longest = max((len(found["fence"]) for found in fences if found["fence"][0] == char), default=0)
    has_bare_opening = any(not found["info"].strip() for found in fences[::2])
    is_in_list = any(found[0].startswith(("    ", "\t")) for found in fences)
    return char * (max(3, longest + 1) if has_bare_opening or is_in_list or longest > 3 else 3)


def _quoted(value: str) -> str:
    if re.fullmatch(r"[\w.-]+", value):
        return value
    return '"' + value.replace('"', '\\"') + '"'
