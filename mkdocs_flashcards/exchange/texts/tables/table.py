"""CSV and TSV: a card a row, as spreadsheets, Quizlet and Anki write it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....cards.patterns import lazy
from ...model import MOST_CARDS, CardsRead, Record, Unreadable, WeekIn
from ...reimport.cards import Exported, read_exported
from ...reimport.tsv import COLUMNS, fields_of
from ..field_names import meanings
from ..record import HTML, from_html, from_text, read_records
from .anki_head import AnkiHead, anki_head
from .quizlet import has_tight_commas, with_lines
from .rows import Row, rows_of, separator_of
from .unnamed_columns import are_languages, doubt_of, with_languages, without_numbers_and_names

EXCEL = lazy(r"sep=(?P<sign>[^\w\s]|\t)[ \t\r]*(?=\n)", re.I)
NO_DECKS = ("", "default", "standard")


def read_table(text: str, week_in: WeekIn) -> CardsRead:
    """The cards of a table. The first two columns are question and answer unless a first line names them."""
    head = anki_head(text)
    body = text.split("\n", head.lines)[-1] if head and text.count("\n") >= head.lines else "" if head else text
    said, body = _said_separator(body)
    body = body if head or said else with_lines(body)
    separator = (head.separator if head else said) or separator_of(body, names_columns)
    if not separator:
        raise Unreadable("nothing separates this text into columns, such as a tab, a semicolon or a comma")
    read = CardsRead()
    rows: list[Row] = []
    for row in rows_of(body, separator):
        if len(rows) > MOST_CARDS:
            raise Unreadable(f"it has more than {MOST_CARDS:,} rows, which is the limit")
        rows.append(row)
    if head and head.values.get("columns") == COLUMNS and head.is_html:
        return read_exported(_exported(rows, head), week_in)
    if head:
        records = list(_of_anki(rows, head, week_in))
    else:
        title, rows = _without_title(rows, separator)
        records = list(_named(rows, separator) if _names(rows) else _unnamed(rows, separator, read))
        records = [_below(title, record, week_in) for record in records] if title else records
        if title:
            read.said.append((1, f"the title of what follows: {title}"))
    read_records(records, from_html if head and head.is_html else from_text, week_in, counts_from=1, read=read)
    if not head:
        tags = [row.line for row in rows if any("<" in cell and HTML.search(cell) for cell in row.fields)]
        if tags:
            what = "tags of HTML were taken as text; put #html:true above them if they are not"
            read.said.append((tags[0], f"{what} ({len(tags)} in all)"))
    return read


def _said_separator(text: str) -> tuple[str, str]:
    """The sign between the columns that a first line for Excel says, `sep=;`, and the text with that line blank."""
    found = EXCEL.match(text)
    return (found["sign"], text[found.end() :]) if found else ("", text)


def names_columns(row: Sequence[str]) -> bool:
    """Whether a row says what the columns hold."""
    found = {meaning for cell in row for meaning in meanings(cell)}
    if are_languages(row):
        return True
    return len(set(row)) == len(row) and (
        "cloze" in found or ("question" in found and bool(found & {"answer", "right", "explanation"}))
    )


def _names(rows: Sequence[Row]) -> bool:
    return bool(rows) and names_columns(rows[0].fields)


def _without_title(rows: list[Row], separator: str) -> tuple[str, list[Row]]:
    """The title of a table, which stands alone in a row above the names of the columns, and the rows below it.

    Where tabs part the columns, they need no names.
    """
    cells = [cell.strip() for cell in rows[0].fields if cell.strip()] if rows else []
    is_parted = separator == "\t" and len(rows) > 2 and all(len(row.fields) > 1 for row in rows[1:])
    is_title = len(cells) == 1 and not _names(rows) and (_names(rows[1:2]) or is_parted)
    return (cells[0], rows[1:]) if is_title else ("", rows)


def _below(title: str, record: Record, week_in: WeekIn) -> Record:
    """A record with the week or the lesson that the title above it names, unless it says its own."""
    week = week_in(title)
    meaning, value = ("week", week) if week else ("source", title)
    if any(meaning in meanings(name) for name in record.fields):
        return record
    return replace(record, fields={**record.fields, meaning: value})


def _of_anki(rows: Sequence[Row], head: AnkiHead, week_in: WeekIn) -> Iterator[Record]:
    for row in rows:
        if row.is_comment:
            continue
        fields = head.fields(row.fields)
        levels = [level.strip() for level in str(fields.pop("deck")).split("::")]
        week = next((week for level in reversed(levels) if (week := week_in(level))), "")
        source = "" if week or levels[-1].casefold() in NO_DECKS else levels[-1]
        yield Record(row.line + head.lines, {**fields, "week": week, "source": source})


def _exported(rows: Sequence[Row], head: AnkiHead) -> Iterator[Exported]:
    """The cards of a text that our own export wrote."""
    for row in rows:
        _, deck, tags, front, back = [*row.fields, "", "", "", "", ""][:5]
        yield Exported(row.line + head.lines, fields_of(front, back), deck.partition("::")[2], tags.split())


def _named(rows: Sequence[Row], separator: str) -> Iterator[Record]:
    cells = enumerate(rows[0].fields, 1)
    names = with_languages([name.strip() or f"column {number}" for number, name in cells])
    last = next((n for n in range(len(names) - 1, -1, -1) if rows[0].fields[n].strip()), 0)
    for row in rows[1:]:
        fields, doubt = _fitting(row, max(len(names), last + 1), separator)
        yield Record(row.line, dict(zip(names, fields, strict=False)), doubt)


def _unnamed(rows: Sequence[Row], separator: str, read: CardsRead) -> Iterator[Record]:
    columns = Counter(len(row.fields) for row in rows).most_common(1)[0][0] if rows else 2
    rows, columns, said = without_numbers_and_names(rows, columns)
    read.said += said
    unsure = doubt_of(rows, columns) if rows else ""
    if columns > 2:
        what = "the columns have no names, so those after the second were put below the answers"
        read.said.append((rows[0].line, what))
    for row in _whole(rows) if separator == "\t" and columns == 2 else rows:
        fields, doubt = _fitting(row, max(columns, 2), separator)
        question, *answer = fields
        card: dict[str, object] = {"question": question, "answer": "\n\n".join(filter(str.strip, answer))}
        yield Record(row.line, card, "; ".join(filter(None, (unsure, doubt))))


def _whole(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a table as Quizlet exports it: a line without a tab goes on with the answer above it."""
    last: Row | None = None
    for row in rows:
        if last and len(row.fields) == 1:
            last = replace(last, fields=[*last.fields[:-1], f"{last.fields[-1]}\n{row.fields[0]}"], goes_on=True)
            continue
        if last:
            yield last
        last = row
    if last:
        yield last


