"""The text of a note with the present id of each card in its header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..cards import CardSet, Fence, Scan
from ..cards.patterns import lazy
from ..plugin.review.scan import split_front_matter
from .blocks import blocks_of, card_in
from .notes import Note
from .settings import Settings

LINE_END = lazy(r"(\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class Pinned:
    """A note's whole text with ids, and the places of the sets in it, which keep theirs by question."""

    text: str
    sets: Sequence[str]


def pinned(note: Note, settings: Settings) -> Pinned | None:
    """The note with ids; None where it cannot be read or has no cards.

    Only what becomes a card in the site's Markdown gets an id: neither an example nor a block with a mistake.
    """
    try:
        scan, raw = note.scan, note.raw
    except (OSError, UnicodeDecodeError):
        return None
    if not (blocks := blocks_of(note, settings)):
        return None
    pieces = LINE_END.split(raw)  # lines at even places, their ends at odd ones
    sets = []
    for fence, card in blocks:
        line = scan.lines_above + fence.start
        if isinstance(card, CardSet):
            sets.append(f"{note.name}:{line + 1}")
        elif not card.options.id:
            pieces[2 * line] = _with_id(pieces[2 * line], fence, card.id)
    text = "".join(pieces)
    return Pinned(text if _ids(text, settings) == _ids(raw, settings) else raw, sets)


def _with_id(line: str, fence: Fence, name: str) -> str:
    """An opening line with an id at its end, or at the end of its braces."""
    text = line.rstrip()
    if text.endswith("}") and fence.header.lstrip().startswith("{"):
        inside = text[:-1].rstrip()
        return f"{inside} id={name}{line[len(inside) :]}"
    return f"{text} id={name}{line[len(text) :]}"


def _ids(raw: str, settings: Settings) -> list[str]:
    text = re.sub(r"\r\n?", "\n", raw.removeprefix("\ufeff"))
    scan: Scan = split_front_matter(text)[0]
    found: list[str] = []
    for fence in scan.fences:
        card = card_in(fence, settings)
        found += [one.id for one in card.cards] if isinstance(card, CardSet) else [card.id if card else ""]
    return found
