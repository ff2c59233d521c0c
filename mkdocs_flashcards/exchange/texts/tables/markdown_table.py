"""Tables in a Markdown note whose columns are called question and answer, front and back, or the like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....cards.patterns import lazy
from ...model import CardsRead, Record, Unreadable, WeekIn
from ...to_markdown.html import Converted
from ...to_markdown.sanitize import sanitized
from ..note_lines import NoteLine, Place, note_lines
from ..record import read_records
from .table import names_columns
from .unnamed_columns import with_languages

CELL = lazy(r"(?:\\.|(?P<ticks>`+).*?(?P=ticks)|[^|\\`]|`+)*")
CODE = lazy(r"(?P<ticks>`+).*?(?P=ticks)")
BELOW_HEAD = lazy(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def is_markdown_table(text: str) -> bool:
    """Whether a note has a table of cards."""
    return any(True for _ in _heads(note_lines(text)[0]))


def read_markdown_table(text: str, week_in: WeekIn) -> CardsRead:
    """The cards of a note's tables, a row each."""
    lines, front = note_lines(text)
    place, read, records, at = Place(week_in, front), CardsRead(), list[Record](), 0
    for number, names in _heads(lines):
        for line in lines[at:number]:
            if line.heading:
                place.take(line.heading)
        at = number + 2
        while at < len(lines) and "|" in lines[at].text and not lines[at].is_code:
            cells = _cells(lines[at].text)
            fields: dict[str, object] = {
                name: cell for name, cell in zip(names, cells, strict=False) if name.strip("#")
            }
            for name, value in (("week", place.week), ("source", place.source)):
                if value:
                    fields.setdefault(name, value)
            records.append(Record(lines[at].number, fields))
            at += 1
    if not records:
        raise Unreadable("no table has the columns question and answer, or front and back")
    read_records(records, lambda cell: Converted(sanitized(cell)), week_in, counts_from=1, read=read)
    return read


def _heads(lines: Sequence[NoteLine]) -> Iterator[tuple[int, list[str]]]:
    """The lines that name the columns of a table of cards, and the names."""
    for number, (line, below) in enumerate(pairwise(lines)):
        if "|" not in line.text or line.is_code or not BELOW_HEAD.fullmatch(below.text):
            continue
        names = [name.strip("*_ ") for name in _cells(line.text)]
        if names_columns(names):
            yield number, with_languages(names)


def _cells(text: str) -> list[str]:
    """The cells of a row. A bar in code, or behind a backslash, parts none."""
    row, cells, at = text.strip().removeprefix("|"), list[str](), 0
    while at <= len(row):
        found = CELL.match(row, at)
        end = found.end() if found else at
        cells.append(CODE.sub(lambda code: code[0].replace("\\|", "|"), row[at:end].strip()))
        at = end + 1
    if len(cells) > 1 and not cells[-1]:
        cells.pop()
    return cells
