"""Folded answers below what asks nothing: below a theorem none stands, and elsewhere the author has to look."""

from __future__ import annotations

from ...cards.patterns import lazy
from ..questions.asking import asks_for_something
from ..questions.labels import Title, has_question_mark, is_labelled, states_theory, without_label
from .invitations import asks_for_answer
from .sibling_blocks import Level

SENTENCES = lazy(r"(?<=[.!?:;,。：，])\s+|\n+")
DOUBT = "nothing here asks: is this a question?"


def doubt_of(level: Level, number: int, title: Title, text: str, *, is_boxed: bool) -> str | None:
    """What is doubtful about the answer in block `number` of such a question; None where it is no answer to it.

    `is_boxed`: the question stands in a box, or a heading is part of it.
    """
    has_mark = has_question_mark(text) or is_labelled(text)
    asks = has_mark or asks_for_answer(text) or _tells_to_do_something(text)
    if states_theory(text.lstrip("# ")) and not (has_mark or _tells_to_do_something(text)):
        return None
    if title.kind == "maybe" and not (has_mark or level.asks_at(number) or (level.whole and asks)):
        return None
    is_sure = has_mark or is_boxed or level.whole or level.asks_at(number)
    if is_sure or asks:
        return "" if is_sure or title.kind != "maybe" else None
    return None if title.kind == "reveal" or _is_about_theory(level, number) else DOUBT


def _tells_to_do_something(text: str) -> bool:
    """Whether a sentence in a text, or a part of one, begins as a task does."""
    return any(asks_for_something(without_label(part).lstrip("*_ ")) for part in SENTENCES.split(text))


def _is_about_theory(level: Level, number: int) -> bool:
    """Whether the heading or the box that a block stands in states something."""
    return level.states or any(states_theory(title) for title in level.headings(number)[:1])
