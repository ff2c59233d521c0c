"""Quizzes of a note, as cards in their place."""

from __future__ import annotations

from collections.abc import Sequence

from ..block import ImportedCard
from ..notes.edits import Edit
from ..written import written
from .card import NoQuizCard, quiz_card
from .find import Quiz


def quiz_edit(quiz: Quiz, lines: Sequence[str]) -> Edit:
    """The card of a quiz in its place in a note of these lines. Raises NoQuizCard where it is none."""
    made = quiz_card(quiz)
    result = written([ImportedCard(made.question, made.answer, made.name)])
    if result.refused:
        raise NoQuizCard(result.refused[0].partition(": not imported: ")[2])
    block = [
        (quiz.prefix + line).rstrip() if not line else quiz.prefix + line
        for line in result.text.rstrip("\n").split("\n")
    ]
    above = lines[quiz.start - 1] if quiz.start else ""
    below = lines[quiz.end] if quiz.end < len(lines) else ""
    space = quiz.prefix.rstrip()
    return Edit(
        quiz.start,
        quiz.end,
        (
            *(
                [space]
                if above.strip(" \t>") and not quiz.is_mcq and not above.lstrip().startswith(("!!!", "???", "==="))
                else []
            ),
            *block,
            *([space] if below.strip(" \t>") and not quiz.is_mcq else []),
        ),
    )
