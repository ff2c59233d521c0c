"""Lines of loose notes that have their blanks in a notation of ours: `The heart has ==four== chambers.`"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from ...cards.patterns import lazy
from ..escape import escaped
from .line import Line, without_marker
from .reading import Parts

NUMBERED = r"\{\{c\d{1,2}::(?:[^{}]|\{[^{}]*\})+\}\}"
MARKED = r"(?<![=\w!<>])==(?=[^\s=])[^=\n]*(?<=[^\s=])==(?![=\w])"
BLANKS = (lazy(NUMBERED), lazy(MARKED))


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
    for blanks in BLANKS if not text.rstrip("*_ ").endswith(("?", "？", "؟")) else BLANKS[:1]:
        out, at = [], 0
        for blank in blanks.finditer(text):
            out += [escaped(f"x{text[at : blank.start()]}x")[1:-1], blank[0]]
            at = blank.end()
        if out:
            return "".join([*out, escaped(f"x{text[at:]}")[1:]])
    return ""
