"""Signs other than a colon behind the letters Q and A."""

from __future__ import annotations

import re

from ...cards.patterns import lazy
from .note_lines import NoteLine

ODD_SIGN = lazy(
    r"(?P<before>[ \t]*(?:\*\*)?)(?P<letter>[QA])(?P<count>\d{0,3})(?P<sign>\)|[ \t]+[-–—]|(?<=\d))[ \t]+(?=\S)"
)
"""`Q) …`, `Q - …`, `Q1 …`: it counts where as many answers as questions have it."""
MANY = 4
"""Letters with another sign than a colon, in all, of which it is certain what they are."""


def with_colons(lines: list[NoteLine]) -> list[NoteLine]:
    """The lines with a colon behind the letters Q and A where they have another sign."""
    odd = [None if line.is_code else ODD_SIGN.match(line.text) for line in lines]
    letters = [found["letter"] for found in odd if found]
    signs = {found["sign"][:1] for found in odd if found}
    if len(letters) < MANY or letters.count("Q") != letters.count("A") or len(signs) > 1:
        return lines
    return [_with_colon(line, found) if found else line for line, found in zip(lines, odd, strict=True)]


def _with_colon(line: NoteLine, found: re.Match[str]) -> NoteLine:
    text = f"{found['before']}{found['letter']}{found['count']}: {line.text[found.end() :]}"
    return NoteLine(line.number, text, line.is_code)
