"""The notes of a course, in the order in which MkDocs reads them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ..cards import Scan
from ..plugin.neighbours import MACROS
from ..plugin.notebooks import NOTEBOOK_ENDINGS, is_notebook
from ..plugin.notebooks import PLUGIN as NOTEBOOK_PLUGIN
from ..plugin.review.scan import split_front_matter
from ..plugin.template_tags import dropped_blocks
from .published import LeftOut
from .settings import Settings, SettingsProblem, find_settings, read_settings

NOTE_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
NEVER_PUBLISHED = (".*", "/templates/")  # MkDocs' own
NO_NOTES = ("node_modules", "site", "venv", "__pycache__")  # where nothing says which folder holds the notes
INDEX = ("index", "README")


def real(path: str | Path) -> Path:
    """The path without links in it; where links lead in a circle, as far as that goes."""
    return Path(os.path.realpath(path))


def as_markdown_reads(raw: str) -> str:
    """The text of a file without its byte order mark and with Unix line ends."""
    return raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@dataclass
class Note:
    """A file of a course."""

    path: Path
    is_asked_for: bool = True
    """Whether the command was called for this note, or it is only read because of the others."""
    is_template: bool = False
    """Whether a plugin of the site takes notes for templates that do not say otherwise."""

    @property
    def name(self) -> str:
        """The path as messages say it: seen from the current folder where the note lies in it."""
        here = Path.cwd()
        path = Path(os.path.normpath(here / self.path))
        return (path.relative_to(here) if path.is_relative_to(here) else self.path).as_posix()

    @cached_property
    def raw(self) -> str:
        """The file as it is, line ends and byte order mark included. Raises OSError or UnicodeDecodeError."""
        return self.path.read_bytes().decode()

    @cached_property
    def text(self) -> str:
        """The file as Markdown reads it. Raises OSError or UnicodeDecodeError."""
        return as_markdown_reads(self.raw)

    @cached_property
    def _parts(self) -> tuple[Scan, dict[str, Any]]:
        scan, front = split_front_matter(self.text)
        is_template = self.is_template if "render_macros" not in front else front["render_macros"] is True
        return (scan.without(dropped_blocks(scan)[0]) if is_template else scan), front

    @property
    def scan(self) -> Scan:
        """The text below the front matter, and its blocks."""
        return self._parts[0]

    @property
    def front(self) -> Mapping[str, Any]:
        """The front matter."""
        return self._parts[1]


@dataclass(frozen=True)
class Course:
    """The notes of a course and the settings of its site."""

    settings: Settings = field(default_factory=Settings)
    notes: Sequence[Note] = ()
    notebooks: Sequence[Note] = ()
    """The notebooks that a plugin of the site makes pages of. No cards come from them."""
    is_whole: bool = True
    """Whether these are all notes of the course, and not only those that a command was called for."""


def is_readable(note: Note) -> bool:
    """Whether the file can be read, and holds text."""
    try:
        return note.scan is not None
    except (OSError, UnicodeDecodeError):
        return False


def course_settings(file: Path | None = None) -> Settings:
    """The settings in a file, by default in the current folder's if there is one. Raises SettingsProblem."""
    file = file or find_settings(Path())
    return read_settings(file) if file else Settings()


def read_course(settings_file: Path | None = None, paths: Sequence[Path] = ()) -> Course:
    """The course that lies in the current folder, or that a file of settings describes.

    `paths` are the files and folders asked for; none means all. Raises SettingsProblem.
    """
    settings = course_settings(settings_file)
    found: dict[Path, Note] = {}
    is_template = any(
        name in MACROS and options.get("render_by_default") is not False for name, options in settings.plugins
    )
    if not settings.docs.is_dir():
        raise SettingsProblem(f"{settings.docs}: this folder, where the notes should be, does not exist. See docs_dir.")
    if is_whole := not settings.is_default or not paths:
        found = {real(path): Note(path, not paths, is_template) for path in notes_in(settings.docs, settings)}
    for path in paths:
        for one in notes_in(path, settings) if path.is_dir() else [path]:
            if one.suffix not in NOTEBOOK_ENDINGS:
                found.setdefault(real(one), Note(one, is_template=is_template)).is_asked_for = True
    return Course(settings, list(found.values()), list(_notebooks(settings, paths or [settings.docs])), is_whole)


def _notebooks(settings: Settings, paths: Sequence[Path]) -> Iterator[Note]:
    """The notebooks among some files and folders."""
    options = dict(settings.plugins).get(NOTEBOOK_PLUGIN)
    for path in paths if options is not None else ():
        for one in notes_in(path, settings, NOTEBOOK_ENDINGS) if path.is_dir() else [path]:
            if one.suffix in NOTEBOOK_ENDINGS and is_notebook(str(one), options or {}):
                yield Note(one)


def notes_in(folder: Path, settings: Settings, endings: Sequence[str] = NOTE_ENDINGS) -> Iterator[Path]:
    """The notes of a folder that are published, those behind links to other folders too."""
    if settings.is_default:
        root, patterns = folder, (*NEVER_PUBLISHED, *(f"{name}/" for name in NO_NOTES))
    else:
        inside = real(folder).is_relative_to(real(settings.docs))
        root, patterns = settings.docs if inside else folder, NEVER_PUBLISHED
    left_out = LeftOut(settings, patterns)
    top, seen = real(root), set[Path]()
    for place, folders, files in os.walk(folder, followlinks=True):
        if real(place) in seen:  # a link leads back
            folders[:] = []
            continue
        seen.add(real(place))
        below = real(folder) / Path(place).relative_to(folder)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        names = {Path(name).stem for name in files if Path(name).suffix in endings}
        for name in sorted(files, key=lambda name: (Path(name).stem not in INDEX, name)):
            path = Path(place) / name
            if path.suffix not in endings or (path.stem == "README" and "index" in names and not settings.is_default):
                continue
            if path.is_fifo():  # nothing may ever come out of it
                continue
            if not left_out.holds((below / name).relative_to(top).as_posix()):
                yield path
