"""The mistakes in a course's cards, in the words of the build.

Most notes are only scanned and parsed. Where that finds a mistake, or where a block may stand in indented code or in
raw HTML, which only Markdown's parser can tell, the note is rendered with the extension, and what that reports counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from markdown import Markdown

from ..cards import Card, CardSet, Fence, parse
from ..cards.patterns import lazy
from ..cards.verdicts import Verdicts, verdicts_in
from ..extension import FlashcardsExtension
from ..extension.page import Place, Places, SourcePage, sentence
from ..extension.registry import CardRegistry
from ..extension.source import CardSource
from ..extension.translations import Translations, load_translations
from ..plugin.front_matter import box_for_week
from .notes import Course, Note
from .settings import Settings

RAW_HTML = lazy(r"^[ \t>]*</?(?!flash-card)[a-zA-Z][\w-]*[\s/>]", re.M)
INDENT = lazy(r"[ \t>]*")
BUILT_IN = ("toc", "tables", "fenced_code")  # MkDocs has them in every site


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A mistake and its place. `line` and `column` count from 1; both are 0 where the file has no such line."""

    path: str
    line: int
    column: int
    message: str


def find_mistakes(course: Course) -> list[Finding]:
    """All mistakes in the notes that were asked for, in the order of the notes and their lines."""
    checker = _Checker(course.settings)
    return [one for note in course.notes for one in checker.check(note) if note.is_asked_for]


class _Checker:
    """Goes through the notes of a course and remembers their cards, as a build does."""

    def __init__(self, settings: Settings) -> None:
        self._words = _words(settings)
        self._verdicts = verdicts_in(self._words.language, self._words["true"], self._words["false"])
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
        if found or any(fence.misnamed for fence in scan.fences) or RAW_HTML.search(scan.text):
            found = self._rendered(page, scan.text, found)
        if "week" in note.front and any(not fence.mistake for fence in scan.fences):
            box_for_week(note.front["week"], page, self._words, lambda *one: found.append(one))
        lines = text.split("\n")
        return sorted({_finding(place, message, lines) for place, message in found})

    def _rendered(self, page: SourcePage, text: str, found: list[tuple[Place, str]]) -> list[tuple[Place, str]]:
        """What the extension reports in the site's own Markdown."""
        reported: list[tuple[Place, str]] = []
        extension = FlashcardsExtension(
            registry=self._registry,
            report=lambda *one: reported.append(one),
            language=self._settings.language,
            words=dict(self._settings.words),
        )
        extension.page = page
        named: dict[str, dict[str, Any]] = {name: {} for name in BUILT_IN}
        for name, options in self._settings.extensions:
            if name != "flashcards" and _is_installed(name):
                named[name] = dict(options)
        try:
            Markdown(extensions=[*named, extension], extension_configs=named).convert(text)
        except Exception:  # noqa: BLE001 (other people's extensions, here without the site they belong to)
            return found
        return reported


def _parsed(
    page: SourcePage, fences: list[Fence], registry: CardRegistry, verdicts: Verdicts
) -> Iterator[tuple[Place, str]]:
    """What scanning and parsing alone can tell."""
    places = Places(page, fences)
    for number, fence in enumerate(fences):
        if fence.misnamed:
            continue
        source = CardSource.of(fence, places, number, str)
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


def _words(settings: Settings) -> Translations:
    try:
        return load_translations(settings.language, dict(settings.words))
    except (KeyError, TypeError, ValueError):  # the build says what is wrong with them
        return load_translations(settings.language)


def _is_installed(name: str) -> bool:
    try:
        return "." not in name or find_spec(name.partition(":")[0]) is not None
    except (ImportError, ValueError):
        return False
