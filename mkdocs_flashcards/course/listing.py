"""The cards of a course with their weeks, in the order of the weeks, the notes and their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..cards import Card, CardSet, Cloze
from ..plugin.weeks import Week
from .blocks import blocks_of
from .card_advice import advice_on, words_in
from .notes import Course, Note
from .settings import Settings
from .weeks import CourseWeeks


@dataclass(frozen=True, slots=True)
class ListedCard:
    """A card and its place. `line`, from 1, is that of its block, or of its row in a table of cards."""

    week: str
    """As readers see it: `Week 1`."""
    path: str
    line: int
    kind: str
    id: str
    tags: Sequence[str]
    question: str
    """Markdown on one line, with `[…]` for each blank."""
    words: int
    """How many words the answer has, or all blanks together."""
    advice: Sequence[str]
    """What makes it hard to learn."""


def list_cards(course: Course, report: Callable[[str], None]) -> list[ListedCard]:
    """The cards of the notes that were asked for.

    Those with a mistake, and notes that cannot be read, are left out. A note whose cards cannot be told is reported.
    """
    weeks = CourseWeeks(course)
    found: list[tuple[Week, ListedCard]] = []
    for uri, note in weeks.notes.items():
        if note.is_asked_for and note.scan.fences:
            for line, card in cards_of(note, course.settings, report):
                week = weeks.of(uri, card.options.week)
                found.append((week, _listed(card, weeks.label(week), note.name, line)))
    return [card for _, card in sorted(found, key=lambda one: one[0].order)]


def cards_of(note: Note, settings: Settings, report: Callable[[str], None]) -> Iterator[tuple[int, Card]]:
    """The cards of a note with their lines, rows of sets one by one. Reports what `blocks_of` does."""
    for fence, card in blocks_of(note, settings, report):
        line = note.scan.lines_above + fence.start + 1
        for one in card.cards if isinstance(card, CardSet) else [card]:
            yield line + one.line, one


def _listed(card: Card, week: str, path: str, line: int) -> ListedCard:
    if isinstance(card, Cloze):
        question, answer = card.with_blanks(lambda _: "[…]"), " ".join(blank.answer for blank in card.blanks)
    else:
        question, answer = card.question, card.answer
    tags, question = list(card.options.tags), " ".join(question.split())
    return ListedCard(week, path, line, card.kind, card.id, tags, question, words_in(answer), list(advice_on(card)))
