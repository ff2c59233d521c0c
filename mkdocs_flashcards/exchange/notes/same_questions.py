"""Questions that return in the notes of a course with another answer, such as "What do you notice?"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...cards import Cloze, Fence, Flashcard
from ...cards.identity import wording
from ..write_blocks import cards_in
from .edits import split_lines

DOUBT = "the same question stands elsewhere with another answer, so this card got an id of its own"
MARKER = re.compile(r"[^\s>]")


class AskedQuestions:
    """What the cards of some notes ask and say, by their ids."""

    def __init__(self, notes: Iterable[str]) -> None:
        """`notes` are their texts before anything in them is converted."""
        self._wordings: dict[str, list[str]] = {}
        for text in notes:
            for _, card in cards_in("\n".join(split_lines(text)[0])):
                self._wordings.setdefault(card.id, wording(card))

    def told_apart(self, before: str, after: str) -> tuple[str, int]:
        """A converted note in which no new card contradicts another. How many got an id for that, and a comment."""
        if before == after:
            return after, 0
        lines, ends = split_lines(after)
        old = {fence.raw for fence, _ in cards_in("\n".join(split_lines(before)[0]))}
        count = 0
        for fence, card in cards_in("\n".join(lines)):
            known = self._wordings.setdefault(card.id, wording(card))
            if fence.raw in old or card.line or card.options.id or known == wording(card):
                continue
            name = self._new_id(card)
            lines[fence.start] = _with_id(lines[fence.start], fence, name, ends[fence.start] or "\n")
            count += 1
        return "".join(line + end for line, end in zip(lines, ends, strict=True)), count

    def _new_id(self, card: Flashcard | Cloze) -> str:
        """An id that no other card has. The same card in two notes has one."""
        number = 2
        while self._wordings.setdefault(name := f"{card.id}-{number}", wording(card)) != wording(card):
            number += 1
        return name


def _with_id(line: str, fence: Fence, name: str, end: str) -> str:
    """The opening line of a block with an id, below a comment in its place."""
    at = line.index(fence.fence)
    comment = f"{line[:at]}<!-- check: {DOUBT} -->"
    return f"{comment}{end}{MARKER.sub(' ', line[:at])}{line[at:].rstrip()} id={name}"
