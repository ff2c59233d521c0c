"""The lines of loose notes, and which of their bullets are points of an answer, which are questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import and_

from ...cards.patterns import lazy
from ..questions.labels import label_end, names_question, points
from .answer_lists import names_answers, with_answer_lists
from .answered import with_answers_apart
from .code import code_at, indent_of
from .judged import CODE, verdict_apart, with_verdicts_apart
from .line import HEADING, NUMBER, POINT, Line, is_label, line_of
from .typed_options import with_listed_options, with_stars_behind, with_ticked_boxes

DEFINITION = lazy(r":[ \t]+(?=\S)")
ARROW = lazy(r"(?:-+>|=+>|[→➜⇒➔])[ \t]*(?=\S)")
ANSWER_LETTER = lazy(r"\w[:：][ \t]+(?=\S)")
QUOTE = lazy(r">(?:[ \t]|$)")
LONGEST_TERM, LONGEST_MEANING = 6, 6
"""In words with the signs of a heading, and in lines with the heading."""
RULE = lazy(r"[ \t]*(?:[-*=–—][ \t]*){3,}")
"""A line that parts what stands above from what stands below, as a blank line does."""


def lines_of(text: str) -> list[Line]:
    """The lines of a text that have something in them."""
    typed = _without_quotes(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    texts = with_stars_behind(with_ticked_boxes(typed))
    said = Counter(line.strip() for line in texts)
    lines, above, at = [], True, 0
    while at < len(texts):
        code = code_at(texts, at)
        if code:
            lines.append(
                Line(
                    at + 1,
                    texts[at].strip(),
                    opens_block=above and at > 0,
                    indent=indent_of(texts[at]),
                    code=texts[at : at + code],
                )
            )
        elif not _is_blank(texts[at]):
            lines.append(line_of(at + 1, texts[at], said, opens_block=above and at > 0))
        above = not code and _is_blank(texts[at])
        at += code or 1
    lines = _with_code_that_is_asked_about(lines)
    lines = with_listed_options(_with_labels(_with_answer_letters(_with_arrows(_with_definitions(lines)))))
    apart = with_verdicts_apart(_with_points(lines, texts))
    outlined = _outlined(lines) if len(apart) == len(lines) else []
    apart = with_answers_apart(apart)
    apart = with_answer_lists(_with_numbered_questions(apart))
    return with_answer_lists(outlined) or _with_statements(_with_terms(_with_headed_terms(apart)))


def _without_quotes(texts: Sequence[str]) -> list[str]:
    """The lines without the signs of a quote, where several beside each other have one, and none is code."""
    found, at = [*texts], 0
    while at < len(found):
        end = at
        while end < len(found) and QUOTE.match(found[end]):
            end += 1
        if end - at > 1 and not any(CODE.search(line[2:]) for line in found[at:end]):
            found[at:end] = [QUOTE.sub("", line) for line in found[at:end]]
        at = max(end, at + (code_at(texts, at) or 1))
    return found


def _is_blank(text: str) -> bool:
    return not text.strip() or bool(RULE.fullmatch(text)) or (names_question(text) and label_end(text) == len(text))


def _outlined(lines: Sequence[Line]) -> list[Line]:
    """The lines of a list in which each item has something indented below it: its items are what is asked.

    Empty where they are no such list.
    """
    first = next((at for at, line in enumerate(lines) if _is_item(line)), len(lines))
    above, below = lines[:first], lines[first:]
    if not below or any(line.is_question or line.commands for line in above):
        return []
    outer = [line.indent == below[0].indent for line in below]
    if sum(outer) < 2 or outer[-1] or any(map(and_, outer, outer[1:])):
        return []
    if any(line.indent < below[0].indent or (at and not _is_item(line)) for line, at in zip(below, outer, strict=True)):
        return []
    found = [*above]
    for line, is_outer in zip(below, outer, strict=True):
        if is_outer:
            found += verdict_apart(replace(line, is_bullet=False, commands=True, opens_block=True))
        else:
            found.append(replace(line, asks=False, commands=False, is_repeated=line.is_repeated and not line.is_bullet))
    return found


def _with_code_that_is_asked_about(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which a line of code between "What does this print?" and a lesson stands below the lesson."""
    found = [*lines]
    for at, line in enumerate(lines[:-3]):
        code, lesson = lines[at + 1 : at + 3]
        is_asked = line.asks and points(line.text) and not (code.code or code.is_question or code.is_bullet)
        if is_asked and CODE.search(code.text) and not code.is_repeated and lesson.is_repeated and lesson.may_be_title:
            found[at + 1 : at + 3] = [lesson, replace(code, code=[code.text])]
    return found


