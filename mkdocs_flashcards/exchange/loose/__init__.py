"""Loose notes: a title with the week, then question, lesson and answer as bare lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ..block import ImportedCard
from .answer_keys import Keyed, with_answer_keys
from .card import card_of
from .line import Line
from .lines import lines_of
from .own_blanks import clozes_in
from .pairs import pairs_in
from .reading import Parts, Reading, Shape, read, shape_of
from .sections import Section, sections_of

__all__ = ["LooseNotes", "import_loose", "shape_of"]

MOST_LINES = 20_000
"""Reading them takes some seconds."""


@dataclass(frozen=True, slots=True)
class LooseNotes:
    """What loose notes hold: cards, and the lines that belong to none."""

    cards: Sequence[ImportedCard]
    left_over: Sequence[Line]
    titles: Sequence[Line] = ()
    """Lines that name the lesson of the cards that follow, or, below the first one, their week."""


def import_loose(text: str, week_in: Callable[[str], str], shape: Shape | None = None) -> LooseNotes:
    """The cards of loose notes. Each line is in one card's question, source or answer, or is left over.

    `week_in` returns the week that a title names, or an empty text. Raises ValueError where a line would be lost, and
    for a text of more lines than anybody types.
    """
    if (count := text.count("\n")) > MOST_LINES:
        raise ValueError(f"it has {count:,} lines, and the limit for loose notes is {MOST_LINES:,}")
    typed = lines_of(text)
    keyed = Keyed(typed) if shape else with_answer_keys(typed)
    all_lines = keyed.lines
    sections = sections_of(all_lines, week_in)
    below = {line.number for section in sections for line in section.lines}
    titles = [line for line in all_lines if line.number not in below and (line.is_lead or line is not all_lines[0])]
    titles = sorted([*keyed.titles, *titles], key=lambda line: line.number)
    clozes = clozes_in(all_lines)
    pairs, above = ([], []) if shape or keyed.cards or clozes else pairs_in(sections)
    if pairs:
        return LooseNotes(pairs, [], sorted([*titles, *above], key=lambda line: line.number))
    by_line = {card.question[0].number: card for card in (*keyed.cards, *clozes)}
    with_answers = [[by_line[one.number] for one in section.lines if one.number in by_line] for section in sections]
    rests = [_without(section.lines, found) for section, found in zip(sections, with_answers, strict=True)]
    cards: list[ImportedCard] = []
    left = [*keyed.left_over]
    for section, rest, found, reading in zip(sections, rests, with_answers, read(rests, shape), strict=True):
        placed = [line for parts in reading.cards for line in (*parts.question, *parts.source, *parts.answer)]
        if sorted(line.number for line in (*placed, *reading.left_over)) != sorted(line.number for line in rest):
            raise ValueError("not every line would be in exactly one card")
        both = sorted([*reading.cards, *found], key=lambda parts: parts.question[0].number)
        title = _title_on_top(section, reading, both)
        titles = [*title, *titles]
        source = title[0].text if title else section.source
        cards += [card_of(parts, replace(section, source=source)) for parts in both]
        left += [part for line in reading.left_over[len(title) :] for part in _typed(line)]
    return LooseNotes(cards, left, titles)


def _without(lines: Sequence[Line], cards: Sequence[Parts]) -> list[Line]:
    """The lines that are in none of these cards."""
    taken = {line.number for card in cards for line in (*card.question, *card.source, *card.answer)}
    return [line for line in lines if line.number not in taken]


def _title_on_top(section: Section, reading: Reading, cards: Sequence[Parts]) -> Sequence[Line]:
    """The first line, where it names no week but, like any other title, the lesson of cards that have none."""
    first = section.lines[:1]
    is_title = reading.left_over[:1] == first and bool(first) and first[0].may_be_title
    return first if is_title and not section.source and not all(card.source for card in cards) else ()


def _typed(line: Line) -> list[Line]:
    """The lines of a piece of code, one by one; any other line is itself."""
    return [Line(line.number + at, text) for at, text in enumerate(line.code) if text.strip()] or [line]
