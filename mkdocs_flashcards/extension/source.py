"""A block of ours while it waits in Markdown's stash for its place in the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from ..cards import Fence
from .page import Place, Places


class CardSource(str):
    """The stash entry of a block. Markdown writes it into the page only where no card could be made: in raw HTML."""

    fence: Fence
    places: Places
    number: int
    """Which of the page's blocks it is, from 0."""
    make_box: Callable[[CardSource], str]
    done: bool = False
    """Whether it is a card, a box or an example by now."""

    @classmethod
    def of(cls, fence: Fence, places: Places, number: int, make_box: Callable[[CardSource], str]) -> CardSource:
        """The entry of the block at this place; `make_box` returns the HTML to show, and reports the mistake."""
        source = cls()
        source.fence, source.places, source.number, source.make_box = fence, places, number, make_box
        return source

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
