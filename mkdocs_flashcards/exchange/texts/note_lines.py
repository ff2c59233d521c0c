"""The lines of a note in Markdown, and what stands around the cards in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...cards.patterns import lazy
from ..model import WeekIn
from .field_names import bare

FENCE = lazy(r"(?:[ \t]*(?:>|[-*+]|\d+[.)])[ \t]*)*[ \t]*(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
HEADING = lazy(r" {0,3}(?P<level>#{1,6})[ \t]+(?P<text>.+?)[ \t]*#*[ \t]*(?:\{[^}]*\})?$")
RULE = lazy(r" {0,3}(?:-(?:[ \t]*-){2,}|\*(?:[ \t]*\*){2,}|_(?:[ \t]*_){2,}|={3,})[ \t]*$")
COMMENT = lazy(r"\s*(?:<!--(?:(?!-->).)*-->|%%(?:(?!%%).)*%%)\s*$")
TITLE = lazy(r"(?:title|name)\s*[:=]\s*[\"']?(?P<text>.*?)[\"']?\s*$", re.I)
COUNTED = lazy(
    r"(?:flash\s*cards?|cards?|questions?|karte|frage|carte|tarjeta|pregunta|q)[ \t]*#?\d+\b[ \t]*[:.]?", re.I
)
"""A heading that only counts the cards."""
FRONT = {"---": ("---", "..."), "+++": ("+++",)}
"""How front matter begins, in YAML and in TOML, and how it ends."""
NO_LESSON = (
    "flashcards",
    "cards",
    "questions",
    "questionsandanswers",
    "qa",
    "quiz",
    "review",
    "answers",
    "deck",
    "faq",
)


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A line of a note."""

    number: int
    """From 1."""
    text: str
    is_code: bool = False
    """It stands in a block of code, or is a fence of one."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip()

    @property
    def heading(self) -> str:
        """The text of a heading; empty for any other line."""
        found = None if self.is_code else HEADING.match(self.text)
        return found["text"] if found else ""

    @property
    def level(self) -> int:
        """That of a heading; 0 for any other line."""
        found = None if self.is_code else HEADING.match(self.text)
        return len(found["level"]) if found else 0

    @property
    def is_rule(self) -> bool:
        """Whether it is a line of hyphens or the like."""
        return not self.is_code and bool(RULE.match(self.text))

    @property
    def is_comment(self) -> bool:
        """Whether it is nothing but a comment."""
        return not self.is_code and bool(COMMENT.match(self.text))


def note_lines(text: str) -> tuple[list[NoteLine], list[str]]:
    """The lines of a note, and those of its front matter."""
    texts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    front = 0
    if texts[0].rstrip() in FRONT:
        front = next((n + 1 for n, line in enumerate(texts) if n and line.rstrip() in FRONT[texts[0].rstrip()]), 0)
    lines, fence = list[NoteLine](), ""
    for number, line in enumerate(texts[front:], front + 1):
        found = FENCE.match(line) if "```" in line or "~~~" in line else None
        lines.append(NoteLine(number, line, bool(fence or found)))
        if found and not fence:
            fence = found["fence"]
        elif found and found["fence"].startswith(fence) and not found["info"].strip():
            fence = ""
    return lines, texts[:front]


class Place:
    """The week and the lesson that the headings above a card name."""

    def __init__(self, week_in: WeekIn, front: list[str]) -> None:
        self._week_in = week_in
        self.week = self.source = ""
        for line in front:
            if found := TITLE.match(line):
                self.take(found["text"])

    def names_week(self, text: str) -> bool:
        """Whether a line names a week."""
        return bool(self._week_in(text.strip(" *_")))

    def take(self, heading: str) -> None:
        """Go on below a heading."""
        text = heading.strip(" *_")
        if COUNTED.fullmatch(text):
            return
        week = self._week_in(text)
        self.week = week or self.week
        self.source = "" if week or bare(text) in NO_LESSON else text
