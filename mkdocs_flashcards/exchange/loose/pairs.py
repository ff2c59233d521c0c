"""Loose notes that are a list of words: a term and its meaning in each line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...cards.patterns import lazy
from ..block import ImportedCard
from .card import escaped, unbolded
from .line import QUESTION, Line, without_marker
from .sections import Section

PAIRS = (
    lazy(r"(?P<term>\S.{0,80}?)\s+[-–—=]\s+(?P<meaning>\S.*)"),
    lazy(r"(?P<term>[^\s:：][^:：]{0,80}?)\s?(?::\s|：)\s*(?P<meaning>\S.*)"),
)


def pairs_in(sections: Sequence[Section]) -> list[ImportedCard]:
    """The cards of a list of words, a pair in each line; empty where it is none."""
    lines = [(section, line) for section in sections for line in section.lines]
    for pair in PAIRS if len(lines) > 1 else ():
        found = [pair.fullmatch(line.text) for _, line in lines]
        if all(found) and not any(_is_no_pair(line) for _, line in lines) and not _ask(lines, found):
            return [_card(section, match) for (section, _), match in zip(lines, found, strict=True) if match]
    return []


def _is_no_pair(line: Line) -> bool:
    return bool(line.blanks or line.asks_verdict or line.answers or line.code)


def _ask(lines: Sequence[tuple[Section, Line]], found: Sequence[re.Match[str] | None]) -> bool:
    """Whether the lines are questions and answers by turns; a term may ask, and so may a phrase among others."""
    asking = [
        line.is_question and not QUESTION.fullmatch(pair["term"])
        for (_, line), pair in zip(lines, found, strict=True)
        if pair
    ]
    return sum(asking) * 2 >= len(asking)


def _card(section: Section, pair: re.Match[str]) -> ImportedCard:
    term, meaning = escaped(unbolded(without_marker(pair["term"]))), escaped(pair["meaning"])
    return ImportedCard(term, meaning, "flashcard", escaped(section.source), section.week)
