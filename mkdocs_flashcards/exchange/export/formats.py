"""The formats that cards are written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .anki import as_package
from .json_ import as_json
from .model import ExportedCourse
from .tsv import as_tsv


@dataclass(frozen=True, slots=True)
class Format:
    """A format."""

    label: str
    """What readers of a site know it as."""
    ending: str
    """Of the names of its files."""
    write: Callable[[ExportedCourse], bytes]
    takes_media: bool = False
    """Whether the files that cards show go along, or are only linked."""
    is_text: bool = True
    """Whether it can be printed."""


FORMATS = {
    "anki": Format("Anki", ".apkg", as_package, takes_media=True, is_text=False),
    "tsv": Format("TSV", ".tsv", lambda course: as_tsv(course).encode()),
    "json": Format("JSON", ".json", lambda course: as_json(course).encode()),
}
