"""The Python-Markdown extension: cards in every site that is made with Python-Markdown. Needs no MkDocs."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from .build import Builder
from .page import Report, SourcePage, log_mistake
from .preprocessor import CardPreprocessor, SourceKeeper
from .registry import CardRegistry
from .translations import load_translations

__all__ = ["FlashcardsExtension", "makeExtension"]

FIRST = 10_000  # before everything that could move a line
BEFORE_FENCES = 26  # before every fence extension (25), after snippets (32), normalizing (30) and meta (27)
BEFORE_RAW_FENCES = 31.06  # before SuperFences with preserve_tabs (31.05), after snippets (32)


class FlashcardsExtension(Extension):
    """Turns `flashcard` and `cloze` blocks into `<flash-card>` elements.

    Alone, it reports mistakes with the line of the text it was given. The plugin sets `page` before each page, gives
    the `registry` of the whole site, and so gets the author's file and line and finds cards that contradict each other.
    """

    def __init__(self, registry: CardRegistry | None = None, report: Report = log_mistake, **options: Any) -> None:
        self.config = {
            "language": ["en", "language of the words a reader sees"],
            "words": [{}, "single words to say differently"],
        }
        super().__init__(**options)
        self.translations = load_translations(self.getConfig("language"), self.getConfig("words"))
        self.registry = registry
        self.report = report
        self.page: SourcePage | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's name)
        md.registerExtension(_PerInstance(md, self))


class _PerInstance(Extension):
    """What belongs to one Markdown instance; the extension itself may serve many (MkDocs makes one a page)."""

    def __init__(self, md: Markdown, extension: FlashcardsExtension) -> None:
        super().__init__()
        self.md = md
        self.extension = extension
        self.builder = Builder(md, extension.translations, extension.report)
        self.first = SourceKeeper(md, self.begin)
        self.fences = CardPreprocessor(md, self.builder, self.first, extension)
        md.preprocessors.register(self.first, "flashcards-first", FIRST)
        md.preprocessors.register(self.fences, "flashcards", BEFORE_FENCES)

    def begin(self) -> None:
        """A new text, also where a program converts several without a reset."""
        self.builder.reset(self.extension.registry if self.extension.registry is not None else CardRegistry())

    def reset(self) -> None:
        """All extensions are loaded by the time Markdown calls this, so the order of theirs and ours is known."""
        if "fenced_raw_block" in self.md.preprocessors:
            self.md.preprocessors.register(self.fences, "flashcards-raw", BEFORE_RAW_FENCES)


def makeExtension(**options: Any) -> FlashcardsExtension:  # noqa: N802 (Markdown's name)
    """Markdown's way in by module name."""
    return FlashcardsExtension(**options)
