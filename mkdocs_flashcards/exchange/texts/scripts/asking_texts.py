"""Texts in a script that ask and stand in no list of cards: an author has to know that they were not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....cards.patterns import lazy
from ...model import shortened
from ...questions.labels import ends_asking

TOKEN = lazy(
    r"//[^\n]*|/\*.*?(?:\*/|\Z)|(?P<quote>[\"'])(?P<text>(?:[^\"'\\\n]|\\.|(?!(?P=quote))[\"'])*)(?P=quote)"
    r"|`(?P<template>(?:[^`\\]|\\.)*)(?:`|\Z)",
    re.S,
)
"""Comments, and texts in all quotes."""
BEFORE = lazy(r"(?P<sign>[\[,{(:])\s*\Z")
AFTER = lazy(r"\s*[,\]}:]")
SPACE_BEFORE = 200
ALONE = 3
"""Fields of objects that ask, in a script that names no cards: fewer belong to a window with buttons."""


def asking_texts(
    text: str, script: tuple[int, int], read: Sequence[tuple[int, int]], *, names_cards: bool
) -> Iterator[tuple[int, str]]:
    """Where texts begin that ask and are in none of the lists that were read, and what to say of them.

    Those between two lists are said together. `names_cards`: a value of the script is called after cards.
    """
    lists, asking = iter([*read, (script[1], script[1])]), list[tuple[int, str, bool]]()
    start, end = next(lists)
    for found in TOKEN.finditer(text, *script):
        while found.start() >= end:
            yield from _said(asking, names_cards=names_cards)
            asking = []
            start, end = next(lists)
        said = found["text"] or found["template"] or ""
        if found.start() < start and ends_asking(said) and (" " in said.strip() or not said.isascii()):
            before = BEFORE.search(text, found.start() - SPACE_BEFORE, found.start())
            if before and AFTER.match(text, found.end()):
                asking.append((found.start(), said, before["sign"] in ":{"))
    yield from _said(asking, names_cards=names_cards)


def _said(asking: Sequence[tuple[int, str, bool]], *, names_cards: bool) -> Iterator[tuple[int, str]]:
    is_field = all(one for _, _, one in asking)
    if len(asking) >= (1 if names_cards else ALONE if is_field else 2):
        at, first, _ = asking[0]
        why = "it looks like a question, and no list here says its answer in a way that can be read"
        yield at, f"{why} ({len(asking)} in all): {shortened(first)}"
