"""The card of some lines of loose notes, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import indent

from ...cards.patterns import lazy
from ..block import ImportedCard
from ..escape import escaped as escaped_text
from ..escape import with_powers
from ..questions.answers import TICK, speaks_of_letters
from ..questions.card import Sides, sides
from ..questions.labels import points
from ..questions.marked_options import without_marks
from ..questions.options import find_options, task_list
from ..to_markdown.plain import as_markdown
from .code import as_block
from .endings import answers_in_line
from .line import BLANK, HEADING, NUMBERED, POINT, Line, answer_in, is_label, without_marker
from .own_blanks import cloze_of
from .reading import Parts
from .sections import Section
from .verdicts import VERDICT_LETTER

COUNT = lazy(
    r"\b(?:(?P<n>[2-9])|(?P<two>two|zwei|deux|dos|due|dois|duas|twee|två|dwa|dwie|dva|dvě|iki|два|две|дві|δύο)"
    r"|(?P<three>three|drei|trois|tres|tre|três|drie|trzy|tři|üç|три|τρεις|τρία)"
    r"|(?P<four>four|vier|quatre|cuatro|quattro|quatro|fyra|cztery|čtyři|dört|четыре|чотири|τέσσερα)"
    r"|(?P<five>five|fünf|cinq|cinco|cinque|vijf|fem|pięć|pět|beş|пять|п'ять|πέντε))\b",
    re.I,
)
WHOLLY_BOLD = lazy(r"(?P<sign>\*\*|__)(?P<text>(?:(?!(?P=sign)).)+)(?P=sign)")
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
SHORT = 12


def escaped(text: str) -> str:
    """A line as Markdown."""
    return with_powers(text, escaped_text(text))


def card_of(parts: Parts, section: Section) -> ImportedCard:
    """The card of these lines, in a section that names its week and perhaps its lesson."""
    source, week = " ".join(escaped(line.text) for line in parts.source) or escaped(section.source), section.week
    if not parts.answer:
        return ImportedCard(cloze_of(parts.question[0].text), "", "cloze", source, week)
    lines = _without_label(parts.answer)
    if parts.question[-1].blanks:
        question = "\n\n".join(_with_blanks(_asked(line)) for line in parts.question)
        answers = answers_in_line(parts.question[-1], lines) or [line.text for line in lines]
        answer = "\n".join(map(_answer_of_blank, answers))
        return ImportedCard(question, answer, "cloze", source, week, doubt=parts.doubt)
    question, doubt = "\n\n".join(as_markdown(unbolded(_asked(line))) for line in parts.question), parts.doubt
    if len(lines) > 1 and lines[0].code and points(parts.question[-1].text):
        question, lines = f"{question}\n\n{as_block(lines[0].code)}", lines[1:]
        doubt = doubt or "does what stands below the question belong to it, or to the answer?"
    if made := _choice(question, lines) or _marked_choice(question, lines) or _choice_in_question(question, lines):
        return ImportedCard(made.question, made.answer, "flashcard", source, week, doubt=doubt)
    return ImportedCard(question, _answer(parts.question[-1], lines), "flashcard", source, week, doubt=doubt)


def unbolded(text: str) -> str:
    """A text without the emphasis around all of it."""
    found = WHOLLY_BOLD.fullmatch(text)
    return found["text"] if found else text


def _asked(line: Line) -> str:
    """A question without what stands before it: a bullet, a number, the signs of a heading."""
    heading = HEADING.fullmatch(line.text) if line.asks else None
    text = heading["text"] if heading else line.text
    bare = unbolded(text)
    return without_marker(bare if without_marker(bare) != bare else text)


def _without_label(answer: Sequence[Line]) -> Sequence[Line]:
    first, *more = answer
    if more and first.answers and is_label(f"{first.text}:"):
        return more
    return [replace(first, text=answer_in(first.text)), *more] if first.answers else answer


def _with_blanks(text: str) -> str:
    """The text of a cloze, in which only the blanks are marks."""
    out, at = [], 0
    for blank in BLANK.finditer(text):
        out += [escaped(f"x{text[at : blank.start()]}x")[1:-1], "____"]
        at = blank.end()
    return "".join([*out, escaped(f"x{text[at:]}")[1:]])


def _answer_of_blank(text: str) -> str:
    """One answer of several: alternatives are marked by `|`, which loose notes do not mean."""
    return escaped(without_marker(text)).replace("|", "\\|")


def _choice(question: str, lines: Sequence[Line]) -> Sides | None:
    """The sides of a question with options in a list or by letters, below which the right one is named; else None."""
    letters = (line.text.lstrip("(（")[:1].lower() if line.is_option else "" for line in lines)
    count = next((at for at, letter in enumerate(letters) if letter != chr(ord("a") + at)), len(lines))
    points = next((at for at, line in enumerate(lines) if not (line.is_bullet and POINT.match(line.text))), len(lines))
    is_in_one_line = count == 1 and bool(find_options(lines[0].text))
    if any(line.code for line in lines) or max(count, points) >= len(lines):
        return None
    if is_in_one_line or count > 1:
        options = [as_markdown(line.text) for line in lines[:count]]
    elif points > 1 and lines[points].answers:
        options = [f"- {as_markdown(without_marker(line.text))}" for line in lines[:points]]
        count = points
    else:
        return None
    below = "\n\n".join(as_markdown(line.text) for line in lines[count:])
    made = sides([*question.split("\n"), "", *options], below.split("\n"))
    return made if options[0] not in made.question else None


def _choice_in_question(question: str, lines: Sequence[Line]) -> Sides | None:
    """The sides of a question that has its options in its own line, where the answer is the letter of one."""
    if not (lines[0].is_letter and (options := find_options(question)) and options.inline):
        return None
    made = sides(question.split("\n"), "\n\n".join(map(_markdown, lines)).split("\n"))
    return made if made.answer.startswith("- [") else None


def _marked_choice(question: str, lines: Sequence[Line]) -> Sides | None:
    """The sides of a question with options of which the right ones have a mark; else None."""
    count = next((at for at, line in enumerate(lines) if not (line.is_option or line.is_bullet)), len(lines))
    texts, right = _ticked([line.text for line in lines[:count]]) or without_marks(
        [line.text for line in lines[:count]]
    )
    if not right and all(line.is_option for line in lines[:count]):
        right = [at for at, line in enumerate(lines[:count]) if WHOLLY_BOLD.fullmatch(without_marker(line.text))]
    if not 0 < len(right) < count or any(line.code for line in lines):
        return None
    bullets = [as_markdown(unbolded(without_marker(text))) for text in texts]
    options = find_options("\n".join(f"- {text}" for text in bullets))
    if not options or options.stem or len(options.options) != count:
        return None
    below = "\n\n".join(as_markdown(line.text) for line in lines[count:])
    tasks = task_list(options.options, right, labels=speaks_of_letters(below, options.options))
    return Sides(question, f"{tasks}\n\n{below}".strip())


def _ticked(texts: Sequence[str]) -> tuple[list[str], list[int]] | None:
    """The items of a task list without their boxes, and the numbers of the ticked ones, from 0; else None."""
    boxes = [TICK.match(text) for text in texts]
    if not all(boxes):
        return None
    ticked = [at for at, box in enumerate(boxes) if box and box["tick"].strip()]
    return [f"- {box['text']}" for box in boxes if box], ticked


def _answer(question: Line, lines: Sequence[Line]) -> str:
    """The answer as a list where its lines are bullets or short points, else as paragraphs."""
    first = next((number for number, line in enumerate(lines) if line.is_bullet), len(lines))
    if question.asks_verdict and (letter := VERDICT_LETTER.match(lines[0].text)):
        verdict = "True" if letter["true"] else "False"
        rest = as_markdown(lines[0].text[letter.end() :].lstrip(".,:;!–—- "))
        lines = [replace(lines[0], text=f"{verdict} – {rest}" if rest else verdict), *lines[1:]]
    elif len(lines) == 1 and (point := POINT.match(lines[0].text)) and not first:
        return as_markdown(lines[0].text[point.end() :])
    elif len(lines) > 1 and first == len(lines) and _are_points(question, lines):
        return "\n".join(f"- {as_markdown(line.text)}" for line in lines)
    items = ["\n\n", _items(lines[first:])] if first < len(lines) else []
    return "".join([*_paragraphs(lines[:first]), *items]).strip()


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The lines as paragraphs, each with what parts it from the one above: a sentence may go on in the next line."""
    for above, line in zip([None, *lines], lines, strict=False):
        yield "\n" if above and _goes_on(above, line) else "\n\n"
        yield _markdown(line)


