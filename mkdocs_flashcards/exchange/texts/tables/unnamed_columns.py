"""Tables whose first line names no question and no answer: words to learn, or data of another kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ....cards.patterns import lazy
from ...model import Unreadable
from ...questions.labels import has_question_mark
from ...questions.vocabulary import folded
from .rows import Row

MEASURED = lazy(
    r"\W{0,3}\d[\d\s.,:/'’+\-–TZ]{0,40}(?:%|°?[CFK]|[a-zµ²³]{1,4}(?:/[a-z]{1,3})?|[€$£¥])?|n/?a|null|nan", re.I
)
"""A number, a date or a time, with its unit."""
CONTACT = lazy(r"[^\s@]{1,80}@[^\s@]{1,80}\.\w{2,20}|\+?\(?\d[\d\s()/-]{6,20}|https?://\S+", re.I)
COUNTED = lazy(r"(?:Q|F|P|No|Nr|#)?\.?\s?\d{1,4}[.):]?", re.I)
NAMES = "question,answer"
IN_LANGUAGES = (
    "english german french spanish italian portuguese dutch polish czech swedish danish norwegian finnish turkish"
    " russian ukrainian greek latin chinese japanese korean arabic hebrew hindi hungarian romanian mandarin"
    " deutsch englisch französisch spanisch italienisch portugiesisch niederländisch polnisch tschechisch schwedisch"
    " dänisch türkisch russisch ukrainisch griechisch latein chinesisch japanisch koreanisch arabisch"
    " français anglais allemand espagnol italien portugais néerlandais polonais russe japonais chinois arabe"
    " español inglés alemán francés italiano portugués ruso chino japonés"
    " inglese tedesco francese spagnolo portoghese russo latino português inglês alemão francês espanhol"
    " nederlands engels duits frans spaans polski angielski niemiecki svenska engelska tyska dansk norsk suomi"
    " türkçe ingilizce almanca русский английский немецкий українська англійська 中文 英文 日本語 英語 한국어 영어"
    " en de fr es it pt nl pl ru"
)
LANGUAGES = frozenset(map(folded, IN_LANGUAGES.split()))


def are_languages(cells: Sequence[str]) -> bool:
    """Whether the first two columns are called by different languages, as lists of words have them."""
    first, second = ([folded(cell.strip()) for cell in cells] + ["", ""])[:2]
    return first != second and {first, second} <= LANGUAGES


def with_languages(names: list[str]) -> list[str]:
    """The names of columns, question and answer for two languages."""
    return ["question", "answer", *names[2:]] if are_languages(names) else names


Said = list[tuple[int, str]]
"""Lines, and what to say of them."""


def without_numbers_and_names(rows: Sequence[Row], columns: int) -> tuple[Sequence[Row], int, Said]:
    """The rows without a column that only counts questions, or without a row that names columns of years or the like.

    Also how many columns they have, and what to say of it.
    """
    asked = [row.fields[1] for row in rows if len(row.fields) > 1]
    is_counted = columns > 2 and all(COUNTED.fullmatch(row.fields[0].strip()) for row in rows)
    if is_counted and _most(has_question_mark, asked):
        what = "the numbers of the questions, in the first column, were left out"
        return [replace(row, fields=row.fields[1:]) for row in rows], columns - 1, [(rows[0].line, what)]
    if columns == 2 and len(rows) > 2 and any(_is_name_of_numbers(rows, column) for column in (0, 1)):
        return rows[1:], columns, [(rows[0].line, f"the names of the columns: {', '.join(rows[0].fields)}")]
    return rows, columns, []


def _is_name_of_numbers(rows: Sequence[Row], column: int) -> bool:
    """Whether the first cell of a column names what all others give a number for."""
    name, *cells = (row.fields[column].strip() for row in rows if len(row.fields) > column)
    return bool(name) and not any(map(str.isdigit, name)) and all(map(_is_measured, cells))


def doubt_of(rows: Sequence[Row], columns: int) -> str:
    """What to say of each card of a table without names. Raises Unreadable where its cells are plainly no cards."""
    body = [[cell.strip() for cell in row.fields[:columns]] for row in (rows[1:] or rows)]
    asked = [cells[0] for cells in body if cells[0]]
    said = [cell for cells in body for cell in cells[1:] if cell]
    if _most(has_question_mark, asked):
        return ""
    are_numbers = _most(_is_measured, said)
    has_contacts = any(_most(CONTACT.fullmatch, [cells[n] for cells in body if len(cells) > n]) for n in range(columns))
    if has_contacts or (_most(_is_measured, asked) and (are_numbers or columns > 2)):
        raise _is_data()
    if columns == 2:
        has_digits = any(char.isdigit() for text in asked for char in text)
        return "the answers are numbers: check whether these are cards" if are_numbers and not has_digits else ""
    if 2 * sum(map(_is_measured, said)) > len(said):
        raise _is_data()
    return "the columns have no names: check whether the first two are question and answer"


def _is_data() -> Unreadable:
    why = "this table looks like data rather than cards"
    return Unreadable(f"{why}; if it has cards, name its columns in a first line, such as {NAMES}", 1)


def _is_measured(cell: str) -> bool:
    return MEASURED.fullmatch(cell) is not None


def _most(is_so: Callable[[str], object], cells: Sequence[str]) -> bool:
    return 2 * sum(bool(is_so(cell)) for cell in cells) >= max(len(cells), 1) and bool(cells)
