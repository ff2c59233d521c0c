"""The page being converted, as its author knows it: path, and the line of each block in the author's own file."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..cards import Fence, Scan
from ..cards.patterns import lazy

log = logging.getLogger("mkdocs.plugins.flashcards")  # so that a strict build fails, with or without the plugin

INCLUDES = lazy(r"^\s*-+8<-+|\{[{%!].*(?:include|import|\.md)|\{\{", re.M)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands, for people: `line` counts from 1, None where the page's file does not hold it."""

    path: str = ""
    line: int | None = None
    included: bool = False

    def at(self, offset: int) -> Place:
        """The place some lines below; text from elsewhere is reported where it is brought in."""
        return self if self.line is None or self.included else Place(self.path, self.line + offset)

    def __str__(self) -> str:
        if self.line is None:
            return self.path or "this page"
        return f"{self.path}:{self.line}" if self.path else f"line {self.line}"


Report = Callable[[Place, str], None]


def sentence(place: Place, message: str) -> str:
    """A mistake as it is logged and shown: place, then message."""
    included = "in text that is included into this page: " if place.included else ""
    return f"{place}: {included}{message}"


def log_mistake(place: Place, message: str) -> None:
    """Report a mistake as a warning."""
    log.warning(sentence(place, message))


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page's path, and a way to its author's text, front matter included; read only where cards are found."""

    path: str
    read: Callable[[], str]
    scan: Scan | None = None
    """The blocks of the author's text, where somebody has looked for them already."""

    def locate(self, fences: Iterable[Fence]) -> list[Place]:
        """Where blocks that were found in the page while it is rendered stand in the author's file.

        Snippets and macros move lines and change blocks, so blocks are matched by what they say: first those that are
        the same, then those with the same first line, then those that the snippet they hold has changed.
        """
        fences = list(fences)
        text = self.read()
        scan = self.scan or Scan(text)
        free = list(scan.fences)
        found: dict[int, Fence] = {}
        for same in (_same_text, _same_start, _same_header_with_include):
            for number, fence in enumerate(fences):
                match = next((own for own in free if number not in found and same(own, fence)), None)
                if match:
                    found[number] = match
                    free.remove(match)
        for number, fence in enumerate(fences):  # whatever a hook has done to them, as long as none came or went
            alike = [own for own in free if _same_header(own, fence)]
            lost = [other for at, other in enumerate(fences) if at not in found and _same_header(other, fence)]
            if number not in found and len(alike) == len(lost):
                found[number] = alike[0]
                free.remove(alike[0])
        return [self._place(found.get(number), text, scan.lines_above) for number in range(len(fences))]

    def _place(self, own: Fence | None, text: str, lines_above: int) -> Place:
        if own:
            return Place(self.path, lines_above + own.start + 1)
        includes = [number for number, line in enumerate(text.split("\n"), 1) if INCLUDES.search(line)]
        return Place(self.path, includes[0] if len(includes) == 1 else None, included=True)


NOWHERE = SourcePage("", lambda: "")  # for text that is rendered outside of any page


class Places:
    """Where the blocks of one page stand; looked up when one is asked for, which most builds never do."""

    def __init__(self, page: SourcePage, fences: Sequence[Fence]) -> None:
        self._page = page
        self._fences = fences

    @property
    def known(self) -> bool:
        """Whether there is a page to report for."""
        return self._page is not NOWHERE

    @cached_property
    def all(self) -> list[Place]:
        """The place of each block, in their order in the page."""
        return self._page.locate(self._fences)


def _lines(text: str) -> Sequence[str]:
    return [line.rstrip() for line in text.expandtabs(4).strip().split("\n")]


def _same_header(own: Fence, fence: Fence) -> bool:
    return own.name == fence.name and own.header.split() == fence.header.split()


def _same_text(own: Fence, fence: Fence) -> bool:
    return _same_header(own, fence) and _lines(own.body) == _lines(fence.body)


def _same_start(own: Fence, fence: Fence) -> bool:
    return _same_header(own, fence) and _lines(own.body)[0] == _lines(fence.body)[0] != ""


def _same_header_with_include(own: Fence, fence: Fence) -> bool:
    return _same_header(own, fence) and INCLUDES.search(own.body) is not None
