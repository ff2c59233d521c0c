"""Recall: any answer that is nothing else."""

from __future__ import annotations

from ..model import Options
from .kind import AnswerKind


class Recall(AnswerKind):
    """A student thinks, reveals the answer and grades themself."""

    name = "recall"
    has_reverse = True
    fits_row = True

    def matches(self, answer: str, options: Options) -> bool:
        return True
