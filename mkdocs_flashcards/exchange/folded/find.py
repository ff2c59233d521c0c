"""Questions whose answers are folded away right below them: where they are, and what each says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ...cards.patterns import lazy
from ..outline import Block, dedented
from ..questions.answers import says_verdicts, verdict
from ..questions.asking import COMMAND
from ..questions.labels import (
    Title,
    ends_asking,
    has_question_mark,
    is_hint,
    is_labelled,
    is_name_of_work,
    names_question,
    read_title,
    states_theory,
    without_invitation,
    without_label,
)
from .answer_boxes import answer_title, answers_in, text_of
from .invitations import asks_for_answer, asks_plainly, is_doubtful
from .pair import Findings, Group, Pair, joined
from .question_extent import QUESTION_TYPES, Question, is_question_box, question_above, title_asks
from .shared_answers import shared_answers
from .sibling_blocks import Level, Place, depth
from .statements import doubt_of

TASK = lazy(r"\A\[[ xX]?\][ \t]+")
FOLDED = lazy(
    r"(?P<question>(?:(?!<details|</details)[\s\S])*\S)[ \t]*<details\b[^>]*>\s*"
    r"<summary\b[^>]*>(?P<title>[^\n]*?)</summary>(?P<answer>(?:(?!<details|</details)[\s\S])*)</details>\s*",
    re.I,
)
CONTAINERS = ("box", "fold", "item", "quote", "tab", "html")


def find_pairs(lines: Sequence[str], blocks: Sequence[Block]) -> Findings:
    """The questions with folded answers of a note, and the folded answers whose question nobody can tell."""
    findings = Findings()
    _tell_tabs(blocks)
    _walk(Level(lines, lines, 0, blocks), findings)
    return findings


def _tell_tabs(blocks: Sequence[Block]) -> None:
    """Take tabs for what they are in a row whose last one is called an answer: a question, hints, what is hidden."""
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        *others, last = group
        if kind == "tab" and others and read_title(last.title).kind == "answer":
            asks = [not is_hint(one.title) and is_name_of_work(one.title) for one in others]
            if all(one or is_hint(tab.title) for one, tab in zip(asks, others, strict=True)):
                last.kind = "fold"
                for one, tab in zip(asks, others, strict=True):
                    tab.kind, tab.types = ("box", ("question",)) if one else ("fold", ("hint",))
    for block in blocks:
        _tell_tabs(block.children)


def _walk(level: Level, findings: Findings) -> None:
    floor = number = 0
    while number < len(level.blocks):
        block = level.blocks[number]
        end = number + 1
        if answer_title(block).kind in ("answer", "reveal", "maybe"):
            while end < len(level.blocks) and answer_title(level.blocks[end]).kind == "answer":
                end += 1
            if _answer(level, number, end, floor, findings):
                floor = end
        elif pair := _invited(level, number, floor) or _in_one_paragraph(level, number) or _by_title(level, number):
            findings.pair(pair)
            while end < len(level.blocks) and level.blocks[end].start < pair.end:
                end += 1
            floor = end
        elif block.kind in CONTAINERS and not _is_answered_below(level, number):
            _inside(level, number, findings)
        number = end


def _in_one_paragraph(level: Level, number: int) -> Pair | None:
    """A question with its answer folded away in the same lines."""
    block = level.blocks[number]
    if block.kind not in ("paragraph", "item") or not level.readable or "<details" not in "".join(block.lines):
        return None
    lines, end = block.body if block.kind == "item" else block.lines, block.end
    below = level.blocks[number + 1] if number + 1 < len(level.blocks) else None
    if below and below.lines[0].strip() == "</details>":
        lines, end = [*lines, *below.lines], below.end
    found = FOLDED.fullmatch("\n".join(dedented(lines)))
    kind = read_title(found["title"]).kind if found else "other"
    if not found or not (
        kind == "answer"
        or (kind == "reveal" and asks_for_answer(found["question"]))
        or (kind == "invite" and ends_asking(found["question"]))
    ):
        return None
    question, answer = TASK.sub("", found["question"]).split("\n"), dedented(found["answer"].split("\n"))
    return Pair(block.start, end, level.place(number), question, answer) if any(answer) else None


def _invited(level: Level, number: int, floor: int) -> Pair | None:
    """The card of a folded box that only asks to be opened, where a question stands right above it."""
    title = answer_title(level.blocks[number])
    question = question_above(level, number, floor) if title.kind == "invite" and level.readable else None
    text = _question_text(level, question, number) if question else []
    if not question or not text or not asks_plainly(level, number, question, text):
        return None
    pair = _pair(level, question, number, number + 1, title)
    if pair and is_doubtful(level, number, question, text):
        pair.doubts.append(f"the folded box was called {level.blocks[number].title}")
    return pair


def _inside(level: Level, number: int, findings: Findings) -> None:
    block = level.blocks[number]
    is_item = block.kind == "item"
    outer = level.before(number) if is_item else ""
    whole = is_item or is_question_box(block)
    asks = level.asks_at(number)
    readable = level.readable and block.readable
    inner = Level(
        level.source, block.body, block.body_at, block.children, block if is_item else None, outer, whole, asks
    )
    states = level.states or (block.kind in ("box", "fold") and any(map(states_theory, (block.title, *block.types))))
    _walk(replace(inner, readable=readable, states=states), findings)


def _answer(level: Level, number: int, end: int, floor: int, findings: Findings) -> bool:
    """Whether an answer, which may be in several boxes, was put with its question; if not, it is said."""
    folds = level.blocks[number:end]
    title = answer_title(folds[0])
    if level.readable and level.item is None and (several := shared_answers(level, number, end, floor)):
        findings.groups.append(Group(tuple(several), (folds[0].start, folds[-1].end)))
        return True
    question = question_above(level, number, floor)
    pair = _pair(level, question, number, end, title) if question and level.readable else None
    if pair:
        findings.pair(pair)
        return True
    if not level.readable:
        why = "is in HTML where Markdown is not read. Give the element around it the attribute markdown"
    elif title.kind == "maybe":
        why = "may not be an answer: its title says more than that"
    else:
        why = "has no question right above it"
    for fold in folds:
        findings.leave(fold.start, f"the folded box {fold.title!r} {why}; it was left as it is.")
    return False


def _pair(level: Level, question: Question, number: int, end: int, title: Title) -> Pair | None:
    folds = level.blocks[number:end]
    text = _question_text(level, question, number)
    is_boxed = bool(question.inside or question.body)
    unsure = doubt_of(level, number, title, "\n".join(text), is_boxed=is_boxed)
    if unsure is None:
        return None
    doubts = [doubt for doubt in (question.doubt, unsure) if doubt]
    if title.kind == "maybe":
        doubts.append(f"the folded box was called {folds[0].title}")
    if len(folds) > 1:
        doubts.append(f"the answer was in {len(folds)} folded boxes")
    start, place = _beginning(level, question, number)
    if not place:
        return None
    below = level.blocks[max(_end_of_text(level, question, number), question.start) : number]
    comments = [line for block in below if block.kind == "comment" for line in block.lines]
    return Pair(start, folds[-1].end, place, text, text_of(folds), doubts, comments)


def _question_text(level: Level, question: Question, number: int) -> list[str]:
    if question.inside:
        return dedented(question.inside.body)
    if question.body:
        return joined([question.title] if question.title else [], dedented(question.body))
    stop = _end_of_text(level, question, number)
    if question.start < stop and _is_in_item(level, question.start, stop):
        below = level.text(question.start + 1, stop)
        return joined(TASK.sub("", "\n".join(dedented(level.blocks[question.start].body))).split("\n"), below)
    text = level.text(question.start, stop)
    if level.item is not None and text:
        text = TASK.sub("", "\n".join(text)).split("\n")
    return joined([question.title], text) if question.title else text


def _end_of_text(level: Level, question: Question, number: int) -> int:
    """The block after the last one that says something of the question, whose answer is block `number`."""
    stop = number
    while stop > question.start and level.blocks[stop - 1].kind in ("comment", "definition", "rule"):
        stop -= 1
    return stop


def _is_in_item(level: Level, start: int, stop: int) -> bool:
    """Whether a question is the text of a list item; of several items, all are the question, with their markers."""
    kinds = [block.kind for block in level.blocks[start:stop]]
    return kinds[:1] == ["item"] and "item" not in kinds[1:]


def _beginning(level: Level, question: Question, number: int) -> tuple[int, Place | None]:
    """The first line that is replaced, and what stands before the lines of the card."""
    if question.inside:
        inside = question.inside
        return inside.children[0].start, Level(level.source, inside.body, inside.body_at, inside.children).beside(0)
    start = question.start
    if question.heading is not None and _may_go(level, question.heading, number):
        start = question.heading
    block = level.blocks[start] if start < number else level.blocks[number]
    stands_beside = start < number and block.kind == "item" and not _is_in_item(level, start, number)
    return block.start, level.beside(start) if stands_beside else level.place(min(number, start))


def _may_go(level: Level, heading: int, answer: int) -> bool:
    """Whether a heading that is the question heads nothing else, so that it can become the card's first line."""
    title = level.blocks[heading]
    if depth(title) == 1 or "{" in title.lines[0]:
        return False
    for block in level.blocks[answer:]:
        if block.kind == "heading":
            return depth(block) <= depth(title)
        if block.kind not in ("fold", "comment", "definition", "rule"):
            return False
    return True


