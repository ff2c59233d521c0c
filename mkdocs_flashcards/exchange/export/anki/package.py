"""A package for Anki: a zip file with a collection and the files that its notes show."""

from __future__ import annotations

import io
import json
import zipfile

from ..model import ExportedCourse
from .collection import collection_of
from .note_types import CHANGED
from .notes import note_of

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the package, so that the same cards give the same bytes."""


def as_package(course: ExportedCourse) -> bytes:
    """An `.apkg` file with a note for each card, in a deck for each week.

    Anki replaces a note that a student has already only by a newer one. A card of which nobody knows when it changed
    never is newer.
    """
    notes = [(note_of(card, course.name, course.key), course.changed.get(card.id, CHANGED)) for card in course.cards]
    text = "".join(field for note, _ in notes for field in note.fields)
    shown = {name: content for name, content in sorted(course.media.items()) if name in text}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        _add(package, "collection.anki2", collection_of(notes))
        _add(package, "media", json.dumps({str(number): name for number, name in enumerate(shown)}).encode())
        for number, content in enumerate(shown.values()):
            _add(package, str(number), content)
    return out.getvalue()


def _add(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, FIRST_DAY)
    entry.create_system = 3  # Unix, whatever it is made on
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    package.writestr(entry, content)
