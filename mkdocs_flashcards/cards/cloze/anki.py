"""Finds the blanks of a cloze text in Anki's notation, {{c1::answer::hint}}."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..mistakes import Mistake
from ..model import Blank, Place
from ..patterns import lazy
from ..spans import Span, find_spans, masked
from . import mistakes
from .blanks import PlacedBlank, as_paragraph, line_of, place_at, plain_blank, prose_blank
from .block_blanks import is_block, is_in_row

ANKI = lazy(r"\{\{c(?P<number>[1-9]\d*)::")
BRACE = lazy(r"\\.|[{}]", re.S)
# Links, elements, tags and emphasis: cut in two, they would be shown half in the answer and half in the hint.
WHOLE = lazy(
    r"\[[^\[\]\n]*\]\([^()\n]*\)|<(?P<tag>[a-zA-Z]\w*)\b[^<>]*>.*?</(?P=tag)>|<[a-zA-Z/][^<>\n]*>"
    r"|(?<![\w*~])(?P<sign>\*{1,3}|_{1,3}|~~)(?=\S)[^\n]+?(?<=\S)(?P=sign)(?![\w*~])",
    re.S,
)


def anki_blanks(text: str, spans: Sequence[Span], wrong: list[Mistake]) -> list[PlacedBlank]:
    """The blanks in Anki's braces; what is wrong with them is added to `wrong`."""
    blanks: list[PlacedBlank] = []
    at = 0
    while found := ANKI.search(text, at):
        place = place_at(spans, found.start())
        end = _closing_braces(text, found.end(), spans if place == "prose" else ())
        line = line_of(text, found.start())
        if end is None:
            wrong.append(mistakes.unclosed_blank(line, text[found.start() : found.start() + 40]))
            break
        inside, at = text[found.end() : end], end + 2
        answer, hint = _answer_and_hint(inside, place)
        if ANKI.search(inside):
            wrong.append(mistakes.blank_in_blank(line, text[found.start() : at]))
        elif not answer.strip():
            wrong.append(mistakes.empty_blank(line, text[found.start() : at]))
        else:
            if place == "prose":
                has_lines = "\n" in answer
                answer = as_paragraph(answer, text, found.start())
                is_whole_block = is_block(answer, has_lines=has_lines) and not is_in_row(text, found.start())
                place = "block" if is_whole_block else place
            blanks.append(PlacedBlank(found.start(), at, _blank(answer, place, int(found["number"]), hint)))
    return blanks


def _blank(answer: str, place: Place, number: int, hint: str) -> Blank:
    if place == "prose":
        return prose_blank(answer, number, hint, alternatives=False)
    if place == "block":
        return Blank(answer, place, number, hint=hint, typed=False)
    return plain_blank(answer, place, number, hint)


def _answer_and_hint(inside: str, place: Place) -> tuple[str, str]:
    """The two sides of the first :: that does not stand in code, math or another whole; in code there is no hint."""
    if place == "code" or "::" not in inside:
        return inside, ""
    prose = masked(inside, find_spans(inside)) if place == "prose" else inside
    if place == "prose":
        prose = WHOLE.sub(lambda found: "\0" * len(found[0]), prose)
    cut = prose.find("::")
    return (inside[:cut], inside[cut + 2 :].strip()) if cut >= 0 else (inside, "")


def _closing_braces(text: str, at: int, spans: Sequence[Span]) -> int | None:
    """The position of the first }} outside balanced braces, since LaTeX may end with braces of its own.

    Braces in these spans do not count, unless the blank would not end, or another would begin in it.
    """
    end = _first_closing(text, at, spans)
    if spans and (end is None or ANKI.search(text, at, end)):
        return _first_closing(text, at, ())
    return end


def _first_closing(text: str, at: int, spans: Sequence[Span]) -> int | None:
    depth, number = 0, bisect_left(spans, at, key=lambda span: span.start)
    while found := BRACE.search(text, at):
        at = found.end()
        while number < len(spans) and spans[number].end <= found.start():
            number += 1
        if number < len(spans) and spans[number].start <= found.start():
            at = spans[number].end
        elif found[0] == "{":
            depth += 1
        elif found[0] == "}":
            if depth == 0 and text.startswith("}}", found.start()):
                return found.start()
            depth = max(depth - 1, 0)
    return None
