"""The formats that cards are written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import anki, qti
from .json_ import as_json
from .model import ExportedCard, ExportedCourse
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
    takes: Callable[[ExportedCard], bool] = lambda _: True
    """Whether it has room for a card."""


FORMATS = {
    "anki": Format("Anki", ".apkg", anki.as_package, takes_media=True, is_text=False),
    "tsv": Format("TSV", ".tsv", lambda course: as_tsv(course).encode()),
    "json": Format("JSON", ".json", lambda course: as_json(course).encode()),
    "qti": Format("QTI", ".qti.zip", qti.as_package, takes_media=True, is_text=False, takes=qti.judges_itself),
}
