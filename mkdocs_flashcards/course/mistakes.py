"""The mistakes in a course's cards, in the words of the build.

Most notes are only scanned and parsed. Where that finds a mistake, or where a block may stand in indented code or in
raw HTML, which only Markdown's parser can tell, the note is rendered with the extension, and what that reports counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ..cards import Card, CardSet, Cloze, Flashcard, ParseResult, Scan, parse
from ..cards.cloze.misplaced import may_be_lost
from ..cards.fences.lines import is_indented_code
from ..cards.patterns import lazy
from ..extension.card_registry import CardRegistry
from ..extension.page import Place, Places, SourcePage, sentence
from ..extension.source import CardSource
from ..plugin.front_matter import box_for_week
from ..plugin.notebooks import blocks_in_notebook
from ..plugin.review.includes import Includes
from .languages import Languages
from .notes import Course, Note
from .render import has_broken_owner, has_indented_block, has_raw_html, rendered, verdicts_of, words_of
from .settings import Settings

_Parsed = tuple[CardSource, ParseResult]
INDENT = lazy(r"[ \t>]*")
INDENTED = lazy(r"\n[ \t]+\S")


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
    found = [one for note in passing(course.notes) for one in checker.check(note) if note.is_asked_for]
    return found + [one for notebook in course.notebooks for one in _in_notebook(notebook)]


def wrong_settings(settings: Settings) -> list[Finding]:
    """The settings of the plugin that a build would not accept."""
    return [Finding(Note(one.path).name, one.line, min(one.line, 1), one.message) for one in settings.wrong]


class _Checker:
    """Goes through the notes of a course and remembers their cards, as the build of each language does."""

    def __init__(self, settings: Settings) -> None:
        self._words = words_of(settings)
        self._verdicts = verdicts_of(settings)
        self._languages = Languages(settings)
        self._registries: dict[str, CardRegistry] = {}
        self._registry = CardRegistry()
        self._settings = settings
        extensions, plugins = dict(settings.extensions), dict(settings.plugins)
        snippets = extensions.get("pymdownx.snippets")
        self._includes = Includes(settings.docs, snippets, has_plugin="include-markdown" in plugins)

    def check(self, note: Note) -> list[Finding]:
        try:
            scan, text = note.scan, note.text
        except UnicodeDecodeError:
            return [Finding(note.name, 0, 0, "expected text in UTF-8. Save the file in this encoding.")]
        except OSError as problem:
            return [Finding(note.name, 0, 0, f"cannot be read: {problem.strerror}.")]
        self._registry = self._registries.setdefault(self._languages.of(note.path), CardRegistry())
        page = SourcePage(note.name, lambda: text, scan)
        found = self._rendered(page, scan.text) if self._includes.may_change_cards(scan) else None
        found = self._in_text(page, scan) if found is None else found
        for included in self._includes.scans(scan.text, note.path):
            found += self._in_text(replace(page, scan=Scan("")), included)
        if "week" in note.front and any(not fence.mistake for fence in scan.fences):
            box_for_week(note.front["week"], page, self._words, lambda *one: found.append(one))
        lines = text.split("\n")
        return sorted({_finding(place, message, lines) for place, message in found})

    def _in_text(self, page: SourcePage, scan: Scan) -> list[tuple[Place, str]]:
        """The mistakes in a text of a page."""
        if not scan.fences:
            return []
        places = Places(page, scan.fences)
        sources = (CardSource(fence, places, number, str) for number, fence in enumerate(scan.fences))
        blocks = [(source, parse(source.fence, self._verdicts)) for source in sources]
        if only_markdown_knows := _only_markdown_knows(scan, blocks, self._settings):
            found = self._rendered(page, scan.text)
            if found is not None:
                return found
        found = self._said([one for one in blocks if not is_indented_code(scan.lines, one[0].fence.start)])
        if found and not only_markdown_knows:  # a card that contradicts another may be an example
            told = self._rendered(page, scan.text)
            return found if told is None else told
        return found

    def _rendered(self, page: SourcePage, text: str) -> list[tuple[Place, str]] | None:
        """What rendering tells; None where the site's extensions fail."""
        found: list[tuple[Place, str]] = []
        html = rendered(page, text, self._settings, self._registry, lambda *one: found.append(one))
        return None if html is None else found

    def _said(self, blocks: Sequence[_Parsed]) -> list[tuple[Place, str]]:
        """What parsing alone can tell of some blocks. Their cards are remembered."""
        found: list[tuple[Place, str]] = []
        for source, result in blocks:
            if source.fence.misnamed:
                continue
            found += [(source.place.at(mistake.line), mistake.message) for mistake in result.mistakes]
            cards: Sequence[Card] = ()
            if isinstance(result.card, CardSet):
                cards = result.card.cards
            elif result.card and not result.mistakes:
                cards = [result.card]
            for card in cards:
                if clash := self._registry.add(card, source):
                    found.append((source.place.at(card.line), clash.message))
        return found


def _only_markdown_knows(scan: Scan, blocks: Sequence[_Parsed], settings: Settings) -> bool:
    """Whether only Markdown's parser knows what is wrong. Its cards may be none, and its mistakes examples."""
    return (
        any(result.mistakes or source.fence.misnamed for source, result in blocks)
        or has_raw_html(scan)
        or (has_indented_block(scan) and has_broken_owner(scan, settings))
        or any(_may_be_read_otherwise(result.card) for _, result in blocks)
    )


def _may_be_read_otherwise(card: Card | CardSet | None) -> bool:
    """Whether Markdown may have no room for a blank, or may make more than one list of what we take for items."""
    if isinstance(card, Cloze):
        return may_be_lost(card.text)
    return isinstance(card, Flashcard) and card.kind in ("choice", "ordering") and bool(INDENTED.search(card.answer))


def _in_notebook(notebook: Note) -> list[Finding]:
    """The blocks in a notebook: none of them becomes a card."""
    try:
        text = notebook.text
    except (OSError, UnicodeDecodeError):  # no note of the course
        return []
    return [
        Finding(notebook.name, one.line or 0, 1 if one.line else 0, one.mistake.message)
        for one in blocks_in_notebook(notebook.name, text)
    ]


def _finding(place: Place, message: str, lines: list[str]) -> Finding:
    said = sentence(place, message).removeprefix(f"{place}: ")
    if place.line is None:
        return Finding(place.path, 0, 0, said)
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    indent = INDENT.match(line)
    return Finding(place.path, place.line, len(indent[0]) + 1 if indent else 1, said)
