"""A package for Anki: a zip file with a collection and the files that its notes show."""

from __future__ import annotations

import json

from ..archive import archive_of
from ..model import ExportedCourse
from .collection import collection_of
from .note_types import CHANGED
from .notes import note_of


def as_package(course: ExportedCourse) -> bytes:
    """An `.apkg` file with a note for each card, in a deck for each week.

    Anki replaces a note that a student has already only by a newer one. A card of which nobody knows when it changed
    never is newer.
    """
    notes = [(note_of(card, course.name, course.key), course.changed.get(card.id, CHANGED)) for card in course.cards]
    text = "".join(field for note, _ in notes for field in note.fields)
    shown = {name: content for name, content in sorted(course.media.items()) if name in text}
    names = {str(number): name for number, name in enumerate(shown)}
    files = {"collection.anki2": collection_of(notes), "media": json.dumps(names).encode()}
    return archive_of({**files, **{number: shown[name] for number, name in names.items()}})
