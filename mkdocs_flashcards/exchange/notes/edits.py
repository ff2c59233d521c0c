"""From what was found in a note to its new text: only the lines of a card change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...cards import Flashcard, find_fences, parse
from ..block import ImportedCard, fence_around, header_of
from ..folded.pair import Pair
from ..questions.card import Sides

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Edit:
    """New lines for lines `start` to `end`."""

    start: int
    end: int
    lines: tuple[str, ...]


def card_edit(pair: Pair, made: Sides, source: Sequence[str]) -> Edit | None:
    """The card in the place of its question and answer; None where it would not be read as what it was made from."""
    body = [*made.question.split("\n"), "---", *made.answer.split("\n")]
    fence = fence_around(body)
    header = header_of(ImportedCard("", "", tags=made.tags))
    written = [f"{fence}flashcard{header}", *body, fence]
    if not _reads(written, made):
        return None
    doubts = [f"<!-- check: {doubt.replace('--', '- -')} -->" for doubt in (*pair.doubts, *made.doubts)]
    lines = [*pair.kept, *doubts, *written]
    first, *rest = lines
    placed = [
        pair.place.first + first,
        *(pair.place.rest + line if line else pair.place.rest.rstrip() for line in rest),
    ]
    before = source[pair.start - 1] if pair.start else ""
    after = source[pair.end] if pair.end < len(source) else ""
    blank = pair.place.rest.rstrip()
    alone = (
        pair.place.first != pair.place.rest
        or not before.strip(" \t>")
        or before.lstrip().startswith(("!!!", "???", "/"))
    )
    return Edit(pair.start, pair.end, (*([] if alone else [blank]), *placed, *([blank] if after.strip(" \t>") else [])))


def block_edit(start: int, end: int, prefix: str, blocks: str, source: Sequence[str]) -> Edit:
    """Blocks in the place of lines that have a prefix, with blank lines to the text above and below."""
    lines = [prefix + line if line else prefix.rstrip() for line in blocks.rstrip("\n").split("\n")]
    above = source[start - 1] if start else ""
    below = source[end] if end < len(source) else ""
    is_alone = not above.strip(" \t>") or above.lstrip(" \t>").startswith(("!!!", "???", "===", "/"))
    blank = [prefix.rstrip()]
    return Edit(start, end, (*([] if is_alone else blank), *lines, *(blank if below.strip(" \t>") else [])))


def removal(lines: tuple[int, int], source: Sequence[str]) -> Edit:
    """Takes lines out, and the blank ones above them."""
    start, end = lines
    while start and not source[start - 1].strip(" \t>"):
        start -= 1
    return Edit(start, end, ())


def _reads(written: Sequence[str], made: Sides) -> bool:
    found = list(find_fences(written))
    if len(found) != 1 or found[0].end != len(written):
        return False
    result = parse(found[0])
    card = result.card
    if result.mistakes or not isinstance(card, Flashcard):
        return False
    return card.question.strip("\n") == made.question.strip("\n") and card.answer.strip("\n") == made.answer.strip("\n")


def split_lines(text: str) -> tuple[list[str], list[str]]:
    """The lines of a text and the ends of them, whichever they are."""
    pieces = LINE.findall(text)
    if pieces and not pieces[-1]:
        pieces.pop()
    lines = [piece.rstrip("\r\n") for piece in pieces]
    return lines, [piece[len(line) :] for piece, line in zip(pieces, lines, strict=True)]


def apply(lines: Sequence[str], ends: Sequence[str], edits: Sequence[Edit]) -> str:
    """The text with these edits, which do not overlap; new lines end as the one that they replace."""
    out: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda one: one.start):
        out += [line + end for line, end in zip(lines[at : edit.start], ends[at : edit.start], strict=True)]
        near = next((end for end in ends[edit.start : edit.end] if end), "\n")
        out += [line + near for line in edit.lines]
        if edit.lines and edit.end and edit.end <= len(ends) and not ends[edit.end - 1]:
            out[-1] = out[-1][: -len(near)]
        at = edit.end
    out += [line + end for line, end in zip(lines[at:], ends[at:], strict=True)]
    return "".join(out)
