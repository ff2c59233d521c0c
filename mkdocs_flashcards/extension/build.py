"""From a block to HTML: a card, a set of cards, or a box that says what is to be mended."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from html import escape

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from ..cards import CardSet, Cloze, Flashcard, Mistake, mistakes, parse
from . import kinds
from .blocks import CardBlocks, CardBlocksFirst, ExampleInIndentedCode
from .error_box import error_box
from .page import Report, sentence
from .preprocessor import CardSource
from .registry import CardRegistry
from .render import Frames
from .translations import Translations

# Preprocessors that leave a text without these signs as it is; running them on every card for nothing takes time.
LOOKS_FOR = {
    "fenced_raw_block": ("```", "~~~"),
    "fenced_code_block": ("```", "~~~"),
    "mkdocs_raw_html": ("<",),
    "html_block": ("<", "&"),
}
HEADING = re.compile(r"h[1-6]$")


class Builder:
    """Makes the cards of one Markdown instance."""

    def __init__(self, md: Markdown, translations: Translations, report: Report) -> None:
        self.md = md
        self.translations = translations
        self.report = report
        self.show = escape(translations["show"])
        self.frames = Frames(self)
        self._later: list[tuple[Sequence[str], Preprocessor]] = []
        self.reset(CardRegistry())

    def reset(self, registry: CardRegistry) -> None:
        """Begin a new page."""
        self.registry = registry
        self.sources: list[CardSource] = []
        self.elements: list[etree.Element] = []
        self.ids: set[str] = set()
        self.current: CardSource
        """The block that is being made into a card."""
        self.frames.frames.clear()

    def prepare(self) -> None:
        """Enter what turns marks into cards; called for pages that have blocks, so that others do not pay for it."""
        md, blocks = self.md, self.md.parser.blockprocessors
        # SuperFences has an option to do without indented code
        if "code" in blocks and not getattr(blocks["code"], "config", {}).get("disable_indented_code_blocks"):
            blocks.register(ExampleInIndentedCode(self), "flashcards-example", 80.5)  # before indented code (80)
        blocks.register(
            CardBlocksFirst(self), "flashcards-first", 79.95
        )  # before block math (79.9), tables and headings
        blocks.register(CardBlocks(self), "flashcards", 12)  # after lists and quotes, before paragraphs (10)
        md.treeprocessors.register(Headings(self), "flashcards-headings", 6)  # after attr_list (8), before toc (5)
        md.postprocessors.register(self.frames, "flashcards-frames", 15)  # after raw HTML is back in place (30)
        self._later = self._later_preprocessors()
        if "flash-card" not in md.block_level_elements:
            md.block_level_elements.append("flash-card")

    def build(self, parent: etree.Element, source: CardSource) -> None:
        """Add what a block says to the tree."""
        self.current = source
        result = parse(source.fence)
        if isinstance(result.card, CardSet):
            self._set(parent, result.card, result.mistakes, source)
            return
        wrong = list(result.mistakes)
        if result.card and not wrong and (clash := self.registry.add(result.card, source)):
            wrong.append(clash)
        if wrong or not result.card:
            self._box(parent, source, wrong)
            return
        element = self._card(parent, result.card)
        try:
            kinds.fill(self, element, result.card)
        except kinds.UnexpectedStructure as problem:
            parent.remove(element)
            self._box(parent, source, [problem.mistake])

    def _set(self, parent: etree.Element, cards: CardSet, wrong: Sequence[Mistake], source: CardSource) -> None:
        if wrong:
            self._box(parent, source, wrong)
        if not cards.cards:
            return
        around = etree.SubElement(parent, "div", {"class": "flash-set"})
        head = etree.SubElement(around, "p", {"class": "flash-set-head"})
        for cell in cards.head:
            etree.SubElement(head, "span").text = cell
        head[0].tail = " "
        for card in cards.cards:
            if clash := self.registry.add(card, source):
                self._box(around, source, [Mistake(clash.message, card.line)])
                continue
            element = self._card(around, card)
            element.set("class", "flash-short")
            kinds.fill(self, element, card)
        kinds.source(self, around, cards.options)

    def _card(self, parent: etree.Element, card: Flashcard | Cloze) -> etree.Element:
        element = etree.SubElement(parent, "flash-card")
        if card.id not in self.ids:
            self.ids.add(card.id)
            element.set("id", f"card-{card.id}")
        element.set("data-card", card.id)
        element.set("data-kind", card.kind)
        if card.options.reverse:
            element.set("data-reverse", f"{card.id}~r")
        if card.options.week:
            element.set("data-week", card.options.week)
        if not card.options.review:
            element.set("data-review", "no")
        if card.options.tags:
            element.set("data-tags", ", ".join(card.options.tags))
        self.elements.append(element)
        return element

    def parse(self, element: etree.Element, text: str) -> None:
        """Read Markdown into an element, with the page's own parser: its references, footnotes, tabs and all."""
        parser, lines = self.md.parser, text.split("\n")
        for looks_for, preprocessor in self._later:
            if not looks_for or any(sign in text for sign in looks_for):
                lines = _keeping_anchors(preprocessor, lines)
        parser.state.set("flashcard")  # else the state of a tight list would swallow paragraphs
        parser.parseChunk(element, "\n".join(lines).strip("\n"))
        parser.state.reset()

    def _later_preprocessors(self) -> list[tuple[Sequence[str], Preprocessor]]:
        """Those that a card's text has still to go through; what comes before ours has seen it already."""
        registry = self.md.preprocessors
        early = ["fenced_raw_block", "normalize_whitespace"] if "fenced_raw_block" in registry else []
        later = list(registry)[registry.get_index_for_name("flashcards") + 1 :]
        signs = {id(registry[name]): signs for name, signs in LOOKS_FOR.items() if name in registry}
        return [(signs.get(id(one), ()), one) for one in [*(registry[name] for name in early), *later]]

    def _box(self, parent: etree.Element, source: CardSource, wrong: Sequence[Mistake]) -> None:
        """A box at the place of a block that cannot be shown."""
        box = self._box_html(source, wrong)  # as raw HTML, because highlighters would take its code for the page's
        etree.SubElement(parent, "p").text = AtomicString(self.md.htmlStash.store(box))

    def box_in_raw_html(self, source: CardSource) -> str:
        """The box of a block that stands in raw HTML and so never met the parser."""
        return self._box_html(source, [mistakes.in_raw_html(source.fence.name)])

    def box_for_lost_blank(self, source: CardSource) -> str:
        """The box of a cloze that turned out to have a blank where it cannot be filled in."""
        return self._box_html(source, [mistakes.misplaced_blank()])

    def _box_html(self, source: CardSource, wrong: Sequence[Mistake]) -> str:
        place = self.registry.place_of_mistake(source)
        if source.places.known:
            for mistake in wrong:
                self.report(place.at(mistake.line), mistake.message)
        sentences = [sentence(place.at(mistake.line), mistake.message) for mistake in wrong]
        return error_box(self.translations, sentences, source.fence.raw)


def _keeping_anchors(preprocessor: Preprocessor, lines: list[str]) -> list[str]:
    """The lines from a preprocessor. MkDocs's search for raw anchors would forget the page's when it runs again."""
    before: set[str] | None = getattr(preprocessor, "present_anchor_ids", None)
    lines = preprocessor.run(lines)
    if before is not None:
        preprocessor.present_anchor_ids = before | preprocessor.present_anchor_ids  # type: ignore[attr-defined]
    return lines


class Headings(Treeprocessor):
    """Keeps headings in cards out of the page's table of contents, and from being its title."""

    def __init__(self, builder: Builder) -> None:
        super().__init__(builder.md)
        self.builder = builder

    def run(self, root: etree.Element) -> None:
        for card in self.builder.elements:
            for element in card.iter():
                if HEADING.match(str(element.tag)):
                    element.attrib.update({"role": "heading", "aria-level": element.tag[1], "class": "flash-heading"})
                    element.tag = "div"
