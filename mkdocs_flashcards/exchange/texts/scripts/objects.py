"""Lists of objects, in JSON, in JSON Lines, or in a script: a card an object, whatever they are nested in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ....cards.patterns import lazy
from ...model import CardsRead, Record, Unreadable, WeekIn
from ...reimport.json_ import is_own_json, read_own_json
from ..field_names import value_of
from ..page import has_details, read_page
from ..record import from_text_or_html, read_records
from .find import SCRIPT, find_lists
from .literals import Code, Lines, Literals, NoLiteral
from .walk import TITLE, Walk, cards_in

BEGINS = lazy(r"\s*(?:[\[{]\s*[\[{\"'\]}]|//|/\*)")

NOTHING = (
    "no script here has a list of objects, such as [{q: 'a question', a: 'an answer'}], and no <details> has an answer"
)


def is_json(text: str) -> bool:
    """Whether a text is nothing but values in JSON."""
    if not BEGINS.match(text):
        return False
    try:
        values = _values(text)
        return is_own_json(values) or bool(cards_in(values))
    except NoLiteral:
        return False


def read_json(text: str, week_in: WeekIn) -> CardsRead:
    """The cards of a text in JSON, or of a value in each line."""
    try:
        values = _values(text)
    except NoLiteral as problem:
        raise Unreadable(f"this is not JSON: {problem}", Lines(text)[problem.at]) from None
    if is_own_json(values):
        whole: Any = values[0]
        lines = Lines(text)
        return read_own_json(whole, [lines[one.at] for one in whole["cards"]], week_in)
    return read_values(text, values, week_in)


def is_script(text: str) -> bool:
    """Whether a text is a script, or a page with one, that has a list of cards in it."""
    found = find_lists(text)
    return bool(found.lists or (found.unread and SCRIPT.search(text)))


def read_script(text: str, week_in: WeekIn) -> CardsRead:
    """The cards in the lists of a script, or of the scripts in a page."""
    found, lines = find_lists(text), Lines(text)
    read = read_values(text, [one.value for one in found.lists], week_in) if found.lists else CardsRead()
    page = read_page(text, week_in) if has_details(text) else CardsRead()
    for card in page.cards:
        read.add(card)
    read.cards.sort(key=lambda card: card.line)
    read.left_over += page.left_over
    read.said += page.said
    if not (read.cards or read.left_over or found.unread):
        raise Unreadable(NOTHING)
    for one in found.unread:
        read.leave(lines[one.start], one.why)
    return read


def _values(text: str) -> list[object]:
    literals, values = Literals(text), list[object]()
    at = literals.space(0)
    while at < len(text):
        value, at = literals.value(at)
        if isinstance(value, Code):
            raise NoLiteral("expected an object or a list", at)
        values.append(value)
        at = literals.space(at)
        if text[at : at + 1] in (",", ";"):
            at = literals.space(at + 1)
    return values


def read_values(text: str, values: Sequence[object], week_in: WeekIn) -> CardsRead:
    """The cards of values that were read from a text."""
    lines, read, walk = Lines(text), CardsRead(), Walk()
    walk.into(values)
    for at, what in walk.left_over:
        read.leave(lines[at], what)
    records = [_placed(found.record, lines, week_in) for found in walk.found]
    read_records(records, from_text_or_html, week_in, counts_from=0, read=read)
    if not read.cards and not read.left_over:
        raise Unreadable("no object here has a question and an answer")
    return read


def _placed(record: Record, lines: Lines, week_in: WeekIn) -> Record:
    """A record with its line, and with the week or the lesson that the title above it names."""
    fields = dict(record.fields)
    title = str(fields.pop(TITLE, ""))
    week = week_in(title) if title else ""
    if week and value_of(fields, "week")[1] is None:
        fields["week"] = week
    elif title and not week and value_of(fields, "source")[1] is None:
        fields["source"] = title
    return Record(lines[record.line], fields, record.doubt)
