"""Lines that were meant as the line `---` of a card: what stands below would be shown with the question."""

from __future__ import annotations

import re

from . import mistakes
from .mistakes import Mistake
from .patterns import lazy
from .spans import find_spans, masked

DASHES = r"\u2010-\u2015\u2212\u2500\u2e3a\u2e3b\u30fc\ufe58\uff0d"
# Two hyphens, or what editors and keyboards make of three.
NEARLY = lazy(rf"^ {{0,3}}(?P<dashes>--|-*[{DASHES}][-{DASHES}]*)[ \t]*$", re.M)


def near_separators(text: str) -> list[Mistake]:
    """The first such line in the question of a card, or in the text of a cloze."""
    # Few cards have one, and to find out what is code takes longer than to see that.
    found = NEARLY.search(text) and NEARLY.search(masked(text, find_spans(text)))
    return [mistakes.near_separator(found["dashes"], text.count("\n", 0, found.start()) + 1)] if found else []
