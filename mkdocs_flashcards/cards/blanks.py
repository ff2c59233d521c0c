"""Finds the blanks of a cloze text: three notations, one section each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from . import mistakes
from .mistakes import Mistake
from .model import Blank, Place
from .patterns import lazy
from .spans import Span, find_spans, kind_at, masked

EQUALS = lazy(r"(?P<equals>(?<!=)==(?!=))|\n[ \t]*\n")
EQUALS_IN_CODE = lazy(r"(?P<equals>(?<!=)==(?!=))|\n")
OPENS = lazy(r"==\S")
OPENS_IN_CODE = lazy(r"(?<![\w)\]}\"'!])==\S")
CLOSES = lazy(r"(?<!\s)==")
NO_EQUALS = lazy(r"(?<![=\S])==[ \t]*==(?!=)|(?<!=)====(?![=\s])|(?<=[^\s=])====(?!=)")
UNDERLINE = lazy(r"^=+[ \t]*$", re.M)
UNSPEAKABLE = lazy(r"!\[|\[\^|^:[\w+-]+:$")  # an image, a footnote, an icon: nobody types them
LINE_END = lazy(r"\n")
WORD = lazy(r"\w")
ANKI = lazy(r"\{\{c(?P<number>[1-9]\d*)::")
UNDERSCORES = lazy(r"_{4,}|(?<!\w)_{3}(?!\w)")
UNDERSCORES_IN_CODE = lazy(r"(?<!\w)_{3,}(?!\w)")
BRACE = lazy(r"\\.|[{}]", re.S)
MARKED_LINE = lazy(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?P<text>\S.*)")
IN_TICKS = lazy(r"(?P<ticks>`+)(?P<code>.+?)(?P=ticks)", re.S)


@dataclass(frozen=True, slots=True)
class PlacedBlank:
    """A blank where it stands in the text."""

    start: int
    end: int
    blank: Blank


def without(prose: str, blanks: list[PlacedBlank]) -> str:
    """The text with its blanks masked, same length."""
    out, at = [], 0
    for placed in blanks:
        out += [prose[at : placed.start], "\0" * (placed.end - placed.start)]
        at = placed.end
    return "".join([*out, prose[at:]])


def line_of(text: str, at: int) -> int:
    """The line of a position, from the first line of the body, which is 1."""
    return bisect_left(_line_ends(text), at) + 1


@lru_cache(maxsize=4)  # asked for once for each mistake, and a text may have thousands
def _line_ends(text: str) -> Sequence[int]:
    return [found.start() for found in LINE_END.finditer(text)]


# ==answer==


def equals_blanks(text: str, spans: Sequence[Span]) -> list[PlacedBlank]:
    """The blanks between pairs of equals signs, in prose, code and math."""
    blanks: list[PlacedBlank] = []
    prose = masked(text, spans)
    for start, end in pairs(prose, 0, len(prose), EQUALS, OPENS):
        answer = text[start + 2 : end - 2]
        if " " in answer and WORD.match(prose, end) and start and WORD.match(prose, start - 1):
            continue  # "if x==1 and y==2": a blank within a word has no space
        blanks.append(PlacedBlank(start, end, _prose_blank(answer, 0)))
    in_code: list[PlacedBlank] = []
    for span in spans:
        if span.kind in ("fenced", "code", "math") and not _is_in(blanks, span.start):
            place: Place = "math" if span.kind == "math" else "code"
            marks = (EQUALS, OPENS) if place == "math" else (EQUALS_IN_CODE, OPENS_IN_CODE)
            found = pairs(text, span.start, span.end, *marks)
            in_code += [PlacedBlank(start, end, _plain_blank(text[start + 2 : end - 2], place)) for start, end in found]
    return _in_order(blanks + in_code)


def _is_in(blanks: Sequence[PlacedBlank], at: int) -> bool:
    number = bisect_right(blanks, at, key=lambda placed: placed.start) - 1
    return number >= 0 and at < blanks[number].end


def pairs(text: str, at: int, end: int, marks: re.Pattern[str], opens: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each answer between equals signs. `marks` also matches what no answer may contain."""
    opened = -1
    for mark in marks.finditer(text, at, end):
        if not mark["equals"]:
            opened = -1
        elif opened >= 0 and CLOSES.match(text, mark.start()):
            yield opened, mark.end()
            opened = -1
        elif opened < 0 and opens.match(text, mark.start()):
            opened = mark.start()


def _prose_blank(source: str, number: int, hint: str = "", *, alternatives: bool = True) -> Blank:
    """A blank in running text, whose answer may be Markdown."""
    ticks = _in_ticks(source.strip())
    answers = [source.strip()]
    spans = find_spans(source)
    if alternatives and not ticks and "|" in masked(source, spans):
        answers = _alternatives(source, spans)
    typed = not any(span.kind == "math" for span in find_spans(answers[0])) and not UNSPEAKABLE.search(answers[0])
    return Blank(answers[0], "prose", number, tuple(answers[1:]), hint, exact=_in_ticks(answers[0]), typed=typed)


