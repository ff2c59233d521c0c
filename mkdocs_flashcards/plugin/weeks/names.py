"""Which week a note or a card belongs to, what a week is called, and how weeks are ordered.

A week is found in the names an author gives anyway: of files, folders, titles. Only whole words count, and only with a
number, so that `w3c.md`, `weekly-report.md` and `26w1` name none.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ...cards.header import is_week
from ...extension.translations import Translations
from .patterns import HAN, NUMBER, SHORT_FORMS, number_in, unit_pattern, week_pattern

NONE = "none"
RESERVED = {"index", "readme", "other"}
NUMBERED = re.compile(r"([^\W\d_]{3,})[\s._-]{0,2}0*(\d{1,3})(?![^\W_])")
DIGITS = re.compile(r"(\d+)")
COUNTS = re.compile(rf"[\d十{HAN}]")  # most names hold no number at all
VALUE = re.compile(rf"{NUMBER}(?:\s?[-–—]\s?{NUMBER})?")


@dataclass(frozen=True, slots=True)
class Week:
    """Cards that are reviewed together. A number, a range of numbers, a name, or what is left over."""

    first: int | None = None
    last: int | None = None
    name: str = ""
    """Of a week without numbers; two that differ in case only are one."""

    @property
    def order(self) -> tuple[Any, ...]:
        """Numbers, then names as a person sorts them, then the rest."""
        if self.first is not None:
            return 0, self.first, self.last
        return (1, *natural(self.name)) if self.name else (2,)


OTHER = Week()
"""Cards that belong to no week."""


class Weeks:
    """The weeks of one site, which may call them something else."""

    def __init__(self, words: Translations, units: Sequence[str] = (), pattern: re.Pattern[str] | None = None) -> None:
        self._words = words
        self._unit = units[0] if units else ""
        self._pattern = pattern
        self._numbered = unit_pattern(units) if units else week_pattern()
        self._spelled: dict[str, str] = {}
        self._found: dict[str, Week | None] = {}

    def parse(self, value: str) -> Week:
        """The week that an author names on purpose, in a header or in front matter."""
        text = _clean(value)
        if self._pattern and (own := self._pattern.fullmatch(text)) and own[1] != text and is_week(own[1].strip()):
            return self.parse(own[1])
        if (found := VALUE.fullmatch(text)) and not (found[2] and number_in(found[2]) < number_in(found[1])):
            return _week(found[1], found[2])
        if found := self._numbered.fullmatch(text):
            return _numbers(found)
        name = text.casefold()
        if name == NONE:
            return OTHER
        self._spelled.setdefault(name, text)
        return Week(name=name)

    def search(self, text: str) -> Week | None:
        """The first week that a name or a title says; None where it says none."""
        if text not in self._found:  # the names of folders come up again and again
            self._found[text] = self._look_into(_clean(text))
        return self._found[text]

    def _look_into(self, text: str) -> Week | None:
        if self._pattern:
            found = self._pattern.search(text)
            return self.parse(found[1]) if found and found[1] and is_week(found[1].strip()) else None
        found = self._numbered.search(text) if COUNTS.search(text) else None
        return _numbers(found) if found else None

    def of_path(self, path: str) -> Week | None:
        """The week that the file or the innermost folder says."""
        *folders, name = path.split("/")
        names = [name.rpartition(".")[0] or name, *reversed(folders)]
        return next((week for one in names if (week := self.search(one))), None)

    def label(self, week: Week) -> str:
        """What a reader sees."""
        if week == OTHER:
            return self._words["other_week"]
        if week.first is None:
            name = self._spelled.get(week.name, week.name)
            return name[:1].upper() + name[1:]
        number = f"{week.first}" if week.first == week.last else f"{week.first}–{week.last}"
        if self._unit:
            return f"{self._unit[:1].upper()}{self._unit[1:]} {number}"
        return self._words["week"].format(n=number)

    def advice(self, paths: Iterable[str]) -> str:
        """What to do where no note says a week."""
        together = "so all cards are reviewed together"
        if self._pattern:
            return f"No name or title has what week_pattern looks for, {together}."
        counted = self._unit or "week"
        found = f"No page names a {counted}, {together}."
        if not self._unit and (guess := guess_unit(paths)):
            return f"{found} This course seems to count in another way: set `unit: {guess}` below `flashcards:`."
        named = f"{found} Call files or folders {counted}-1, {counted}-2, …, or write `week: 1` at the top of a page."
        return named if self._unit else f"{named} A course that counts lectures, say, sets `unit: lecture`."

    def slugs(self, weeks: Iterable[Week], taken: Mapping[Week, str] = MappingProxyType({})) -> dict[Week, str]:
        """A file name for each week that has none yet, in their order. What would meet another name gets a number."""
        slugs: dict[Week, str] = {}
        names = {*RESERVED, *taken.values()}
        for week in sorted(set(weeks) - taken.keys(), key=lambda week: week.order):
            base = slug = self._slug(week)
            number = 2
            while slug in names and week != OTHER:
                slug, number = f"{base}-{number}", number + 1
            names.add(slug)
            slugs[week] = slug
        return slugs

    def _slug(self, week: Week) -> str:
        if week == OTHER:
            return "other"
        if week.first is None:
            return slug_of(week.name)
        number = f"{week.first}" if week.first == week.last else f"{week.first}-{week.last}"
        return f"{slug_of(self._unit) or 'week'}-{number}"


def says_week(value: object) -> bool:
    """Whether what YAML has read names a week."""
    return isinstance(value, str | int) and not isinstance(value, bool) and is_week(str(value).strip())


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A text as a key that sorts 2 before 10."""
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in DIGITS.split(text) if piece)


def slug_of(text: str) -> str:
    """A text as part of a file name: letters, digits and marks of any script, everything else a hyphen."""
    text = unicodedata.normalize("NFC", text).casefold()
    kept = (char if char.isalnum() or unicodedata.category(char).startswith("M") else "-" for char in text)
    return re.sub("-{2,}", "-", "".join(kept)).strip("-")


def guess_unit(paths: Iterable[str]) -> str:
    """What a course seems to count, by file names such as `lecture-3.md`; empty where nothing is counted."""
    seen: dict[str, set[str]] = {}
    for path in paths:
        for found in NUMBERED.finditer(_clean(path.rpartition(".")[0]).casefold()):
            seen.setdefault(found[1], set()).add(found[2])
    counts = Counter({word: len(numbers) for word, numbers in seen.items()})
    word, count = counts.most_common(1)[0] if counts else ("", 0)
    return SHORT_FORMS.get(word, word) if count > 1 else ""


def _clean(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _numbers(found: re.Match[str]) -> Week:
    """Each way to write a week has two groups: its number, and the last one of a range."""
    groups = found.groups()
    at = next(at for at in range(0, len(groups), 2) if groups[at])
    return _week(groups[at], groups[at + 1])


def _week(first: str, last: str | None) -> Week:
    begin, end = number_in(first), number_in(last or first)
    return Week(begin, max(begin, end))
