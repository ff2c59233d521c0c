"""Imported cards as text, each read back by our own parser before anybody sees it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..cards import Card, CardSet, Cloze, Fence, Flashcard, Scan, parse
from ..cards.identity import normalized
from .block import ImportedCard, block


@dataclass(slots=True)
class WrittenBlocks:
    """Blocks, and what could not become one."""

    blocks: list[str] = field(default_factory=list)
    doubts: int = 0
    refused: list[str] = field(default_factory=list)
    known: int = 0
    """How many cards are in the note already."""

    @property
    def text(self) -> str:
        """The blocks, a blank line between them."""
        return "\n".join(self.blocks)

    def refuse(self, card: ImportedCard, why: str) -> None:
        """List a card that becomes no block."""
        if card.file:
            self.refused.append(f"{card.file}:{card.line}: not imported: {_start(card.question)}: {why}")
        else:
            self.refused.append(f"{_start(card.question)}: not imported: {why}")


def write_blocks(cards: Iterable[ImportedCard], note: str = "") -> WrittenBlocks:
    """The blocks of cards. Those that the note has already are left out, and the same card twice is refused.

    The same question with another answer gets an id of its own and a comment.
    """
    known = dict(_asked_in(note))
    seen: dict[str, ImportedCard] = {}
    numbers: dict[str, int] = {}
    result = WrittenBlocks()
    for one in cards:
        if one.is_set:
            _write_set(one, known, result)
            continue
        card, read = _read_either_way(one)
        if isinstance(read, str):
            result.refuse(card, read)
            continue
        if read.id in known:
            if known[read.id] == _asked(read):
                result.known += 1
            else:
                result.refuse(card, f"the note has a card with the id {read.id} that asks something else")
            continue
        same = seen.get(read.id)
        if same and (same.question, same.answer) == (card.question, card.answer):
            where = (
                f"on line {same.line}{f' of {same.file}' if same.file != card.file else ''}" if same.line else "above"
            )
            result.refuse(card, f"the same card is {where}")
            continue
        made = _told_apart(card, read.id, seen, numbers) if same else card
        seen[made.id or read.id] = made
        result.doubts += bool(made.doubt)
        result.blocks.append(block(made))
    return result


def _write_set(table: ImportedCard, known: Mapping[str, str], result: WrittenBlocks) -> None:
    """Add a set of cards, unless the note has all of them. What it is made of has been read back before."""
    text = block(table)
    rows = [*_asked_in(text)]
    there = [name for name, asked in rows if known.get(name) == asked]
    if there and len(there) < len(rows):
        result.refuse(table, "the note has some rows of this table already")
        return
    result.known += len(there)
    if not there:
        result.doubts += bool(table.doubt)
        result.blocks.append(text)


def _read_either_way(card: ImportedCard) -> tuple[ImportedCard, Card | str]:
    """What our parser makes of a card; one that cannot be asked the other way round is asked this way only."""
    read = _read(card)
    if isinstance(read, Card) or not card.reverse:
        return card, read
    doubt = "; ".join(filter(None, [card.doubt, "this kind of card cannot be asked the other way round"]))
    one_way = replace(card, reverse=False, doubt=doubt)
    return one_way, _read(one_way)


def _read(card: ImportedCard) -> Card | str:
    """What our parser makes of a card, or why it makes something else of it."""
    text = block(card)
    fences = Scan(text).fences
    result = parse(fences[0]) if fences else None
    if not result or len(fences) > 1 or isinstance(result.card, CardSet):
        return "it cannot be written as one block"
    if result.mistakes or result.card is None:
        return result.mistakes[0].message if result.mistakes else "it cannot be written as one block"
    read = result.card
    if isinstance(read, Flashcard) and (read.question, read.answer) != (
        card.question.strip("\n"),
        card.answer.strip("\n"),
    ):
        return "it would be read as another question or answer"
    return read


def _told_apart(card: ImportedCard, name: str, seen: Container[str], last: dict[str, int]) -> ImportedCard:
    """A card that would have the id of another, with one of its own. `last` has the last number given by each id."""
    number = last.get(name, 1) + 1
    while f"{name}-{number}" in seen:
        number += 1
    last[name] = number
    what = f"the id {card.id}" if card.id else "the same question"
    doubt = f"{what} stands above with another answer, so this card got an id of its own: check whether you need both"
    return replace(card, id=f"{name}-{number}", doubt="; ".join(filter(None, [card.doubt, doubt])))


def cards_in(text: str) -> Iterator[tuple[Fence, Flashcard | Cloze]]:
    """The cards of a text, each with its block; of a set, the rows."""
    for fence in Scan(text).fences:
        card = parse(fence).card
        for one in card.cards if isinstance(card, CardSet) else [card]:
            if one:
                yield fence, one


def _asked_in(note: str) -> Iterator[tuple[str, str]]:
    """The ids of the cards in a note, and what each asks."""
    return ((card.id, _asked(card)) for _, card in cards_in(note))


def _asked(card: Flashcard | Cloze) -> str:
    return normalized(card.question if isinstance(card, Flashcard) else card.text)


def _start(question: str) -> str:
    first = question.split("\n", 1)[0]
    return f"{first[:60]}…" if len(first) > 60 else first
