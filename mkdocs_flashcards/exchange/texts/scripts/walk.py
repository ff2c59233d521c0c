"""Goes through values in JSON or a script: which objects and rows are cards, whatever they are nested in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...model import Record, shortened
from ...questions.labels import has_question_mark
from ..choice import options_of, plain
from ..field_names import PRIVATE, bare, is_telling, meanings, value_of
from .list_rows import ListRow, given_to, row_of
from .literals import Code, List, Object

TITLES = ("week", "title", "name", "deck", "topic", "chapter", "lesson", "category", "label", "id")
GLOSSARIES = ("cards", "flashcards", "terms", "glossary", "vocabulary", "definitions", "words")
NO_TITLES = (*GLOSSARIES, "data", "items", "questions", "quiz", "quizzes", "decks", "sets", "notes", "results", "list")
WRAPPERS = ("fields", "card", "content", "data")
WORDS_OF_CARDS = {"question", "answer", "front", "back", "q", "a", "id"}
NO_ANSWERS = {"image", "img", "link", "url", "href", "src", "icon", "path", "page", "route", "file"}
"""What stands beside the title of a tile or a menu entry."""
TITLE = "\0title"
"""The field in which a record carries the title above it: no other has such a name."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record, its place in the text as its line."""

    record: Record
    is_told: bool
    """It says itself that it is a card, by names of fields, by its options or as a question."""


def cards_in(values: Sequence[object], *, is_named: bool = True) -> list[Record]:
    """The cards of values; in a value without a telling name only those that say themselves that they are cards."""
    walk = Walk()
    walk.into(values)
    return [found.record for found in walk.found if (found.is_told or is_named) and _is_card(found.record.fields)]


def is_glossary(value: object) -> bool:
    """Whether an object has terms as names and what they mean as values."""
    if not isinstance(value, Object) or len(value) < 2 or any(bare(name) in WORDS_OF_CARDS for name in value):
        return False
    return all(isinstance(one, str) for one in value.values())


def asks_by_names(value: object) -> bool:
    """Whether an object has questions as names."""
    return isinstance(value, Object) and bool(value) and all(map(has_question_mark, value))


