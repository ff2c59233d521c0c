"""Cards that are written as lists: a question, its options, and which of them is right; or as calls with these."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ....cards.patterns import lazy
from ...questions.labels import has_question_mark
from ..choice import Choice, plain, right_of
from .literals import Code, List, Literals, NoLiteral, Object

CALL = lazy(r"(?:new\s+)?[A-Za-z_$][\w$.]*\s*\((?=.*\)\s*\Z)", re.S)
WORDS_OF_A_STATEMENT = 3


@dataclass(frozen=True, slots=True)
class ListRow:
    """The fields of a card that is written as a list."""

    fields: Mapping[str, object]
    is_told: bool
    """It asks, or its options and the right one go together: it can hardly be anything but a card."""
    doubt: str = ""


def row_of(values: Sequence[object]) -> ListRow | None:
    """The card that a list is; None where it is none, such as a list of further lists."""
    question, *rest = values or [None]
    if not isinstance(question, str) or not question.strip():
        return None
    asks = has_question_mark(question)
    match rest:
        case [str() as answer]:
            return ListRow({"question": question, "answer": answer}, asks)
        case [bool() as answer] if asks or len(question.split()) >= WORDS_OF_A_STATEMENT:
            return ListRow({"question": question, "answer": answer}, asks)
        case [int() | float() as answer] if asks:
            return ListRow({"question": question, "answer": answer}, asks)
        case [str() as answer, str() as more] if not _names_one(more, [question, answer]):
            doubt = "what stood third in its list was put below the answer"
            return ListRow({"question": question, "answer": answer, "explanation": more}, asks, doubt)
    return _choice(question, rest)


def _choice(question: str, rest: Sequence[object]) -> ListRow | None:
    fields: dict[str, object] | None = None
    match rest:
        case [list() as options, right, *more] if _are_texts(options) and _names_one(right, options):
            fields = {"options": options, "correctanswer": right, "explanation": "\n\n".join(map(plain, more))}
        case [right, list() as options, *more] if _are_texts(options) and _names_one(right, options):
            fields = {"options": options, "correctanswer": right, "explanation": "\n\n".join(map(plain, more))}
        case [str() as right, list() as wrong] if _are_texts(wrong):
            fields = {"correctanswer": right, "wrong": wrong}
        case [list() as options] if any(isinstance(one, dict) for one in options):
            fields = {"options": options}
        case [*options, right] if len(options) > 1 and _are_texts(options) and _names_one(right, options):
            fields = {"options": options, "correctanswer": right}
    return ListRow({"question": question, **fields}, is_told=True) if fields else None


def _are_texts(values: Sequence[object]) -> bool:
    return len(values) > 1 and all(isinstance(one, (str, int, float)) for one in values)


def _names_one(value: object, options: Sequence[object]) -> bool:
    """Whether a value names one of the options, or several, by place, by letter or by its text."""
    texts = [plain(one) for one in options]
    return any(right_of(value, Choice(texts, ()), first) for first in (0, 1))


def given_to(code: Code) -> ListRow | Object | None:
    """The card that a call in a script is given, as `new Question("Which?", ["a", "b"], 0)`; None where it is none."""
    found = CALL.match(code.text)
    if not found:
        return None
    given = code.text.rstrip()[found.end() : -1]
    try:
        values, end = Literals(f"[{given}]").value(0)
    except NoLiteral:
        return None
    if not isinstance(values, List) or end != len(given) + 2:
        return None
    return values[0] if len(values) == 1 and isinstance(values[0], Object) else row_of(values)
