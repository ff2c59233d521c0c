"""True or false: an answer that begins with one of the two words."""

from __future__ import annotations

import re

from ..model import Options
from ..patterns import lazy
from .kind import AnswerKind

VERDICT = lazy(
    r"[*_]{0,3}(?P<word>true|false)[*_]{0,3}"
    r"(?:[.,:;][*_]{0,3}(?!\w)|[ \t]*[–—]|[ \t]+-+(?=[ \t\n]|\Z)|[ \t]*(?:\n|\Z))",
    re.I,
)


class TrueFalse(AnswerKind):
    """A student clicks one of the two words."""

    name = "true-false"
    fits_row = True

    def matches(self, answer: str, options: Options) -> bool:
        return VERDICT.match(answer.lstrip()) is not None and not answer.startswith("    ")


def is_true(answer: str) -> bool:
    """The verdict of a true-false card."""
    found = VERDICT.match(answer.strip())
    return found is not None and found["word"].lower() == "true"
