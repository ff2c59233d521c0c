"""What the two numbers of a name such as `W03-05` mean, which only the names beside it and the title can tell.

`week9-10` alone is a group of two weeks. `W03-01`, `W03-03` and `W03-05` beside each other are notes of week 3.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from itertools import pairwise

from .names import Pair, Weeks
from .week import Week


class PathWeeks:
    """The weeks that the paths of a site name.

    `titles` returns the titles of a note by its path. It is asked only for notes below a name with two numbers.
    """

    def __init__(self, weeks: Weeks, paths: Iterable[str], titles: Callable[[str], Collection[str]]) -> None:
        self._weeks = weeks
        self._titles = titles
        self._paths = list(paths)
        self._counts_notes: dict[str, bool] = {}
        self._titled: dict[str, bool] = {}
        self._names: defaultdict[str, set[str]] | None = None

    def of(self, path: str) -> Week | None:
        """The week that the file or the innermost folder says; None where none says one."""
        place = path
        while place:
            folder, _, name = place.rpartition("/")
            if week := self._weeks.search(stem(name) if place == path else name):
                return self._narrowed(week, place) if week.is_range else week
            place = folder
        return None

    def _narrowed(self, week: Week, place: str) -> Week:
        first, folder = Week(week.first, week.first), place.rpartition("/")[0]
        if self._weeks.pattern or not (
            self._are_notes_counted(folder) or self._titled_as(first, place) or self._is_inside(first, folder)
        ):
            return week
        return first

    def _is_inside(self, week: Week, folder: str) -> bool:
        """Whether a folder, or one around it, says this week."""
        return any(self._weeks.search(name) == week for name in folder.split("/"))

    def _are_notes_counted(self, folder: str) -> bool:
        """Whether the second number counts notes in this folder."""
        if folder not in self._counts_notes:
            pairs = map(self._weeks.pair, self._names_by_folder()[folder])
            self._counts_notes[folder] = are_no_ranges(pairs)
        return self._counts_notes[folder]

    def _names_by_folder(self) -> defaultdict[str, set[str]]:
        if self._names is None:
            self._names = defaultdict(set)
            for path in self._paths:
                folder, _, name = path.rpartition("/")
                self._names[folder].add(stem(name))
                while folder:
                    folder, _, name = folder.rpartition("/")
                    self._names[folder].add(name)
        return self._names

    def _titled_as(self, week: Week, place: str) -> bool:
        """Whether the titles of the notes in this place say this week and no other."""
        if place not in self._titled:
            paths = [path for path in self._paths if path == place or path.startswith(f"{place}/")]
            said = {self._weeks.search(title) for path in paths for title in self._titles(path)} - {None}
            self._titled[place] = said == {week}
        return self._titled[place]


def are_no_ranges(pairs: Iterable[Pair | None]) -> bool:
    """Whether pairs of numbers that stand beside each other cannot all be ranges: one does not rise, or two overlap."""
    ranges = sorted({(first, last) for pair in pairs if pair for first, last in [pair] if last is not None})
    return any(last <= first for first, last in ranges) or any(one[1] >= other[0] for one, other in pairwise(ranges))


def stem(name: str) -> str:
    """The name of a file without its ending."""
    return name.rpartition(".")[0] or name
