"""The blocks of a note that become cards."""

from __future__ import annotations

from collections.abc import Set

from ..cards import Card, CardSet, Fence, parse
from ..cards.fences.lines import TAB
from ..extension.page import SourcePage
from .notes import Note
from .render import has_raw_html, ids_in, verdicts_of
from .settings import Settings


def blocks_of(note: Note, settings: Settings) -> list[tuple[Fence, Card | CardSet]]:
    """The blocks of a note without mistakes and examples, with what they say.

    Raises OSError or UnicodeDecodeError where the note cannot be read.
    """
    blocks = [(fence, card) for fence in note.scan.fences if (card := card_in(fence, settings))]
    known = _known(note, settings) if blocks else None
    return [(fence, card) for fence, card in blocks if known is None or not known.isdisjoint(_ids(card))]


def card_in(fence: Fence, settings: Settings) -> Card | CardSet | None:
    """What a block says; None for one with a mistake."""
    result = parse(fence, verdicts_of(settings))
    return None if result.mistakes or fence.misnamed else result.card


def _ids(card: Card | CardSet) -> list[str]:
    return [one.id for one in card.cards] if isinstance(card, CardSet) else [card.id]


def _known(note: Note, settings: Settings) -> Set[str] | None:
    """The ids of the note's cards where only Markdown's parser can tell cards from examples; None where all are."""
    scan = note.scan
    if not has_raw_html(scan) and all(len(fence.prefix.expandtabs(TAB)) < TAB for fence in scan.fences):
        return None
    ids = ids_in(SourcePage(note.name, lambda: note.text, scan), scan.text, settings)
    return set() if ids is None else ids  # rather no card than an example
