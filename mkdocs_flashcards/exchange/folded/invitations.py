"""Folded boxes that only ask to be opened, "Show" or "Click to expand": below a question that hides its answer.

Below anything else it hides a log, a listing or a picture, which stays as it is. What asks has to be plain for that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...cards.patterns import lazy
from ..outline import dedented
from ..questions.answers import says_verdicts
from ..questions.asking import asks_for_something
from ..questions.labels import ends_asking, has_question_mark, is_labelled, names_question, without_label
from ..questions.options import find_options
from .pair import joined
from .question_extent import Question
from .sibling_blocks import Level

CODE = lazy(r"^[ \t]*(?P<fence>`{3,}|~{3,}).*?^[ \t]*(?P=fence)[ \t]*$", re.M | re.S)
NO_TEXT = lazy(r"[ \t]*(?:\||!\[|>|[-*+][ \t]|\$\$|<|\s{4,}\S|[!?]{3})")
BLANK_LINES = lazy(r"\n(?:[ \t]*\n)+")


def asks_plainly(level: Level, number: int, question: Question, text: Sequence[str]) -> bool:
    """Whether a question is one for certain: it ends with a question mark, or has a number as questions have it."""
    is_item = level.item is not None or level.blocks[question.start].kind == "item"
    is_numbered = is_item or is_labelled(text[0])
    return _asks(level, number, question, text) or names_question(text[0]) or (level.asks_at(number) and is_numbered)


def asks_for_answer(text: str) -> bool:
    """Whether a text asks in any way: by a question mark, its first word, its number, options, or both verdicts."""
    bare = without_label(text)
    return bool(
        bare != text
        or has_question_mark(text)
        or asks_for_something(bare.lstrip("*_ "))
        or says_verdicts(text)
        or find_options(text)
    )


def is_doubtful(level: Level, number: int, question: Question, text: Sequence[str]) -> bool:
    """Whether what asks plainly may still be no card: an offer such as "Want to see the log?", or a step of many."""
    is_in_place = level.asks_at(number) or level.whole or is_labelled(text[0])
    return not (names_question(text[0]) or (is_in_place and _asks(level, number, question, text)))


def _asks(level: Level, number: int, question: Question, text: Sequence[str]) -> bool:
    return ends_asking(question.title) or ends_asking(_last_words(level, number, question, text))


def _last_words(level: Level, number: int, question: Question, lines: Sequence[str]) -> str:
    """The last paragraph of a question, without options, code and what else stands below its text."""
    if not question.inside and not question.body:
        blocks = [one for one in level.blocks[question.start : number] if one.kind in ("paragraph", "item")]
        is_item = [one.kind for one in blocks] == ["item"]
        lines = joined(*(dedented(one.body if is_item else one.lines) for one in blocks))
    text = "\n".join(lines)
    options = find_options(text)
    paragraphs = BLANK_LINES.split(CODE.sub("\n", options.stem if options else text).strip())
    return next((one for one in reversed(paragraphs) if one.strip() and not NO_TEXT.match(one)), "")
