"""Where the Markdown parser meets the mark of a block, the card is made, inside whatever list or box it stands in."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from itertools import takewhile
from typing import TYPE_CHECKING

from markdown.blockprocessors import BlockProcessor
from markdown.util import ETX, STX

from .preprocessor import CardSource

if TYPE_CHECKING:
    from .build import Builder

MARK = re.compile(rf"^(?P<indent>[ ]*){STX}wzxhzdk:(?P<number>[0-9]+){ETX}[ ]*$", re.M)


class CardBlocks(BlockProcessor):
    """Makes the card of a mark anywhere in a block."""

    def __init__(self, builder: Builder) -> None:
        super().__init__(builder.md.parser)
        self.builder = builder

    def find(self, block: str) -> tuple[re.Match[str], CardSource] | None:
        """The first mark of ours in a block of text."""
        stash = self.builder.md.htmlStash.rawHtmlBlocks
        for mark in MARK.finditer(block):
            number = int(mark["number"])
            if number < len(stash) and isinstance(source := stash[number], CardSource):
                return mark, source
        return None

    def test(self, parent: etree.Element, block: str) -> bool:
        return STX in block and self.find(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        found = self.find(block)
        assert found
        mark, source = found
        if before := block[: mark.start()].rstrip("\n"):
            self.parser.parseBlocks(parent, [before])
        source.done = True
        self.builder.build(parent, source)
        if after := block[mark.end() :].lstrip("\n"):
            blocks.insert(0, after)


class CardBlocksFirst(CardBlocks):
    """The same where a mark begins the block, before a line `---` below it could make a heading of it."""

    def test(self, parent: etree.Element, block: str) -> bool:
        found = self.find(block) if STX in block else None
        return found is not None and found[0].start() == 0


class ExampleInIndentedCode(CardBlocks):
    """In indented code a block of ours is an example: its mark becomes text again, line for line."""

    def test(self, parent: etree.Element, block: str) -> bool:
        return block.startswith(" " * self.tab_length) and super().test(parent, self._code(block))

    def run(self, parent: etree.Element, blocks: list[str]) -> bool:  # type: ignore[override]
        block = blocks.pop(0)
        code = self._code(block)
        below = block[len(code) :]
        while found := self.find(code):
            mark, source = found
            source.done = True
            code = code[: mark.start()] + _dedented(source, len(mark["indent"])) + code[mark.end() :]
        blocks[0:0] = (code + below).split("\n\n")
        return False

    def _code(self, block: str) -> str:
        """The lines of a block before the first that is not indented as code."""
        lines = block.split("\n")
        code = takewhile(lambda line: not line.strip() or line.startswith(" " * self.tab_length), lines)
        return "\n".join(code)


def _dedented(source: CardSource, indent: int) -> str:
    """The lines of a block as they stood, less what the lists and quotes around it have taken off."""
    lines = source.fence.raw.expandtabs(4).split("\n")
    surplus = len(lines[0]) - len(lines[0].lstrip(" >")) - indent
    return "\n".join(line[surplus:] if surplus > 0 else line for line in lines)
