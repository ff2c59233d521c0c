"""From a block to elements: a card, a set of cards, or a box that says what to mend."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown import Markdown
from markdown.util import AtomicString

from ..cards import CardSet, Cloze, Flashcard, Mistake, mistakes, parse
from ..cards.cloze.parse import lost_blank
from . import kinds
from .card_registry import CardRegistry
from .context import Context
from .error_box import error_box
from .page import sentence
from .render import LostBlank, Renderer, source_line
from .source import CardSource


class Builder:
    """Makes the cards of one Markdown instance."""

    def __init__(self, md: Markdown, context: Context) -> None:
        self.renderer = Renderer(context, self.box_for_lost_blank)
        self.elements: list[etree.Element] = []
        """The cards of the page."""
        self._md = md
        self._context = context
        self._registry = CardRegistry()
        self._ids: set[str] = set()

    def reset(self, registry: CardRegistry) -> None:
        """Begin a new page."""
        self._registry = registry
        self.elements = []
        self._ids.clear()
        self.renderer.reset()

    def build(self, parent: etree.Element, source: CardSource) -> None:
        """Add what a block says to the tree."""
        self._context.has_tags = "<" in source.fence.raw
        result = parse(source.fence, self._context.verdicts)
        if isinstance(result.card, CardSet):
            self._set(parent, result.card, result.mistakes, source)
            return
        wrong = list(result.mistakes)
        if result.card and not wrong and (clash := self._registry.add(result.card, source)):
            wrong.append(clash)
        if wrong or not result.card:
            self._box(parent, source, wrong)
            return
        try:
            self._card(parent, result.card, source)
        except kinds.UnexpectedStructure as problem:
            self._box(parent, source, [problem.mistake])
        except LostBlank as lost:
            self._box(parent, source, [lost_blank(source.fence.body, lost.place)])

    def _set(self, parent: etree.Element, cards: CardSet, wrong: Sequence[Mistake], source: CardSource) -> None:
        if wrong:
            self._box(parent, source, wrong)
        if not cards.cards:
            return
        around = etree.SubElement(parent, "div", {"class": "flash-set"})
        around.append(_set_head(self._context, cards))
        clashes = [(card, self._registry.add(card, source)) for card in cards.cards]
        wrong = [Mistake(clash.message, card.line) for card, clash in clashes if clash]
        for card, clash in clashes:
            if not clash:
                self._card(around, card, source, in_set=True)
            elif wrong:  # all in one box, which shows the whole set
                self._box(around, source, wrong)
                wrong = []
        if cards.options.source:  # said once for all rows
            around.append(source_line(self._context, cards.options.source))

    def _card(
        self, parent: etree.Element, card: Flashcard | Cloze, source: CardSource, *, in_set: bool = False
    ) -> None:
        rendered = kinds.render(self._context, card)
        element = etree.SubElement(parent, "flash-card", _attributes(card))
        if card.id not in self._ids:
            self._ids.add(card.id)
            element.set("id", f"card-{card.id}")
        if in_set:
            element.set("class", "flash-short")
        question = card.question if isinstance(card, Flashcard) else card.with_blanks(lambda _: "____")
        rendered.links = source.places.mending(source.number, card.line, question)
        self.renderer.add(element, rendered, card.options, source, says_source=not in_set)
        rendered.label = kinds.label(self._context, element.attrib, rendered.count)
        self.elements.append(element)

    def _box(self, parent: etree.Element, source: CardSource, wrong: Sequence[Mistake]) -> None:
        """A box at the place of a block that cannot be shown."""
        box = self._box_html(source, wrong)  # as raw HTML, because highlighters would take its code for the page's
        etree.SubElement(parent, "p").text = AtomicString(self._md.htmlStash.store(box))

    def box_in_raw_html(self, source: CardSource) -> str:
        """The box of a block that stands in raw HTML and so never met the parser."""
        return self._box_html(source, [mistakes.in_raw_html(source.fence.name)])

    def box_for_lost_blank(self, source: CardSource, place: int) -> str:
        """The box of a cloze that turned out to have a blank, the one in this place, where it cannot be filled in."""
        return self._box_html(source, [lost_blank(source.fence.body, place)])

    def _box_html(self, source: CardSource, wrong: Sequence[Mistake]) -> str:
        place, wrong = self._registry.place_of_mistake(source), list(dict.fromkeys(wrong))
        if source.places.known:
            for mistake in wrong:
                self._context.report(place.at(mistake.line), mistake.message)
        sentences = [sentence(place.at(mistake.line), mistake.message) for mistake in wrong]
        return error_box(self._context.translations, sentences, source.fence.raw)


def _attributes(card: Flashcard | Cloze) -> dict[str, str]:
    attributes = {"data-card": card.id, "data-kind": card.kind}
    if card.options.reverse:
        attributes["data-reverse"] = f"{card.id}~r"
    if card.options.week:
        attributes["data-week"] = card.options.week
    if not card.options.review:
        attributes["data-review"] = "no"
    if card.options.tags:
        attributes["data-tags"] = ", ".join(card.options.tags)
    return attributes


def _set_head(context: Context, cards: CardSet) -> etree.Element:
    head = etree.Element("p", {"class": "flash-set-head"})
    for text in cards.head:
        cell = etree.SubElement(head, "span")
        cell.text = text
        context.contain_line(cell)
    head[0].tail = " "
    return head