class Walk:
    """Collects the objects and rows that are cards, with what the object around them is called."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.left_over: list[tuple[int, str]] = []

    def into(self, values: Sequence[object], title: str = "") -> None:
        """Take the items of a list."""
        places = values.places if isinstance(values, List) else [0] * len(values)
        if rows := _rows(values):
            first, second = list(rows[0])[:2]
            for row in rows:
                rest = {name: one for name, one in row.items() if name not in (first, second)}
                unnamed = [name for name in rest if not meanings(name) and bare(name) not in PRIVATE]
                more = "\n\n".join(f"{name}: {rest.pop(name)}" for name in unnamed if rest[name])
                fields = {"question": row[first], "answer": row[second], "explanation": more, **rest}
                doubt = f"the fields {first!r} and {second!r} were taken as question and answer"
                self._add(row.at, fields, title, doubt=doubt, is_told=False)
            return
        are_cards = _are_alike(values) or any(isinstance(value, Object) and _is_card(value) for value in values)
        for value, at in zip(values, places, strict=True):
            if are_cards and is_glossary(value):  # a card that lacks something
                assert isinstance(value, Object)
                self._add(value.at, value, title)
            else:
                self._take(value, title, at)

    def _take(self, value: object, title: str, at: int) -> None:
        value = (given_to(value) or value) if isinstance(value, Code) else value
        row = row_of(value) if isinstance(value, List) else value if isinstance(value, ListRow) else None
        if isinstance(value, Object):
            self._object(value, title)
        elif row:
            self._add(at, row.fields, title, doubt=row.doubt, is_told=row.is_told)
        elif isinstance(value, List) and any(map(_may_hold_cards, value)) and not _is_question_alone(value):
            self.into(value, title)
        elif value is not None:
            first = value[0] if isinstance(value, List) and value else value
            what = first.text if isinstance(first, Code) else plain(first) or "a list without objects"
            asks = first is not value and isinstance(first, str) and has_question_mark(first)
            why = "nothing here says which answer is right" if asks else "no card"
            self.left_over.append((at, f"{why}: {shortened(what)}"))

    def _object(self, value: Object, title: str) -> None:
        """Take an object: a card, or one that holds cards."""
        lists = {name: one for name, one in value.items() if _has_objects(name, one)}
        lists = {name: one for name, one in lists.items() if cards_in([one])} or ({} if _is_card(value) else lists)
        glossaries = {name: one for name, one in value.items() if bare(name) in GLOSSARIES and is_glossary(one)}
        objects = {name: one for name, one in value.items() if isinstance(one, Object) and one}
        if lists or glossaries:
            own = next((plain(value[name]) for name in TITLES if plain(value.get(name))), title)
            for name, one in {**lists, **glossaries}.items():
                called = own if len(lists) + len(glossaries) == 1 or bare(name) in NO_TITLES else name
                self._many(one, called or ("" if bare(name) in NO_TITLES else name), is_told=name in glossaries)
        elif asks_by_names(value):
            self._many(value, title, is_told=True)
        elif _is_card(value) or not (objects or is_glossary(value)):
            self._add(value.at, value, title)
        elif inner := next((name for name in objects if bare(name) in WRAPPERS and _is_card(objects[name])), ""):
            outer = {name: one for name, one in value.items() if name != inner}
            self._add(value.at, {**outer, **objects[inner]}, title)
        elif objects:
            for name, one in objects.items():
                self._object(one, title if _is_card(one) else name)
        else:
            self._many(value, title, is_told=False)

    def _many(self, value: object, title: str, *, is_told: bool) -> None:
        """Take a glossary, whose names are terms or questions, or a list."""
        if isinstance(value, Object):
            for name, one in value.items():
                fields = {"question": name, **(one if isinstance(one, Object) else {"answer": one})}
                self._add(value.places.get(name, value.at), fields, title, is_told=is_told)
        elif isinstance(value, List):
            self.into(value, title)

    def _add(
        self, at: int, fields: Mapping[str, object], title: str, *, doubt: str = "", is_told: bool | None = None
    ) -> None:
        said = is_telling(fields) or bool(options_of(fields)) if is_told is None else is_told
        self.found.append(Found(Record(at, {**fields, TITLE: title} if title else fields, doubt), said))


def _may_hold_cards(value: object) -> bool:
    return isinstance(value, (Object, List)) or (isinstance(value, Code) and given_to(value) is not None)


def _is_question_alone(row: List) -> bool:
    """Whether a list begins with a question, and nothing in it says which answer is right: no title of cards."""
    return isinstance(row[0], str) and has_question_mark(row[0]) and not any(isinstance(one, Object) for one in row)


def _are_alike(values: Sequence[object]) -> bool:
    """Whether the items of a list are objects that have the same fields."""
    rows = [value for value in values if isinstance(value, Object)]
    return len(rows) == len(values) > 1 and all(list(row) == list(rows[0]) for row in rows)


def _rows(values: Sequence[object]) -> list[Object]:
    """The items of a list of objects that have the same fields, none of which says that it is a question."""
    rows = [value for value in values if isinstance(value, Object)]
    is_list = _are_alike(values) and not _is_card(rows[0]) and all(is_glossary(row) for row in rows)
    return rows if is_list and bare(list(rows[0])[1]) not in NO_ANSWERS else []


def _has_objects(name: str, value: object) -> bool:
    """Whether a field of an object holds further objects that are no options of a question."""
    if meanings(name) & {"options", "wrong", "tags"}:
        return False
    return isinstance(value, List) and any(isinstance(one, (Object, List)) for one in value)


def _is_card(value: Mapping[str, object]) -> bool:
    """Whether an object has the fields of a card."""
    if value_of(value, "cloze")[0] or "{{c1::" in plain(value_of(value, "question")[1]):
        return True
    has_answer = value_of(value, "answer")[0] or value_of(value, "right")[0] or options_of(value)
    return bool(value_of(value, "question")[0] and has_answer)
