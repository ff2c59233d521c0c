"""Dollars of two blanks that look like one formula, as in `==5$== and ==6$==`."""

from __future__ import annotations

from collections.abc import Sequence

from ..spans import Span, find_spans
from .anki import ANKI, BRACE
from .blanks import equals_blanks


def cloze_spans(text: str) -> Sequence[Span]:
    """The spans of a text without the formulas that would begin in one of its blanks and end in another."""
    spans = find_spans(text)
    if "$" not in text or not any(_is_inline_formula(text, span) for span in spans):
        return spans
    if ANKI.search(text):
        return [span for span in spans if not _is_inline_formula(text, span) or _has_balanced_braces(text, span)]
    around = [
        (placed.start + 2, placed.end - 2) for placed in equals_blanks(text, spans) if placed.blank.place == "prose"
    ]
    return [
        span
        for span in spans
        if not _is_inline_formula(text, span)
        or not _ends_at_marks(text, span)
        or not any(start <= span.start and span.end <= end and (start, end) != span[1:] for start, end in around)
    ]


def _is_inline_formula(text: str, span: Span) -> bool:
    return span.kind == "math" and text[span.start] == "$" and not text.startswith("$$", span.start)


def _ends_at_marks(text: str, span: Span) -> bool:
    return text.startswith("==", span.start + 1) or text.endswith("==", span.start, span.end - 1)


def _has_balanced_braces(text: str, span: Span) -> bool:
    """Whether each brace in a formula has its other. In LaTeX all have, so one without belongs to a blank."""
    depth = 0
    for brace in BRACE.finditer(text, span.start, span.end):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth < 0:
            return False
    return depth == 0
