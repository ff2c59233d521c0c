"""What makes the cards of a course hard to learn. The guide (docs/guide/advice.md) has the source of each rule."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from ..cards import Card, Cloze, Flashcard
from ..cards.items import items
from ..cards.mistakes import counted
from ..cards.patterns import lazy
from .listing import ListedCard, cards_of, list_cards, words_in
from .mistakes import Finding
from .notes import Course, is_readable

MOST_WORDS = 40
MOST_ITEMS = 7
FEWEST_WORDS_AROUND = 3
FEWEST_IN_WEEK = 3
# Yes and no in the languages that have a table of words, where a question is answered by such a word.
YES_OR_NO = lazy(
    r"\W*(?:yes|no|ja|nein|nee|nej|oui|non|sí|si|sì|sim|não|tak|nie|ano|ne|да|нет|так|ні|ναι|όχι|evet|hayır|ya|tidak"
    r"|はい|いいえ|是|不是|예|아니요|نعم|لا|بله|نه|כן|לא|हाँ|नहीं|có|không)(?=[\W_]|$)",
    re.I,
)


def find_advice(course: Course, report: Callable[[str], None]) -> list[Finding]:
    """Advice on the notes that were asked for, in the order of the notes and their lines; then on weeks.

    A week is looked at only where all of its notes were asked for. A note whose cards cannot be told is reported.
    """
    found: list[Finding] = []
    for note in course.notes:
        if note.is_asked_for and is_readable(note):
            cards = list(cards_of(note, course.settings, report)) if note.scan.fences else []
            found += [_advice(note.name, line, text) for line, card in cards for text in _on_card(card)]
            is_review = "<flash-review " in note.scan.text  # written by the command of that name
            if not note.scan.fences and not is_review and words_in(note.scan.text) >= 100:
                found.append(_advice(note.name, 1, "this note has no card. Ask for what a student should remember."))
    if all(note.is_asked_for for note in course.notes):
        found += _on_weeks(list_cards(course, lambda _: None))  # said above
    return found


def _on_card(card: Card) -> Iterator[str]:
    return _on_cloze(card) if isinstance(card, Cloze) else _on_flashcard(card)


def _on_flashcard(card: Flashcard) -> Iterator[str]:
    if card.kind in ("list", "ordering"):
        if (number := len(items(card.answer))) > MOST_ITEMS:
            yield f"{number} items are too many to recall at once. Ask for parts of the list on cards of their own."
    elif card.kind == "recall":
        if YES_OR_NO.match(card.answer):
            yield "a question answered by yes or no asks for little. Ask why or how, or make it a true-false card."
        if (number := words_in(card.answer)) > MOST_WORDS:
            yield f"the answer has {number} words. Ask for one thing, and split the rest into cards of their own."


def _on_cloze(card: Cloze) -> Iterator[str]:
    blank = sum(words_in(one.answer) for one in card.blanks)
    around = words_in(card.with_blanks(lambda _: " "))
    if around < FEWEST_WORDS_AROUND:
        yield "so few words stand around the blanks that many answers may fit. Say more about what belongs there."
    elif blank * 2 > around and not card.numbered:
        yield "more than a third of the words are blanks. Leave more of the text, or make several cards of it."


def _on_weeks(cards: list[ListedCard]) -> Iterator[Finding]:
    by_week: defaultdict[str, list[ListedCard]] = defaultdict(list)
    for card in cards:
        by_week[card.week].append(card)
    for week, in_week in by_week.items():
        if len(in_week) < FEWEST_IN_WEEK:
            text = f"{week} has only {counted(len(in_week), 'card')}. A review mixes cards, and works better with more."
            yield _advice(in_week[0].path, in_week[0].line, text)


def _advice(path: str, line: int, text: str) -> Finding:
    return Finding(path, line, 1, text, "advice")
