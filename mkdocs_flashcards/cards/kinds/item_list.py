"""List: an answer that begins with a list of two items or more."""

from __future__ import annotations

from ..items import items
from ..model import Options
from .kind import AnswerKind


class ItemList(AnswerKind):
    """A student sees how many items there are, and reveals them one by one."""

    name = "list"
    has_reverse = True

    def matches(self, answer: str, options: Options) -> bool:
        return len(items(answer)) > 1
