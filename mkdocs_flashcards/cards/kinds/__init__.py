"""The kinds of card, told apart by how the answer begins. One module for each, one line in the table."""

from __future__ import annotations

from functools import cache

from ..model import Options
from ..verdicts import ENGLISH, Verdicts
from .choice import Choice
from .item_list import ItemList
from .kind import AnswerKind
from .ordering import Ordering
from .recall import Recall
from .true_false import TrueFalse

__all__ = ["AnswerKind", "kind_of"]


@cache
def _kinds(verdicts: Verdicts) -> tuple[AnswerKind, ...]:
    return (Ordering(), TrueFalse(verdicts), Choice(), ItemList(), Recall())


def kind_of(answer: str, options: Options, verdicts: Verdicts = ENGLISH, *, in_row: bool = False) -> AnswerKind:
    """The first kind that an answer is of, in a card or in a row of a set; any answer can be recalled."""
    text = answer.lstrip("\n")
    for kind in _kinds(verdicts):
        if (kind.fits_row or not in_row) and kind.matches(text, options):
            return kind
    raise AssertionError("any answer can be recalled")
