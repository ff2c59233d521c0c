"""Loose notes that are a list of words: a term and its meaning in each line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...cards.patterns import lazy
from ..block import ImportedCard
from ..to_markdown.plain import as_markdown
from .card import escaped, unbolded
from .line import QUESTION, Line, without_marker
from .sections import Section

SIGN, COLON, COLUMN = r"\s+[-–—=]\s+", r"\s?(?::\s|：)\s*", r"\s+\|\s+|\s*[;；]\s+"
PAIRS = tuple(
    lazy(rf"(?P<term>{term}{{0,80}}?)(?:{between})(?P<meaning>\S.*)")
    for term, between in (
        (r"\S.", SIGN),
        (r"[^\s:：][^:：]", COLON),
        (r"\S.", f"{SIGN}|{COLON}"),
        (r"[^\s;；|][^;；|]", COLUMN),
    )
)
"""In a list with one sign between term and meaning, the other belongs to what is said."""
BOLD_WITH_COLON = lazy(r"(?P<text>\A\W*\*\*[^*]+?):\*\*")
Pair = tuple[Line, str, "re.Match[str]"]
"""A line, the lesson of its own part of the text, and what it says."""


def pairs_in(sections: Sequence[Section]) -> tuple[list[ImportedCard], list[Line]]:
    """The cards of a list of words, a pair in each line, and the titles in it; both empty where it is none."""
    for sign in PAIRS:
        found, titles = list[tuple[Section, Pair]](), list[Line]()
        for section in sections:
            pairs, above = _pairs(section.lines, sign)
            found += [(section, pair) for pair in pairs]
            titles += above
        is_whole = len(found) + len(titles) == sum(len(section.lines) for section in sections)
        if is_whole and len(found) > 1 and len(titles) <= len(found) and not _ask([pair for _, pair in found]):
            return [_card(section, pair) for section, pair in found], titles
    return [], []


def _pairs(lines: Sequence[Line], sign: re.Pattern[str]) -> tuple[list[Pair], list[Line]]:
    """The lines that are pairs; and the first line and those right above some, where they are titles."""
    found, titles = list[Pair](), list[Line]()
    matches = [None if _is_no_pair(line) else sign.fullmatch(_text(line)) for line in lines]
    for line, pair, below in zip(lines, matches, [*matches, None][1:], strict=True):
        if pair:
            found.append((line, titles[-1].text if titles else "", pair))
        elif line.may_be_title and ((below and line.opens_block) or not (found or titles)):
            titles.append(line)
    return found, titles


def _text(line: Line) -> str:
    return BOLD_WITH_COLON.sub(r"\g<text>**:", line.text, count=1)


def _is_no_pair(line: Line) -> bool:
    return bool(line.blanks or line.asks_verdict or line.answers or line.code)


def _ask(pairs: Sequence[Pair]) -> bool:
    """Whether the lines are questions and answers by turns; a term may ask, and so may a phrase among others."""
    asking = [line.is_question and not QUESTION.fullmatch(pair["term"]) for line, _, pair in pairs]
    return sum(asking) * 2 >= len(asking)


def _card(section: Section, pair: Pair) -> ImportedCard:
    _, lesson, said = pair
    term, meaning = as_markdown(unbolded(without_marker(said["term"]))), as_markdown(said["meaning"])
    return ImportedCard(term, meaning, "flashcard", escaped(lesson or section.source), section.week)
