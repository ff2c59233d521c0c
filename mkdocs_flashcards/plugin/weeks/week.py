"""A week: how weeks compare and sort, and what a text is called in a file name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from ...cards.patterns import lazy

DIGITS = lazy(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Week:
    """Cards that are reviewed together: a number, a range of numbers, a name, or what is left over."""

    first: int | None = None
    last: int | None = None
    name: str = ""
    """Of a week without numbers; two that differ in case only are one."""

    @property
    def is_range(self) -> bool:
        """Whether it is a group such as weeks 9 to 10."""
        return self.first != self.last

    @property
    def number(self) -> str:
        """As a reader sees it: `3`, or `9–10`."""
        return f"{self.first}–{self.last}" if self.is_range else f"{self.first}"

    @property
    def order(self) -> tuple[Any, ...]:
        """Numbers, then names as a person sorts them, then the rest."""
        if self.first is not None:
            return 0, self.first, self.last
        return (1, *natural(self.name)) if self.name else (2,)


OTHER = Week()
"""Cards that belong to no week."""


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A text as a key that sorts 2 before 10."""
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in DIGITS.split(text) if piece)


def slug_of(text: str) -> str:
    """A text as part of a file name: letters, digits and marks of any script, everything else a hyphen."""
    text = unicodedata.normalize("NFC", text).casefold()
    kept = (char if char.isalnum() or unicodedata.category(char).startswith("M") else "-" for char in text)
    return re.sub("-{2,}", "-", "".join(kept)).strip("-")


def clean(text: str) -> str:
    """A text with its letters composed and its white space reduced to single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())
