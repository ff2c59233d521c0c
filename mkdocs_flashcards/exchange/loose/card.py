"""The card of some lines of loose notes, as Markdown."""

from __future__ import annotations

from textwrap import indent

from ...cards.patterns import lazy
from ..block import ImportedCard
from ..escape import escaped as escaped_text
from ..escape import with_powers
from ..to_markdown.plain import as_markdown
from .code import as_block
from .lines import BLANK, NUMBERED, VERDICT_LETTER, Line, without_marker
from .reading import Parts
from .sections import Section

COUNT = lazy(
    r"\b(?:(?P<n>[2-9])|(?P<two>two|zwei|deux|dos|due|dois|duas|twee|två|dwa|dwie|dva|dvě|iki|два|две|дві|δύο)"
    r"|(?P<three>three|drei|trois|tres|tre|três|drie|trzy|tři|üç|три|τρεις|τρία)"
    r"|(?P<four>four|vier|quatre|cuatro|quattro|quatro|fyra|cztery|čtyři|dört|четыре|чотири|τέσσερα)"
    r"|(?P<five>five|fünf|cinq|cinco|cinque|vijf|fem|pięć|pět|beş|пять|п'ять|πέντε))\b",
    2,
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
