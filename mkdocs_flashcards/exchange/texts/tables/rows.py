"""The rows of a text in columns, each with its line; quotes that do not close spoil no other row."""

from __future__ import annotations

import contextlib
import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ...model import Unreadable

SEPARATORS = "\t;,|"
RARE = "*~^=:"
"""Signs that part two columns where each row has exactly one."""
SAMPLE = 200
MOST_BROKEN = 100
"""Rows with quotes that do not close; each is looked for to the end of the file."""


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of a row, and its first line, from 1."""

    line: int
    fields: Sequence[str]
    is_broken: bool = False
    """Its quotes are not as they should be, so they were taken as text."""
    is_comment: bool = False
    """It begins with `#`, and not in quotes."""
    goes_on: bool = False
    """Lines below it belong to it that part no columns."""


def rows_of(text: str, separator: str) -> Iterator[Row]:
    """The rows of a text that have something in them."""
    lines = list(io.StringIO(text, newline=""))
    at = broken = 0
    while at < len(lines):
        reader = csv.reader(lines[at:] if at else lines, delimiter=separator, strict=True)
        start = at
        try:
            for fields in reader:
                if any(one.strip() for one in fields):
                    yield Row(start + 1, fields, is_comment=lines[start].startswith("#"))
                start = at + reader.line_num
            return
        except csv.Error:
            broken += 1
            if broken > MOST_BROKEN:
                raise Unreadable("too many quotation marks that are not closed", start + 1) from None
            line = lines[start].rstrip("\r\n")
            yield Row(start + 1, line.split(separator), is_broken=True)
            at = start + 1


def separator_of(text: str, names_columns: Callable[[Sequence[str]], bool]) -> str:
    """The sign between the columns; empty where the rows have none in common.

    `names_columns` says of a first row whether it has the names of the columns.
    """
    sample = "".join(list(io.StringIO(text[:200_000], newline=""))[:SAMPLE])
    best, found = 0.0, ""
    for separator in SEPARATORS:
        if separator not in sample:
            continue
        counts: list[int] = []
        with contextlib.suppress(Unreadable):
            for row in rows_of(sample, separator):
                if not counts and names_columns(row.fields):
                    return separator
                counts.append(len(row.fields))
        share = _share(counts)
        if share > best:
            best, found = share, separator
    if best >= 0.5:
        return found
    lines = [line for line in sample.split("\n") if line.strip()]
    return next((sign for sign in RARE if len(lines) > 1 and all(line.count(sign) == 1 for line in lines)), "")


def _share(counts: Sequence[int]) -> float:
    """The share of the rows that have as many columns as most have, and at least two."""
    columns, count = Counter(counts).most_common(1)[0] if counts else (0, 0)
    return count / len(counts) if columns > 1 else 0.0