def _in_ticks(answer: str) -> bool:
    return [(span.kind, span.start, span.end) for span in find_spans(answer)] == [("code", 0, len(answer))]


def _plain_blank(answer: str, place: Place, number: int = 0, hint: str = "") -> Blank:
    """A blank in code or math, where every character is itself."""
    return Blank(answer, place, number, (), hint, exact=place == "code", typed=place != "math")


def _alternatives(source: str, spans: Sequence[Span]) -> list[str]:
    prose = masked(source, spans)
    edges = [at for at, char in enumerate(prose) if char == "|"]
    pieces = [source[a + 1 : b].strip() for a, b in zip([-1, *edges], [*edges, len(source)], strict=True)]
    return [piece for piece in pieces if piece] or [source.strip()]


def _in_order(blanks: list[PlacedBlank]) -> list[PlacedBlank]:
    ordered = sorted(blanks, key=lambda placed: placed.start)
    return [replace(placed, blank=replace(placed.blank, number=place)) for place, placed in enumerate(ordered, 1)]


def empty_equals(text: str, spans: Sequence[Span], blanks: list[PlacedBlank]) -> list[Mistake]:
    """Pairs of equals signs with nothing between them."""
    prose = without(masked(text, spans), blanks)
    return [
        mistakes.empty_blank(line_of(text, found.start()), found[0])
        for found in NO_EQUALS.finditer(UNDERLINE.sub("", prose))
    ]


# {{c1::answer::hint}}


def anki_blanks(text: str, spans: Sequence[Span], wrong: list[Mistake]) -> list[PlacedBlank]:
    """The blanks in Anki's braces; what is wrong with them is added to `wrong`."""
    blanks: list[PlacedBlank] = []
    at = 0
    while found := ANKI.search(text, at):
        end = _closing_braces(text, found.end())
        line = line_of(text, found.start())
        if end is None:
            wrong.append(mistakes.unclosed_blank(line, text[found.start() : found.start() + 40]))
            break
        inside, at = text[found.end() : end], end + 2
        place = _place(spans, found.start())
        answer, _, hint = (inside, "", "") if place == "code" else inside.partition("::")
        if ANKI.search(inside):
            wrong.append(mistakes.blank_in_blank(line, text[found.start() : at]))
            continue
        if not answer.strip():
            wrong.append(mistakes.empty_blank(line, text[found.start() : at]))
            continue
        number = int(found["number"])
        blank = (
            _prose_blank(answer, number, hint.strip(), alternatives=False)
            if place == "prose"
            else _plain_blank(answer, place, number, hint.strip())
        )
        blanks.append(PlacedBlank(found.start(), at, blank))
    return blanks


def _closing_braces(text: str, at: int) -> int | None:
    """The position of the first }} outside balanced braces, since LaTeX may end with braces of its own."""
    depth = 0
    for found in BRACE.finditer(text, at):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            if depth == 0 and text.startswith("}}", found.start()):
                return found.start()
            depth = max(depth - 1, 0)
    return None


def _place(spans: Sequence[Span], at: int) -> Place:
    kind = kind_at(spans, at)
    if kind in ("fenced", "code"):
        return "code"
    return "math" if kind == "math" else "prose"


# ____ and answers below


def underscore_blanks(text: str, spans: Sequence[Span]) -> list[PlacedBlank]:
    """The blanks drawn as underscores, still without answers."""
    outside_code = masked(text, [span for span in spans if span.kind != "math"])
    blanks = [
        PlacedBlank(*found.span(), _plain_blank("", _place(spans, found.start())))
        for found in UNDERSCORES.finditer(outside_code)
    ]
    blanks += [
        PlacedBlank(*found.span(), _plain_blank("", "code"))
        for span in spans
        if span.kind in ("fenced", "code")
        for found in UNDERSCORES_IN_CODE.finditer(text, span.start, span.end)
    ]
    return _in_order(blanks)


def with_answers(blanks: list[PlacedBlank], parts: list[tuple[int, str]], wrong: list[Mistake]) -> list[PlacedBlank]:
    """The blanks with the answers that stand below the text, line by line."""
    if len(parts) < 2:
        wrong.append(mistakes.no_answers(len(blanks)))
        return blanks
    line, below = parts[1]
    answers = [found for found in below.split("\n") if found.strip()]
    marked = [MARKED_LINE.fullmatch(answer) for answer in answers]
    if all(marked):
        answers = [found["text"] for found in marked if found]
    if len(answers) != len(blanks):
        wrong.append(mistakes.answers_do_not_match(len(blanks), len(answers), line))
        return blanks
    return [
        replace(placed, blank=_answered(placed.blank, answer.strip()))
        for placed, answer in zip(blanks, answers, strict=True)
    ]


def _answered(blank: Blank, answer: str) -> Blank:
    if blank.place == "prose":
        return _prose_blank(answer, blank.number)
    if blank.place == "code" and (ticks := IN_TICKS.fullmatch(answer)):
        answer = ticks["code"].strip()
    if blank.place == "math":
        answer = answer.removeprefix("$").removesuffix("$").strip()
    return _plain_blank(answer, blank.place, blank.number)
