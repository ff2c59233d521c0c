"""The best reading of loose notes: which lines are question, lesson and answer.

Notes taken while learning have no marks between the parts of a card, and none between cards. So all readings of the
whole text are compared, and the cheapest one wins (dynamic programming over its lines). Some rules are hard: as many
answers as blanks, a verdict is one line, a run of bullets ends an answer. Where the border to the card above is not
certain by such a rule or by a question that is plainly one, the author is asked to look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf

from .answered import asks_and_answers
from .endings import answers, judged, runs_on
from .line import Line

QUESTION, SOURCE, ANSWER = "question", "source", "answer"
SHAPES = ((QUESTION, SOURCE, ANSWER), (QUESTION, ANSWER), (SOURCE, QUESTION, ANSWER))
"""The orders that are tried where the author names none."""
MOST_CONTEXT = 2
LEFT_OVER, TITLE = 9.0, 2.0
"""What a line costs that belongs to no card, and one at the top that looks like a title."""
Shape = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """A card in a reading: its lines."""

    question: Sequence[Line]
    source: Sequence[Line]
    answer: Sequence[Line]
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All cards, and the lines that belong to none: each line of the input is in one of them, once."""

    cards: Sequence[Parts]
    left_over: Sequence[Line]
    cost: float


def read(sections: Sequence[Sequence[Line]], shape: Shape | None = None) -> Sequence[Reading]:
    """The best reading of each section; `shape` says the order of the parts, one for all, where it is known."""
    are_terms = not any(line.is_question or line.commands for lines in sections for line in lines)
    readings = (
        [_read(lines, one, are_terms=are_terms) for lines in sections] for one in ([shape] if shape else SHAPES)
    )
    return min(readings, key=lambda reading: sum(one.cost for one in reading))


def _read(lines: Sequence[Line], shape: Shape, *, are_terms: bool) -> Reading:
    end = len(lines)
    costs = [0.0] * (end + 1)
    steps: list[tuple[int, Parts | None]] = [(end, None)] * (end + 1)
    for start in range(end - 1, -1, -1):
        is_title = start == 0 and lines[start].may_be_title
        costs[start], steps[start] = (TITLE if is_title else LEFT_OVER) + costs[start + 1], (start + 1, None)
        for until, cost, parts in _cards(lines, start, shape, are_terms=are_terms):
            if cost + costs[until] < costs[start]:
                costs[start], steps[start] = cost + costs[until], (until, parts)
    cards: list[Parts] = []
    left: list[Line] = []
    at = 0
    while at < end:
        until, found = steps[at]
        if found is None:
            left.append(lines[at])
        else:
            cards.append(
                _doubted(found, cards[-1] if cards else None, lines[at - 1] if at else None, are_terms=are_terms)
            )
        at = until
    return Reading(cards, left, costs[0])


def _cards(lines: Sequence[Line], start: int, shape: Shape, *, are_terms: bool) -> Iterator[tuple[int, float, Parts]]:
    """The cards that could begin at a line: where each ends, and what it costs to read it so."""
    if lines[start].is_settled:
        yield from _with_its_verdict(lines, start)
        return
    has_source, source_first = SOURCE in shape, shape[0] == SOURCE
    for sources in (1, 0) if has_source else (0,):
        begin = start + (sources if source_first else 0)
        for context in range(MOST_CONTEXT + 1):
            main = begin + context
            after = main + 1 + (0 if source_first else sources)
            if after >= len(lines):
                break
            question = lines[begin : main + 1]
            source = lines[start:begin] if source_first else lines[main + 1 : after]
            asked = _source_cost(source, has_source)
            asked += 3.0 if source and not source_first and runs_on(source[0], lines[after]) else 0
            if source_first and source and question[0].opens_block and not source[0].opens_block:
                asked += 4.0  # it ends what stands above the blank line
            asked += _question_cost(question, lines[begin - 1] if begin else None, are_terms=are_terms)
            if asked < LEFT_OVER * 2:
                for until, cost in answers(lines, after, question[-1], are_terms=are_terms):
                    yield until, asked + cost, Parts(question, source, lines[after:until])


def _with_its_verdict(lines: Sequence[Line], start: int) -> Iterator[tuple[int, float, Parts]]:
    """The cards of a statement that stood in one line with its verdict: a lesson can only be below both."""
    question, below = lines[start], lines[start + 2 : start + 3]
    if not question.asks_verdict:
        return
    if below and below[0].is_repeated and below[0].may_be_title:
        yield start + 3, 0.0, Parts([question], below, [lines[start + 1]])
    for until, cost in judged(lines, start + 1, question):
        yield until, cost, Parts([question], [], lines[start + 1 : until])


