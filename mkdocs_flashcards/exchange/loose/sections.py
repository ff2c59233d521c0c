"""What stands below a title in loose notes: the lines of a week, or of a lesson."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...cards.patterns import lazy
from .line import HEADING, Line

DATE = lazy(
    r"(?:[^\W\d_]{2,10}\.?,? )?(?:\d{1,2}\.? [^\W\d_]{3,12}\.?,? \d{4}|[^\W\d_]{3,12} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}([./-])\d{1,2}\1\d{2,4})"
)
"""`12 March 2026`, `Mon, 12.03.2026`: a line that says when, below a blank line, is a title."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines below a title, which names their week or their lesson."""

    week: str
    source: str
    lines: Sequence[Line]


def sections_of(lines: Sequence[Line], week_in: Callable[[str], str]) -> list[Section]:
    """The lines of each week and each heading."""
    may_be_title = bool(lines) and (not lines[0].is_question or 0 in _leads(lines))
    top = week_in(lines[0].text) if may_be_title else ""
    titles = [(0, top, "")] if top else [(-1, "", "")]
    weeks = _further_weeks(lines, top, week_in)
    headings = {
        at: heading["text"]
        for at, line in enumerate(lines)
        if (heading := HEADING.fullmatch(line.text)) and not _is_answered(lines, at)
    }
    dates = {at: line.text for at, line in enumerate(lines) if line.opens_block and DATE.fullmatch(line.text)}
    lessons = {**_lessons(lines), **dates, **dict.fromkeys(_leads(lines), ""), **headings}
    for at in sorted({*weeks, *lessons} - {0 if top else -1}):
        week = weeks.get(at) or week_in(lessons[at])
        titles.append((at, week or titles[-1][1], "" if week else lessons[at] or titles[-1][2]))
    ends = [*(at for at, _, _ in titles[1:]), len(lines)]
    return [Section(week, source, lines[at + 1 : end]) for (at, week, source), end in zip(titles, ends, strict=True)]


def _leads(lines: Sequence[Line]) -> list[int]:
    """Words such as "True or false?" above questions whose answers are known already: they name no lesson."""
    return [at for at, (line, below) in enumerate(pairwise(lines)) if _leads_to(line) and below.is_settled]


def _leads_to(line: Line) -> bool:
    return not line.is_settled and (line.asks_verdict or (line.ends_with_colon and not line.is_question))


def _is_answered(lines: Sequence[Line], at: int) -> bool:
    """Whether a heading asks, and what stands below it is no further question: it is no title, but the question."""
    below = lines[at + 1 : at + 2]
    return lines[at].asks and bool(below) and not (below[0].is_question or HEADING.match(below[0].text))


def _further_weeks(lines: Sequence[Line], top: str, week_in: Callable[[str], str]) -> dict[int, str]:
    """The titles that begin like the one on top and name other weeks. Where each card has one, they are lessons."""
    found, week = dict[int, str](), top
    for at, line in enumerate(lines[1:] if top else (), 1):
        named = week_in(line.text) if line.may_be_title and not line.is_repeated else ""
        if named and named != week and _is_alike(line.text, lines[0].text):
            found[at] = week = named
    return found if len(found) * 2 <= _asked(lines) else {}


def _lessons(lines: Sequence[Line]) -> dict[int, str]:
    """Lines that stand alone right above some of the questions, below a blank line."""
    found = {
        at: line.text
        for at, line in enumerate(lines[:-1])
        if line.opens_block
        and line.may_be_title
        and not line.is_repeated
        and lines[at + 1].is_question
        and not lines[at + 1].opens_block
        and (not at or lines[at - 1].is_settled or not lines[at - 1].is_question)
    }
    return found if len(found) * 2 <= _asked(lines) else {}


def _asked(lines: Sequence[Line]) -> int:
    return sum(line.is_question or line.commands for line in lines)


def _is_alike(title: str, other: str) -> bool:
    """Whether two titles count in the same words: `W1-Graphs` and `W2: Sorting`."""
    return title.strip()[:1].casefold() == other.strip()[:1].casefold()
