"""Keeps headings in cards out of the page's table of contents, and from being its title."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


class Headings(Treeprocessor):
    """Makes other elements of them, which say to a screen reader that they are headings."""

    def __init__(self, md: Markdown, cards: Callable[[], Iterable[etree.Element]]) -> None:
        super().__init__(md)
        self._cards = cards

    def run(self, root: etree.Element) -> None:
        for card in self._cards():
            for element in card.iter():
                if element.tag in HEADINGS:
                    element.attrib.update({"role": "heading", "aria-level": element.tag[1], "class": "flash-heading"})
                    element.tag = "div"
