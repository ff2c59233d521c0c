"""Keeps code and formulas of a card from a preprocessor that reads whole texts, such as the one of critic markup."""

from __future__ import annotations

from collections.abc import Sequence

from markdown.preprocessors import Preprocessor

from ..cards.spans import find_spans
from .placeholders import PLACEHOLDER, Placeholders


def run_outside_code(preprocessor: Preprocessor, lines: Sequence[str], placeholders: Placeholders) -> list[str]:
    """What the preprocessor makes of the lines, in which code and formulas stay as they are."""
    text, hidden, out, at = "\n".join(lines), dict[str, str](), list[str](), 0
    for span in find_spans(text):
        if span.kind in ("fenced", "code", "math"):
            word = placeholders.new()
            hidden[word] = text[span.start : span.end]
            out += [text[at : span.start], word]
            at = span.end
    if not hidden:
        return preprocessor.run(list(lines))
    text = "\n".join(preprocessor.run("".join([*out, text[at:]]).split("\n")))
    return PLACEHOLDER.sub(lambda found: hidden.get(found[0], found[0]), text).split("\n")