def _with_definitions(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which what begins with a colon answers the line above: a list of definitions in Markdown."""
    found: list[Line] = []
    for line in lines:
        if found and not line.code and (colon := DEFINITION.match(line.text)):
            if not found[-1].answers:
                found[-1] = replace(found[-1], is_bullet=False, commands=True, opens_block=True)
            line = replace(line, text=line.text[colon.end() :], answers=True, opens_block=False)  # noqa: PLW2901
        found.append(line)
    return found


def _with_arrows(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which an arrow before a single one says that it answers; several are points of a list."""
    arrows = [ARROW.match(line.text) for line in lines]
    around = zip([None, *arrows], [*arrows[1:], None], strict=False)
    return [
        replace(line, text=line.text[arrow.end() :], answers=True, is_bullet=False)
        if arrow and not any(beside)
        else line
        for line, arrow, beside in zip(lines, arrows, around, strict=False)
    ]


def _with_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which the word for an answer alone, right below what asks, is a label even without a colon."""
    above = [Line(0, ""), *lines]
    return [
        replace(line, answers=line.answers or (is_label(f"{line.text}:") and (asked.is_question or asked.commands)))
        for line, asked in zip(lines, above, strict=False)
    ]


def _with_answer_letters(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which a letter such as `R:` says that they answer, where each of several questions has it below."""
    letters = [ANSWER_LETTER.match(line.text) for line in lines]
    below = [line.is_question for line in [Line(0, ""), *lines]]
    said = {found[0] for found in letters if found}
    answers = [bool(found) and asked for found, asked in zip(letters, below, strict=False)]
    if len(said) != 1 or sum(answers) < 2 or sum(map(bool, letters)) > sum(answers):
        return [*lines]
    return [
        replace(line, text=line.text[found.end() :], answers=True) if found else line
        for line, found in zip(lines, letters, strict=True)
    ]


def _is_item(line: Line) -> bool:
    return not line.code and bool(POINT.match(line.text) or NUMBER.match(line.text))


def _with_points(lines: Sequence[Line], texts: Sequence[str]) -> list[Line]:
    """The lines, in which a point of a list is one even where it ends with a question mark.

    Where each question has a bullet, its answer stands between it and the next one.
    """
    found: list[Line] = []
    for _, group in groupby(lines, key=lambda line: _point(texts[line.number - 1]) or line.number):
        run = [*group]
        asks = [line.is_question for line in run]
        is_list = len(run) > 1 and _point(texts[run[0].number - 1])
        are_points = is_list and (not asks[0] or any(map(and_, asks, asks[1:])))
        points = (replace(line, is_bullet=True, asks=False, blanks=0, asks_verdict=False) for line in run)
        found += points if are_points else run
    return found


def _point(text: str) -> str:
    """The bullet of a line and what stands before it."""
    found = POINT.match(text)
    return found[0] if found else ""


def _with_terms(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which a term begins each part below a title, where blank lines part them and nothing asks."""
    begins = [at for at, line in enumerate(lines) if line.opens_block]
    ends = [*begins[1:], len(lines)]
    is_text_of_terms = (
        len(begins) > 1
        and begins[0] == 1
        and all(end - at > 1 and lines[at].may_be_title for at, end in zip(begins, ends, strict=True))
        and not any(line.is_question or line.commands or line.names_answers for line in lines)
    )
    return [replace(line, commands=True) if is_text_of_terms and line.opens_block else line for line in lines]


def _with_headed_terms(lines: Sequence[Line]) -> list[Line]:
    """The lines of a glossary, in which each heading with text below it is a term, which that text explains.

    Nothing in it asks, the headings are short and of one level, and so is what stands below each.
    """
    headings = [at for at, line in enumerate(lines) if HEADING.fullmatch(line.text)]
    ends = [*headings, len(lines)][1:]
    terms = {at for at, end in zip(headings, ends, strict=True) if end - at > 1}
    levels = {lines[at].text.partition(" ")[0] for at in terms}
    is_glossary = (
        len(terms) > 1
        and len(levels) == 1
        and headings[0] <= 1
        and all(lines[at].words <= LONGEST_TERM and not names_answers(lines[at].text) for at in terms)
        and all(end - at <= LONGEST_MEANING for at, end in zip(headings, ends, strict=True))
        and not any(line.is_question or line.commands or line.answers or line.stands_apart for line in lines)
    )
    return [replace(line, asks=True) if is_glossary and at in terms else line for at, line in enumerate(lines)]


def _with_statements(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which the statement below a line such as "True or false?" asks for a verdict.

    Where the verdict is right below that line, or a lesson that stands elsewhere too, the statement is above it.
    """
    found = [*lines]
    for at, line in enumerate(found):
        if line.asks and line.asks_verdict and not line.is_lead and not any(map(_is_verdict, found[at + 1 : at + 4])):
            found[at] = replace(line, asks_verdict=False)  # `When is it true or false?`
    for at, lead in enumerate(found):
        below = found[at + 1] if at + 1 < len(found) else None
        if not lead.is_lead or not below or below.is_settled:
            continue
        if _is_verdict(below) or (below.is_repeated and below.may_be_title):
            found[at] = replace(lead, judges_above=lead.names_no_statement)
            if at and found[at].judges_above:
                found[at - 1] = replace(found[at - 1], is_bullet=False)
        elif not below.code:
            found[at + 1] = replace(below, asks_verdict=True, is_bullet=False)
    return found


def _is_verdict(line: Line) -> bool:
    return line.is_verdict or line.says_verdict


def _is_above_label(lines: Sequence[Line], at: int) -> bool:
    """Whether a line has its answer right below it, and is not the last point of a list."""
    return any(line.answers for line in lines[at + 1 : at + 2]) and not any(
        line.is_bullet for line in lines[max(at - 1, 0) : at]
    )


def _with_numbered_questions(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which what goes on with the numbers of the questions is one, whether it plainly asks or not.

    A list in an answer has numbers of its own, from 1. Right above `Answer:`, any number begins a question.
    """
    found: list[Line] = []
    asked = listed = 0
    for at, line in enumerate(lines):
        marker = NUMBER.match(line.text)
        number = int(marker["number"]) if marker else 0
        if number and line.is_question:
            asked, listed = number, 0
        elif number and _is_above_label(lines, at):
            asked, listed = number, 0
            found.append(replace(line, is_bullet=False, commands=True))
            continue
        elif number and number == listed + 1:
            listed = number
        elif number and asked and number == asked + 1:
            asked, listed = number, 0
            found.append(replace(line, is_bullet=False, commands=True))
            continue
        found.append(line)
    return found
