"""A body that is nothing but a table of two columns: one short card a row."""

from __future__ import annotations

from . import mistakes
from .identity import card_id
from .kinds import kind_of
from .mistakes import Mistake
from .model import CardSet, Flashcard, Options
from .patterns import lazy
from .spans import find_spans, masked
from .verdicts import ENGLISH, Verdicts

DELIMITER = lazy(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*")
Rows = list[tuple[int, list[str]]]
"""Line number and cells of every row."""


def table_rows(body: str) -> Rows:
    """The rows of a body that is nothing but a table; else empty."""
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
    return [_unescaped(piece.strip()) for piece in pieces]


def _unescaped(cell: str) -> str:
    """A cell without the backslashes before its bars. In math they are the author's own: a double bar is written so."""
    if "\\|" not in cell:
        return cell
    out, at = [], 0
    for span in find_spans(cell):
        if span.kind == "math":
            out += [cell[at : span.start].replace("\\|", "|"), cell[span.start : span.end]]
            at = span.end
    return "".join([*out, cell[at:].replace("\\|", "|")])


def parse_rows(rows: Rows, options: Options, verdicts: Verdicts) -> tuple[CardSet | None, list[Mistake]]:
    """The cards of a table, and what is wrong with it; a row with a mistake is left out."""
    (line, head), *rest = rows
    if not rest:
        return None, [mistakes.no_rows()]
    if len(head) != 2:
        return None, [mistakes.cells(len(head), line + 1)]
    if options.reverse or not all(len(cells) == 2 and verdicts.of(cells[1]) is not None for _, cells in rest):
        verdicts = ENGLISH  # "wahr" in a list of words is a word to learn
    parsed = [_parse_row(cells, number + 1, options, verdicts) for number, cells in rest]
    cards = tuple(card for card in parsed if isinstance(card, Flashcard))
    return CardSet((head[0], head[1]), cards, options), [card for card in parsed if isinstance(card, Mistake)]


def _parse_row(cells: list[str], line: int, options: Options, verdicts: Verdicts) -> Flashcard | Mistake:
    if len(cells) != 2:
        return mistakes.cells(len(cells), line)
    question, answer = cells
    if not question or not answer:
        return mistakes.empty_cell(line)
    own = card_id("flashcard", question)
    kind = kind_of(answer, options, verdicts, in_row=True)
    if options.reverse and not kind.has_reverse:
        return mistakes.reverse_needs_text(kind.name, line)
    return Flashcard(f"{options.id}~{own}" if options.id else own, kind.name, question, answer, options, line)
