"""A page in HTML as the lines of a note, with its `<details>` as folded boxes: these hide answers there as well."""

from __future__ import annotations

import re

from ...cards.patterns import lazy
from ..model import CardsRead, WeekIn
from ..questions.labels import has_question_mark
from ..to_markdown.html import html_to_markdown
from .folded import folded_in
from .note_lines import NoteLine
from .scripts.literals import Lines

NOT_SHOWN = lazy(r"<!--.*?(?:-->|\Z)|<(?P<name>script|style|template)\b.*?(?:</(?P=name)\s*>|\Z)", re.I | re.S)
TOKEN = lazy(r"<(?P<close>/?)(?P<name>details|summary)\b[^>]*>", re.I)
SUMMARY = lazy(r"\s*<summary\b[^>]*>(?P<title>(?:(?!</?(?:summary|details)\b).){0,2000})</summary\s*>", re.I | re.S)
HEADING = lazy(r"<(?P<tag>h(?P<level>[1-6]))\b[^>]*>(?P<text>(?:(?!</?h[1-6]\b).){0,500})</(?P=tag)\s*>", re.I | re.S)
NUMBER = lazy(r"\A(\d{1,3})\\([.)])")
"""That of a question, as Markdown has it where it shall begin no list."""
NOT_NEWLINE = lazy(r"[^\n]")
SPACE = lazy(r"\s+")
DEEPEST = 8
"""Boxes inside of boxes; text further in belongs to that one."""


def has_details(text: str) -> bool:
    """Whether a text is a page in HTML that folds something away."""
    return text.lstrip("\ufeff \t\r\n").startswith("<") and "<details" in text.lower()


def read_page(text: str, week_in: WeekIn) -> CardsRead:
    """The cards of a page whose answers are in `<details>`."""
    note = _Note(text)
    folded = folded_in(note.lines, [], week_in)
    folded.read.said += note.said
    if folded.prose and folded.read.cards:
        what = f"text around the cards did not become cards ({len(folded.prose)} in all)"
        folded.read.said.append((folded.prose[0].number, what))
    return folded.read


class _Note:
    """The lines of a page as a note would have them, each with its line in the page."""

    def __init__(self, page: str) -> None:
        self.lines: list[NoteLine] = []
        self.said: list[tuple[int, str]] = []
        self._page = NOT_SHOWN.sub(lambda found: NOT_NEWLINE.sub(" ", found[0]), page)
        self._numbers = Lines(page)
        self._depth = at = 0
        for found in TOKEN.finditer(self._page):
            if found.start() < at:
                continue
            self._text(at, found.start())
            at = found.end()
            if found["name"].lower() == "summary":
                continue
            if found["close"]:
                self._depth = max(self._depth - 1, 0)
                continue
            at = self._open(found.start(), at)
        self._text(at, len(self._page))

    def _open(self, start: int, at: int) -> int:
        """Begin a box, and go on below its title."""
        summary = SUMMARY.match(self._page, at)
        title = SPACE.sub(" ", html_to_markdown(summary["title"]).text.strip()) if summary else "Details"
        title = NUMBER.sub(r"\1\2", title)
        kind = "question" if has_question_mark(title) else "details"
        self._add(f'??? {kind} "{title}"', self._numbers[start])
        self._depth += 1
        return summary.end() if summary else at

    def _text(self, start: int, end: int) -> None:
        """Take what stands between two boxes, or in one; a heading in a box stays in the text of its answer."""
        if not self._depth:
            for found in HEADING.finditer(self._page, start, end):
                self._piece(start, found.start())
                title = SPACE.sub(" ", html_to_markdown(found["text"]).text.strip())
                self._add(f"{'#' * int(found['level'])} {title}", self._numbers[found.start()])
                start = found.end()
        self._piece(start, end)

    def _piece(self, start: int, end: int) -> None:
        piece = self._page[start:end]
        number = self._numbers[start + len(piece) - len(piece.lstrip())]
        made = html_to_markdown(piece)
        self.said += [(number, doubt) for doubt in made.doubts if self._depth]
        for line in ["", *made.text.split("\n"), ""] if made.text.strip() else [""]:
            self._add(line, number)

    def _add(self, line: str, number: int) -> None:
        indent = "    " * min(self._depth, DEEPEST)
        self.lines.append(NoteLine(number, indent + line if line else ""))
