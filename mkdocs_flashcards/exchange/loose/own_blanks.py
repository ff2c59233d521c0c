"""Lines of loose notes that have their blanks in a notation of ours: `The heart has ==four== chambers.`"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from ...cards import Mistake
from ...cards.cloze.anki import ANKI, anki_blanks
from ...cards.patterns import lazy
from ...cards.spans import find_spans
from ..escape import escaped
from .line import Line, without_marker
from .reading import Parts

MARKED = lazy(r"(?<![=\w!<>])==(?=[^\s=])[^=\n]*(?<=[^\s=])==(?![=\w])")
"""Stricter than in a block: here lines of code have no backticks around them."""


def clozes_in(lines: Sequence[Line]) -> list[Parts]:
    """The lines that are clozes, each with the lesson below it that others have too."""
    found = []
    for line, below in zip_longest(lines, lines[1:]):
        if line and not (line.code or line.is_settled) and cloze_of(line.text):
            is_lesson = below and below.is_repeated and below.may_be_title
            found.append(Parts([line], [below] if is_lesson else [], []))
    return found


def cloze_of(text: str) -> str:
    """A line as a cloze; empty where it has no blanks. In a question, equals signs may only make a word stand out."""
    text = without_marker(text)
    out, at = [], 0
    for start, end in _blanks(text):
        out += [escaped(f"x{text[at:start]}x")[1:-1], text[start:end]]
        at = end
    return "".join([*out, escaped(f"x{text[at:]}")[1:]]) if out else ""


def _blanks(text: str) -> Sequence[tuple[int, int]]:
    if ANKI.search(text):
        wrong: list[Mistake] = []
        blanks = anki_blanks(text, find_spans(text), wrong)
        return [] if wrong else [(placed.start, placed.end) for placed in blanks]
    is_question = text.rstrip("*_ ").endswith(("?", "？", "؟"))
    return [] if is_question else [found.span() for found in MARKED.finditer(text)]
