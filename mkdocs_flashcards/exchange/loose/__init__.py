"""Loose notes: a title with the week, then question, lesson and answer as bare lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import indent

from ...cards.patterns import lazy
from ..block import ImportedCard
from ..escape import escaped as escaped_text
from ..escape import with_powers
from ..to_markdown.plain import as_markdown
from .code import as_block
from .lines import BLANK, HEADING, NUMBERED, VERDICT_LETTER, Line, lines_of, without_marker
from .reading import Parts, Shape, read, shape_of

__all__ = ["LooseNotes", "import_loose", "shape_of"]

COUNT = lazy(
    r"\b(?:(?P<n>[2-9])|(?P<two>two|zwei|deux|dos|due|dois|duas|twee|två|dwa|dwie|dva|dvě|iki|два|две|дві|δύο)"
    r"|(?P<three>three|drei|trois|tres|tre|três|drie|trzy|tři|üç|три|τρεις|τρία)"
    r"|(?P<four>four|vier|quatre|cuatro|quattro|quatro|fyra|cztery|čtyři|dört|четыре|чотири|τέσσερα)"
    r"|(?P<five>five|fünf|cinq|cinco|cinque|vijf|fem|pięć|pět|beş|пять|п'ять|πέντε))\b",
    2,
)
PAIR = lazy(r"(?P<term>\S.{0,80}?)\s+[-–—=]\s+(?P<meaning>\S.*)")
WHOLLY_BOLD = lazy(r"(?P<sign>\*\*|__)(?P<text>(?:(?!(?P=sign)).)+)(?P=sign)")
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
SHORT = 12
MOST_LINES = 20_000
"""Reading them takes some seconds."""


@dataclass(frozen=True, slots=True)
class LooseNotes:
    """What loose notes hold: cards, and the lines that belong to none."""

    cards: Sequence[ImportedCard]
    left_over: Sequence[Line]
    titles: Sequence[Line] = ()
    """Lines below the first one that name the week or the lesson of the cards that follow."""


def import_loose(text: str, week_in: Callable[[str], str], shape: Shape | None = None) -> LooseNotes:
    """The cards of loose notes. Each line is in one card's question, source or answer, or is left over.

    `week_in` returns the week that a title names, or an empty text. Raises ValueError where a line would be lost, and
    for a text of more lines than anybody types.
    """
    if (count := text.count("\n")) > MOST_LINES:
        raise ValueError(f"it has {count:,} lines, and the limit for loose notes is {MOST_LINES:,}")
    all_lines = lines_of(text)
    sections = _sections(all_lines, week_in)
    below = {line.number for section in sections for line in section.lines}
    titles = [line for line in all_lines[1:] if line.number not in below]
    if not shape and (pairs := _pairs(sections)):
        return LooseNotes(pairs, [], titles)
    readings = read([section.lines for section in sections], shape)
    cards: list[ImportedCard] = []
    left: list[Line] = []
    for section, reading in zip(sections, readings, strict=True):
        placed = [line for parts in reading.cards for line in (*parts.question, *parts.source, *parts.answer)]
        if sorted(line.number for line in (*placed, *reading.left_over)) != [line.number for line in section.lines]:
            raise ValueError("not every line would be in exactly one card")
        cards += [_card(parts, section) for parts in reading.cards]
        left += [part for line in reading.left_over for part in _typed(line)]
    return LooseNotes(cards, left, titles)


def escaped(text: str) -> str:
    """A line as Markdown."""
    return with_powers(text, escaped_text(text))


@dataclass(frozen=True, slots=True)
class _Section:
    """Lines below a title, which names their week or their lesson."""

    week: str
    source: str
    lines: Sequence[Line]


def _sections(lines: Sequence[Line], week_in: Callable[[str], str]) -> list[_Section]:
    """The lines of each week and each heading."""
    top = week_in(lines[0].text) if lines and not lines[0].is_question else ""
    titles = [(0, top, "")] if top else [(-1, "", "")]
    weeks = _further_weeks(lines, top, week_in)
    headings = {at: heading["text"] for at, line in enumerate(lines) if (heading := HEADING.fullmatch(line.text))}
    lessons = {**_lessons(lines), **headings}
    for at in sorted({*weeks, *lessons} - {0 if top else -1}):
        week = weeks.get(at) or week_in(lessons[at])
        titles.append((at, week or titles[-1][1], "" if week else lessons[at]))
    ends = [*(at for at, _, _ in titles[1:]), len(lines)]
    return [_Section(week, source, lines[at + 1 : end]) for (at, week, source), end in zip(titles, ends, strict=True)]


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
        and (not at or not lines[at - 1].is_question)
    }
    return found if len(found) * 2 <= _asked(lines) else {}


def _asked(lines: Sequence[Line]) -> int:
    return sum(line.is_question or line.commands for line in lines)


def _is_alike(title: str, other: str) -> bool:
    """Whether two titles count in the same words: `W1-Graphs` and `W2: Sorting`."""
    return title.strip()[:1].casefold() == other.strip()[:1].casefold()


def _pairs(sections: Sequence[_Section]) -> list[ImportedCard]:
    """The cards of a list of words, a pair in each line; empty where it is none."""
    found = [(section, PAIR.fullmatch(line.text), line) for section in sections for line in section.lines]
    if len(found) < 2 or not all(pair and not line.is_question and not line.commands for _, pair, line in found):
        return []
    return [
        ImportedCard(
            escaped(without_marker(pair["term"])),
            escaped(pair["meaning"]),
            "flashcard",
            escaped(section.source),
            section.week,
        )
        for section, pair, _ in found
        if pair
    ]


def _card(parts: Parts, section: _Section) -> ImportedCard:
    source, week = " ".join(escaped(line.text) for line in parts.source) or escaped(section.source), section.week
    asked = parts.question[-1]
    if asked.blanks:
        question = "\n\n".join(_with_blanks(without_marker(line.text)) for line in parts.question)
        answer = "\n".join(_answer_of_blank(line.text) for line in parts.answer)
        return ImportedCard(question, answer, "cloze", source, week, doubt=parts.doubt)
    question = "\n\n".join(
        as_markdown(WHOLLY_BOLD.sub(r"\g<text>", without_marker(line.text))) for line in parts.question
    )
    return ImportedCard(question, _answer(parts), "flashcard", source, week, doubt=parts.doubt)


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


def _answer(parts: Parts) -> str:
    """The answer as a list where its lines are bullets or short points, else as paragraphs."""
    answer = parts.answer
    if parts.question[-1].asks_verdict and (letter := VERDICT_LETTER.fullmatch(answer[0].text)):
        return "True" if letter["true"] else "False"
    if any(line.is_bullet for line in answer):
        first = next(number for number, line in enumerate(answer) if line.is_bullet)
        above = [_markdown(line) for line in answer[:first]]
        items = "\n".join(_item(line, number) for number, line in enumerate(answer[first:], 1))
        return "\n\n".join([*above, items.strip()])
    if len(answer) > 1 and _are_points(parts):
        return "\n".join(f"- {as_markdown(line.text)}" for line in answer)
    return "\n\n".join(_markdown(line) for line in answer)


def _markdown(line: Line) -> str:
    return as_block(line.code) if line.code else as_markdown(line.text)


def _typed(line: Line) -> list[Line]:
    """The lines of a piece of code, one by one; any other line is itself."""
    return [Line(line.number + at, text) for at, text in enumerate(line.code) if text.strip()] or [line]


def _item(line: Line, number: int) -> str:
    if line.code:  # it belongs to the point above it
        return f"\n{indent(as_block(line.code), '    ')}\n"
    marker = f"{number}." if NUMBERED.match(line.text) else "-"
    return f"{marker} {as_markdown(without_marker(line.text))}"


def _are_points(parts: Parts) -> bool:
    """Whether the lines of an answer are points of a list: the question says how many, or all are short phrases."""
    found = COUNT.search(parts.question[-1].text)
    if found and not any(line.code for line in parts.answer):
        number = int(found["n"]) if found["n"] else NUMBERS[str(found.lastgroup)]
        if number == len(parts.answer):
            return True
    return all(line.words <= SHORT and not line.code and not line.is_sentence for line in parts.answer)
