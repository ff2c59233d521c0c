"""Lists of answers in loose notes whose questions stand elsewhere: "Answers to exercises", "Lösungen zu Übung 3"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..questions.labels import asks_readers, read_title
from .line import HEADING, Line

LONGEST = 80
FEWEST_ITEMS = 2
FEW_WORDS = 4
"""Of a title that names exercises and no answers."""


def names_answers(text: str) -> bool:
    """Whether a line can only be the title of answers, or of exercises: it asks nothing and is no term."""
    heading = HEADING.fullmatch(text)
    title = (heading["text"] if heading else text).strip(" *_:：#")
    if not title or len(title) > LONGEST:
        return False
    kind = read_title(title).kind
    return kind == "answer" or (asks_readers(title) and (kind == "maybe" or len(title.split()) <= FEW_WORDS))


def with_answer_lists(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which a title above a list of answers is no question, and what stands below it answers none."""
    return [
        replace(line, names_answers=True)
        if not (line.is_question or line.commands or line.answers or line.code or line.is_bullet)
        and all(one.is_bullet for one in lines[at + 1 : at + 1 + FEWEST_ITEMS])
        and len(lines) > at + FEWEST_ITEMS
        and names_answers(line.text)
        else line
        for at, line in enumerate(lines)
    ]
