"""The blocks of a text, found once for all that ask for them."""

from __future__ import annotations

from collections.abc import Set
from copy import copy
from functools import cached_property

from ..patterns import lazy
from .block import Fence
from .find import find_fences, may_have_cards
from .lines import TAB

BLANK = lazy(r"\n +(?=\n|\Z)")


class Scan:
    """A text as Markdown hands it to its extensions, and our blocks in it."""

    def __init__(self, text: str, lines_above: int = 0) -> None:
        """`lines_above` is the number of lines that its file has above the text: those of the front matter."""
        self.text = as_markdown_sees_it(text)
        self.lines_above = lines_above

    @cached_property
    def lines(self) -> list[str]:
        """The lines that the blocks count from 0."""
        return self.text.split("\n")

    @cached_property
    def fences(self) -> list[Fence]:
        """The blocks in their order."""
        return list(find_fences(self.lines)) if may_have_cards(self.text) else []

    def without(self, first_lines: Set[int]) -> Scan:
        """The same text without the blocks that begin in these lines, which are none."""
        if not first_lines:
            return self
        scan = copy(self)
        scan.fences = [fence for fence in self.fences if fence.start not in first_lines]
        return scan

    def fences_in(self, text: str) -> list[Fence]:
        """The blocks of a text that is most often this one, and else is looked through itself."""
        if text.rstrip("\n") == self.text:
            return self.fences
        return list(find_fences(text.split("\n"))) if may_have_cards(text) else []


def as_markdown_sees_it(text: str) -> str:
    """A text with its tabs, line ends and blank lines as Python-Markdown normalizes them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(TAB)
    return BLANK.sub("\n", text).rstrip("\n")