def _asks_by_title(level: Level, number: int) -> bool:
    """Whether a folded box is a card by itself: its title the question, its text the answer."""
    block = level.blocks[number]
    if block.kind not in ("fold", "box") or not level.readable:
        return False
    title = without_invitation(block.title)
    invites = block.kind == "fold" and title != block.title
    judged = says_verdicts(title) and verdict("\n".join(dedented(block.body))) is not None
    is_task = bool(COMMAND.match(title)) and bool(answers_in(block))
    is_box = is_question_box(block) or block.types[:1] == ("details",)
    return ((title_asks(title) and _is_no_chapter(level, number)) or judged or is_task) and (invites or is_box)


def _is_no_chapter(level: Level, number: int) -> bool:
    """Whether a title that asks does more than count: "1. The data" may be the first of several parts of anything."""
    block = level.blocks[number]
    title = without_invitation(block.title)
    return bool(
        has_question_mark(title)
        or names_question(title)
        or COMMAND.match(without_label(title))
        or QUESTION_TYPES & set(block.types)
        or level.asks_at(number)
    )


def _by_title(level: Level, number: int) -> Pair | None:
    return _titled(level, number) if _asks_by_title(level, number) else None


def _titled(level: Level, number: int) -> Pair | None:
    """The card of a box whose title is the question, with its answer folded inside or as the text of the box."""
    block = level.blocks[number]
    place = level.place(number)
    answers = answers_in(block)
    if any(one.kind == "card" for one in block.children):
        return None
    title = [without_invitation(block.title)]
    if answers:
        first = block.children.index(answers[0])
        if block.children[first:] != answers or not (block.readable or block.types[0] == "details"):
            return None
        above = block.body[: answers[0].start - block.body_at]
        return Pair(block.start, block.end, place, joined(title, dedented(above)), text_of(answers))
    if block.kind == "box" or _is_answered_below(level, number) or not dedented(block.body):
        return None
    if block.types[0] == "details" and not (is_question_box(block) or _is_one_of_many(level, number)):
        return None
    return Pair(block.start, block.end, place, title, dedented(block.body))


def _is_one_of_many(level: Level, number: int) -> bool:
    """Whether a `<details>` with a question for a title is meant as a card: numbered, or in a place of questions."""
    title = level.blocks[number].title
    return is_labelled(title) or without_invitation(title) != title or level.asks_at(number)


def _is_answered_below(level: Level, number: int) -> bool:
    """Whether right below a box of a question stands its answer."""
    if not is_question_box(level.blocks[number]):
        return False
    below = (block for block in level.blocks[number + 1 :] if block.kind not in ("comment", "definition"))
    following = next(below, None)
    return following is not None and answer_title(following).kind in ("answer", "reveal", "invite")
