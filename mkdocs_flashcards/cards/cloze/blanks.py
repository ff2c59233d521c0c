"""Finds the blanks of a cloze text in the notations ==answer== and ____."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from string import ascii_lowercase

from ..mistakes import Mistake
from ..model import Blank, Place
from ..patterns import lazy
from ..spans import Span, find_spans, kind_at, masked
from . import mistakes
from .block_blanks import continuation, dedented, leaves_block
from .urls import without_values

EQUALS = lazy(r"(?P<equals>(?<!=)(?<!\s<)==(?!=|>\s))|\n[ \t]*\n")  # an arrow is no mark
RUN_IN_CODE = lazy(r"={2,}(?!=)|\n")
ARROW_END = lazy(r">(?:[\s|]|\Z)")
SIGNS = lazy(r"==[-+*/%:?<>!&|^~.]{1,3}===")
"""An operator that ends with an equals sign, as a blank: `x ==:=== 5`."""
ONLY_SIGNS = lazy(r"(?<=[\w)\]}\"'] )={5,7}(?= [\w(\[{\"'$-])")
"""An operator of equals signs alone, as a blank: `x ====== 5`."""
RUN_IN_MATH = lazy(r"={2,}|\n[ \t]*\n")
OPENS = lazy(r"==\S")
OPENS_IN_CODE = lazy(r"(?<![\w)\]}\"'!])==\S")
OPERAND = lazy(r"[\w\"'({\[]")
CLOSES = lazy(r"(?<!\s)==")
UNSPEAKABLE = lazy(r"!\[|\[\^|^:[\w+-]+:$")  # an image, a footnote, an icon: nobody types them
LINE_END = lazy(r"\n")
UNDERSCORES = lazy(r"_{4,}|(?<!\w)_{3}(?!\w)")
UNDERSCORES_IN_CODE = lazy(r"(?<!\w)_{3,}(?!\w)")
MARKED_LINE = lazy(r"[ \t]*(?:[-*+•·‣▪◦●–—]|\(?(?:\d+|(?P<letter>[a-zA-Z]))[.)])[ \t]+(?P<text>\S.*)")
WIDE_MARKED_LINE = lazy(r"[ \t]*(?:[（(]?\d+[、．）]|[①-⑳])[^\S\n]*(?P<text>\S.*)")
IN_TICKS = lazy(r"(?P<ticks>`+)(?P<code>.+?)(?P=ticks)", re.S)


@dataclass(frozen=True, slots=True)
class PlacedBlank:
    """A blank where it stands in the text."""

    start: int
    end: int
    blank: Blank


def without(prose: str, blanks: Iterable[PlacedBlank]) -> str:
    """The text with its blanks masked, same length."""
    return hidden(prose, ((placed.start, placed.end) for placed in blanks), "\0")


def hidden(text: str, places: Iterable[tuple[int, int]], fill: str = " ") -> str:
    """The text with these places filled, same length. They are in order."""
    out, at = [], 0
    for start, end in places:
        out += [text[at:start], fill * (end - start)]
        at = end
    return "".join([*out, text[at:]])


def line_of(text: str, at: int) -> int:
    """The line of a position, from the first line of the body, which is 1."""
    return bisect_left(_line_ends(text), at) + 1


@lru_cache(maxsize=4)  # asked for once for each mistake, and a text may have thousands
def _line_ends(text: str) -> Sequence[int]:
    return [found.start() for found in LINE_END.finditer(text)]


# ==answer==


def equals_blanks(text: str, spans: Sequence[Span]) -> list[PlacedBlank]:
    """The blanks between pairs of equals signs, in prose, code and math."""
    prose = without_values(masked(text, spans))
    blanks = [
        PlacedBlank(start, end, prose_blank(as_paragraph(text[start + 2 : end - 2], text, start), 0))
        for start, end in pairs(prose, 0, len(prose), EQUALS, OPENS)
        if not leaves_block(text, start, end)
    ]
    in_code: list[PlacedBlank] = []
    for span in spans:
        if span.kind in ("fenced", "code", "math") and not _is_in(blanks, span.start):
            place: Place = "math" if span.kind == "math" else "code"
            found = pairs_beside_signs(text, span.start, span.end, place)
            in_code += [PlacedBlank(start, end, plain_blank(text[start + 2 : end - 2], place)) for start, end in found]
    return _in_order(blanks + in_code)


def as_paragraph(answer: str, text: str, at: int) -> str:
    """An answer at a position of a text without what stands before its lines because of the list or quote around it."""
    return dedented(answer, continuation(text, at)) if "\n" in answer else answer


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
        elif opens.match(text, mark.start()):
            opened = mark.start()  # what was opened before misses its end


def pairs_beside_signs(text: str, at: int, end: int, place: Place) -> Iterator[tuple[int, int]]:
    """The same in code and math, where a third sign that touches on both sides belongs to the text beside the marks.

    So `size===0.2==` is `size=` and a blank, and `==href==="u"` a blank and `="u"`, while `a===b && c===d` is code.
    """
    opened, has_sign = -1, False
    opens = OPENS_IN_CODE if place == "code" else OPENS
    for run in (RUN_IN_CODE if place == "code" else RUN_IN_MATH).finditer(text, at, end):
        start, stop = run.span()
        signs = stop - start if run[0][0] == "=" else 0
        if signs and place == "code" and ARROW_END.match(text, stop, end) and not _is_in_tag(text, opened, at):
            continue  # an arrow is no mark
        is_behind = start > at and not text[start - 1].isspace()
        is_between = is_behind and stop < end and not text[stop].isspace()
        if not signs:
            opened = -1
        elif opened >= 0 and ((signs == 2 and is_behind) or (signs == 3 and is_between and not has_sign)):
            if not has_sign or not _is_operator(text, opened + 2, start, stop):
                yield opened, start + 2
            opened = -1
        elif opened >= 0 and signs == 3 and SIGNS.fullmatch(text, opened, stop):
            yield opened, stop
            opened = -1
        elif opened < 0 and place == "code" and ONLY_SIGNS.match(text, start):
            yield start, stop
        elif signs == 2 and opens.match(text, start):
            opened, has_sign = start, False
        elif signs == 3 and is_between:
            opened, has_sign = start + 1, True


def _is_in_tag(text: str, opened: int, at: int) -> bool:
    """Whether marks were opened at the beginning of a tag, whose end is no arrow: `</==div==>`."""
    return opened > at and text.endswith(("<", "</"), at, opened)


def _is_operator(text: str, at: int, start: int, stop: int) -> bool:
    """Whether the signs from `start` to `stop` compare two values: `a===b && c==d`."""
    return OPERAND.match(text, stop) is not None and re.search(r"[\s&|]", text[at:start]) is not None


def prose_blank(source: str, number: int, hint: str = "", *, alternatives: bool = True) -> Blank:
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


def plain_blank(answer: str, place: Place, number: int = 0, hint: str = "") -> Blank:
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


def place_at(spans: Sequence[Span], at: int) -> Place:
    """Where a blank at a position would stand."""
    kind = kind_at(spans, at)
    if kind in ("fenced", "code"):
        return "code"
    return "math" if kind == "math" else "prose"


# ____ and answers below


def underscore_blanks(text: str, spans: Sequence[Span]) -> list[PlacedBlank]:
    """The blanks drawn as underscores, still without answers."""
    outside_code = masked(text, [span for span in spans if span.kind != "math"])
    blanks = [
        PlacedBlank(*found.span(), plain_blank("", place_at(spans, found.start())))
        for found in UNDERSCORES.finditer(outside_code)
    ]
    blanks += [
        PlacedBlank(*found.span(), plain_blank("", "code"))
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
    answers = _without_markers(answers)
    if len(answers) != len(blanks):
        wrong.append(mistakes.answers_do_not_match(len(blanks), len(answers), line))
        return blanks
    return [
        replace(placed, blank=_answered(placed.blank, answer.strip()))
        for placed, answer in zip(blanks, answers, strict=True)
    ]


def _without_markers(answers: list[str]) -> list[str]:
    """The answers without what marks each of them as an item; a letter is a mark only where they count from a to b."""
    for pattern in (MARKED_LINE, WIDE_MARKED_LINE):
        marked = [found.groupdict("") for answer in answers if (found := pattern.fullmatch(answer))]
        letters = "".join(found.get("letter", "") for found in marked).lower()
        if len(marked) == len(answers) and letters == ascii_lowercase[: len(letters)] and len(letters) != 1:
            return [found["text"] for found in marked]
    return answers


def _answered(blank: Blank, answer: str) -> Blank:
    if blank.place == "prose":
        return prose_blank(answer, blank.number)
    if blank.place == "code" and (ticks := IN_TICKS.fullmatch(answer)):
        answer = ticks["code"].strip()
    if blank.place == "math":
        answer = answer.removeprefix("$").removesuffix("$").strip()
    return plain_blank(answer, blank.place, blank.number)
