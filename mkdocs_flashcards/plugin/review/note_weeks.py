"""The week of a note: what its front matter, its path and its titles say, in this order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from ...cards import Scan
from ..weeks import PathWeeks, Week, Weeks, are_no_ranges, says_week
from .scan import ScannedNote, read, split_front_matter
from .titles import NavTitles, first_heading, titles_around


class NoteWeeks:
    """Knows the notes of a site, because names are read beside each other."""

    def __init__(
        self, weeks: Weeks, notes: Iterable[File], nav_titles: NavTitles, scanned: Mapping[str, ScannedNote]
    ) -> None:
        self._weeks = weeks
        self._scanned = scanned
        self._files = {file.src_uri: file for file in notes}
        self._nav_titles = nav_titles
        self._paths = PathWeeks(weeks, self._files, self.all_titles)
        self._titles: dict[str, list[str]] = {}
        self._count_notes: dict[frozenset[str], bool] = {}

    def of(self, path: str, front: Mapping[str, Any]) -> Week | None:
        """The week of a note that is not rendered yet; None where nothing says one."""
        return self._said(path, front) or self._first(path, chain(self._each_title(path), self.sections(path)))

    def of_page(self, page: Page) -> Week | None:
        """The week of a rendered page."""
        return self._said(page.file.src_uri, page.meta) or self.around(page)

    def around(self, page: Page) -> Week | None:
        """The week that a page's title or a section of the navigation around it says."""
        return self._first(page.file.src_uri, titles_around(page))

    def all(self) -> set[Week | None]:
        """The weeks of all notes, with cards or without; takes as long as reading every note."""
        return {self.of(path, self._text(path)[1]) for path in self._files}

    def all_titles(self, path: str) -> list[str]:
        """What a note is called, and the sections of the navigation around it."""
        return [*self.titles(path), *self.sections(path)]

    def sections(self, path: str) -> list[str]:
        """The titles of the sections of the navigation around a note, the innermost first."""
        return self._nav_titles.get(path, [""])[1:]

    def titles(self, path: str) -> list[str]:
        """What a note is called in the navigation, in its front matter and in its text."""
        if path not in self._titles:
            self._titles[path] = [title for title in self._each_title(path) if title]
        return self._titles[path]

    def _each_title(self, path: str) -> Iterator[str]:
        """The titles one by one, since the text need not be read where the navigation says enough."""
        yield self._nav_titles.get(path, [""])[0]
        scan, front = self._text(path)
        yield str(front.get("title") or "")
        yield first_heading(scan)

    def _text(self, path: str) -> tuple[Scan, Mapping[str, Any]]:
        """The text of a note and its front matter."""
        if note := self._scanned.get(path):
            return note.scan, note.front
        file = self._files.get(path)
        return split_front_matter(read(file).decode("utf-8-sig", errors="replace") if file else "")

    def _said(self, path: str, front: Mapping[str, Any]) -> Week | None:
        value = front.get("week")
        return self._weeks.parse(str(value)) if says_week(value) else self._paths.of(path)

    def _first(self, path: str, titles: Iterable[str]) -> Week | None:
        said = (week for title in titles if title and (week := self._weeks.search(title)))
        week = next(said, None)
        if week and week.is_range and not self._weeks.pattern:
            first = Week(week.first, week.first)
            return first if first in said or self._do_titles_count_notes(path) else week
        return week

    def _do_titles_count_notes(self, path: str) -> bool:
        """Whether notes beside this one are called W03-01, W03-05 and so on, which are no ranges of weeks."""
        beside = self._beside(path)
        if beside not in self._count_notes:
            pairs = (self._weeks.pair(title) for one in beside for title in self.titles(one))
            self._count_notes[beside] = are_no_ranges(pairs)
        return self._count_notes[beside]

    def _beside(self, path: str) -> frozenset[str]:
        """The notes of the same folder, and those of the same section of the navigation."""
        folder = path.rpartition("/")[0]
        in_folder = {one for one in self._files if one.rpartition("/")[0] == folder}
        in_section = {one for one in self._nav_titles.keys() & self._files if self.sections(one) == self.sections(path)}
        return frozenset(in_folder | (in_section if path in self._nav_titles else set()))