def _question_cost(question: Sequence[Line], above: Line | None, *, are_terms: bool) -> float:
    """`are_terms`: nothing in the text asks, so its questions are terms, and its answers explain them."""
    *context, main = question
    if any(line.code or line.answers or line.stands_apart for line in question):
        return inf
    if main.is_bullet or any(line.is_bullet or line.is_verdict for line in context):
        return inf
    if are_terms:
        return 0.0 if main.may_be_title and not context else LEFT_OVER
    if main.judges_above:
        return 0.8 + (4.0 if main.opens_block else 0) if len(context) == 1 else inf
    cost = 0.0 if main.is_question else 0.8 if main.commands else 6.0 if main.may_be_title else 3.0
    cost += 2.5 if main.is_repeated and not main.is_question else 0
    cost += 6.0 if main.is_lead else 0
    pulls = main.points_back
    for line in reversed(context):
        if line.is_lead and line is context[-1]:
            continue
        cost += 0.8 if pulls or line.text.endswith(":") else 2.0
        cost += (3.0 if line.is_question else 0) + (8.0 if line.may_be_title else 0) + (6.0 if line.is_repeated else 0)
        cost += 4.0 if main.opens_block else 0  # a blank line in between
        pulls = line.points_back
    if pulls and above and above.is_sentence and not question[0].opens_block:
        cost += 1.2
    return cost


def _source_cost(source: Sequence[Line], is_expected: bool) -> float:
    if not source:
        return 3.0 if is_expected else 0.0
    (line,) = source
    if (
        line.is_bullet
        or line.is_question
        or line.is_verdict
        or line.answers
        or line.is_option
        or line.code
        or line.stands_apart
    ):
        return inf
    if line.is_letter or line.text.isdigit():
        return 3.0
    if line.is_repeated:
        return 0.0
    if not line.may_be_title:
        return 6.0
    return 0.3 if line.text[:1].isupper() or not line.text[:1].islower() else 1.5


def _doubted(card: Parts, before: Parts | None, above: Line | None, *, are_terms: bool) -> Parts:
    """The card, with what is not certain about it."""
    doubt, main = "", card.question[-1]
    if before and above and above is before.answer[-1] and not _is_certain(card, before, are_terms=are_terms):
        doubt = "does the question begin on the right line, or does its first line belong to the answer above?"
    elif not (main.commands or (main.may_be_title if are_terms else main.is_question)):
        doubt = "is this the question?"
    elif card.source and not card.source[0].is_repeated and (are_terms or not _is_lesson(card)):
        doubt = "is the source the name of a lesson?"
    elif any(_begins_another(line) for line in card.answer[1:]) and not main.asks_verdict:
        doubt = "does another question begin in this answer?"
    return Parts(card.question, card.source, card.answer, doubt)


def _begins_another(line: Line) -> bool:
    """Whether a line in an answer asks, perhaps with its answer, or judges a statement of its own."""
    return not (line.is_bullet or line.code) and (line.is_question or line.gives_verdict or asks_and_answers(line))


def _is_lesson(card: Parts) -> bool:
    """Whether a line that stands in the place of a lesson looks like one, and what follows it like an answer."""
    below = card.answer[0]
    return card.source[0].may_be_title and (below.is_bullet or not (below.asks or below.commands))


def _is_certain(card: Parts, before: Parts, *, are_terms: bool) -> bool:
    """Whether a hard sign stands at the border: the answer above is complete, or the question is one by itself."""
    if card.question[0].opens_block or (card.source and card.source[0].opens_block):
        return True
    above = before.question[-1]
    if above.blanks or above.asks_verdict or before.answer[-1].is_bullet or before.answer[-1].code:
        return True
    (first, *more) = card.question
    return (not more or _points_below(first, more[-1])) and (
        first.is_question or first.commands or (are_terms and before.answer[-1].is_sentence)
    )


def _points_below(lead: Line, statement: Line) -> bool:
    """Whether words such as "True or false?" speak of what stands below them, and that is no lesson."""
    return lead.is_lead and (lead.ends_with_colon or statement.is_sentence)


@cache
def shape_of(text: str) -> Shape:
    """The shape that `question,source,answer` and the like name. Raises ValueError for others."""
    shape = tuple(part.strip().casefold() for part in text.split(","))
    if shape not in SHAPES:
        known = ", ".join(f"`{','.join(one)}`" for one in SHAPES)
        raise ValueError(f"{text!r} is not a shape of a card. Shapes are {known}.")
    return shape
