"""The mistakes in a course's cards, in the words of the build.

Most notes are only scanned and parsed. Where that finds a mistake, or where a block may stand in indented code or in
raw HTML, which only Markdown's parser can tell, the note is rendered with the extension, and what that reports counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..cards import Card, CardSet, Fence, parse
from ..cards.patterns import lazy
from ..cards.verdicts import Verdicts
from ..extension.card_registry import CardRegistry
from ..extension.page import Place, Places, SourcePage, sentence
from ..extension.source import CardSource
from ..plugin.front_matter import box_for_week
from .notes import Course, Note
from .render import has_broken_owner, has_indented_block, has_raw_html, rendered, verdicts_of, words_of
from .settings import Settings

INDENT = lazy(r"[ \t>]*")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A mistake or advice, and its place.

    `line` and `column` count from 1; both are 0 where the file has no such line.
    """

    path: str
    line: int
    column: int
    message: str
    kind: str = "mistake"
    """`mistake` or `advice`."""

    @property
    def place(self) -> str:
        """`note.md:3:1`, or the file alone."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


def find_mistakes(course: Course, passing: Callable[[Sequence[Note]], Iterable[Note]] = iter) -> list[Finding]:
    """All mistakes in the notes that were asked for, in the order of the notes and their lines.

    The notes go through `passing` one by one, which may show how many are done.
    """
    checker = _Checker(course.settings)
    return [one for note in passing(course.notes) for one in checker.check(note) if note.is_asked_for]


def wrong_settings(settings: Settings) -> list[Finding]:
    """The settings of the plugin that a build would not accept."""
    return [Finding(Note(one.path).name, one.line, min(one.line, 1), one.message) for one in settings.wrong]


class _Checker:
    """Goes through the notes of a course and remembers their cards, as a build does."""

    def __init__(self, settings: Settings) -> None:
        self._words = words_of(settings)
        self._verdicts = verdicts_of(settings)
        self._registry = CardRegistry()
        self._settings = settings

    def check(self, note: Note) -> list[Finding]:
        try:
            scan, text = note.scan, note.text
        except UnicodeDecodeError:
            return [Finding(note.name, 0, 0, "expected text in UTF-8. Save the file in this encoding.")]
        except OSError as problem:
            return [Finding(note.name, 0, 0, f"cannot be read: {problem.strerror}.")]
        if not scan.fences:
            return []
        page = SourcePage(note.name, lambda: text, scan)
        found = list(_parsed(page, scan.fences, self._registry, self._verdicts))
        may_be_no_card = has_raw_html(scan) or (has_indented_block(scan) and has_broken_owner(scan, self._settings))
        if found or may_be_no_card or any(fence.misnamed for fence in scan.fences):
            reported: list[tuple[Place, str]] = []
            html = rendered(page, scan.text, self._settings, self._registry, lambda *one: reported.append(one))
            found = found if html is None else reported
        if "week" in note.front and any(not fence.mistake for fence in scan.fences):
            box_for_week(note.front["week"], page, self._words, lambda *one: found.append(one))
        lines = text.split("\n")
        return sorted({_finding(place, message, lines) for place, message in found})


def _parsed(
    page: SourcePage, fences: list[Fence], registry: CardRegistry, verdicts: Verdicts
) -> Iterator[tuple[Place, str]]:
    """What scanning and parsing alone can tell."""
    places = Places(page, fences)
    for number, fence in enumerate(fences):
        if fence.misnamed:
            continue
        source = CardSource(fence, places, number, str)
        result = parse(fence, verdicts)
        for mistake in result.mistakes:
            yield source.place.at(mistake.line), mistake.message
        cards: Sequence[Card] = ()
        if isinstance(result.card, CardSet):
            cards = result.card.cards
        elif result.card and not result.mistakes:
            cards = [result.card]
        for card in cards:
            if clash := registry.add(card, source):
                yield source.place.at(card.line), clash.message


def _finding(place: Place, message: str, lines: list[str]) -> Finding:
    if place.line is None:
        return Finding(place.path, 0, 0, message)
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    indent = INDENT.match(line)
    said = sentence(place, message).removeprefix(f"{place}: ")
    return Finding(place.path, place.line, len(indent[0]) + 1 if indent else 1, said)
