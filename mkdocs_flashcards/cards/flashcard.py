"""The body of a `flashcard`: question and answer, or a table of short cards."""

from __future__ import annotations

from . import mistakes
from .card_set import parse_rows, table_rows
from .identity import card_id
from .kinds import kind_of
from .kinds.choice import options_below_text, ticked_options
from .mistakes import Mistake
from .model import CardSet, Flashcard, Options
from .near_separators import near_separators
from .spans import separators
from .verdicts import ENGLISH, Verdicts


def parse_flashcard(
    body: str, options: Options, verdicts: Verdicts = ENGLISH
) -> tuple[Flashcard | CardSet | None, list[Mistake]]:
    """The card or the set of cards in a body, and what is wrong with it; None where nothing can be shown."""
    if not body.strip():
        return None, [mistakes.empty_block("flashcard")]
    cuts = separators(body)
    if not cuts:
        rows = table_rows(body)
        if rows:
            return parse_rows(rows, options, verdicts)
        return None, near_separators(body) or [mistakes.no_separator("flashcard")]
    start, end = cuts[0]
    question, answer = body[:start].strip("\n"), body[end:].strip("\n")
    separator = body.count("\n", 0, end) + 1
    wrong = near_separators(body[:start])
    if _is_empty(question):
        wrong.append(mistakes.empty_question())
    kind = kind_of(answer, options, verdicts)
    above = len(body[:start]) - len(body[:start].lstrip("\n")) + 1
    wrong += options_below_text(question, above) or (ticked_options(question, above) if kind.name != "choice" else [])
    if _is_empty(answer):
        wrong.append(mistakes.empty_answer(separator))
    else:
        blank_lines = len(body[end:]) - len(body[end:].lstrip("\n"))
        first = separator + blank_lines
        wrong += options_below_text(answer, first) or kind.validate(answer, first)
    if options.reverse and not kind.has_reverse:
        wrong.append(mistakes.reverse_needs_text(kind.name))
    return Flashcard(options.id or card_id("flashcard", question), kind.name, question, answer, options), wrong


def _is_empty(text: str) -> bool:
    """Whether a text holds nothing but comments."""
    at = 0
    while (begin := text.find("<!--", at)) >= 0:
        end = text.find("-->", begin + 4)
        if end < 0 or text[at:begin].strip():
            return False
        at = end + 3
    return not text[at:].strip()
