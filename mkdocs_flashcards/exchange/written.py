"""Imported cards as text, each read back by our own parser before anybody sees it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..cards import Scan, parse
from ..cards.model import CardSet
from .block import ImportedCard, block


@dataclass(frozen=True, slots=True)
class Written:
    """Blocks, and what could not become one."""

    blocks: Sequence[str]
    doubts: int
    refused: Sequence[str]
    known: int
    """How many cards are in the note already."""

    @property
    def text(self) -> str:
        """The blocks, a blank line between them."""
        return "\n".join(self.blocks)


def written(cards: Iterable[ImportedCard], note: str = "") -> Written:
    """The blocks of cards. Those that the note has already are left out; the same question twice gets a comment."""
    known, seen = set(ids_in(note)), set[str]()
    blocks: list[str] = []
    refused: list[str] = []
    doubts = there = 0
    for card in cards:
        text = block(card)
        (fence, *more) = Scan(text).fences
        result = parse(fence)
        if more or result.mistakes or result.card is None or isinstance(result.card, CardSet):
            why = result.mistakes[0].message if result.mistakes else "it cannot be written as one block"
            refused.append(f"{_start(card.question)}: not imported: {why}")
            continue
        if result.card.id in known:
            there += 1
            continue
        if result.card.id in seen and not card.doubt:
            text = block(replace(card, doubt="the same question stands above: give one of the two an id, or drop it"))
        seen.add(result.card.id)
        doubts += text.startswith("<!-- check")
        blocks.append(text)
    return Written(blocks, doubts, refused, there)


def ids_in(note: str) -> Iterable[str]:
    """The ids of the cards in a note."""
    for fence in Scan(note).fences:
        card = parse(fence).card
        if isinstance(card, CardSet):
            yield from (one.id for one in card.cards)
        elif card:
            yield card.id


def _start(question: str) -> str:
    first = question.split("\n", 1)[0]
    return f"{first[:60]}…" if len(first) > 60 else first
