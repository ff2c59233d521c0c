"""Lists of cards in the scripts of a note, as cards where the script stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...cards.patterns import lazy
from ..block import ImportedCard
from ..model import CardsRead
from ..texts.scripts.find import CardList, find_lists
from ..texts.scripts.literals import Lines
from ..texts.scripts.objects import read_values
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
    found, places = find_lists(text, is_page=True), Lines(text)
    places_of = [one.script for one in found.lists] + [one.script for one in found.unread]
    for script in sorted(set(places_of)):
        lists = [one for one in found.lists if one.script == script]
        why = [(places[one.start] - 1, one.why) for one in found.unread if one.script == script]
        yield _script_cards(text, lines, script, lists, why)


def _script_cards(
    text: str,
    lines: Sequence[str],
    script: tuple[int, int],
    lists: Sequence[CardList],
    unread: Sequence[tuple[int, str]],
) -> ScriptCards:
    """The cards of one script, and what stands in it and cannot be read."""
    begin, stop = script
    start, end = text.count("\n", 0, begin), text.count("\n", 0, stop) + 1
    opening = OPENING.match(lines[start])
    if lists and not (opening and CLOSING.match(text[stop:].split("\n", 1)[0])):
        return ScriptCards(start, end, why=[(start, "a script with a list of cards shares its lines with other text")])
    read = read_values(text, [one.value for one in lists], lambda _: "") if lists else CardsRead()
    result = write_blocks(_without_places(read.cards))
    lost = [*unread, *((line - 1, what) for line, what in read.left_over), *((start, what) for what in result.refused)]
    if lost or not opening:
        return ScriptCards(start, end, why=[(line, f"{what}; the script was left as it is") for line, what in lost])
    code = "the code of this script was removed with its list: check whether what it filled is still needed"
    return ScriptCards(
        start,
        end,
        block_edit(start, end, opening["prefix"], result.text, lines),
        [(start, code)] if _has_more(text, script, lists) else (),
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
