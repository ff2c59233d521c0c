"""Statements of loose notes that have their verdict in the same line: `Moss has roots. F`, `[T] Ferns have spores.`"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from ...cards.patterns import lazy
from .line import BULLET, COUNTED, NUMBER, Line
from .verdicts import asks_verdict, verdict_words

CODE = lazy(r"[{};=<>`\\]|\w\(|\(\)|\b\w+_\w")
"""What a listing has, in which lines say what each expression is."""
END_OF_SENTENCE = lazy(r"[.!?。！？]\s*$")
LONGEST = 400
"""Letters of a line with a statement and its verdict."""
FEWEST_WORDS = 3
"""Of a statement that nothing announces."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement and the verdict that stood in its line."""

    statement: Line
    verdict: Line
    is_set_off: bool
    """A letter, brackets or the end of a sentence tell the verdict from what an answer may say."""
    may_be_reason: bool
    """What stands behind the verdict may be its reason: `False. It has rhizoids.`"""


def with_verdicts_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which a statement and the verdict behind or before it are two.

    Below words such as "True or false?" each such line is one, and others may explain it. Elsewhere there must be
    several of them, or a number before it, and a sign that no answer has.
    """
    parted = [None if line.code else _parted(line) for line in lines]
    found: list[Line] = []
    at = 0
    while at < len(lines):
        is_led = at > 0 and lines[at - 1].asks_verdict and not parted[at - 1]
        end = _end_below_lead(lines, parted, at) if is_led else _end_of_run(lines, parted, at)
        for line, judged in zip(lines[at:end], parted[at:end], strict=True):
            found += [judged.statement, judged.verdict] if judged else [line]
        if end == at:
            found.append(lines[at])
        at = max(end, at + 1)
    return found


def verdict_apart(line: Line) -> list[Line]:
    """A line that is asked, or the statement and the verdict that are in it."""
    judged = _parted(line)
    return [judged.statement, judged.verdict] if judged and _is_plain(judged) else [line]


def _parted(line: Line) -> Judged | None:
    if len(line.text) > LONGEST or line.answers:
        return None
    marker = COUNTED.match(line.text) or BULLET.match(line.text)
    before, text = (line.text[: marker.end()], line.text[marker.end() :]) if marker else ("", line.text)
    found = _behind().fullmatch(text) or _ahead().fullmatch(text) or _below_pair(text)
    if not found or line.is_lead or not found["statement"].strip("*_ "):
        return None
    said, parts = found["bracketed"] or found["said"], found.groupdict()
    because = (parts.get("because") or parts.get("why") or "").lstrip(" .,:;–—-")
    statement = replace(
        line,
        text=before + found["statement"].rstrip(),
        is_settled=True,
        asks_verdict=True,
        is_bullet=False,
        commands=False,
    )
    verdict = Line(line.number, f"{said}, {because}" if because else said, says_verdict=True, is_settled=True)
    ends = bool(END_OF_SENTENCE.search(found["statement"]))
    ends = ends and not parts.get("why")
    is_set_off = (
        (len(said) == 1 and not parts.get("why")) or bool(found["bracketed"]) or ends or asks_verdict(statement.text)
    )
    return Judged(statement, verdict, is_set_off, may_be_reason=bool(parts.get("weak")))


def _end_below_lead(lines: Sequence[Line], parted: Sequence[Judged | None], at: int) -> int:
    """Where the statements end that stand below such words; with lines between that explain them."""
    end = until = at
    while until < len(lines) and (parted[until] or not (lines[until].opens_block or lines[until].is_question)):
        until += 1
        end = until if parted[until - 1] else end
    are_reasons = [judged.may_be_reason for judged in parted[at:end] if judged]
    return at if not parted[at] or (are_reasons[0] and sum(are_reasons) == 1) else end


def _end_of_run(lines: Sequence[Line], parted: Sequence[Judged | None], at: int) -> int:
    """Where lines end that nothing announces, and that can hardly be part of an answer: all of a list, or numbered."""
    end = at
    while end < len(lines) and (one := parted[end]) and _is_plain(one):
        end += 1
    around = [*(lines[at - 1 : at] if at else []), *lines[end : end + 1]]
    if lines[at].is_bullet and any(line.is_bullet for line in around):
        return at
    run = [judged for judged in parted[at:end] if judged]
    ends = all(END_OF_SENTENCE.search(judged.statement.text) for judged in run)
    differ = len({judged.verdict.text for judged in run}) > 1  # `la mesa (F)` says something else
    asks = bool(run) and asks_verdict(run[0].statement.text)
    is_counted = NUMBER.match(lines[at].text) or COUNTED.match(lines[at].text)
    return end if asks or is_counted or (len(run) > 1 and (ends or differ)) else at


def _is_plain(judged: Judged) -> bool:
    statement = judged.statement
    is_long = statement.words >= FEWEST_WORDS or END_OF_SENTENCE.search(statement.text)
    return judged.is_set_off and bool(is_long) and not (judged.may_be_reason or CODE.search(statement.text))


def _below_pair(text: str) -> re.Match[str] | None:
    """`Statement. (True/False) False`: what asks for the verdict stands right before it."""
    found = _last_word().fullmatch(text)
    return found if found and asks_verdict(found["statement"]) else None


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(rf"(?P<statement>\S.*?[\W_])\s*(?P<said>{verdict_words()})(?P<bracketed>)\s*[.!。]?\s*")


@cache
def _behind() -> re.Pattern[str]:
    """`Statement. T`, `Statement (F)`, `Statement — True`."""
    word = verdict_words()
    return re.compile(
        rf"(?P<statement>\S.*?)(?:\s*[(\[（]\s*[*_]*(?P<bracketed>{word})[*_]*\s*[)\]）](?P<because>[\s.,:;–—-].*)?"
        rf"|(?:(?<=[.!?。！？])\s*|\s*(?:[–—→:：]|-+>?|=+>?)\s+|\t\s*|\s{{2,}})[*_]*(?P<said>{word})[*_]*"
        rf"(?P<why>\s*[,:;–—]\s*\S.*|\s+-+\s+\S.*)?)\s*[.!。]?\s*"
    )


@cache
def _ahead() -> re.Pattern[str]:
    """`T  Statement`, `[T] Statement`, `F: Statement`."""
    word = verdict_words()
    return re.compile(
        rf"(?:[(\[（]\s*[*_]*(?P<bracketed>{word})[*_]*\s*[)\]）][.:]?\s*"
        rf"|[*_]*(?P<said>{word})[*_]*(?:\t\s*|\s{{2,}}|(?P<weak>[.:：)]\s+|\s*[–—]\s*|\s+-+\s+)))(?P<statement>\S.*)"
    )
