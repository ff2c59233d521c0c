"""The Python-Markdown extension: cards in every site that is made with Python-Markdown. Needs no MkDocs."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from .blocks import CardBlocks, CardBlocksFirst, ExampleInIndentedCode
from .build import Builder
from .card_registry import CardRegistry
from .context import Context
from .headings import Headings
from .page import Report, SourcePage, log_mistake
from .preprocessor import EARLY, CardPreprocessor, LostSources, SourceKeeper
from .translations import load_translations

__all__ = ["FlashcardsExtension", "makeExtension"]

FIRST = 10_000  # before everything that could move a line
BEFORE_FENCES = 26  # before every fence extension (25), after snippets (32), normalizing (30) and meta (27)
BEFORE_CRITIC = 31.15  # before critic markup (31.1) and SuperFences with preserve_tabs (31.05), after snippets (32)
BEFORE_INDENTED_CODE = 80.5  # indented code (80)
BEFORE_HEADINGS = 79.95  # before block math (79.9), tables and headings
BEFORE_PARAGRAPHS = 12  # after lists and quotes, before paragraphs (10)
BEFORE_CONTENTS = 6  # after attr_list (8), before toc (5)
AFTER_RAW_HTML = 15  # after raw HTML is back in place (30)


class FlashcardsExtension(Extension):
    """Turns `flashcard` and `cloze` blocks into `<flash-card>` elements.

    Alone, it reports mistakes with the line of the text it was given. The plugin sets `page` before each page, gives
    the `registry` of the whole site, and so gets the author's file and line and finds cards that contradict each other.
    """

    def __init__(self, registry: CardRegistry | None = None, report: Report = log_mistake, **options: Any) -> None:
        self.config = {
            "language": ["en", "language of the texts that readers see"],
            "words": [{}, "your own texts for single words"],
        }
        super().__init__(**options)
        self.translations = load_translations(self.getConfig("language"), self.getConfig("words"))
        self.registry = registry
        self.report = report
        self.page: SourcePage | None = None
        self.has_run = False
        """Set when a text is converted. The plugin, which resets it, so knows pages that something else converts."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's name)
        md.registerExtension(_Instance(md, self))


class _Instance(Extension):
    """What belongs to one Markdown instance; the extension itself may serve many (MkDocs makes one a page)."""

    def __init__(self, md: Markdown, extension: FlashcardsExtension) -> None:
        super().__init__()
        self._md = md
        self._extension = extension
        self._context = Context(md, extension.translations, extension.report)
        self._builder = Builder(md, self._context)
        self._keeper = SourceKeeper(md, self._begin)
        self._preprocessor = CardPreprocessor(md, self._page, self._begin_cards, self._builder.box_in_raw_html)
        md.preprocessors.register(self._keeper, "flashcards-first", FIRST)
        md.preprocessors.register(self._preprocessor, "flashcards", BEFORE_FENCES)

    def reset(self) -> None:
        """All extensions are loaded by the time Markdown calls this, so the order of theirs and ours is known."""
        if any(name in self._md.preprocessors for name in ("critic", "fenced_raw_block")):
            self._md.preprocessors.register(self._preprocessor, EARLY, BEFORE_CRITIC)

    def _page(self) -> SourcePage:
        return self._extension.page or self._keeper.page()

    def _begin(self) -> None:
        """A new text, also where a program converts several without a reset."""
        self._extension.has_run = True
        registry = self._extension.registry
        self._builder.reset(registry if registry is not None else CardRegistry())
        self._preprocessor.reset()
        self._context.reset()

    def _begin_cards(self, text: str) -> None:
        """Enter what makes cards; called for pages that have blocks, so that others do not pay for it."""
        md, builder, blocks = self._md, self._builder, self._md.parser.blockprocessors
        words, waiting = self._preprocessor.words, self._preprocessor.waiting
        self._context.begin_page(text)
        # SuperFences has an option to do without indented code
        if "code" in blocks and not getattr(blocks["code"], "config", {}).get("disable_indented_code_blocks"):
            example = ExampleInIndentedCode(md, builder.build, words, waiting)
            blocks.register(example, "flashcards-example", BEFORE_INDENTED_CODE)
        blocks.register(CardBlocksFirst(md, builder.build, words, waiting), "flashcards-first", BEFORE_HEADINGS)
        blocks.register(CardBlocks(md, builder.build, words, waiting), "flashcards", BEFORE_PARAGRAPHS)
        headings = Headings(md, lambda: builder.elements)
        md.treeprocessors.register(headings, "flashcards-headings", BEFORE_CONTENTS)
        md.postprocessors.register(LostSources(md, self._preprocessor), "flashcards-lost", AFTER_RAW_HTML + 1)
        md.postprocessors.register(builder.renderer, "flashcards-cards", AFTER_RAW_HTML)
        if "flash-card" not in md.block_level_elements:
            md.block_level_elements.append("flash-card")


def makeExtension(**options: Any) -> FlashcardsExtension:  # noqa: N802 (Markdown's name)
    """Markdown's way in by module name."""
    return FlashcardsExtension(**options)
