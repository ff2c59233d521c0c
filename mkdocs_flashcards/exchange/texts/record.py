"""A card from fields that have names: a row of a table with a first line, an object of a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape as as_html

from ...cards.header import is_id, is_week
from ...cards.patterns import lazy
from ..block import ImportedCard, fence_around
from ..model import CardsRead, Record, WeekIn, shortened
from ..questions.card import with_options
from ..to_markdown.anki_blanks import restored, with_flat_blanks
from ..to_markdown.html import Converted, html_to_markdown
from ..to_markdown.plain import as_markdown
from .checkboxes import ticked
from .choice import Choice, first_number, options_of, plain, right_of
from .field_names import PRIVATE, bare, is_telling, meanings, option_label, value_of, values_of
from .scripts.literals import Code

Convert = Callable[[str], Converted]

HTML = lazy(
    r"<(?P<name>[a-z][a-z0-9-]*)(?:\s[^<>]*)?>.*?</(?P=name)\s*>|<br\s*/?>|<(?:img|hr)\s[^<>]*>|&(?:[a-z]{2,8}|#\d{2,5});",
    re.I | re.S,
)
IN_BACKTICKS = lazy(r"`[^`\n]+`")
BLANK = lazy(r"\{\{c\d+::")
LONGEST_TAG = 40
JUDGES = ("tf", "truefalse", "trueorfalse")
"""Names of fields that hold a verdict."""
VERDICTS = ({"true", "false"}, {"t", "f"}, {"yes", "no"})
SEPARATORS = lazy(r"\s*[,;]\s*")


from_html: Convert = html_to_markdown


class NoCard(ValueError):
    """Why a record becomes no card."""


def from_text(text: str) -> Converted:
    """Text as Markdown."""
    return Converted(as_markdown(text))


def from_text_or_html(text: str) -> Converted:
    """Text as Markdown; HTML where it is plain that it is meant, by an element that ends or a line break."""
    if ("<" in text or "&" in text) and HTML.search(IN_BACKTICKS.sub("", text)):
        return html_to_markdown(text)
    return from_text(text)


def cloze_markdown(text: str, convert: Convert) -> Converted:
    """A text with Anki's blanks as Markdown."""
    is_html = convert is not from_text and ("<" in text or "&" in text)
    doubts: list[str] = []
    flat = with_flat_blanks(text if is_html else as_html(text, quote=False), doubts)
    made = html_to_markdown(flat, keeps_blanks=True)
    return Converted(restored(made.text), (*doubts, *made.doubts))


def read_records(
    records: Sequence[Record], convert: Convert, week_in: WeekIn, *, counts_from: int, read: CardsRead
) -> None:
    """Add the cards of records, each with its line, to what was read; list those that are none."""
    start, is_sure = first_number((record.fields for record in records), counts_from)
    ids = Counter(plain(value_of(record.fields, "id")[1]) for record in records)
    groups = _groups(records)
    unused: dict[str, tuple[int, int]] = {}
    first_of: dict[str, object] = {}
    for record in records:
        draft = _Draft(record.fields, convert, week_in, start, is_sure, groups, [record.doubt] if record.doubt else [])
        try:
            card = draft.card()
        except NoCard as problem:
            read.leave(record.line, f"{problem}: {_shown(record.fields)}")
            continue
        read.add(replace(card, line=record.line, id="" if ids[card.id] > 1 else card.id))
        for name, value in record.fields.items():
            if name not in draft.used and value not in (None, "", [], {}, False):
                first, count = unused.get(name, (record.line, 0))
                first_of.setdefault(name, value)
                unused[name] = first, count + 1
    bad = [record.line for record in records if (name := plain(value_of(record.fields, "id")[1])) and not is_id(name)]
    if bad:
        read.said.append((bad[0], f"not carried over: ids that cards cannot have ({len(bad)} in all)"))
    for name, (line, count) in unused.items():
        what = f"the field {name!r} has no place in a card ({count} in all)"
        if bare(name) in PRIVATE or isinstance(first_of[name], Code) or plain(first_of[name]).isdecimal():
            read.said.append((line, f"not carried over: {what}"))
        else:
            read.leave(line, what)