def _goes_on(above: Line, line: Line) -> bool:
    if above.code or line.code or above.is_sentence or above.ends_with_colon:
        return False
    return line.text[:1].islower() or above.text.endswith(",")


def _items(lines: Sequence[Line]) -> str:
    """Bullets as a list, which may have others in it, and what stands between two lists."""
    out: list[str] = []
    levels: list[tuple[int, int]] = []  # how far each list is indented, and how many items it has
    for line in lines:
        if line.code:  # it belongs to the point above it
            out += ["", indent(as_block(line.code), "    " * max(len(levels), 1)), ""]
        elif not line.is_bullet:
            out, levels = [*out, "", _markdown(line), ""], []
        else:
            while len(levels) > 1 and line.indent < levels[-1][0]:
                levels.pop()
            if not levels or line.indent > levels[-1][0] + 1:
                levels.append((line.indent, 0))
            levels[-1] = (levels[-1][0], levels[-1][1] + 1)
            marker = f"{levels[-1][1]}." if NUMBERED.match(line.text) else "-"
            out.append(f"{'    ' * (len(levels) - 1)}{marker} {as_markdown(without_marker(line.text))}")
    return "\n".join(out).strip()


def _markdown(line: Line) -> str:
    return as_block(line.code) if line.code else as_markdown(line.text)


def _are_points(question: Line, lines: Sequence[Line]) -> bool:
    """Whether the lines of an answer are points of a list: the question says how many, or all are short phrases."""
    if any(line.code for line in lines):
        return False
    if found := COUNT.search(without_marker(question.text)):
        number = int(found["n"]) if found["n"] else NUMBERS[str(found.lastgroup)]
        if number == len(lines):
            return True
    return all(line.words <= SHORT and not line.is_sentence for line in lines)
