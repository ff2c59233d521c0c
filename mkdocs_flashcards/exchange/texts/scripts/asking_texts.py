"""Texts in a script that ask and stand in no list of cards: an author has to know that they were not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....cards.patterns import lazy
from ...model import shortened
from ...questions.labels import ends_asking
from ..field_names import WEAK, bare, meanings

TOKEN = lazy(
    r"//[^\n]*|/\*.*?(?:\*/|\Z)|(?P<quote>[\"'])(?P<text>(?:[^\"'\\\n]|\\.|(?!(?P=quote))[\"'])*)(?P=quote)"
    r"|`(?P<template>(?:[^`\\]|\\.)*)(?:`|\Z)",
    re.S,
)
"""Comments, and texts in all quotes."""
BEFORE = lazy(r"(?:(?P<name>[\w$]{1,40})[\"']?\s*:|[\[,{(])\s*\Z")
AFTER = lazy(r"\s*[,\]}:]")
NEAR = 200
FEWEST = 2
"""Texts that ask in a script that names no cards."""


def asking_texts(
    text: str, script: tuple[int, int], read: Sequence[tuple[int, int]], *, names_cards: bool
) -> Iterator[tuple[int, str]]:
    """Where texts begin that ask and are in none of the lists that were read, and what to say of them.

    Those between two lists are said together. `names_cards`: a value of the script is called after cards.
    """
    lists, asking = iter([*read, (script[1], script[1])]), list[tuple[int, str]]()
    start, end = next(lists)
    fewest = 1 if names_cards else FEWEST
    for found in TOKEN.finditer(text, *script):
        while found.start() >= end:
            yield from _said(asking, fewest)
            asking = []
            start, end = next(lists)
        said = found["text"] or found["template"] or ""
        is_in_list = found.start() >= start or not ends_asking(said)
        if is_in_list or not (" " in said.strip() or not said.isascii()):
            continue
        weight = _weight(text, found, names_cards=names_cards)
        asking += [(found.start(), said)] * weight
    yield from _said(asking, fewest)


def _weight(text: str, found: re.Match[str], *, names_cards: bool) -> int:
    """How much a text that asks says for a question: those of windows with buttons and of translations say nothing."""
    before, after = BEFORE.search(text, max(found.start() - NEAR, 0), found.start()), AFTER.match(text, found.end())
    if not before or not after or (after[0].endswith(":") and not names_cards):
        return 0
    if before["name"] and not names_cards:
        name = before["name"]
        return FEWEST if "question" in meanings(name) and bare(name) not in WEAK else 0
    return 1


def _said(asking: Sequence[tuple[int, str]], fewest: int) -> Iterator[tuple[int, str]]:
    if len(asking) >= fewest:
        why = "it looks like a question, and no list here says its answer in a way that can be read"
        yield asking[0][0], f"{why} ({len({at for at, _ in asking})} in all): {shortened(asking[0][1])}"
