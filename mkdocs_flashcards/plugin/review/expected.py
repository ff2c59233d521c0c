"""The weeks that cards are expected for, as far as can be told before the notes are rendered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from ...cards.header import is_week
from ..neighbours import FolderMeta
from ..weeks import OTHER, Week, Weeks
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
        self._sure: set[Week] = set()

    def look_at(self, files: Files, config: MkDocsConfig, ours: Iterable[str]) -> NoteWeeks:
        """Scan the notes that are new; those that are excluded too, since a blog takes its posts in later."""
        nav_titles, folder_meta = titles_in_nav(config.nav), FolderMeta(config)
        note_weeks = NoteWeeks(self._weeks, files, nav_titles, self.notes)
        known = self._seen.union(ours)
        new = [file for file in files if file.is_documentation_page() and file.src_uri not in known]
        for file in new:
            self._seen.add(file.src_uri)
            content = read(file)
            self._linked |= links_in(file.src_uri, content, self._folder)
            if note := scan_note(content, folder_meta.of(file.src_uri)):
                self.notes[file.src_uri] = note
        for file in new:  # when all are known, since names are read beside each other
            if note := self.notes.get(file.src_uri):
                self.week_of[file.src_uri] = note_weeks.of(file.src_uri, note.front) if note.is_reviewed else None
        in_build = {file.src_uri for file in files.documentation_pages()}
        self._in_build = in_build & self.notes.keys()
        return note_weeks

    def sure(self) -> set[Week | None]:
        """The weeks of cards that are sure to come, and those that the author names; None for the page of all weeks."""
        for path, note in self.notes.items():
            for block in note.blocks if path in self._in_build else ():
                week = self._week_of_block(path, block.week)
                if week not in self._sure and note.is_card(block):
                    self._sure.add(week)
        named = set(self.named())
        return {*self._sure, *named, *([None] if self._sure else [])}

    def possible(self) -> set[Week | None]:
        """The weeks that a page may turn out to be needed for."""
        weeks: set[Week | None] = {None, OTHER}
        for path, note in self.notes.items():
            weeks |= {self._week_of_block(path, block.week) for block in note.blocks}
            if note.may_bring_cards and note.is_reviewed:
                weeks.add(self._week_of_block(path))
        return weeks

    def possible_in(self, path: str) -> set[Week | None]:
        """The weeks that cards of one note may belong to."""
        note = self.notes.get(path)
        weeks: set[Week | None] = {self._week_of_block(path, block.week) for block in note.blocks} if note else set()
        return weeks | {self._week_of_block(path)} if note and note.may_bring_cards else weeks

    def named(self) -> Iterator[Week | None]:
        """The weeks whose page the navigation or a link in a note names, with cards or still without."""
        listed = (path.removesuffix(".md").rpartition("/") for path in self.listed if path.endswith(".md"))
        for name in {*self._linked, *(name for folder, _, name in listed if folder == self._folder)}:
            if name in ("index", "other"):
                yield None if name == "index" else OTHER
            elif is_week(name) and self._weeks.slugs([week := self._weeks.parse(name)]) == {week: name}:
                yield week

    def _week_of_block(self, path: str, said: str = "") -> Week:
        return self._weeks.parse(said) if said else self.week_of.get(path) or OTHER
