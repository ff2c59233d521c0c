"""Blanks that hold one of a pair of signs or tags whose other stands outside, as in **==answer**==."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..mistakes import Mistake
from ..patterns import lazy
from ..spans import Span, masked
from . import mistakes
from .blanks import PlacedBlank, line_of

SIGN = lazy(r"\*{1,3}|_{1,3}|~~")
TEXT_OPENS, TEXT_ENDS = lazy(r"\[[^\[\]]*\Z"), lazy(r"[^\[\]]*\][(\[]")
INLINE_TAG = lazy(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)\b[^<>]*(?<!/)>")
PARAGRAPH_END = lazy(r"\n[ \t>]*\n")
FAR = 2000
"""How much of the text is looked at on each side, at most."""


def crossing(text: str, spans: Sequence[Span], blanks: Sequence[PlacedBlank]) -> list[Mistake]:
    """The blanks that begin or end inside emphasis, code, an element or the text of a link, and go on outside of it."""
    prose = masked(text, spans)
    has_signs = "](" in prose or any(sign in prose for sign in "*_~<")
    return [
        mistakes.crossing_blank(line_of(text, placed.start), text[placed.start : placed.end])
        for placed in blanks
        if _crosses_span(text, spans, blanks, placed)
        or (has_signs and placed.blank.place == "prose" and _crosses(prose, placed))
    ]


def _crosses_span(text: str, spans: Sequence[Span], blanks: Sequence[PlacedBlank], placed: PlacedBlank) -> bool:
    """Whether a blank begins in code or a formula and ends outside, or the other way round.

    Single backticks in two blanks are no code, and neither is one in a blank and another further on.
    """
    begins, ends = _last_before(spans, placed.start), _last_before(spans, placed.end)
    if begins and begins.kind != "escape" and begins.end > placed.start:
        return begins.end < placed.end and not _is_in_blank(blanks, begins.start)
    in_span = ends and ends.kind != "escape" and ends.start >= placed.start and ends.end > placed.end
    return bool(ends and in_span and not text[placed.end : ends.end].strip("`$"))


def _is_in_blank(blanks: Sequence[PlacedBlank], at: int) -> bool:
    number = bisect_left(blanks, at, key=lambda one: one.start) - 1
    return number >= 0 and at < blanks[number].end


def _last_before(spans: Sequence[Span], at: int) -> Span | None:
    number = bisect_left(spans, at, key=lambda span: span.start) - 1
    return spans[number] if number >= 0 else None


def _crosses(prose: str, placed: PlacedBlank) -> bool:
    inside = prose[placed.start + 2 : placed.end - 2]
    if placed.blank.number and prose.startswith("{{", placed.start):
        inside = inside.partition("::")[2].partition("::")[0]
    if "<" in inside and _crosses_element(inside, prose, placed):
        return True
    ends, opens = _unpaired(f" {inside} ")
    if not ends and not opens and "]" not in inside and "[" not in inside:
        return False
    before, after = _around(prose, placed)
    if (ends and ends & _unpaired(f"{before}=")[1]) or (opens and opens & _unpaired(f"={after}")[0]):
        return True
    return bool(
        (TEXT_ENDS.match(inside) and TEXT_OPENS.search(before))
        or (TEXT_OPENS.search(inside) and TEXT_ENDS.match(after))
    )


def _crosses_element(inside: str, prose: str, placed: PlacedBlank) -> bool:
    """Whether a tag in a blank belongs to one outside of it, as in <b>==answer</b>==."""
    ends, opens = _unpaired_tags(inside)
    if not ends and not opens:
        return False
    before, after = _around(prose, placed)
    return bool(ends & _unpaired_tags(before)[1] or opens & _unpaired_tags(after)[0])


def _unpaired_tags(text: str) -> tuple[set[str], set[str]]:
    """The names of elements that end in a text and begin before it, and of those that begin in it and end behind it."""
    ends: set[str] = set()
    opened: list[str] = []
    for tag in INLINE_TAG.finditer(text):
        name = tag["name"].lower()
        if not tag["end"]:
            opened.append(name)
        elif name in opened:
            opened.remove(name)
        else:
            ends.add(name)
    return ends, set(opened)


def _unpaired(text: str) -> tuple[set[str], set[str]]:
    """The signs of emphasis in a text that end what began before it, and those that begin what ends behind it.

    Signs between two letters, as in 2*3*4, are taken for what they are.
    """
    ends: set[str] = set()
    opened: list[str] = []
    for sign in SIGN.finditer(text):
        left, right = text[sign.start() - 1 : sign.start()], text[sign.end() : sign.end() + 1]
        may_end = not left.isspace() and not (right.isascii() and right.isalnum())
        may_begin = not right.isspace() and not (left.isascii() and left.isalnum())
        if may_end and sign[0] in opened:
            del opened[opened.index(sign[0]) :]
        elif may_begin and right:
            opened.append(sign[0])
        elif may_end and left:
            ends.add(sign[0])
    return ends, set(opened)


def _around(prose: str, placed: PlacedBlank) -> tuple[str, str]:
    """What stands before and behind a blank in its paragraph."""
    before = PARAGRAPH_END.split(prose[max(placed.start - FAR, 0) : placed.start])[-1]
    return before, PARAGRAPH_END.split(prose[placed.end : placed.end + FAR], maxsplit=1)[0]
