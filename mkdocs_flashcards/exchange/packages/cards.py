"""The cards of a package: one for each note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from ...cards.header import is_id
from ..block import ImportedCard
from ..texts.model import CardsRead, WeekIn
from . import ours
from .collection import Note, notes_of
from .draft import Draft
from .parcel import Parcel
from .pictures import Pictures
from .rows import Row, with_tables

SYSTEM_TAGS = frozenset(("marked", "leech"))
"""By which Anki keeps notes apart that a student has trouble with."""


def read_package(
    parcel: Parcel, week_in: WeekIn, pictures: Pictures, watched: Callable[[Sequence[Note]], Iterable[Note]] = iter
) -> CardsRead:
    """The cards of a package. Raises Unreadable where nothing can be read, and for what is no course.

    `week_in` returns the week that the name of a deck means, or an empty text. The line of a card is the number of its
    note in the package. `watched` gives back the notes one by one, and may show how far it is.
    """
    read = CardsRead()
    notes = list(notes_of(parcel.collection()))
    ids = Counter(map(_id, notes))
    losses = _Losses()
    found: list[ImportedCard | Row] = []
    for note in watched(notes):
        draft = Draft(note, pictures)
        try:
            card = ours.card(draft) if ours.is_ours(note) else draft.card()
        except ValueError as problem:
            read.leave(note.place, f"{problem}: {draft}")
            continue
        losses.add(draft)
        name = _id(note)
        tags = [tag.replace(",", "_") for tag in note.tags if tag.lower() not in SYSTEM_TAGS]
        doubt = "; ".join(dict.fromkeys(draft.doubts))
        card = replace(card, week=_week(note.deck, week_in), tags=tags, doubt=doubt, line=note.place)
        if ours.is_ours(note):
            found.append(ours.row(draft, card) or ours.with_id(card, name))
        else:
            found.append(replace(card, id=name if ids[name] == 1 else ""))
    for one in with_tables(found):
        read.add(one)
    losses.leave(read)
    return read


def _id(note: Note) -> str:
    """The id that comes along with a note; empty where it can be none of a card."""
    name = ours.id_of(note) if ours.is_ours(note) else note.guid
    return name if is_id(name) else ""


def _week(deck: str, week_in: WeekIn) -> str:
    """The week that a deck names, or one of those around it, from the inside."""
    return next((week for name in reversed(deck.split("::")) if (week := week_in(name.strip()))), "")


@dataclass(slots=True)
class _Losses:
    """What is lost of many notes of a type in the same way, and is said once."""

    _first: dict[str, tuple[int, int]] = field(default_factory=dict)
    _scripts: dict[str, int] = field(default_factory=dict)

    def add(self, draft: Draft) -> None:
        kind = draft.note.type.name if draft.note.type else ""
        for name in sorted(draft.unused):
            self._add(draft.note.place, f"the field {name!r} of the note type {kind!r}, which no card shows")
        if draft.is_asked_otherwise:
            self._add(draft.note.place, f"further cards of the note type {kind!r}, which are no reverse of the first")
        if draft.has_script:
            self._scripts.setdefault(kind, draft.note.place)

    def _add(self, place: int, what: str) -> None:
        first, count = self._first.get(what, (place, 0))
        self._first[what] = first, count + 1

    def leave(self, read: CardsRead) -> None:
        """List all of it, each with the first note and how many there are."""
        for what, (place, count) in self._first.items():
            read.leave(place, f"{what} ({count} in all)")
        for kind, place in self._scripts.items():
            read.said.append((place, f"not carried over: the script in the templates of the note type {kind!r}"))
