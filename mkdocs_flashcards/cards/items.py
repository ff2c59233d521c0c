"""The list that a text begins with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from .patterns import lazy
from .spans import find_spans, masked, may_hold_lines

ITEM = lazy(r" {0,3}(?:[-*+]|\d+\.)[ \t]+(?P<text>\S.*)")


@lru_cache(maxsize=8)  # the kind of a card, its mistakes and its rendering ask one after the other
def items(text: str) -> Sequence[tuple[int, str]]:
    """Line number and first line of each item; empty where the text begins with something else."""
    found: list[tuple[int, str]] = []
    if not ITEM.match(text):
        return found
    lines = source = text.split("\n")
    if may_hold_lines(text):
        lines = masked(text, [span for span in find_spans(text) if span.kind in ("fenced", "math", "raw")]).split("\n")
    if not ITEM.match(lines[0]):
        return found
    blank_before = False
    for number, line in enumerate(lines):
        if ITEM.match(line):
            found.append((number, source[number]))
        elif line.strip() and not source[number].startswith((" ", "\t")) and blank_before:
            break
        blank_before = not line.strip()
    return found
