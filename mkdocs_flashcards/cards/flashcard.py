"""The body of a `flashcard`: question and answer, the kind of card, and tables of short cards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from . import mistakes
from .identity import card_id
from .mistakes import Mistake
from .model import CardSet, Flashcard, Kind, Options
from .patterns import lazy
from .spans import find_spans, masked, separators

TRUE_FALSE = lazy(
    r"[*_]{0,3}(?P<word>true|false)[*_]{0,3}"
    r"(?:[.,:;][*_]{0,3}(?!\w)|[ \t]*[–—]|[ \t]+-+(?=[ \t\n]|\Z)|[ \t]*(?:\n|\Z))",
    re.I,
)

ITEM = lazy(r" {0,3}(?:[-*+]|\d+\.)[ \t]+(?P<text>\S.*)")
CHECKBOX = lazy(r" {0,3}(?:[-*+]|\d+\.)[ \t]+\[(?P<tick>[ xX])\](?=[ \t]|$)")
EMPTY_OPTION = lazy(r" {0,3}(?:[-*+]|\d+\.)[ \t]+\[[ xX]\][ \t]*$")
MISTYPED_CHECKBOX = lazy(r" {0,3}(?:[-*+]|\d+\.)[ \t]+\[(?:|[^\]\w]|[vVyY])\](?=[ \t]|$)")
DELIMITER = lazy(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*")


def parse_flashcard(body: str, options: Options) -> tuple[Flashcard | CardSet | None, list[Mistake]]:
    """The card or the set of cards in a body, and what is wrong with it; None where nothing can be shown."""
    if not body.strip():
        return None, [mistakes.empty_block("flashcard")]
    cuts = separators(body)
    if not cuts:
        rows = _table_rows(body)
        return _read_set(rows, options) if rows else (None, [mistakes.no_separator("flashcard")])
    start, end = cuts[0]
    question, answer = body[:start].strip("\n"), body[end:].strip("\n")
    line = body.count("\n", 0, end) + 2
    wrong = []
    if _is_empty(question):
        wrong.append(mistakes.empty_question())
    if _is_empty(answer):
        wrong.append(mistakes.empty_answer(line - 1))
    kind = kind_of(answer)
    if kind == "choice":
        wrong += _wrong_with_choice(answer, line + len(body[end:]) - len(body[end:].lstrip("\n")) - 1)
    if options.reverse and kind not in ("recall", "list"):
        wrong.append(mistakes.reverse_needs_text(kind))
    card = Flashcard(options.id or card_id("flashcard", question), kind, question, answer, options)
    return card, wrong


def _is_empty(text: str) -> bool:
    """Whether a text holds nothing but comments."""
    at = 0
    while (begin := text.find("<!--", at)) >= 0:
        end = text.find("-->", begin + 4)
        if end < 0 or text[at:begin].strip():
            return False
        at = end + 3
    return not text[at:].strip()


def kind_of(answer: str) -> Kind:
    """The kind of card, by how its answer begins."""
    text = answer.lstrip("\n")
    if TRUE_FALSE.match(text.lstrip()) and not text.startswith("    "):
        return "true-false"
    if CHECKBOX.match(text) or MISTYPED_CHECKBOX.match(text) or any(CHECKBOX.match(item) for _, item in _items(text)):
        return "choice"  # a box mistyped is a mistake to report
    if count_items(text) > 1:
        return "list"
    return "recall"


def is_true(answer: str) -> bool:
    """The verdict of a true-false card."""
    found = TRUE_FALSE.match(answer.strip())
    return found is not None and found["word"].lower() == "true"


def count_items(answer: str) -> int:
    """How many items the list has that an answer begins with."""
    return len(_items(answer.lstrip("\n")))


@lru_cache(maxsize=8)  # the kind of a card, its mistakes and its making ask one after the other
def _items(text: str) -> Sequence[tuple[int, str]]:
    """Line number and first line of each item of the list that a text begins with."""
    lines = masked(text, [span for span in find_spans(text) if span.kind in ("fenced", "math", "raw")]).split("\n")
    source = text.split("\n")
    items: list[tuple[int, str]] = []
    if not ITEM.match(lines[0]):
        return items
    blank_before = False
    for number, line in enumerate(lines):
        if ITEM.match(line):
            items.append((number, source[number]))
        elif line.strip() and not source[number].startswith((" ", "\t")) and blank_before:
            break
        blank_before = not line.strip()
    return items


def _wrong_with_choice(answer: str, line: int) -> Iterator[Mistake]:
    items = _items(answer.lstrip("\n"))
    for number, item in items:
        if EMPTY_OPTION.match(item):
            yield mistakes.empty_choice(line + number)
            return
        if not CHECKBOX.match(item):
            yield mistakes.option_without_checkbox(item.strip(), line + number)
            return
    if len(items) < 2:
        boxes = [number for number, text in enumerate(answer.split("\n")) if CHECKBOX.match(text)]
        yield mistakes.one_option(line) if len(boxes) < 2 else mistakes.garbled_choice(line)
    elif all(found["tick"] == " " for _, item in items if (found := CHECKBOX.match(item))):
        yield mistakes.no_right_option(line)


def _table_rows(body: str) -> list[tuple[int, list[str]]]:
    """Line number and cells of every row, where the body is nothing but a table of two columns; else empty."""
    lines = body.strip("\n").split("\n")
    first = len(body) - len(body.lstrip("\n"))
    while lines and not lines[-1].strip():
        lines.pop()
    if len(lines) < 2 or not DELIMITER.fullmatch(lines[1]):
        return []
    rows = [(first + number, _cells(line)) for number, line in enumerate(lines) if number != 1]
    return rows if all("|" in line for line in lines) else []


def _cells(line: str) -> list[str]:
    """The cells of a row; a | in code, math or behind a backslash belongs to its cell."""
    text = line.strip()
    prose = masked(text, find_spans(text))
    edges = [at for at, char in enumerate(prose) if char == "|"]
    pieces = [text[a + 1 : b] for a, b in zip([-1, *edges], [*edges, len(text)], strict=True)]
    if pieces and not pieces[0].strip() and text.startswith("|"):
        pieces = pieces[1:]
    if len(pieces) > 1 and not pieces[-1].strip() and prose.endswith("|"):
        pieces = pieces[:-1]
    return [piece.strip().replace("\\|", "|") for piece in pieces]


def _read_set(rows: list[tuple[int, list[str]]], options: Options) -> tuple[CardSet | None, list[Mistake]]:
    (_, head), *rest = rows
    if not rest:
        return None, [mistakes.no_rows()]
    if len(head) != 2:
        return None, [mistakes.cells(len(head), rows[0][0] + 1)]
    cards, wrong = [], []
    for number, cells in rest:
        if len(cells) != 2:
            wrong.append(mistakes.cells(len(cells), number + 1))
            continue
        question, answer = cells
        if not question or not answer:
            wrong.append(mistakes.empty_cell(number + 1))
            continue
        own = card_id("flashcard", question)
        kind: Kind = "true-false" if TRUE_FALSE.match(answer) else "recall"
        if options.reverse and kind != "recall":
            wrong.append(mistakes.reverse_needs_text(kind, number + 1))
            continue
        cards.append(
            Flashcard(f"{options.id}~{own}" if options.id else own, kind, question, answer, options, number + 1)
        )
    return CardSet((head[0], head[1]), tuple(cards), options), wrong
