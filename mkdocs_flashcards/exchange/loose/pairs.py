"""Loose notes that are a list of words: a term and its meaning in each line."""

from __future__ import annotations

from collections.abc import Sequence

from ...cards.patterns import lazy
from ..block import ImportedCard
from .card import escaped
from .lines import without_marker
from .sections import Section

PAIR = lazy(r"(?P<term>\S.{0,80}?)\s+[-–—=]\s+(?P<meaning>\S.*)")


def pairs_in(sections: Sequence[Section]) -> list[ImportedCard]:
    """The cards of a list of words, a pair in each line; empty where it is none."""
    found = [(section, PAIR.fullmatch(line.text), line) for section in sections for line in section.lines]
    if len(found) < 2 or not all(pair and not line.is_question and not line.commands for _, pair, line in found):
        return []
    return [
        ImportedCard(
            escaped(without_marker(pair["term"])),
            escaped(pair["meaning"]),
            "flashcard",
            escaped(section.source),
            section.week,
        )
        for section, pair, _ in found
        if pair
    ]
