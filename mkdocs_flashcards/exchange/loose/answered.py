"""Questions of loose notes that have their answer in the same line: `What is moss? It has no roots.`"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...cards.patterns import lazy
from ..questions.asking import asks_for_something
from .line import COUNTED, HEADING, OPTION, Line, answer_in, is_label, line_of, without_marker
from .verdicts import asks_verdict, judges_what_follows

IN_LINE = lazy(
    r"(?P<question>\S.*(?:[?？؟][*_]*(?=\s)|？[*_]*))\s*(?:(?:[-–—:：=]+>?|[→➜⇒])\s+|——\s*)?"
    r"(?P<answer>[^?？؟]*[^\W_][^?？؟]*)"
)
LABELLED = lazy(r"(?P<question>\S.*?\S)\s+[*_(]*(?P<label>[^\W\d_]{3,12}\s?[:：])[*_]*\s+(?P<answer>\S.*)")
"""`Define moss. Answer: a plant.`"""
BESIDE = lazy(r"[(\[（]\s*(?:[^\W\d_]*\W*\d.*|\w+\.?)\s*[)\]）]\W*")
"""What stands behind a question and is no answer: `(2 marks)`, `[3]`, `(optional)`."""
QUESTION_LABEL = lazy(r"[FPВ][:：]\s+(?=\S)")
ANSWER_LABEL = lazy(r"[AR][:：.]\s+(?=\S)")
EMPHASIZED = lazy(r"(?P<sign>\*\*|__|[*_])(?P<text>[^*_\s](?:[^*_]*[^*_\s])?)(?P=sign)")
"""A question and its answer are set off from one another so."""
LONGEST = 400
"""Letters of a line with a question and its answer."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question and the answer that stood in its line."""

    question: Line
    answer: Line
    is_said: bool
    """A label such as `Answer:` says that it is one."""


def with_answers_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which a question and the answer behind it are two.

    What stands behind a question may also be said about it. It is the answer where a word such as "Answer:" says so,
    and where further questions come right below, in several places.
    """
    parted = [_parted(line) for line in lines]
    ends = [both is not None and _ends(lines, parted, at) for at, both in enumerate(parted)]
    goes_on = sum(map(bool, parted)) - sum(ends)
    is_alone = sum(not (line.may_be_title or HEADING.fullmatch(line.text)) for line in lines) == 1
    is_list = sum(ends) > max(1, 2 * goes_on) or (is_alone and any(ends))
    found: list[Line] = []
    for at, (line, both) in enumerate(zip(lines, parted, strict=True)):
        if both and (both.is_said or is_list) and not _answers(lines, parted, at):
            found += [both.question, both.answer]
        elif found and found[-1].answers and _is_lesson(line) and parted[at - 1]:
            found.insert(-1, line)  # where all other notes have it
        else:
            found.append(line)
    return found


def asks_and_answers(line: Line) -> bool:
    """Whether a line may be a question and its answer."""
    return _parted(line) is not None


def _ends(lines: Sequence[Line], parted: Sequence[Answered | None], at: int) -> bool:
    """Whether a card ends with this line: what follows asks, names a lesson that others have too, or is a heading."""
    if at + 1 == len(lines):
        return True
    below = lines[at + 1]
    return bool(parted[at + 1]) or below.is_question or bool(HEADING.fullmatch(below.text)) or _is_lesson(below)


def _is_lesson(line: Line) -> bool:
    return line.is_repeated and line.may_be_title


def _answers(lines: Sequence[Line], parted: Sequence[Answered | None], at: int) -> bool:
    """Whether a line stands right below what asks, or in a list below something that asks for it."""
    above = at - 1
    while above >= 0 and lines[at].is_bullet and lines[above].is_bullet:
        above -= 1
    if above < 0 or parted[above]:
        return False
    line = lines[above]
    return line.is_question or (lines[at].is_bullet and (line.commands or line.ends_with_colon))


def _may_hold_both(line: Line) -> bool:
    """Whether a line does not end with what it asks, as all do of which only a number says that they ask."""
    if line.is_question and not COUNTED.match(line.text):
        return False
    is_other = line.blanks or line.asks_verdict or line.stands_apart or line.answers or line.code
    is_text = len(line.text) <= LONGEST and not HEADING.match(line.text)
    return is_text and not is_other and not judges_what_follows(without_marker(line.text))


def _parted(line: Line) -> Answered | None:
    if not _may_hold_both(line):
        return None
    text = without_marker(line.text)
    before, text = line.text[: -len(text)], QUESTION_LABEL.sub("", text, count=1)
    if found := IN_LINE.fullmatch(text):
        question, answer, said = found["question"], found["answer"], _said(found["answer"])
        if not said and not _may_answer(question, answer):
            return None
    elif (found := LABELLED.fullmatch(text)) and is_label(found["label"]):
        question = found["question"]
        answer = said = found["answer"]
    else:
        return None
    if question.count("**") % 2:
        return None
    nowhere_else = Counter[str]()
    asked = line_of(line.number, before + _bare(question), nowhere_else, opens_block=line.opens_block)
    answers = line_of(line.number, _bare(said or answer), nowhere_else, opens_block=False)
    return Answered(
        replace(asked, is_bullet=False, commands=True),
        replace(answers, is_bullet=False, commands=False, answers=True),
        bool(said),
    )


def _bare(text: str) -> str:
    found = EMPHASIZED.fullmatch(text)
    return found["text"] if found else text


def _said(answer: str) -> str:
    """What a label says to be the answer."""
    label = ANSWER_LABEL.match(answer)
    said = answer[label.end() :] if label else answer_in(answer)
    return said if said != answer else ""


def _may_answer(question: str, answer: str) -> bool:
    is_beside = BESIDE.fullmatch(answer) or OPTION.match(answer) or asks_for_something(answer.lstrip("*_( "))
    return not (is_beside or asks_verdict(question))
