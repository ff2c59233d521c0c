"""Lists of objects, in JSON, in JSON Lines, or in a script: a card an object, whatever they are nested in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...cards.patterns import lazy
from ...cards.spans import Span, find_spans
from ..model import CardsRead, Record, Unreadable, WeekIn, shortened
from ..questions.labels import has_question_mark
from ..reimport.json_ import is_own_json, read_own_json
from .choice import options_of, plain
from .field_names import PRIVATE, bare, meanings, value_of
from .literals import Code, Lines, List, Literals, NoLiteral, Object
from .record import from_text_or_html, read_records

BEGINS = lazy(r"\s*(?:[\[{]\s*[\[{\"'\]}]|//|/\*)")
SCRIPT = lazy(r"<script\b[^>]*>", re.I)
SCRIPT_END = lazy(r"</script\s*>", re.I)
TITLES = ("week", "title", "name", "deck", "topic", "chapter", "lesson", "category", "label", "id")
GLOSSARIES = ("cards", "flashcards", "terms", "glossary", "vocabulary", "definitions", "words")
NO_TITLES = (*GLOSSARIES, "data", "items", "questions", "quiz", "quizzes", "decks", "sets", "notes", "results", "list")
WRAPPERS = ("fields", "card", "content", "data")
WORDS_OF_CARDS = {"question", "answer", "front", "back", "q", "a", "id"}
NAMED = lazy(r"(?P<name>[\w$]+)[\"']?\s*(?::[^=\n;]*)?[=:]\s*(?:new\s+Map\(\s*)?\Z")
TELLING = lazy(r"card|flash|vocab|deck|glossar|term|word|quiz|question|lexi|dictionar|pair", re.I)
"""A name of a value in a script that says that there are cards in it."""
LONGEST_NAME = 120
OPENS = lazy(r"[\[{]")
ELEMENT = lazy(r"^[ \t>]*<", re.M)
MOST_TRIES = 500
MOST_CUT = 3
"""Of lists that do not end: each is looked at to the end of the text."""
TITLE = "\0title"
"""The field in which a record carries the title above it: no other has such a name."""


def is_json(text: str) -> bool:
    """Whether a text is nothing but values in JSON."""
    if not BEGINS.match(text):
        return False
    try:
        values = _values(text)
        return is_own_json(values) or bool(_cards(values))
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
    return any(True for _ in find_lists(text))


def read_script(text: str, week_in: WeekIn) -> CardsRead:
    """The cards in the lists of a script, or of the scripts in a page."""
    values = [one.value for one in find_lists(text)]
    if not values:
        raise Unreadable("no script here has a list of objects, such as [{q: 'a question', a: 'an answer'}]")
    return read_values(text, values, week_in)


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


@dataclass(frozen=True, slots=True)
class CardList:
    """A list of cards in a script: where it begins and ends, and where the script does."""

    value: object
    start: int
    end: int
    script: tuple[int, int]


def find_lists(text: str, *, is_page: bool = False) -> Iterator[CardList]:
    """The lists of objects in a script, or in the scripts of a page, of which some are cards."""
    tries = cut = 0
    for start, end in _scripts(text, is_page=is_page):
        literals, at = Literals(text[:end]), start
        while tries < MOST_TRIES and cut < MOST_CUT and (found := OPENS.search(text, at, end)):
            at = found.start()
            is_named = _is_named(text, at)
            begin = literals.space(at + 1)
            has_pairs = found[0] == "[" and text[begin : begin + 1] == "["
            if not is_named and not has_pairs and (found[0] == "{" or text[begin : begin + 1] != "{"):
                at += 1
                continue
            try:
                value, after = literals.value(at)
            except NoLiteral as problem:
                tries, cut, at = tries + 1, cut + problem.is_cut, at + 1
                continue
            if has_pairs and not is_named:
                is_named, tries = _ask(value), tries + 1  # lists may be nested deeply, and each is read
            if (found[0] == "{" and not _is_glossary(value)) or (has_pairs and not is_named):
                at += 1  # whatever is in it stands for itself
                continue
            if _cards([value], is_named=is_named):
                yield CardList(value, at, after, (start, end))
                at = after
            else:
                at = after if found[0] == "[" else at + 1


def _ask(value: object) -> bool:
    """Whether a value is a list of pairs of texts, of which the first asks."""
    rows = value if isinstance(value, list) else []
    return all(
        isinstance(row, list)
        and len(row) == 2
        and all(isinstance(one, str) for one in row)
        and has_question_mark(row[0])
        for row in rows
    )


def _is_named(text: str, at: int) -> bool:
    """Whether a value in a script has a name that says that it holds cards."""
    if not text[max(at - 20, 0) : at].rstrip().endswith(("=", ":", "(")):
        return False
    found = NAMED.search(text, max(at - LONGEST_NAME, 0), at)
    return found is not None and bool(TELLING.search(found["name"]))


def _scripts(text: str, *, is_page: bool) -> Iterator[tuple[int, int]]:
    """Where the scripts of a page are; a text without any is one itself. Those in an example of code do not run."""
    if not is_page and not ELEMENT.search(text):
        yield 0, len(text)
        return
    code = [] if "<html" in text.lower() else [span for span in find_spans(text) if _is_shown(span, text)]
    found, at = 0, 0
    while (begin := SCRIPT.search(text, at)) and (end := SCRIPT_END.search(text, begin.end())):
        at, found = end.end(), found + 1
        if not any(span.start <= begin.start() < span.end for span in code) and found <= MOST_TRIES:
            yield begin.end(), end.start()
    if not found and not is_page:
        yield 0, len(text)


def _is_shown(span: Span, text: str) -> bool:
    """Whether what stands in a part of a note is an example or a comment."""
    return span.kind in ("fenced", "code") or text.startswith("<!--", span.start)


def _cards(values: Sequence[object], *, is_named: bool = True) -> list[Record]:
    """The cards of values; in a value without a telling name only objects that say which field is the question."""
    walk = _Walk()
    walk.into(values)
    return [record for record in walk.records if _is_card(record.fields) and (is_named or not record.doubt)]


def read_values(text: str, values: Sequence[object], week_in: WeekIn) -> CardsRead:
    """The cards of values that were read from a text."""
    lines, read, walk = Lines(text), CardsRead(), _Walk()
    walk.into(values)
    for at, what in walk.left_over:
        read.leave(lines[at], what)
    records = [_placed(record, lines, week_in) for record in walk.records]
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


def _is_card(value: Mapping[str, object]) -> bool:
    """Whether an object has the fields of a card."""
    if value_of(value, "cloze")[0] or "{{c1::" in plain(value_of(value, "question")[1]):
        return True
    has_answer = value_of(value, "answer")[0] or value_of(value, "right")[0] or options_of(value)
    return bool(value_of(value, "question")[0] and has_answer)


class _Walk:
    """Collects the objects that are cards, with what the object around them is called."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        """Each with its place in the text as its line."""
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
                self._add(row.at, fields, title, doubt)
            return
        for value, at in zip(values, places, strict=True):
            self._take(value, title, at)

    def _take(self, value: object, title: str, at: int) -> None:
        if isinstance(value, Object):
            self._object(value, title)
        elif isinstance(value, List) and len(value) == 2 and all(isinstance(one, str) for one in value):
            self._add(at, {"question": value[0], "answer": value[1]}, title)
        elif isinstance(value, List) and any(isinstance(one, (Object, List)) for one in value):
            self.into(value, title)
        elif value is not None:
            what = value.text if isinstance(value, Code) else plain(value) or "a list without objects"
            self.left_over.append((at, f"no card: {shortened(what)}"))

    def _object(self, value: Object, title: str) -> None:
        """Take an object: a card, or one that holds cards."""
        lists = {name: one for name, one in value.items() if _has_objects(name, one)}
        lists = {name: one for name, one in lists.items() if _cards([one])} or ({} if _is_card(value) else lists)
        glossaries = {name: one for name, one in value.items() if bare(name) in GLOSSARIES and _is_glossary(one)}
        objects = {name: one for name, one in value.items() if isinstance(one, Object) and one}
        if lists or glossaries:
            own = next((plain(value[name]) for name in TITLES if plain(value.get(name))), title)
            for name, one in {**lists, **glossaries}.items():
                called = own if len(lists) + len(glossaries) == 1 or bare(name) in NO_TITLES else name
                self._many(one, called or ("" if bare(name) in NO_TITLES else name))
        elif _is_card(value) or not (objects or _is_glossary(value)):
            self._add(value.at, value, title)
        elif inner := next((name for name in objects if bare(name) in WRAPPERS and _is_card(objects[name])), ""):
            self._add(
                value.at, {**{name: one for name, one in value.items() if name != inner}, **objects[inner]}, title
            )
        elif objects:
            for name, one in objects.items():
                self._object(one, title if _is_card(one) else name)
        else:
            self._many(value, title)

    def _many(self, value: object, title: str) -> None:
        if isinstance(value, Object):
            for name, one in value.items():
                self._add(value.at, {"question": name, "answer": one}, title)
        elif isinstance(value, List):
            self.into(value, title)

    def _add(self, at: int, fields: Mapping[str, object], title: str, doubt: str = "") -> None:
        self.records.append(Record(at, {**fields, TITLE: title} if title else fields, doubt))


def _rows(values: Sequence[object]) -> list[Object]:
    """The items of a list of objects that have the same fields, none of which says that it is a question."""
    rows = [value for value in values if isinstance(value, Object)]
    same = len(rows) == len(values) > 1 and all(list(row) == list(rows[0]) for row in rows)
    return rows if same and not _is_card(rows[0]) and all(_is_glossary(row) for row in rows) else []


def _has_objects(name: str, value: object) -> bool:
    """Whether a field of an object holds further objects that are no options of a question."""
    if meanings(name) & {"options", "wrong", "tags"}:
        return False
    return isinstance(value, List) and any(isinstance(one, (Object, List)) for one in value)


def _is_glossary(value: object) -> bool:
    """Whether an object has terms as names and what they mean as values."""
    if not isinstance(value, Object) or len(value) < 2 or any(bare(name) in WORDS_OF_CARDS for name in value):
        return False
    return all(isinstance(one, str) for one in value.values())
