"""Answers that stand below all questions of loose notes, by their numbers or letters: "Answers", "Answer key: 1 B"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from ...cards.patterns import lazy
from ..questions.labels import read_title
from .line import COUNTED, HEADING, Line, line_of
from .reading import Parts

MARK = lazy(r"\s*(?:[-*+]\s+)?[*_]*(?:Q|A)?(?P<mark>\d{1,3}|[a-z])(?:[.):]+[*_]*|[*_]*[.):]+)\s*(?=\S)")
IN_ONE_LINE = lazy(r"(?P<mark>\d{1,3})\s?[.):=–-]?\s?(?P<said>[A-Za-z]|[^\W\d]{2,12})(?:\s*[,;|.]\s*|\s+|$)")
LONGEST_KEY = 2000
"""Letters of a line with all answers."""
TITLE = lazy(r"[#*_\s]*(?P<title>[^:：\d]{2,40}?)[*_\s]*(?:[:：][*_\s]*(?P<rest>.*?))?[*_#\s]*")
Items = dict[str, list[Line]]
"""The lines of each answer, without its number, by that number."""


@dataclass(slots=True)
class Keyed:
    """Loose notes without the answers below all questions."""

    lines: list[Line]
    cards: list[Parts] = field(default_factory=list)
    """The questions that have such an answer; their lines are among `lines`."""
    titles: list[Line] = field(default_factory=list)
    """What stands above the answers."""
    left_over: list[Line] = field(default_factory=list)
    """Answers to which there is no question."""


def with_answer_keys(lines: Sequence[Line]) -> Keyed:
    """The cards of questions whose answers stand together below them."""
    made, at, floor = Keyed([]), 0, 0
    while at < len(lines):
        items, end = _key(lines, at)
        cards = _cards(made.lines[floor:], items) if len(items) > 1 else []
        if not cards:
            made.lines.append(lines[at])
            at += 1
            continue
        is_title = lines[at].number not in (said[0].number for said in items.values())
        placed = {line.number for card in cards for line in (*card.question, *card.answer)}
        if not is_title and made.lines[-1].ends_with_colon and made.lines[-1].number not in placed:
            made.titles.append(made.lines.pop())
        known = {card.question[0].number for card in cards}
        made.lines[floor:] = [
            replace(one, is_settled=True) if one.number in known else one for one in made.lines[floor:]
        ]
        made.cards += cards
        made.titles += [lines[at]] if is_title else []
        made.left_over += [line for said in items.values() for line in said if line.number not in placed]
        at, floor = end, len(made.lines)
    return made


def _key(lines: Sequence[Line], at: int) -> tuple[Items, int]:
    """The answers below a title that says that they are some, and the line after them.

    Without a title, they must be letters or verdicts, or as many as the questions right above.
    """
    text = lines[at].text
    found = TITLE.fullmatch(text) if len(text) <= LONGEST_KEY and not lines[at].code else None
    if not found or read_title(found["title"]).kind != "answer":
        begins = at > 0 and (lines[at].opens_block or lines[at - 1].ends_with_colon)
        items, end = _items(lines, at) if begins else ({}, at)
        are_short = all(len(said) == 1 and (said[0].is_verdict or said[0].is_letter) for said in items.values())
        return (items, end) if are_short or _asked_right_above(lines[:at], items) else ({}, at)
    if found["rest"]:
        return _in_one_line(lines[at], found["rest"]), at + 1
    items, end = _items(lines, at + 1)
    return (items, end) if items else _in_order(lines, at)


def _in_order(lines: Sequence[Line], at: int) -> tuple[Items, int]:
    """Answers without numbers, as many as the questions right above their title; and the line after them."""
    count = len([*takewhile(_asks_alone, reversed(lines[:at]))])
    until = at + 1 + count
    below = lines[at + 1 : until]
    is_whole = len(below) == count and (until == len(lines) or lines[until].opens_block)
    if count < 2 or not is_whole or any(line.is_question or line.code for line in below):
        return {}, at
    return {str(number): [replace(line, opens_block=False)] for number, line in enumerate(below, 1)}, until


def _asks_alone(line: Line) -> bool:
    return (line.is_question or line.commands) and not (line.stands_apart or line.blanks or _mark(line))


def _asked_right_above(lines: Sequence[Line], items: Items) -> bool:
    """Whether the questions with the numbers of these answers stand together above, with nothing between them."""
    above = lines[-len(items) :] if items else []
    return [_mark(line) for line in above] == [*items] and all(line.is_question or line.commands for line in above)


def _items(lines: Sequence[Line], at: int) -> tuple[Items, int]:
    """The numbered answers that begin here, and the line after them."""
    items: Items = {}
    for number, line in enumerate(lines[at:], at):
        mark = None if line.code else MARK.match(line.text)
        if mark and mark["mark"] in _next(items):
            first = line_of(line.number, line.text[mark.end() :], Counter(), opens_block=False)
            items[mark["mark"]] = [first]
        elif not items or not _goes_on(line, mark["mark"] if mark else "", next(iter(items))):
            return items, number
        else:
            items[[*items][-1]].append(replace(line, opens_block=False))
    return items, len(lines)


def _goes_on(line: Line, mark: str, first: str) -> bool:
    """Whether a line below a numbered answer belongs to it: it is indented, a sentence, or a point of a list."""
    if line.is_question or line.is_lead or HEADING.match(line.text) or (mark and mark.isdigit() == first.isdigit()):
        return False
    return bool(line.indent or line.code) or ((line.is_sentence or line.is_bullet) and not line.opens_block)


def _next(items: Items) -> tuple[str, ...]:
    """The numbers or letters that can come after those that there are."""
    if not items:
        return ("1", "a")
    last = [*items][-1]
    return (str(int(last) + 1) if last.isdigit() else chr(ord(last) + 1),)


def _in_one_line(line: Line, text: str) -> Items:
    items, at = Items(), 0
    while found := IN_ONE_LINE.match(text, at):
        items[found["mark"]] = [line_of(line.number, found["said"], Counter(), opens_block=False)]
        at = found.end()
    return items if at == len(text) else {}


def _cards(lines: Sequence[Line], items: Items) -> list[Parts]:
    """The questions with these numbers right above, each with its answer; empty where most of them are missing."""
    starts: dict[str, int] = {}
    end = len(lines)
    above = lines[-len(items) :]
    if len(above) == len(items) and all(map(_asks_alone, above)):
        starts = dict(zip(reversed(items), range(end - 1, -1, -1), strict=False))
    for mark in () if starts else reversed(items):
        at = next((n for n in range(end - 1, -1, -1) if _mark(lines[n]) == mark), None)
        if at is not None:
            starts[mark], end = at, at
    if 2 * len(starts) <= len(items):
        return []
    ends = [*starts.values()]
    cards: list[Parts] = []
    for mark, start in starts.items():
        until = min(at for at in [*ends, len(lines)] if at > start)
        card = _card([*_block(lines[start:until])], items[mark])
        if not card:
            return []
        cards.insert(0, card)
    return cards


def _mark(line: Line) -> str:
    """The number or letter before a question."""
    found = None if line.code else COUNTED.match(line.text) or MARK.match(line.text)
    return "".join(re.findall(r"\d+|\b[a-z]\b", found[0])[:1]) if found else ""


def _block(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a question: up to a title of other questions, or one that has no number."""
    yield lines[0]
    for line in lines[1:]:
        if (
            line.is_lead
            or (_mark(line).isdigit() and (line.is_question or line.commands))
            or (line.opens_block and not (line.is_bullet or line.is_option or line.code))
        ):
            return
        yield line


def _card(block: Sequence[Line], answer: Sequence[Line]) -> Parts | None:
    """A question with its options and its answer; None where its own answer stands below it."""
    asked = max((at for at, line in enumerate(block) if line.is_question or line.commands), default=0) + 1
    question, options = [*block[:asked]], block[asked:]
    if not all(line.is_bullet or line.is_option or line.code for line in options):
        return None
    is_verdict = not options and (answer[0].is_verdict or (answer[0].says_verdict and question[-1].asks_verdict))
    if is_verdict or (not options and len(answer[0].text) == 1 and answer[0].says_verdict):
        question[-1] = replace(question[-1], asks_verdict=True)
    return Parts(question, [], [*options, *answer])
