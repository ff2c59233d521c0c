"""Lists of answers in loose notes whose questions stand elsewhere: "Answers to exercises", "Lösungen zu Übung 3"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..questions.labels import asks_readers, read_title
from .line import HEADING, Line

LONGEST = 80
FEW_WORDS = 4
"""Of a title that names exercises and no answers."""


def names_answers(text: str) -> bool:
    """Whether a line can only be the title of answers, or of exercises: it asks nothing and is no term."""
    heading = HEADING.fullmatch(text)
    title = (heading["text"] if heading else text).strip(" *_:：#")
    if not title or len(title) > LONGEST:
        return False
    kind, asks = read_title(title).kind, asks_readers(title)
    is_maybe = kind == "maybe" and (asks or any(map(str.isdigit, title)))
    return kind == "answer" or is_maybe or (asks and len(title.split()) <= FEW_WORDS)


def with_answer_lists(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which a title above a list of answers is no question, and what stands below it answers none."""
    return [replace(line, names_answers=True) if _heads_answers(lines, at) else line for at, line in enumerate(lines)]


def _heads_answers(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is such a title, with a list below it; one item below "Solution" may say what a solution is."""
    line = lines[at]
    if line.is_question or line.commands or line.answers or line.code or line.is_bullet:
        return False
    items = [one.is_bullet for one in lines[at + 1 : at + 3]]
    is_list = items == [True, True] or (items[:1] == [True] and asks_readers(line.text))
    return is_list and names_answers(line.text)
