"""From a card to a note of Anki: its fields, and which cards Anki makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ....cards.patterns import lazy
from .. import sides
from ..model import BLANK, ExportedCard
from ..names import deck_of, guid_of, tag_of
from .note_types import CARD, CARD_FIELDS, CLOZE, CLOZE_FIELDS, SPARE_FIELDS

# What Anki takes for LaTeX or for something to play, wherever it stands in a field.
COMMAND = lazy(r"\[(?=/?(?:latex|\$\$?)\]|sound:|anki:)")


@dataclass(frozen=True, slots=True)
class AnkiNote:
    """A note."""

    guid: str
    type: int
    deck: str
    tags: Sequence[str]
    fields: Sequence[str]
    cards: Sequence[int]
    """The templates, or numbers of a cloze, that make a card, from 0."""


def note_of(card: ExportedCard, course: str, course_key: str) -> AnkiNote:
    """The note of a card. Its blanks make it a cloze, unless an extension has made pictures of formulas with blanks."""
    is_cloze = BLANK.search(card.question) is not None
    fields = _cloze(card) if is_cloze else _card(card)
    names = CLOZE_FIELDS if is_cloze else CARD_FIELDS
    return AnkiNote(
        guid_of(course_key, card.id, "cloze" if is_cloze else "card"),
        CLOZE if is_cloze else CARD,
        deck_of(course, card.week),
        [tag_of(tag) for tag in card.tags],
        [COMMAND.sub("&#91;", fields.get(name, "")) for name in (*names, *SPARE_FIELDS)],
        _numbers(card) if is_cloze else [0, 1] if card.has_reverse else [0],
    )


def _card(card: ExportedCard) -> dict[str, str]:
    return {
        "Question": sides.question(card),
        "Options": sides.options(card),
        "Answer": sides.answer(card),
        "Reverse": "1" if card.has_reverse else "",
        **_around(card),
    }


def _cloze(card: ExportedCard) -> dict[str, str]:
    out, at = [], 0
    for found in BLANK.finditer(card.question):
        out += [_guarded(card.question[at : found.start()]), _blank(card, int(found["place"]), found["answer"])]
        at = found.end()
    return {"Text": "".join([*out, _guarded(card.question[at:])]), **_around(card)}


def _around(card: ExportedCard) -> dict[str, str]:
    return {
        "Hint": sides.hint(card),
        "Explanation": card.explanation,
        "Source": sides.source(card),
        "Link": sides.link(card),
        "Id": card.id,
    }


def _blank(card: ExportedCard, place: int, answer: str) -> str:
    hint = card.blanks[place - 1].hint
    hint = f"::{_guarded(escape(hint, quote=False))}" if hint else ""
    return f"{{{{c{_number(card, place)}::{_guarded(answer)}{hint}}}}}"


def _number(card: ExportedCard, place: int) -> int:
    """The number that Anki asks a blank under: blanks without one of the author's are asked together."""
    return card.blanks[place - 1].number if card.is_numbered else 1


def _numbers(card: ExportedCard) -> list[int]:
    places = (int(found["place"]) for found in BLANK.finditer(card.question))
    return sorted({_number(card, place) - 1 for place in places})


def _guarded(html: str) -> str:
    """HTML in which nothing is a mark of a cloze, not even with the mark that stands before or behind it."""
    html = html.replace("{{", "&#123;&#123;").replace("}}", "&#125;&#125;").replace("::", "&#58;&#58;")
    for char in "{}:":
        reference = f"&#{ord(char)};"
        if html.startswith(char):
            html = reference + html[1:]
        if html.endswith(char):
            html = html[:-1] + reference
    return html
