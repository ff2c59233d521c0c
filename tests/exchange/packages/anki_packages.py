"""Packages for tests, made by hand as old versions of Anki and scripts write them."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf50000003"
    "8201014f1b7f0d0000000049454e44ae426082"
)
BASIC = (("{{Front}}", "{{FrontSide}}\n<hr id=answer>\n{{Back}}"),)
CLOZE = (("{{cloze:Text}}", "{{cloze:Text}}<br>\n{{Back Extra}}"),)
SCHEMA = """
CREATE TABLE col (models text, decks text);
CREATE TABLE notes (id integer PRIMARY KEY, guid text, mid integer, tags text, flds text);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer, did integer, ord integer, type integer, due integer);
"""


@dataclass(frozen=True)
class Type:
    """A note type."""

    fields: Sequence[str] = ("Front", "Back")
    templates: Sequence[tuple[str, str]] = BASIC
    name: str = "Basic"
    is_cloze: bool = False


BASIC_TYPE = Type()
CLOZE_TYPE = Type(("Text", "Back Extra"), CLOZE, "Cloze", is_cloze=True)


@dataclass(frozen=True)
class Entry:
    """A note."""

    fields: Sequence[str | bytes]
    type: Type = BASIC_TYPE
    deck: str = "Default"
    tags: str = ""
    guid: str = "no id!"
    cards: Sequence[int] = field(default=(0,))


def database(*entries: Entry) -> bytes:
    """A collection."""
    types = list(dict.fromkeys(entry.type for entry in entries))
    decks = list(dict.fromkeys(entry.deck for entry in entries))
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(SCHEMA)
        models = {str(place): _model(one) for place, one in enumerate(types, 1)}
        names = {str(place): {"name": name} for place, name in enumerate(decks, 1)}
        db.execute("INSERT INTO col VALUES (?, ?)", (json.dumps(models), json.dumps(names)))
        for number, entry in enumerate(entries, 1):
            kind, deck = types.index(entry.type) + 1, decks.index(entry.deck) + 1
            values = b"\x1f".join(value.encode() if isinstance(value, str) else value for value in entry.fields)
            row = (number, entry.guid, kind, f" {entry.tags} ", values)
            db.execute("INSERT INTO notes VALUES (?, ?, ?, ?, CAST(? AS text))", row)
            for card in entry.cards:
                db.execute("INSERT INTO cards VALUES (NULL, ?, ?, ?, 0, ?)", (number, deck, card, number))
        db.commit()
        return db.serialize()


def _model(one: Type) -> dict[str, object]:
    sides = [{"qfmt": front, "afmt": back} for front, back in one.templates]
    return {
        "name": one.name,
        "type": int(one.is_cloze),
        "flds": [{"name": name} for name in one.fields],
        "tmpls": sides,
    }


def archive(files: Mapping[str, bytes], media: Mapping[str, bytes] | None = None) -> bytes:
    """A zip file with these files, and those that notes show under numbers."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
        if media is not None:
            made.writestr("media", json.dumps({str(place): name for place, name in enumerate(media)}))
            for place, content in enumerate(media.values()):
                made.writestr(str(place), content)
    return buffer.getvalue()


def package(*entries: Entry, media: Mapping[str, bytes] | None = None) -> bytes:
    """A package in the oldest form."""
    return archive({"collection.anki2": database(*entries)}, media or {})