def _fitting(row: Row, columns: int, separator: str) -> tuple[list[str], str]:
    """The fields of a row; those too many are text of the last one, in which the separator stands."""
    fields = [*row.fields[: columns - 1], separator.join(row.fields[columns - 1 :])]
    if len(row.fields) > columns and any(one.strip() for one in row.fields[columns:]):
        return fields, "this row has more columns than the others: check whether each part is in its place"
    if row.goes_on:
        return fields, "lines below it without a tab were added to its answer: check whether they belong there"
    if row.is_broken and separator != "\t":
        return fields, "the quotation marks in this row are not closed: check whether the answer is whole"
    return fields, ""


def is_table(text: str) -> bool:
    """Whether a text can be nothing but a table, whatever its name."""
    if anki_head(text):
        return True
    said, text = _said_separator(text)
    lines = text if said else with_lines(text)
    if lines != text or has_tight_commas(lines):
        return True
    separator = separator_of(text, names_columns)
    if not separator:
        return False
    rows: list[Row] = []
    for row in rows_of(text, separator):
        rows.append(row)
        if len(rows) > 50:
            break
    rows = _without_title(rows, separator)[1]
    if _names(rows):
        return True
    counts, filled = [len(row.fields) for row in rows], all(row.fields[0].strip() for row in rows)
    if separator == "\t" and counts[0] == 2 and set(counts) <= {1, 2}:
        return filled and counts.count(2) * 2 > len(counts)
    is_plain = len(rows) > 2 and (separator in ";|" or (separator in "*~" and "=" not in text))  # `=`: it is a formula
    return filled and len(set(counts)) == 1 and (separator == "\t" or is_plain)
