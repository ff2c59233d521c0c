"""True or false: an answer that begins with one of the two words."""

from __future__ import annotations

from ..model import Options
from ..verdicts import ENGLISH, Verdicts
from .kind import AnswerKind


class TrueFalse(AnswerKind):
    """A student clicks one of the two words."""

    name = "true-false"
    fits_row = True

    def __init__(self, verdicts: Verdicts) -> None:
        self._verdicts = verdicts

    def matches(self, answer: str, options: Options) -> bool:
        return self._verdicts.of(answer.lstrip()) is not None and not answer.startswith("    ")


def is_true(answer: str, verdicts: Verdicts = ENGLISH) -> bool:
    """The verdict of a true-false card."""
    return verdicts.of(answer.strip()) is True
