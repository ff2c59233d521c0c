"""The weeks that cards are expected for, as far as can be told before the notes are rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from ...cards.header import is_week
from ..neighbours import FolderMeta, has_macros
from ..weeks import OTHER, Week, Weeks
from .includes import Includes
from .note_weeks import NoteWeeks
from .scan import ScannedNote, links_in, read, scan_note
from .titles import titles_in_nav


class ExpectedCards:
    """What the notes of one build say that there will be.

    A page that other plugins have been shown has to be written. So a page is made before the notes are rendered only
    if a card is sure to come for it, or if the author names it.
    """

    def __init__(self, folder: str, weeks: Weeks, nav: object) -> None:
        """`nav` is what mkdocs.yml says, before plugins put more into it."""
        self._folder = folder
        self._weeks = weeks
        self.listed = set(titles_in_nav(nav))
        """The paths that mkdocs.yml lists."""
        self.notes: dict[str, ScannedNote] = {}
        """The notes that cards may come from, by path."""
        self.week_of: dict[str, Week | None] = {}
        """Their weeks; None where nothing says one."""
        self._in_build: set[str] = set()
        self._seen: set[str] = set()
        self._linked: set[str] = set()

    def look_at(self, files: Files, config: MkDocsConfig, ours: Iterable[str]) -> NoteWeeks:
        """Scan the notes that are new; those that are excluded too, since a blog takes its posts in later."""
        nav_titles, folder_meta, includes = titles_in_nav(config.nav), FolderMeta(config), Includes.of_site(config)
        ours, is_template = set(ours), has_macros(config)
        notes = [file for file in files if file.is_documentation_page() and file.src_uri not in ours]
        note_weeks = NoteWeeks(self._weeks, notes, nav_titles, self.notes)
        new = [file for file in notes if file.src_uri not in self._seen]
        for file in new:
            self._seen.add(file.src_uri)
            content = read(file)
            self._linked |= links_in(file.src_uri, content, self._folder)
            if note := scan_note(content, folder_meta.of(file.src_uri), is_template=is_template):
                self.notes[file.src_uri] = note
                note.brings_cards = note.may_bring_cards and note.is_reviewed and includes.bring_cards(note, file)
        for file in new:  # when all are known, since names are read beside each other
            if note := self.notes.get(file.src_uri):
                self.week_of[file.src_uri] = note_weeks.of(file.src_uri, note.front) if note.is_reviewed else None
        self._in_build = {file.src_uri for file in files.documentation_pages()} & self.notes.keys()
        return note_weeks

    def find_weeks(self, week_of: Callable[[str], Week | None]) -> None:
        """Ask once more for the weeks of the notes that say none, when there is a navigation."""
        for path, week in self.week_of.items():
            if week is None and (found := week_of(path)):
                self.week_of[path] = found

    def sure(self) -> set[Week | None]:
        """The weeks of cards that are sure to come, and those that the author names; None for the page of all weeks."""
        sure: set[Week | None] = set()
        for path in self._in_build:
            note = self.notes[path]
            if note.brings_cards:
                sure |= {self._week(path, ""), None}
            for said, blocks in note.blocks.items():
                week = self._week(path, said)
                if week not in sure and any(map(note.is_card, blocks)):
                    sure |= {week, None}
        return sure.union(self.named())

    def possible(self) -> set[Week | None]:
        """The weeks that a page may turn out to be needed for."""
        weeks: set[Week | None] = {None, OTHER}
        return weeks.union(*map(self.possible_in, self.notes))

    def possible_in(self, path: str) -> set[Week | None]:
        """The weeks that cards of one note may belong to."""
        note = self.notes.get(path)
        if note is None or not note.is_reviewed:
            return set()
        return {self._week(path, said) for said in {*note.blocks, *([""] if note.may_bring_cards else [])}}

    def named(self) -> Iterator[Week | None]:
        """The weeks whose page the navigation or a link in a note names, with cards or still without."""
        listed = (path.removesuffix(".md").rpartition("/") for path in self.listed if path.endswith(".md"))
        for name in {*self._linked, *(name for folder, _, name in listed if folder == self._folder)}:
            if name in ("index", "other"):
                yield None if name == "index" else OTHER
            elif is_week(name) and self._weeks.slugs([week := self._weeks.parse(name)]) == {week: name}:
                yield week

    def _week(self, path: str, said: str) -> Week:
        """The week of cards of a note; `said` is what their header says, if anything."""
        return self._weeks.parse(said) if said else self.week_of.get(path) or OTHER
