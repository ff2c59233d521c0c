"""A block of ours while a word in the text waits for its place in the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ..cards import Fence
from .page import Place, Places


@dataclass
class CardSource:
    """A block. Its text is what stands in the page where no card could be made of it, as in raw HTML."""

    fence: Fence
    places: Places
    number: int
    """Which of the page's blocks it is, from 0."""
    make_box: Callable[[CardSource], str]
    """Returns the HTML to show, and reports the mistake."""
    done: bool = False
    """Whether it is a card, a box or an example by now."""

    def __str__(self) -> str:
        return "" if self.done else self.box

    @property
    def place(self) -> Place:
        """Where the author finds it."""
        return self.places.all[self.number]

    @cached_property
    def box(self) -> str:
        """What is shown, and reported, where the block never met the parser."""
        return self.make_box(self)
