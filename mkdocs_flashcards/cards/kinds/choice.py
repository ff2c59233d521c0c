"""Choice: an answer that begins with a task list."""

from __future__ import annotations

from collections.abc import Iterator

from .. import mistakes
from ..items import items
from ..mistakes import Mistake
from ..model import Options
from ..patterns import lazy
from .kind import AnswerKind

MARKER = r" {0,3}(?:[-*+]|\d+\.)[ \t]+"
CHECKBOX = lazy(rf"{MARKER}\[(?P<tick>[ xX])\](?=[ \t]|$)")
EMPTY_OPTION = lazy(rf"{MARKER}\[[ xX]\][ \t]*$")
MISTYPED_CHECKBOX = lazy(rf"{MARKER}\[(?:|[^\]\w]|[vVyY])\](?=[ \t]|$)")


class Choice(AnswerKind):
    """A student ticks the right options."""

    name = "choice"

    def matches(self, answer: str, options: Options) -> bool:
        """A checkbox that is mistyped, or stands further down, is a mistake to report."""
        if CHECKBOX.match(answer) or MISTYPED_CHECKBOX.match(answer):
            return True
        return any(CHECKBOX.match(item) for _, item in items(answer))

    def validate(self, answer: str, line: int) -> Iterator[Mistake]:
        options = items(answer)
        for number, option in options:
            if EMPTY_OPTION.match(option):
                yield mistakes.empty_choice(line + number)
                return
            if not CHECKBOX.match(option):
                yield mistakes.option_without_checkbox(option.strip(), line + number)
                return
        if len(options) < 2:
            checkboxes = [text for text in answer.split("\n") if CHECKBOX.match(text)]
            yield mistakes.one_option(line) if len(checkboxes) < 2 else mistakes.garbled_choice(line)
        elif all(found["tick"] == " " for _, option in options if (found := CHECKBOX.match(option))):
            yield mistakes.no_right_option(line)
