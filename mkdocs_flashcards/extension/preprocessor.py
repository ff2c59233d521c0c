"""Takes our blocks out of the lines before any other fence extension sees them, and leaves a mark for each."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from ..cards import Fence, find_fences, may_have_cards
from .page import Place, SourcePage

if TYPE_CHECKING:
    from . import FlashcardsExtension
    from .build import Builder


class CardSource(str):
    """The stash entry of a block. Markdown puts it out as it is only where no card could be made of it: in raw HTML."""

    fence: Fence
    place: Place
    make_box: Callable[[CardSource], str]
    done: bool = False
    """Whether it is a card, a box or an example by now."""

    def __str__(self) -> str:
        return "" if self.done else self.box

    @cached_property
    def box(self) -> str:
        """What is put out, and reported, where it never met the parser."""
        return self.make_box(self)


class FirstLook(Preprocessor):
    """Keeps the text as it was given, for the line numbers of a site without the plugin."""

    text = ""

    def run(self, lines: list[str]) -> list[str]:
        self.text = "\n".join(lines)
        return lines


class CardPreprocessor(Preprocessor):
    """Finds the blocks of a page."""

    def __init__(self, md: Markdown, builder: Builder, first: FirstLook, extension: FlashcardsExtension) -> None:
        super().__init__(md)
        self.builder = builder
        self.first = first
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        if not may_have_cards("\n".join(lines)):
            return lines
        fences = list(find_fences(lines))
        if not fences:
            return lines
        self.builder.prepare()
        page = self.extension.page or SourcePage(_path(self.md), lambda: self.first.text)
        out, at = [], 0
        for fence, place in zip(fences, page.locate(fences), strict=True):
            out += lines[at : fence.start]
            out.append(fence.prefix + self.md.htmlStash.store(self._source(fence, place)))
            at = fence.end
        return out + lines[at:]

    def _source(self, fence: Fence, place: Place) -> CardSource:
        source = CardSource()
        source.fence, source.place, source.make_box = fence, place, self.builder.box_in_raw_html
        self.builder.sources.append(source)
        return source


def _path(md: Markdown) -> str:
    """The page's path, where the program around us tells: Zensical does, by a preprocessor of its own."""
    for preprocessor in md.preprocessors:
        if type(preprocessor).__name__ == "ContextPreprocessor":
            page: Any = getattr(preprocessor, "page", None)
            return str(getattr(page, "path", ""))
    return ""