def _groups(records: Sequence[Record]) -> frozenset[str]:
    """The fields that we have no name for, and in which the same short text stands again and again."""
    said: dict[str, list[str]] = {}
    for record in records:
        for name, value in record.fields.items():
            if not meanings(name) and bare(name) not in PRIVATE and not option_label(name):
                said.setdefault(name, []).append(plain(value) if isinstance(value, str) else "\n")
    return frozenset(
        name
        for name, texts in said.items()
        if len(set(texts)) * 2 <= len(texts)
        and not any("\n" in text or len(text) > LONGEST_TAG for text in texts)
        and not all(text.isdecimal() for text in texts)
    )


def _shown(record: Mapping[str, object]) -> str:
    said = {name: value.text if isinstance(value, Code) else plain(value) for name, value in record.items()}
    return shortened("; ".join(f"{name}: {text}" for name, text in said.items() if text))


@dataclass(slots=True)
class _Draft:
    """A card in the making."""

    record: Mapping[str, object]
    convert: Convert
    week_in: WeekIn
    counts_from: int
    is_sure: bool
    groups: frozenset[str]
    """Names of fields that say to which group a card belongs."""
    doubts: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def card(self) -> ImportedCard:
        """The card of the record. Raises NoCard where it is none."""
        name, question, answer = self._sides()
        explanation = self._text("explanation")
        if explanation and explanation != answer:
            answer = f"{answer}\n\n{explanation}" if answer else explanation
        week, source = self._place()
        return ImportedCard(
            question,
            answer,
            name,
            source=source,
            week=week,
            id=self._id(),
            tags=self._tags(),
            hint=self._plain("hint"),
            reverse=self._value("reverse") in (True, "true", "True", "yes", "1", 1) and name == "flashcard",
            doubt="; ".join(dict.fromkeys(self.doubts)),
        )

    def _sides(self) -> tuple[str, str, str]:
        cloze = self._cloze()
        question = self._plain("question") if not cloze else ""
        if not cloze and BLANK.search(question) and value_of(self.record, "answer")[1] is None:
            cloze = question
        if "{{c1::image-occlusion:" in cloze:
            raise NoCard("it hides parts of a picture, which no card here can do")
        if cloze:
            return "cloze", self._take(cloze_markdown(cloze, self.convert)), ""
        if not question:
            raise NoCard("no question")
        if BLANK.search(question):
            self.doubts.append("this contains cloze marks, which were kept as text")
        asked = "\n\n".join(filter(None, [self._take(self.convert(question)), self._code(), self._picture()]))
        if not asked:
            raise NoCard("no question that a note can show")
        choice = options_of(self.record)
        if choice:
            self.used |= choice.fields
            return "flashcard", *self._choice(asked, choice)
        if not is_telling(self.record):
            names = (value_of(self.record, meaning)[0] for meaning in ("question", "answer"))
            self.doubts.append("the fields {!r} and {!r} were taken as question and answer".format(*names))
        made = with_options(ImportedCard(asked, self._answer()))
        return "flashcard", *ticked(made.question, made.answer)

    def _cloze(self) -> str:
        """The text with its blanks; beside a question and an answer, a word to be left out is none."""
        name, value = value_of(self.record, "cloze")
        text = plain(value)
        is_whole = value_of(self.record, "question")[0] and value_of(self.record, "answer")[0]
        if is_whole and not (BLANK.search(text) or "==" in text or "__" in text):
            return ""
        self.used.add(name)
        return text

    def _answer(self) -> str:
        value, options = self._value("answer"), value_of(self.record, "options")[1]
        if value is None:
            value = self._value("right")
        if isinstance(options, (list, tuple)) and len(options) == 1:  # whatever says that it is the right one
            value = self._value("options")
        if value is None:
            value = self._value("options") or self._value("explanation")
        if isinstance(value, (list, tuple)) and len(value) > 1:
            return "\n".join(self._item(plain(one), "-") for one in value if plain(one))
        text = plain(value[0] if isinstance(value, (list, tuple)) and value else value)
        if not text:
            raise NoCard("no answer")
        made = self._take(self.convert(text))
        if not made:
            raise NoCard("no answer that a note can show")
        if made in ("T", "F") and bare(value_of(self.record, "answer")[0]) in JUDGES:
            return "True" if made == "T" else "False"
        return made.capitalize() if made.casefold() in ("true", "false") else made

    def _choice(self, question: str, choice: Choice) -> tuple[str, str]:
        said = None if choice.flagged else self._value("right")
        right = right_of(said, choice, self.counts_from)
        if isinstance(said, int) and not isinstance(said, bool) and not self.is_sure:
            self.doubts.append(f"the right option was counted from {self.counts_from}: check whether it is ticked")
        texts = [text.casefold().rstrip(".") for text in choice.texts]
        if len(texts) == 2 and set(texts) in VERDICTS[:2] and len(right) == 1:
            verdict = "True" if texts[right[0]].startswith("t") else "False"
            return question, "\n\n".join([verdict, *self._feedback(choice)])
        if right:
            marks = ["x" if number in right else " " for number in range(len(choice.texts))]
            items = zip(choice.texts, marks, strict=True)
            tasks = "\n".join(self._item(text or "–", f"- [{mark}]") for text, mark in items)
            return question, "\n\n".join([tasks, *self._feedback(choice)])
        if said is None or not plain(said):
            raise NoCard("nothing says which option is right")
        self.doubts.append("the answer does not name one of the options")
        listed = "\n".join(self._item(text, "-") for text in choice.texts)
        return f"{question}\n\n{listed}", self._take(self.convert(plain(said)))

    def _feedback(self, choice: Choice) -> list[str]:
        said = zip(choice.texts, choice.feedback, strict=False)
        return [self._take(self.convert(f"{text}: {feedback}")) for text, feedback in said if feedback]

    def _item(self, text: str, marker: str) -> str:
        first, *more = self._take(self.convert(text)).split("\n")
        return "\n".join([f"{marker} {first}", *(f"    {line}" if line else "" for line in more)])

    def _code(self) -> str:
        code = self._value("code")
        if not isinstance(code, str) or not code.strip():
            return ""
        fence = fence_around([*code.split("\n")])
        return f"{fence}text\n{code.strip(chr(10))}\n{fence}"

    def _picture(self) -> str:
        address = self._plain("picture")
        return self._take(html_to_markdown(f'<img src="{as_html(address)}">')) if address else ""

    def _place(self) -> tuple[str, str]:
        """The week and the lesson. A deck may be called by its week."""
        said, source = self._plain("week"), self._plain("source").rpartition("::")[2].strip()
        of_source = self.week_in(source) if source else ""
        week = (self.week_in(said) or said) if said else of_source
        return (week if is_week(week) else ""), "" if of_source else source

    def _id(self) -> str:
        name = self._plain("id")
        return name if name and is_id(name) else ""

    def _tags(self) -> Sequence[str]:
        tags: list[str] = []
        for name, value in values_of(self.record, "tags").items():
            self.used.add(name)
            if isinstance(value, str):
                tags += [tag for tag in SEPARATORS.split(value.strip()) if tag]
            else:
                tags += [plain(one) for one in (value if isinstance(value, (list, tuple)) else [value])]
        for name in self.record:
            if name in self.groups:
                self.used.add(name)
                tags.append(plain(self.record[name]))
        return tuple(dict.fromkeys(tag.replace(",", " ").strip() for tag in tags if tag.strip()))

    def _take(self, made: Converted) -> str:
        self.doubts += made.doubts
        return made.text

    def _text(self, meaning: str) -> str:
        return self._take(self.convert(self._plain(meaning)))

    def _plain(self, meaning: str) -> str:
        return plain(self._value(meaning))

    def _value(self, meaning: str) -> object:
        name, value = value_of(self.record, meaning)
        self.used.add(name)
        return value
