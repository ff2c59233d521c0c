"""A question with its folded answer, as it stands in a note and as it will stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .sibling_blocks import Place


@dataclass(slots=True)
class Pair:
    """What becomes one card: lines `start` to `end` of the note."""

    start: int
    end: int
    place: Place
    question: list[str]
    answer: list[str]
    doubts: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Comments that stood between question and answer."""


@dataclass(frozen=True, slots=True)
class Group:
    """Pairs that become cards together or not at all, and the lines that go with that."""

    pairs: tuple[Pair, ...]
    removed: tuple[int, int] | None = None
    """The folded boxes whose text went to several cards."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Something that looks like a question or an answer and was left as it is."""

    line: int
    """From 1, in the file."""
    message: str


@dataclass(slots=True)
class Findings:
    """What a walk through a note collects."""

    groups: list[Group] = field(default_factory=list)
    left: list[Leftover] = field(default_factory=list)

    def pair(self, pair: Pair) -> None:
        """Remember a question with its answer."""
        self.groups.append(Group((pair,)))

    def leave(self, line: int, message: str) -> None:
        """Remember something that stays; `line` counts from 0."""
        self.left.append(Leftover(line + 1, message))


def joined(*parts: Sequence[str]) -> list[str]:
    """The parts one below the other, with a blank line between those that are not empty."""
    lines: list[str] = []
    for part in parts:
        if part:
            lines += ["", *part] if lines else part
    return lines
