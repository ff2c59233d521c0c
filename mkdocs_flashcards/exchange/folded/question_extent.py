"""How far up a question reaches that has its folded answer below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..outline import Block
from ..questions.answers import says_verdicts
from ..questions.asking import asks_for_something
from ..questions.labels import (
    asks_readers,
    has_question_mark,
    is_hint,
    is_labelled,
    is_name_of_work,
    points,
    read_title,
    without_invitation,
    without_label,
)
from ..questions.options import find_options
from .sibling_blocks import Level, depth, is_only_numbered

BESIDE = {"box", "code", "comment", "definition", "fence", "fold", "html", "item", "math", "quote", "tab", "table"}
"""What may stand between a question's text and its answer."""
QUESTION_TYPES = {"question", "faq", "help", "quiz", "exercise", "task", "problem", "challenge"}
OPEN_TYPES = {*QUESTION_TYPES, "example", "abstract", "todo"}
"""Of a box that is not folded."""
NAME = 3
"""Words of a numbered heading that need not say what is to be done: "Exercise 2 — loops"."""
SHORT = 4
"""Blocks that a numbered section has at most where all of it is taken for one question."""


@dataclass(frozen=True, slots=True)
class Question:
    """The blocks of a question: from `start` up to its answer."""

    start: int
    title: str = ""
    """A heading or the title of a box that is the question, or its beginning."""
    heading: int | None = None
    """The heading that the title was taken from."""
    body: list[str] | None = None
    """Its text where that is not simply the lines of the blocks."""
    inside: Block | None = None
    """The box that the question is the content of."""
    doubt: str = ""


def is_question_box(block: Block) -> bool:
    """Whether a box, folded or not, holds a question by its type or its name."""
    if block.kind not in ("box", "fold") or is_hint(block.title):
        return False
    types = OPEN_TYPES if block.kind == "box" else QUESTION_TYPES
    named = block.kind == "box" and bool(block.title) and is_name_of_work(block.title)
    return bool(types & set(block.types)) or named or is_labelled(block.title)


def title_asks(title: str) -> bool:
    """Whether a title is a question itself, not the name of one."""
    text = without_label(title)
    return bool(text.strip()) and (has_question_mark(text) or (text != title and not is_name_of_work(text)))


def question_above(level: Level, answer: int, floor: int) -> Question | None:  # noqa: PLR0911 (a table of cases)
    """The question that ends where block `answer` begins; blocks before `floor` belong to something else."""
    end = answer
    while end > floor and level.blocks[end - 1].kind in ("comment", "definition"):
        end -= 1
    if end > floor + 1 and level.blocks[end - 1].kind == "rule" and _surely_asks(level.blocks[end - 2]):
        end -= 1
    if end > floor and is_question_box(box := level.blocks[end - 1]):
        return _boxed(box, end - 1)
    if level.whole:
        return _whole(level, answer, floor)
    if end > floor and (text := _text_of_element(level.blocks[end - 1])):
        return Question(end - 1, body=[text])
    at = end
    while at > floor and _is_beside(level.blocks[at - 1]):
        at -= 1
    item = _single_item(level, end, at)
    if item is not None:
        return Question(item)
    above = level.blocks[at - 1] if at > floor else None
    if above is not None and above.kind == "paragraph":
        start = _start(level, at - 1, floor)
        below = start > floor and level.blocks[start - 1].kind == "heading"
        named = _below_heading(level, start - 1, end) if below and _is_below_question(level, start, end) else None
        return named or Question(start)
    if above is not None and above.kind == "heading":
        return _below_heading(level, at - 1, end)
    return _without_text(level, at, end)


def _text_of_element(block: Block) -> str:
    """The question in a heading or a paragraph that is written as an element of HTML; empty where it is none."""
    if block.kind != "html" or block.types[0] not in ("p", "h2", "h3", "h4", "h5", "h6"):
        return ""
    text = "\n".join(block.body).strip()
    return text if "\n" not in text and (has_question_mark(text) or is_labelled(text)) else ""


def _surely_asks(block: Block) -> bool:
    """Whether a block is a question for certain, so that even a rule does not part it from its answer."""
    return block.kind == "paragraph" and (has_question_mark(block.text) or is_labelled(block.text))


def _is_below_question(level: Level, start: int, end: int) -> bool:
    """Whether a text below a heading asks nothing itself: it has only options, or the heading is the question."""
    lines = level.text(start, end)
    text, title = "\n".join(lines), level.blocks[start - 1].title
    asks = has_question_mark(text) or is_labelled(text) or asks_for_something(text) or says_verdicts(text)
    return _is_only_options(lines) or (has_question_mark(title) and title_asks(title) and not asks)


def _is_only_options(lines: Sequence[str]) -> bool:
    """Whether a text has answers to choose from, and not what they answer."""
    options = find_options("\n".join(lines))
    return options is not None and not options.stem.strip()


def _whole(level: Level, answer: int, floor: int) -> Question | None:
    start = floor
    while start < answer and level.blocks[start].kind in ("comment", "definition", "rule"):
        start += 1
    return Question(start) if any(_says_something(block) for block in level.blocks[start:answer]) else None


def _says_something(block: Block) -> bool:
    return block.kind not in ("comment", "definition", "rule", "card", "template", "heading") and not _is_hint(block)


def _is_hint(block: Block) -> bool:
    return block.kind in ("box", "fold") and (is_hint(block.title) or block.types == ("hint",))


