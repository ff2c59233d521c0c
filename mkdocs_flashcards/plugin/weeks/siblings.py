"""What a name means where it stands, which only the names around it, those beside it and the title can tell.

`week9-10` alone is a group of two weeks. `W03-01`, `W03-03` and `W03-05` beside each other are notes of week 3. And in
a folder called `weeks`, `03-sorting` is week 3.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
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
        for place, week in self._levels(path):
            if week:
                return self._narrowed(week, place) if week.is_range else week
        return None

    def _levels(self, path: str) -> Iterator[tuple[str, Week | None]]:
        """A file and the folders around it, the innermost first, each with the week that its name says."""
        place = path
        while place:
            folder, _, name = place.rpartition("/")
            yield place, self._weeks.search(self._said(folder, stem(name) if place == path else name))
            place = folder

    def _said(self, folder: str, name: str) -> str:
        """What a name says in its folder: a number alone counts what the folder is called after."""
        around = folder.rpartition("/")[2]
        is_counted = name[:1].isdecimal() and self._weeks.is_word(around) and not self._weeks.search(name)
        return f"{around} {name}" if is_counted else name

    def _narrowed(self, week: Week, place: str) -> Week:
        first, folder = Week(week.first, week.first), place.rpartition("/")[0]
        if self._weeks.pattern or not (
            self._are_notes_counted(folder) or self._titled_as(first, place) or self._is_inside(first, folder)
        ):
            return week
        return first

    def _is_inside(self, week: Week, folder: str) -> bool:
        """Whether a folder, or one around it, says this week."""
        return any(said == week for _, said in self._levels(f"{folder}/"))

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
                self._names[folder].add(self._said(folder, stem(name)))
                while folder:
                    folder, _, name = folder.rpartition("/")
                    self._names[folder].add(self._said(folder, name))
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
