"""Makes a card where the Markdown parser meets the word that stands for its block, inside whatever that stands in."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import takewhile

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.util import STX

from ..cards.fences.lines import ITEM, LIKE_OWNER, TAB
from ..cards.fences.mistakes import indented_below_item, indented_below_text
from ..cards.patterns import lazy
from .placeholders import PLACEHOLDER, Placeholders
from .source import CardSource

ENTRY = lazy(rf"^(?P<indent>[ ]*)(?P<word>{PLACEHOLDER.pattern})[ ]*$", re.M)
EXAMPLE = lazy(rf"^(?P<before>[^\n]*?)(?P<word>{PLACEHOLDER.pattern})[ ]*$", re.M)
"""The same in indented code, where a quote or an item of a list may be part of what is shown."""
TABLE = lazy(r"[^\n|]*\|[^\n]*\n[ |:-]*-[ |:-]*\n")
FAR = 20
"""How many elements above a block are looked at, at most."""
# Lines that begin with a letter, a quote, a number in a sentence, code or emphasis begin no block but a paragraph.
PLAIN_LINES = lazy(r"""(?>(?:\n|(?:[^\W\d_]|["'“„«‘(]|[0-9]+(?![0-9.)])|`(?!`)|\*\*(?=\w)|_(?=\w))[^\n]*(?:\n|\Z))*)""")


class CardBlocks(BlockProcessor):
    """Makes the card of an entry anywhere in a block. `build` adds it to the element that it stands in."""

    def __init__(
        self,
        md: Markdown,
        build: Callable[[etree.Element, CardSource], None],
        words: Placeholders,
        waiting: Mapping[str, CardSource],
    ) -> None:
        super().__init__(md.parser)
        self._beginning = words.beginning
        self._waiting = waiting
        self._build = build

    def find(self, block: str) -> tuple[re.Match[str], CardSource] | None:
        """The first entry of ours in a block of text."""
        for entry in ENTRY.finditer(block):
            if (source := self._waiting.get(entry["word"])) is not None:  # as text it is empty
                return entry, source
        return None

    def test(self, parent: etree.Element, block: str) -> bool:
        return self._beginning in block and self.find(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        found = self.find(block)
        assert found
        entry, source = found
        if before := block[: entry.start()].rstrip("\n"):
            self.parser.parseBlocks(parent, [before])
        source.done = True
        self._build(parent, source)
        blocks[0:0] = self._pieces(block[entry.end() :].lstrip("\n"))

    def _pieces(self, text: str) -> list[str]:
        """Splits what follows a card into blocks, so that its cards are not looked for again and again.

        Only as far as plain text stands between them: what a list or another block makes of a card, its parser knows.
        """
        pieces, at = [], 0
        for entry in ENTRY.finditer(text):
            between = text[at : entry.start()]
            if entry["indent"] or not PLAIN_LINES.fullmatch(between):
                break
            pieces += [between.strip("\n"), entry[0]]
            at = entry.end()
        return [piece for piece in (*pieces, text[at:].lstrip("\n")) if piece]


class CardBlocksFirst(CardBlocks):
    """The same for an entry at the start of a block, before a line `---` below it can turn it into a heading.

    And for one right below a table, before it can become a row.
    """

    def test(self, parent: etree.Element, block: str) -> bool:
        if self._beginning not in block:  # asked of every block of a page
            return False
        found = self.find(block)
        return found is not None and (found[0].start() == 0 or TABLE.match(block, 0, found[0].start()) is not None)


class ExampleInIndentedCode(CardBlocks):
    """Turns an entry in indented code back into text, line for line: there, a block is an example."""

    def test(self, parent: etree.Element, block: str) -> bool:
        if self._beginning not in block or not block.startswith(" " * self.tab_length):
            return False
        return any(found["word"] in self._waiting for found in EXAMPLE.finditer(self._code(block)))

    def run(self, parent: etree.Element, blocks: list[str]) -> bool | None:  # type: ignore[override]
        block = blocks.pop(0)
        code = self._code(block)
        below = block[len(code) :]
        if self.find(code) and (owner := _broken_owner(parent)):
            blocks.insert(0, ENTRY.sub(lambda entry: self._not_meant_as_code(entry, owner), code) + below)
            return super().run(parent, blocks)
        blocks[0:0] = (EXAMPLE.sub(self._as_text, code) + below).split("\n\n")
        return False

    def _not_meant_as_code(self, entry: re.Match[str], owner: str) -> str:
        if source := self._waiting.get(entry["word"]):
            mistake = indented_below_item if ITEM.match(owner) else indented_below_text
            source.fence = replace(source.fence, mistake=mistake(source.fence.name, owner))
        return entry["word"]

    def _as_text(self, entry: re.Match[str]) -> str:
        source = self._waiting.get(entry["word"])
        if source is None:
            return entry[0]
        source.done = True
        return _dedented(source, len(entry["before"]))

    def _code(self, block: str) -> str:
        """The lines of a block before the first that is not indented as code."""
        lines = block.split("\n")
        code = takewhile(lambda line: not line.strip() or line.startswith(" " * self.tab_length), lines)
        return "\n".join(code)


def _broken_owner(parent: etree.Element) -> str:
    """The line above that was meant to open a box, a tab or a list item, and has become text; empty for any other."""
    for above in reversed(parent[-FAR:]):
        text = above.text or ""
        if above.tag == "pre" or text.startswith(STX):  # more of what was meant to be in it
            continue
        lines = text.split("\n") if above.tag == "p" and not len(above) else [""]
        while len(lines) > 1 and lines[-1].startswith(" " * TAB):  # what would be in it too
            lines.pop()
        if LIKE_OWNER.match(lines[-1]):
            return lines[-1]
        return next((line for line in reversed(lines[1:]) if ITEM.match(line)), "")  # else it would be a list
    return ""


def _dedented(source: CardSource, before: int) -> str:
    """The lines of a block as they stood, without what the lists and quotes around it have removed.

    `before` is how much stands before it in the code.
    """
    surplus = len(source.fence.prefix.expandtabs(TAB)) - before
    lines = source.fence.raw.expandtabs(TAB).split("\n")
    return "\n".join(line[surplus:] if surplus > 0 else line for line in lines)
