"""Which week a text names, and what a week is called.

A week is found in the names an author gives anyway: of files, folders, titles. Only whole words count, and only with a
number, so that `w3c.md`, `weekly-report.md` and `26w1` name none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from ...cards.header import is_week, is_week_name
from ...cards.patterns import lazy
from ...extension.translations import Translations
from . import units
from .patterns import HAN, NUMBER, number_in, unit_pattern, week_pattern
from .week import OTHER, Week, clean, slug_of

NONE = "none"
RESERVED = {"index", "readme", "other"}
COUNTS = lazy(rf"[\d十{HAN}]")  # most names hold no number at all
VALUE = lazy(rf"{NUMBER}(?:\s?[-–—]\s?{NUMBER})?")
Pair = tuple[int, int | None]
"""The numbers in a name such as `week-3` or `W03-05`."""


class Weeks:
    """The weeks of one site, which may call them something else."""

    def __init__(self, words: Translations, unit: Sequence[str] = (), pattern: re.Pattern[str] | None = None) -> None:
        self._words = words
        self._units = unit
        self.unit = unit[0] if unit else ""
        """What the course counts; empty for weeks."""
        self.pattern = pattern
        """The author's own pattern, in place of all that is known here."""
        self._spelled: dict[str, str] = {}
        self._pairs: dict[str, Pair | None] = {}

    @cached_property
    def _numbered(self) -> re.Pattern[str]:
        return unit_pattern(units.synonyms(self._units)) if self._units else week_pattern()

    def parse(self, value: str) -> Week:
        """The week that an author names on purpose, in a header or in front matter."""
        text = clean(value)
        if self.pattern and (own := self.pattern.fullmatch(text)) and own[1] != text and is_week_name(own[1].strip()):
            return self.parse(own[1])
        if (found := VALUE.fullmatch(text)) and not (found[2] and number_in(found[2]) < number_in(found[1])):
            return _week((number_in(found[1]), number_in(found[2]) if found[2] else None))
        if found := self._numbered.fullmatch(text):
            return _week(_numbers(found))
        name = text.casefold()
        if name == NONE:
            return OTHER
        self._spelled.setdefault(name, text)
        return Week(name=name)

    def search(self, text: str) -> Week | None:
        """The first week that a name or title mentions, or None."""
        if self.pattern:
            found = self.pattern.search(clean(text))
            return self.parse(found[1]) if found and found[1] and is_week_name(found[1].strip()) else None
        pair = self.pair(text)
        return _week(pair) if pair else None

    def pair(self, text: str) -> Pair | None:
        """The two numbers of the first week that a name says, which may be no range; None for an author's pattern."""
        if self.pattern:
            return None
        if text not in self._pairs:  # the names of folders come up again and again
            found = self._numbered.search(clean(text)) if COUNTS.search(text) else None
            self._pairs[text] = _numbers(found) if found else None
        return self._pairs[text]

    def is_word(self, name: str) -> bool:
        """Whether a name is nothing but what the course counts, as `weeks` or `lectures` is."""
        if self.pattern or COUNTS.search(name):
            return False
        return self._numbered.fullmatch(f"{clean(name)} 1") is not None

    def label(self, week: Week) -> str:
        """What a reader sees."""
        if week == OTHER:
            return self._words["other_week"]
        if week.first is None:
            name = self._spelled.get(week.name, week.name)
            return name[:1].upper() + name[1:]
        return units.template(self.unit, self._words).format(n=week.number)

    def slugs(self, weeks: Iterable[Week], taken: Mapping[Week, str] = MappingProxyType({})) -> dict[Week, str]:
        """A file name for each week that has none yet, in order. Names that would collide get a number."""
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

    def advice(self, paths: Iterable[str], titles: Iterable[str] = ()) -> str:
        """The advice for an author whose notes have these paths and titles, none of which names a week."""
        if self.pattern:
            return "week_pattern matches no name or title, so all cards are reviewed together."
        return units.advice(self.unit, paths, titles)

    def _slug(self, week: Week) -> str:
        if week == OTHER:
            return "other"
        if week.first is None:
            return slug_of(week.name)
        return f"{slug_of(self.unit) or 'week'}-{week.number.replace('–', '-')}"


def says_week(value: object) -> bool:
    """Whether what YAML has read names a week."""
    return isinstance(value, str | int) and not isinstance(value, bool) and is_week(str(value).strip())


def _numbers(found: re.Match[str]) -> Pair:
    """Each way to write a week has two groups: its number, and the last one of a range."""
    groups = found.groups()
    at = next(at for at in range(0, len(groups), 2) if groups[at])
    first, last = groups[at], groups[at + 1]
    return number_in(first), number_in(last) if last else None


def _week(pair: Pair) -> Week:
    first, last = pair
    return Week(first, max(first, last or first))
