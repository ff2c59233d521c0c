"""One run of blocks that stand in the same place of a note, and what is known of that place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..outline import TAB, Block, dedented
from ..questions.labels import asks_readers, label_end


@dataclass(frozen=True, slots=True)
class Place:
    """What stands before the lines of a card: at its first line, and at the others."""

    first: str
    rest: str


@dataclass(frozen=True, slots=True)
class Level:
    """Blocks beside one another. `source` are the lines of the whole note."""

    source: Sequence[str]
    lines: Sequence[str]
    """The lines inside, without what stands before them in the note."""
    at: int
    """The number of the first of them in the note."""
    blocks: Sequence[Block]
    item: Block | None = None
    """The list item that the blocks are in."""
    outer: str = ""
    """What stands before that item's marker in the note."""
    whole: bool = False
    """Whether it is one question's own place (a list item, a box named "Exercise 2"): all of it is the question."""
    asks: bool = False
    """Whether it stands in a part of the note that asks its readers."""
    readable: bool = True
    """Whether Markdown is read here."""
    states: bool = False
    """Whether it stands in a box that is called after a theorem or the like."""
    _above: Sequence[int] = field(init=False, repr=False)
    """For each block the heading that it stands below, by its number; -1 without one. Looked up for every answer."""

    def __post_init__(self) -> None:
        """Note the headings."""
        above, open_ = list[int](), [-1]
        for number, block in enumerate(self.blocks):
            if block.kind == "heading":
                while open_[-1] >= 0 and depth(self.blocks[open_[-1]]) >= depth(block):
                    open_.pop()
            above.append(open_[-1])
            if block.kind == "heading":
                open_.append(number)
        object.__setattr__(self, "_above", above)

    def text(self, start: int, end: int) -> list[str]:
        """The lines from the first block to the one before `end`, dedented."""
        if start >= end:
            return []
        first, last = self.blocks[start].start - self.at, self.blocks[end - 1].end - self.at
        return dedented(self.lines[first:last])

    def place(self, number: int) -> Place:
        """What stands before the lines of a card that begins where a block does."""
        block, before = self.blocks[number], self.before(number)
        if self.item is None:
            return marked(block, before) if block.kind == "item" else Place(before, before)
        inside = self.outer + " " * TAB
        if block.start == self.item.start:
            return marked(self.item, self.outer)
        deep = before if len(before.expandtabs(TAB)) >= len(inside) else inside
        return marked(block, deep) if block.kind == "item" else Place(deep, deep)

    def beside(self, number: int) -> Place:
        """What stands before the lines of a card that begins where a block does and takes its marker along."""
        before = self.before(number)
        return Place(before, before)

    def before(self, number: int) -> str:
        """What stands before the first line of a block in the note."""
        block = self.blocks[number]
        raw = self.source[block.start]
        return raw[: len(raw) - len(self.lines[block.start - self.at].lstrip())]

    def asks_at(self, number: int) -> bool:
        """Whether a block stands below a heading that announces questions."""
        return self.asks or any(asks_readers(title) for title in self.headings(number))

    def headings(self, number: int) -> list[str]:
        """The titles of the headings that a block stands below, innermost first."""
        before = self.blocks[number - 1] if number else None
        at = number - 1 if before and before.kind == "heading" else self._above[number - 1] if number else -1
        found: list[str] = []
        while at >= 0:
            found.append(self.blocks[at].title)
            at = self._above[at]
        return found


def marked(item: Block, before: str) -> Place:
    """The place of a card that takes the place of a list item, whose marker stays; text in it is indented by four."""
    if item.title.endswith(")"):  # no list to Python-Markdown: a number like any other label
        return Place(before, before)
    marker = f"{item.title} ".ljust(TAB)
    return Place(before + marker, before + " " * len(marker))


def depth(heading: Block) -> int:
    """The level of a heading."""
    first = heading.lines[0].lstrip()
    return len(first) - len(first.lstrip("#")) if first.startswith("#") else 1 if "=" in heading.lines[-1] else 2


def is_only_numbered(title: str) -> bool:
    """Whether a title has a number and no word that says what it counts."""
    end = label_end(title)
    return end > 0 and not any(char.isalpha() for char in title[:end])
