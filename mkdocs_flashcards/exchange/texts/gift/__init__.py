"""GIFT, the text in which Moodle and others keep questions."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ....cards.header import is_id
from ....cards.patterns import lazy
from ...block import ImportedCard
from ...model import CardsRead, Unreadable, WeekIn, shortened
from ...to_markdown.html import Converted, html_to_markdown
from ...to_markdown.sanitize import sanitized
from ..record import Convert, from_text, from_text_or_html
from .answers import NoAnswer, answers_of

ESCAPED = "~=#{}:\\"
ESCAPE = lazy(r"\\([~=#{}:\\])")
HIDDEN = 0xF100
"""Where the signs that were escaped are put until the text is taken apart: no text has letters from there on."""
ANSWERS = lazy(r"\{(?P<answers>[^{}]*)\}", re.S)
NAME = lazy(r"\s*::(?P<name>.*?)::", re.S)
FORMAT = lazy(r"\s*\[(?P<format>html|markdown|plain|moodle)\]", re.I)
CATEGORY = lazy(r"\s*\$CATEGORY:\s*(?P<path>.*)", re.I)
SAID = lazy(r"\[(?P<what>id|tag):(?P<value>[^\]]+)\]", re.I)
LOOKS = lazy(r"(?<!\\)\{\s*(?:[=~#]|(?:T|TRUE|F|FALSE)\s*[}#])", re.I)
NO_LESSON = lazy(r"\$\w+\$|top|default(?: for .*)?|questions?", re.I)


@dataclass(slots=True)
class _Question:
    """The text of a question, and what stands above it."""

    line: int
    text: str
    category: str
    comments: str


def is_gift(text: str) -> bool:
    """Whether most of a text's paragraphs are questions in GIFT."""
    if not LOOKS.search(text):
        return False
    questions = list(_questions(text))
    return 2 * sum(1 for one in questions if LOOKS.search(one.text)) >= len(questions)


def read_gift(text: str, week_in: WeekIn) -> CardsRead:
    """The cards of a text in GIFT."""
    read, names = CardsRead(), 0
    for question in _questions(text):
        names += bool(NAME.match(question.text))
        try:
            read.add(_card(question, week_in))
        except NoAnswer as problem:
            read.leave(question.line, f"{problem}: {shortened(question.text)}")
    if not read.cards and not read.left_over:
        raise Unreadable("no question in GIFT, such as `What is 2 + 2? {=4 ~5}`")
    if names:
        read.said.append((1, f"not carried over: names of questions ({names} in all)"))
    return read


def _questions(text: str) -> Iterator[_Question]:
    """The questions of a text: what stands between blank lines that are not in braces."""
    lines: list[str] = []
    comments: list[str] = []
    numbers: list[int] = []
    category, depth = "", 0

    def done() -> Iterator[_Question]:
        for at, part in _parted(lines):
            yield _Question(numbers[at], part, category, " ".join(comments))
            comments.clear()
        lines.clear()
        numbers.clear()

    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        bare = line.strip()
        starts_anew = bare.startswith("::") or bare.upper().startswith("$CATEGORY:")
        if (not bare and depth <= 0) or (starts_anew and lines):
            yield from done()
            depth = 0
        if bare.startswith("//"):
            comments.append(bare)
        elif found := CATEGORY.match(line):
            category = found["path"].strip()
        elif bare:
            lines.append(line)
            numbers.append(number)
            signs = ESCAPE.sub("", line)
            depth += signs.count("{") - signs.count("}")
    yield from done()


def _parted(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The questions of a paragraph, each with its first line. Without blank lines, one ends with its answer."""
    text = "\n".join(lines)
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    answers = [(bisect(starts, found.start()), bisect(starts, found.end() - 1)) for found in LOOKS.finditer(text)]
    last = max((begin for begin, _ in answers), default=0)
    ends = {end for _, end in answers}
    start, depth, is_answered = 0, 0, False
    for at, line in enumerate(lines):
        if is_answered and not depth and at < last:
            yield start, "\n".join(lines[start:at])
            start, is_answered = at, False
        signs = ESCAPE.sub("", line)
        depth = max(depth + signs.count("{") - signs.count("}"), 0)
        is_answered = is_answered or at + 1 in ends
    if lines:
        yield start, "\n".join(lines[start:])


def _card(question: _Question, week_in: WeekIn) -> ImportedCard:
    text = ESCAPE.sub(lambda found: chr(HIDDEN + ESCAPED.index(found[1])), question.text)
    name = NAME.match(text)
    text = text[name.end() :] if name else text
    form = FORMAT.match(text)
    text = text[form.end() :] if form else text
    found = ANSWERS.search(text)
    if not found:
        raise NoAnswer("its braces are not closed" if "{" in text else "a text without an answer")
    if LOOKS.search(text, found.end()):
        raise NoAnswer("two answers in one question: put a blank line between questions")
    doubts: list[str] = []
    reading = _Reading((form["format"] if form else "moodle").lower(), doubts)
    stem, rest = text[: found.start()].strip(), text[found.end() :].strip()
    answers = answers_of(found["answers"], reading.markdown, has_gap=bool(rest))
    if answers.blank:
        asked, name_ = f"{reading.markdown(stem)} =={answers.blank}== {reading.markdown(rest)}", "cloze"
        asked = re.sub(r"== (?=[.,;:!?)])", "==", asked).strip()
    else:
        asked, name_ = reading.markdown(f"{stem} … {rest}" if rest else stem), "flashcard"
    if not asked:
        raise NoAnswer("no question")
    week, source = _place(question.category, week_in)
    said = [(one["what"].lower(), one["value"].strip()) for one in SAID.finditer(question.comments)]
    return ImportedCard(
        asked,
        answers.text,
        name_,
        source=source,
        week=week,
        id=next((value for what, value in said if what == "id" and is_id(value)), ""),
        tags=[value.replace(",", " ") for what, value in said if what == "tag"],
        doubt="; ".join(dict.fromkeys([*doubts, *answers.doubts])),
        line=question.line,
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """Makes Markdown of the texts of a question, which are all in one format unless they say another."""

    format: str
    doubts: list[str]

    def markdown(self, text: str) -> str:
        """A text as Markdown."""
        form = FORMAT.match(text)
        name = form["format"].lower() if form else self.format
        made = _CONVERT[name](_shown(text[form.end() :] if form else text).strip())
        self.doubts.extend(made.doubts)
        return made.text


def _shown(text: str) -> str:
    """A text with the signs that were escaped in it."""
    text = text.replace("\\n", "\n")
    return "".join(
        ESCAPED[ord(char) - HIDDEN] if HIDDEN <= ord(char) < HIDDEN + len(ESCAPED) else char for char in text
    )


_CONVERT: dict[str, Convert] = {
    "html": html_to_markdown,
    "markdown": lambda text: Converted(sanitized(text)),
    "plain": from_text,
    "moodle": from_text_or_html,
}


def _place(category: str, week_in: WeekIn) -> tuple[str, str]:
    """The week and the lesson that a category names."""
    levels = [level.strip() for level in re.split(r"(?<!/)/(?!/)", category) if level.strip()]
    week = next((week for level in reversed(levels) if (week := week_in(level))), "")
    last = levels[-1] if levels else ""
    return week, "" if NO_LESSON.fullmatch(last) or week_in(last) else last