def _is_beside(block: Block) -> bool:
    """Whether a block may stand between a question's text and its answer."""
    if block.kind == "paragraph":
        head = block.text.split("\n")[0].partition(":")[0]
        return (is_hint(head) and ":" in block.text) or block.text.lstrip().startswith("![")
    if block.kind == "html":
        return block.types[0] not in ("", "script", "style", "quiz")
    if block.kind == "fold":
        return _is_hint(block)
    return block.kind in BESIDE and not is_question_box(block) and not _holds_answer(block)


def _holds_answer(block: Block) -> bool:
    """Whether an answer is folded away inside a block, which then has a question of its own."""
    return any(
        (child.kind == "fold" and read_title(child.title).kind in ("answer", "reveal")) or _holds_answer(child)
        for child in block.children
    )


def _single_item(level: Level, end: int, at: int) -> int | None:
    """A list of one item above the answer, with at most code between: no options, but the question itself."""
    for number in range(end - 1, at - 1, -1):
        if level.blocks[number].kind == "item":
            return number if number == at or level.blocks[number - 1].kind != "item" else None
    return None


def _boxed(box: Block, number: int) -> Question | None:
    if any(block.kind == "card" for block in box.children):
        return None
    if title_asks(box.title):
        return Question(number, title=without_invitation(box.title), body=box.body)
    if "directive" in box.types:  # nothing shows it as a box
        title = "" if is_name_of_work(box.title) else box.title
        return Question(number, title=title, body=box.body) if box.children else None
    return Question(number, inside=box) if box.children else None


def _start(level: Level, paragraph: int, floor: int) -> int:
    """The first block of a question whose last paragraph is given."""
    first = paragraph
    while first > floor and (level.blocks[first - 1].kind == "paragraph" or _is_beside(level.blocks[first - 1])):
        first -= 1
    if first < paragraph and _is_only_options(
        level.text(paragraph, paragraph + 1)
    ):  # what they are options for stands above them
        paragraph -= 1
    for number in range(paragraph, first - 1, -1):
        if level.blocks[number].kind == "paragraph" and is_labelled(level.blocks[number].text):
            return number
    above = level.blocks[first - 1] if first else None
    is_named = above is not None and first > floor and above.kind == "heading" and _names_question(level, first - 1)
    is_short = paragraph - first < SHORT
    if above and is_named and (not is_only_numbered(above.title) or (is_short and level.asks_at(first - 1))):
        return first
    between_questions = above is not None and above.kind in ("rule", "card", "fold")
    if between_questions and level.asks_at(first) and is_short:
        while first < paragraph and level.blocks[first].kind == "item":  # a list that stands before a question
            first += 1
        return first
    return _with_what_it_points_to(level, paragraph, first)


def _names_question(level: Level, number: int) -> bool:
    """Whether all below a heading is one question: "Question 3", "Exercise 2 — loops", "1. …", "Try this"."""
    title = level.blocks[number].title
    if is_labelled(title):
        return True
    answers = 0
    for block in level.blocks[number + 1 :]:
        if block.kind == "heading":
            break
        answers += block.kind == "fold" and read_title(block.title).kind in ("answer", "reveal")
    return is_name_of_work(title) and answers == 1


def _with_what_it_points_to(level: Level, paragraph: int, first: int) -> int:
    """The code, picture or table above a question that speaks of it, with the line that announces it."""
    number = paragraph
    while number > first and level.blocks[number - 1].kind in ("fence", "code", "table", "math", "html", "quote"):
        if _holds_answer(level.blocks[number - 1]):
            break
        number -= 1
    if number == paragraph or not (points(level.blocks[paragraph].text) or number == first):
        return paragraph
    announced = number > first and level.blocks[number - 1].text.rstrip().endswith((":", "："))
    return number - 1 if announced else number


def _below_heading(level: Level, number: int, end: int) -> Question | None:  # noqa: PLR0911 (a table of cases)
    """The question that a heading asks, or that stands below it without a paragraph of text."""
    heading = level.blocks[number]
    if read_title(heading.title).kind == "answer":
        return None
    rest = range(number + 1, end)
    if title_asks(heading.title) or (is_labelled(heading.title) and not is_name_of_work(heading.title)):
        return Question(number + 1, title=heading.title, heading=number)
    if not any(_says_something(level.blocks[block]) for block in rest):
        said = len(heading.title.split()) > NAME if is_labelled(heading.title) else level.asks_at(number)
        if depth(heading) > 1 and said and not (is_name_of_work(heading.title) and not is_labelled(heading.title)):
            doubt = "" if is_labelled(heading.title) else "the question was a heading"
            return Question(number + 1, title=heading.title, heading=number, doubt=doubt)
        return None
    if _names_question(level, number):
        return Question(number + 1)
    code = _without_text(level, number + 1, end)
    if code and code.doubt and len(heading.title.split()) >= NAME and not asks_readers(heading.title):
        return Question(number + 1, title=heading.title, heading=number, doubt="the question was a heading")
    return code


def _without_text(level: Level, at: int, end: int) -> Question | None:
    """A question without a paragraph: a quote, or code in a part of the note that asks."""
    last = level.blocks[end - 1] if end > at else None
    if last is None:
        return None
    text = "\n".join(last.body) if last.kind == "quote" else ""
    if last.kind == "quote" and (has_question_mark(text) or find_options(text)):
        return Question(end - 1, body=[] if find_options(text) is None else last.body)
    if last.kind == "fence" and end - at == 1 and level.asks_at(at):
        return Question(at, doubt="the question is only code: add what to answer")
    return None
