"""Where an answer of loose notes could end, and what it costs to read it so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from ...cards.patterns import lazy
from ..questions.answers import named_options
from ..questions.options import find_options
from .line import Line

MOST_ANSWER, MOST_EXPLAINING = 60, 3
LONG_LINE, LONG_REST = 5, 3
"""Words of a line that a sentence fills, and of what it leaves for the next one."""
BETWEEN_ANSWERS = lazy(r"[,;、，；]\s*|\s+[/|]\s+")


def runs_on(line: Line, below: Line) -> bool:
    """Whether a sentence that does not end in its line goes on in the next one."""
    is_long = line.words >= LONG_LINE and not (line.is_sentence or line.is_repeated)
    return is_long and below.text[:1].islower() and below.words >= LONG_REST and not below.opens_block


def answers(lines: Sequence[Line], start: int, question: Line, *, are_terms: bool) -> Iterator[tuple[int, float]]:
    """Where an answer that begins here could end, and what it costs."""
    if question.blanks:
        yield from _filled_in(lines, start, question)
        return
    if question.asks_verdict or lines[start].is_verdict:
        yield from judged(lines, start, question)
        return
    cost, bullets = 0.0, False
    for at, line in enumerate(takewhile(_may_answer, lines[start : start + MOST_ANSWER]), start):
        if bullets and not (line.is_bullet or line.code):
            if names_option := _names_option(lines, start, at):
                yield at + 1, cost + 0.2
            if names_option or not _goes_on(lines, start, at):
                return
        if line.opens_block and at > start:
            cost += 1.0
        bullets = line.is_bullet or (bullets and bool(line.code))
        cost += _cost_in_answer(line)
        if are_terms and line.may_be_title:
            cost += 3.0 if at > start else 0.5
        if at == start + 1 and line.is_sentence and lines[start].may_be_title and not runs_on(lines[start], line):
            cost += 1.0  # the first line looks like a lesson
        yield at + 1, cost


def _may_answer(line: Line) -> bool:
    return not (line.stands_apart or line.names_no_statement)


def answers_in_line(question: Line, lines: Sequence[Line]) -> Sequence[str]:
    """The answers of several blanks, where all stand in one line, parted by commas; else none."""
    if question.blanks < 2 or len(lines) != 1 or lines[0].is_question or lines[0].is_settled or lines[0].code:
        return ()
    parts = [part.strip() for part in BETWEEN_ANSWERS.split(lines[0].text.rstrip(". "))]
    return parts if len(parts) == question.blanks and all(parts) else ()


def _filled_in(lines: Sequence[Line], start: int, question: Line) -> Iterator[tuple[int, float]]:
    """Where the answers of blanks end: there are as many, one a line, or all in one."""
    if answers_in_line(question, lines[start : start + 1]):
        yield start + 1, 0.3
    until = start + question.blanks
    if until <= len(lines) and not any(line.is_question or line.is_settled for line in lines[start:until]):
        yield until, sum(0.1 + (1.0 if line.words > 8 else 0) for line in lines[start:until])


def judged(lines: Sequence[Line], start: int, question: Line) -> Iterator[tuple[int, float]]:
    """Where a verdict could end. It is one line, and what explains it ends at a blank line: nothing else tells."""
    if not (lines[start].is_verdict or lines[start].says_verdict):
        return
    yield start + 1, 0.0 if question.asks_verdict else 1.0
    start += 1
    at = start
    while at < min(len(lines), start + MOST_EXPLAINING) and not _begins(lines[at]):
        at += 1
    if at > start and (at == len(lines) or lines[at].opens_block or lines[at].is_settled):
        yield at, 0.5 * (at - start)


def _begins(line: Line) -> bool:
    """Whether a line below a verdict explains nothing, for a verdict belongs to another statement."""
    return line.opens_block or line.is_question or line.is_verdict or line.is_settled


def _names_option(lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether a line says which of the options above it is right."""
    run, line = lines[start:at], lines[at]
    if len(run) < 2:
        return False
    if all(one.is_bullet for one in run) and line.answers:
        return True
    return all(one.is_option for one in run) and (_says_letter(line) or _names_one(run, line))


def _names_one(run: Sequence[Line], line: Line) -> bool:
    """Whether a sentence below options with letters says which of them is right."""
    options = find_options("\n".join(one.text for one in run))
    return options is not None and named_options(line.text, options.options, by_place=False) is not None


def _says_letter(line: Line) -> bool:
    return line.answers or line.is_letter


def _goes_on(lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether a line below a list says something about it, up to a blank line, or what the next list is of.

    The latter only where another line above the first list does so.
    """
    line, below = lines[at], lines[at + 1 : at + 2]
    if line.is_sentence and not (line.opens_block or line.is_question or line.commands or line.ends_with_colon):
        return not below or below[0].opens_block
    is_head = line.ends_with_colon and not (line.is_question or line.commands or line.opens_block)
    heads = (one.ends_with_colon and not one.is_bullet for one in lines[start:at])
    return is_head and bool(below) and below[0].is_bullet and any(heads)


def _cost_in_answer(line: Line) -> float:
    cost = 0.2 + (4.0 if line.is_question else 0) + (2.0 if line.is_verdict else 0)
    if line.is_bullet or line.answers or line.is_letter:
        return cost
    return cost + (2.0 if line.commands and not line.is_question else 0) + (6.0 if line.is_repeated else 0)
