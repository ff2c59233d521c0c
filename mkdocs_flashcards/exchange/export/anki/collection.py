"""A collection of Anki in the form that every version reads: schema 11, a database of SQLite."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from typing import Any

from ..text import as_text
from .note_types import CHANGED, note_types
from .notes import AnkiNote

SCHEMA = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
    ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
    models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
    usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
    flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
    mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
    ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,
    left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
    ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
    type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
"""
VERSION = 11
MADE_BY = slice(96, 100)
"""Where a database says which version of SQLite wrote it, which must not change the bytes of a package."""
# Without the version of the scheduler Anki takes the collection for one of the first, and shifts grades.
SETTINGS = {"schedVer": 2, "nextPos": 1, "curDeck": 1, "activeDecks": [1], "sortType": "noteFld", "newSpread": 0}
OPTIONS = {
    "id": 1,
    "name": "Default",
    "mod": 0,
    "usn": 0,
    "maxTaken": 60,
    "autoplay": True,
    "timer": 0,
    "replayq": True,
    "dyn": False,
    "new": {"delays": [1, 10], "ints": [1, 4, 7], "initialFactor": 2500, "order": 1, "perDay": 20, "bury": False},
    "rev": {"perDay": 200, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "hardFactor": 1.2, "bury": False},
    "lapse": {"delays": [10], "mult": 0, "minInt": 1, "leechFails": 8, "leechAction": 1},
}
NO_CARDS_SEEN = [0, 0]


def collection_of(notes: Sequence[tuple[AnkiNote, int]]) -> bytes:
    """A database with notes and their cards, all new, in this order. With each note comes when it last changed, in
    seconds."""
    decks = {name: _number(name) for name in _with_parents(note.deck for note, _ in notes)}
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(f"PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; {SCHEMA}")
        database.execute(f"INSERT INTO col VALUES (1, ?, ?, ?, {VERSION}, 0, 0, 0, ?, ?, ?, ?, '{{}}')", _head(decks))
        note_rows, card_rows = _rows(notes, decks)
        database.executemany(f"INSERT INTO notes VALUES ({_marks(11)})", note_rows)
        database.executemany(f"INSERT INTO cards VALUES ({_marks(18)})", card_rows)
        database.commit()
        content = bytearray(database.serialize())
    content[MADE_BY] = bytes(4)
    return bytes(content)


def _head(decks: Mapping[str, int]) -> tuple[int | str, ...]:
    """When the collection was made and changed, and its settings, types of note, decks and options."""
    all_decks = {"1": _deck(1, "Default"), **{str(number): _deck(number, name) for name, number in decks.items()}}
    made, changed = CHANGED, CHANGED * 1000
    return made, changed, changed, *map(_json, (SETTINGS, note_types(), all_decks, {"1": OPTIONS}))


def _deck(number: int, name: str) -> dict[str, Any]:
    counts = dict.fromkeys(("newToday", "revToday", "lrnToday", "timeToday"), NO_CARDS_SEEN)
    more = {"desc": "", "dyn": 0, "conf": 1, "extendNew": 0, "extendRev": 0, "collapsed": False}
    return {"id": number, "name": name, "mod": CHANGED, "usn": -1, "browserCollapsed": False, **counts, **more}


def _rows(
    notes: Sequence[tuple[AnkiNote, int]], decks: Mapping[str, int]
) -> tuple[list[tuple[int | str, ...]], list[tuple[int | str, ...]]]:
    """The rows of the notes, and those of their cards."""
    note_numbers, card_numbers = _Numbers(), _Numbers()
    note_rows: list[tuple[int | str, ...]] = []
    card_rows: list[tuple[int | str, ...]] = []
    for place, (note, changed) in enumerate(notes, 1):
        number, first = note_numbers.of(note.guid), as_text(note.fields[0])
        checksum = int(hashlib.sha1(first.encode(), usedforsecurity=False).hexdigest()[:8], 16)
        tags, fields = "".join(f" {tag}" for tag in note.tags) + " ", "\x1f".join(note.fields)
        note_rows.append((number, note.guid, note.type, changed, -1, tags, fields, first, checksum, 0, ""))
        for template in note.cards:
            own = card_numbers.of(f"{note.guid}/{template}")
            card_rows.append((own, number, decks[note.deck], template, changed, -1, 0, 0, place, *[0] * 8, ""))
    return note_rows, card_rows


class _Numbers:
    """Numbers that follow from names, no two of them the same."""

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def of(self, name: str) -> int:
        number = _number(name)
        while number in self._taken:
            number += 1
        self._taken.add(number)
        return number


def _number(name: str) -> int:
    """A number that looks like those that Anki makes of the time in milliseconds."""
    return 1_400_000_000_000 + int(hashlib.sha256(name.encode()).hexdigest()[:10], 16) % 200_000_000_000


def _with_parents(names: Iterable[str]) -> list[str]:
    """The decks, and those around them, each once."""
    found: dict[str, None] = {}
    for name in names:
        parts = name.split("::")
        found |= dict.fromkeys("::".join(parts[: depth + 1]) for depth in range(len(parts)))
    return list(found)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _marks(number: int) -> str:
    return ", ".join("?" * number)
