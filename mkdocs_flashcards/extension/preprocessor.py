"""Takes our blocks out of the lines before any other fence extension sees them, and leaves a mark for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

from ..cards import Fence, find_fences, may_have_cards
from .page import Place, Places, SourcePage

HIDDEN_MARK = re.compile(r"\x01(wzxhzdk:\d+)\x04")

if TYPE_CHECKING:
    from . import FlashcardsExtension
    from .build import Builder


class CardSource(str):
    """The stash entry of a block. Markdown puts it out as it is only where no card could be made of it: in raw HTML."""

    fence: Fence
    places: Places
    number: int
    """Which of the page's blocks it is, from 0."""
    make_box: Callable[[CardSource], str]
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
        """What is put out, and reported, where it never met the parser."""
        return self.make_box(self)


class SourceKeeper(Preprocessor):
    """Keeps the text as it was given, for the line numbers of a site without the plugin."""

    def __init__(self, md: Markdown, begin: Callable[[], None]) -> None:
        super().__init__(md)
        self.begin = begin
        self.lines: Sequence[str] = ()

    def run(self, lines: list[str]) -> list[str]:
        self.lines = lines
        self.begin()
        return lines


class CardPreprocessor(Preprocessor):
    """Finds the blocks of a page."""

    def __init__(self, md: Markdown, builder: Builder, first: SourceKeeper, extension: FlashcardsExtension) -> None:
        super().__init__(md)
        self.builder = builder
        self.first = first
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        """Once per page; twice where SuperFences keeps tabs, and then the first time before text is normalized."""
        text = "\n".join(lines)
        normalized = not ("flashcards-raw" in self.md.preprocessors and not self.builder.sources)
        if self.builder.sources:
            lines = HIDDEN_MARK.sub(rf"{STX}\1{ETX}", text).split("\n")
        if not may_have_cards(text):
            return lines
        fences = list(find_fences(lines))
        if not fences:
            return lines
        self.builder.prepare()
        places = Places(self.extension.page or self._own_page(), fences)
        out, at = [], 0
        for number, fence in enumerate(fences):
            out += lines[at : fence.start]
            mark = self.md.htmlStash.store(self._source(fence, places, number))
            out.append(fence.prefix + (mark if normalized else _through_normalizing(mark)))
            at = fence.end
        return out + lines[at:]

    def _own_page(self) -> SourcePage:
        lines = self.first.lines
        return SourcePage(_path(self.md), lambda: "\n".join(lines))

    def _source(self, fence: Fence, places: Places, number: int) -> CardSource:
        source = CardSource()
        source.fence, source.places, source.number = fence, places, number
        source.make_box = self.builder.box_in_raw_html
        self.builder.sources.append(source)
        return source


def _through_normalizing(mark: str) -> str:
    return mark.replace(STX, "\x01").replace(ETX, "\x04")


def _path(md: Markdown) -> str:
    """The page's path, where the program around us tells: Zensical does, by a preprocessor of its own."""
    for preprocessor in md.preprocessors:
        if type(preprocessor).__name__ == "ContextPreprocessor":
            page: Any = getattr(preprocessor, "page", None)
            return str(getattr(page, "path", ""))
    return ""
