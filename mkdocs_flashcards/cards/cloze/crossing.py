"""Blanks that hold one of a pair of signs whose other stands outside, as in **==answer**==."""

from __future__ import annotations

from collections.abc import Sequence

from ..mistakes import Mistake
from ..patterns import lazy
from ..spans import Span, masked
from . import mistakes
from .blanks import PlacedBlank, line_of

SIGN = lazy(r"\*{1,3}|_{1,3}|~~")
TEXT_OPENS, TEXT_ENDS = lazy(r"\[[^\[\]]*\Z"), lazy(r"[^\[\]]*\][(\[]")
PARAGRAPH_END = lazy(r"\n[ \t>]*\n")
FAR = 2000
"""How much of the text is looked at on each side, at most."""


def crossing(text: str, spans: Sequence[Span], blanks: Sequence[PlacedBlank]) -> list[Mistake]:
    """The blanks that begin or end inside emphasis or the text of a link, and go on outside of it."""
    prose = masked(text, spans)
    if "](" not in prose and not any(sign in prose for sign in "*_~"):
        return []
    return [
        mistakes.crossing_blank(line_of(text, placed.start), text[placed.start : placed.end])
        for placed in blanks
        if placed.blank.place == "prose" and _crosses(prose, placed)
    ]


def _crosses(prose: str, placed: PlacedBlank) -> bool:
    inside = prose[placed.start + 2 : placed.end - 2]
    if placed.blank.number and prose.startswith("{{", placed.start):
        inside = inside.partition("::")[2].partition("::")[0]
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
