"""Lists of cards in the scripts of a note, as cards where the script stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ...cards.patterns import lazy
from ..block import ImportedCard
from ..texts.objects import CardList, find_lists, read_values
from ..write_blocks import write_blocks
from .edits import Edit, block_edit

OPENING = lazy(r"(?P<prefix>[ \t>]*)<script\b[^>]*>", re.I)
CLOSING = lazy(r"[^<]*</script\s*>[ \t]*$", re.I)
DECLARATION = lazy(
    r"[\s;]*(?:(?:export[ \t]+)?(?:const|let|var)[ \t]+[\w$]+[ \t]*(?::[^=;\n]*)?="
    r"|(?:window\.)?[\w$]+[ \t]*=|export[ \t]+default)?\s*"
)
COMMENT = lazy(r"/\*.*?\*/|//[^\n]*", re.S)


@dataclass(frozen=True, slots=True)
class ScriptCards:
    """The cards of a script in its place, or why it stays; lines count from 0."""

    start: int
    end: int
    edit: Edit | None = None
    why: Sequence[tuple[int, str]] = ()
    """Lines, and what an author should know of them."""
    cards: int = 0
    doubts: tuple[str, ...] = ()


def script_cards(lines: Sequence[str]) -> Iterator[ScriptCards]:
    """The scripts of a note that have a list of cards.

    A script goes with its list, since it shows nothing without it. Where an object of the list becomes no card, all
    of it stays.
    """
    text = "\n".join(lines)
    if "<script" not in text.lower():
        return
    for (begin, stop), found in groupby(find_lists(text, is_page=True), lambda one: one.script):
        lists = list(found)
        start, end = text.count("\n", 0, begin), text.count("\n", 0, stop) + 1
        opening = OPENING.match(lines[start])
        if not opening or not CLOSING.match(text[stop:].split("\n", 1)[0]):
            yield ScriptCards(
                start, end, why=[(start, "a script with a list of cards shares its lines with other text")]
            )
            continue
        read = read_values(text, [one.value for one in lists], lambda _: "")
        result = write_blocks(_without_places(read.cards))
        lost = [(line - 1, f"{what}; the script was left as it is") for line, what in read.left_over]
        lost += [(start, f"{what}; the script was left as it is") for what in result.refused]
        if lost:
            yield ScriptCards(start, end, why=lost)
            continue
        code = "the code of this script was removed with its list: check whether what it filled is still needed"
        yield ScriptCards(
            start,
            end,
            block_edit(start, end, opening["prefix"], result.text, lines),
            [(start, code)] if _has_more(text, (begin, stop), lists) else (),
            len(result.blocks),
            tuple(card.doubt for card in read.cards if card.doubt),
        )


def _without_places(cards: Sequence[ImportedCard]) -> Sequence[ImportedCard]:
    """The cards without ids that only count them: those of the next note would be the same."""
    ids = [card.id for card in cards if card.id]
    return [replace(card, id="") for card in cards] if all(name.isdecimal() for name in ids) else cards


def _has_more(text: str, script: tuple[int, int], lists: Sequence[CardList]) -> bool:
    """Whether a script has more in it than its lists of cards."""
    begin, stop = script
    starts, ends = [*(one.start for one in lists), stop], [begin, *(one.end for one in lists)]
    pieces = [COMMENT.sub("", text[at:until]) for at, until in zip(ends, starts, strict=True)]
    return not all(DECLARATION.fullmatch(piece) for piece in pieces)
