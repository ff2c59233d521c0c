"""Choice: an answer that begins with a task list."""

from __future__ import annotations

from collections.abc import Iterator

from ..items import items
from ..mistakes import Mistake
from ..model import Options
from ..patterns import lazy
from ..spans import find_spans, masked
from . import mistakes
from .kind import AnswerKind

MARKER = r" {0,3}(?:[-*+]|\d+\.)[ \t]+"
CHECKBOX = lazy(rf"{MARKER}\[(?P<tick>[ xX])\](?=[ \t]|$)")
EMPTY_OPTION = lazy(rf"{MARKER}\[[ xX]\][ \t]*$")
MISTYPED_CHECKBOX = lazy(
    rf"{MARKER}(?:\[(?:|[^\]\w]|[vVyYхХ]|\s+[xX✓✔]?\s*|[xX✓✔]\s+)\](?=\s|$)|\[[xX]\](?=\s)|\[[ xX]\][:.,;)](?=\s)"
    r"|[［【][^\w\s]?[xXｘＸ]?\s*[］】])"
)
BOX_AT_THE_END = lazy(rf"{MARKER}[^\n]*[^\s\]\[(!]\s+\[[ xX]\]\s*$")
BARE_MARKER = r"(?:[-*+•·–—]|\d+[.)]|[a-zA-Z][.)])"
# Lines that look like options to a reader, and are no items of a list to Markdown.
BARE_CHECKBOX = lazy(rf" {{0,3}}{BARE_MARKER}?[^\S\n]*(?:\[[\s xX✓✔]\]|[☐☑☒✅])(?![(\[:])[^\S\n]*\S")
EMPTY_CIRCLES = " ○◯⚪"
ROUND_CHECKBOX = lazy(
    rf" {{0,3}}{BARE_MARKER}?[^\S\n]*(?:\((?P<tick>[ xX*•●✓✔])\)|(?P<open>[{EMPTY_CIRCLES.strip()}●◉⦿⚫🔘]))[^\S\n]+\S"
)
BOXES = ("[ ]", "[x]", "[X]")
PLAIN = lazy(r"[^\W\d]|[\"'“„«‘(_]|\*(?![ \t])|\d+(?![.)\d])")
"""The beginning of running text, and of nothing else."""
NARROWEST, LONG_WORD = 40, 20  # nobody breaks lines before they have this width; some scripts write without spaces


class Choice(AnswerKind):
    """A student ticks the right options."""

    name = "choice"

    def matches(self, answer: str, options: Options) -> bool:
        """A checkbox that is mistyped, or stands further down, is a mistake to report."""
        if CHECKBOX.match(answer) or MISTYPED_CHECKBOX.match(answer) or _is_bare(answer):
            return True
        found = [item for _, item in items(answer)]
        return any(map(CHECKBOX.match, found)) or (len(found) > 1 and all(map(BOX_AT_THE_END.match, found)))

    def validate(self, answer: str, line: int) -> Iterator[Mistake]:
        if _is_bare(answer):
            yield mistakes.checkbox_without_marker(answer.partition("\n")[0].strip(), line)
            return
        options = items(answer)
        for number, option in options:
            if EMPTY_OPTION.match(option):
                yield mistakes.empty_choice(line + number)
                return
            if not CHECKBOX.match(option):
                yield mistakes.option_without_checkbox(option.strip(), line + number)
                return
        if options:
            yield from _explanation_in_option(answer, options[-1][0], line)
        if len(options) < 2:
            checkboxes = [text for text in answer.split("\n") if CHECKBOX.match(text)]
            yield mistakes.one_option(line) if len(checkboxes) < 2 else mistakes.garbled_choice(line)
        elif all(found["tick"] == " " for _, option in options if (found := CHECKBOX.match(option))):
            yield mistakes.no_right_option(line)


def _explanation_in_option(answer: str, last: int, line: int) -> Iterator[Mistake]:
    """Text right below the last option, which Markdown makes a part of it. A full line that goes on is left alone."""
    lines = answer.split("\n")
    width = max(NARROWEST, *map(len, lines))
    for text in lines[last + 1 : last + 2]:
        word = text.partition(" ")[0][:LONG_WORD]
        if PLAIN.match(text) and len(lines[last]) + 1 + len(word) <= width:
            yield mistakes.explanation_in_option(text, line + last + 1)


def options_below_text(text: str, line: int) -> list[Mistake]:
    """The options that are no list to Markdown, because text stands right above them."""
    # Few cards have any, and to find out what is code takes longer than to see that.
    if not any(box in text for box in BOXES) or _first_below_text(text) is None:
        return []
    number = _first_below_text(masked(text, find_spans(text)))
    if number is None:
        return []
    return [mistakes.options_below_text(text.split("\n")[number].strip(), line + number)]


def _first_below_text(prose: str) -> int | None:
    """The line of the first of several options, counted from 0, where text stands right above them."""
    at = 0
    for block in prose.split("\n\n"):
        first, *rest = block.split("\n")
        if PLAIN.match(first):
            found = [number for number, one in enumerate(rest, 1) if CHECKBOX.match(one)]
            if len(found) > 1:
                return prose.count("\n", 0, at) + found[0]
        at += len(block) + 2
    return None


def ticked_options(text: str, line: int) -> list[Mistake]:
    """The options of a choice in the text of its question, where their ticks tell the answer."""
    if not any(box in text for box in BOXES[1:]):
        return []
    lines = masked(text, find_spans(text)).split("\n")
    found = [(number, box["tick"]) for number, one in enumerate(lines) if (box := CHECKBOX.match(one))]
    ticked = [number for number, tick in found if tick != " "]
    return [mistakes.ticked_options(line + ticked[0])] if ticked and len(found) > 1 else []


def _is_bare(answer: str) -> bool:
    """Whether an answer begins with two options or more that are no items of a list.

    Round boxes are also what copied text has for bullets: only both kinds together are options.
    """
    paragraph = answer.partition("\n\n")[0].split("\n")
    if len(paragraph) < 2 or CHECKBOX.match(paragraph[0]):
        return False
    if all(BARE_CHECKBOX.match(line) for line in paragraph[:2]):
        return True
    ticks = [found["tick"] or found["open"] for line in paragraph if (found := ROUND_CHECKBOX.match(line))]
    empty = [not tick.strip(EMPTY_CIRCLES) for tick in ticks]
    return len(ticks) == len(paragraph) and any(empty) and not all(empty)
