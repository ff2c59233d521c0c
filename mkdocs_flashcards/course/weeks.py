"""The weeks of a course that is not built: those that a build would put its notes into."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.structure.files import File

from ..plugin.review.note_weeks import NoteWeeks
from ..plugin.review.scan import ScannedNote
from ..plugin.review.titles import titles_in_nav
from ..plugin.weeks import OTHER, Week, Weeks
from .notes import Course, Note, is_readable, real
from .render import words_of
from .settings import Settings


class CourseWeeks:
    """Knows the week of each note and each card."""

    def __init__(self, course: Course) -> None:
        settings = course.settings
        self.docs = settings.docs
        self._weeks = Weeks(words_of(settings), settings.unit, settings.week_pattern)
        notes = {uri: note for note in course.notes if (uri := uri_of(note, settings.docs)) and is_readable(note)}
        self.notes = notes
        """The notes that can be read, by their paths in the folder of notes."""
        self.files = {
            uri: File(uri, str(settings.docs), "", use_directory_urls=settings.use_directory_urls) for uri in notes
        }
        scanned = {uri: ScannedNote(note.scan, note.front) for uri, note in notes.items()}
        self._note_weeks = NoteWeeks(self._weeks, self.files.values(), titles_in_nav(settings.nav), scanned)
        self._of_notes: dict[str, Week] = {}

    def of(self, uri: str, said: str) -> Week:
        """The week of a card in a note; `said` is what its header says."""
        if said:
            return self._weeks.parse(said)
        if uri not in self._of_notes:
            self._of_notes[uri] = self._note_weeks.of(uri, self.notes[uri].front) or OTHER
        return self._of_notes[uri]

    def slugs(self, weeks: Iterable[Week]) -> dict[Week, str]:
        """The name of the file of each week's page."""
        return self._weeks.slugs(weeks)

    def label(self, week: Week) -> str:
        """What a reader sees."""
        return self._weeks.label(week)

    def title(self, uri: str) -> str:
        """What a note is called."""
        return next(iter(self._note_weeks.titles(uri)), uri)


def weeks_in_titles(settings: Settings) -> Callable[[str], str]:
    """Finds the week that a title names, as a card's header says it; empty where it names none."""
    weeks = Weeks(words_of(settings), settings.unit, settings.week_pattern)

    def found(title: str) -> str:
        week = weeks.search(title)
        return "" if week is None else week.name or week.number.replace("–", "-")

    return found


def uri_of(note: Note, docs: Path) -> str:
    """The path of a note in the folder of notes. Where a link leads into that folder or out of it, as MkDocs has it."""
    for path, root in ((_absolute(note.path), _absolute(docs)), (real(note.path), real(docs))):
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return re.sub(r"^(\.\./)+", "", note.name)


def _absolute(path: Path) -> Path:
    """The path without `..` in it, with its links as they are."""
    return Path(os.path.normpath(Path.cwd() / path))
