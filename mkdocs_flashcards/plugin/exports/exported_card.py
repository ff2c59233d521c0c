"""From a card as Markdown made it to one that other programs understand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape, unescape

from ...cards import Card, Cloze
from ...cards.model import Kind
from ...exchange.export.dom import Element, Node, parse, serialize
from ...exchange.export.model import Choice, ExportedCard, Labels, begin_blank, end_blank
from ...exchange.export.portable import Address, Portable
from ...extension.kinds.formulas import boxed
from ...extension.markup import attributes_of
from ...extension.page import Place
from ...extension.translations import Translations
from ..review.addresses import Pieces
from ..review.extract import ExtractedCard

NOTHING = Element("")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a card comes from."""

    week: str
    place: Place
    title: str
    """HTML of the title of its note."""
    url: str
    """The address of its note in the world; empty for a site without an address."""


class CardReader:
    """Reads cards of one note. `link` and `media` say what becomes of addresses in them."""

    def __init__(self, words: Translations, link: Address, media: Address) -> None:
        self._words = words
        self._labels = Labels(words["hint"], words["source"], words["true"], words["false"])
        self._portable = Portable(link, media)

    def read(self, card: ExtractedCard, parsed: Card, origin: Origin) -> ExportedCard:
        """A card, from its HTML and from what its block says."""
        attributes, root = attributes_of(card.attributes), parse(_html_of(card.inside))
        hint, source = root.child("flash-hint") or NOTHING, root.child("flash-source") or NOTHING
        read = ExportedCard(
            id=card.id,
            kind=_kind(attributes.get("data-kind", ""), parsed),
            week=origin.week,
            note=origin.place.path,
            line=origin.place.line or 0,
            question=self._inside(root, "flash-question"),
            answer="",
            title=unescape(" › ".join(filter(None, (origin.title, card.heading)))),
            url=origin.url + (f"#{card.anchor}" if origin.url and card.anchor else ""),
            hint=self._html([one for one in hint.elements() if one.tag != "summary"]),
            source=self._html(_after_label(source)),
            tags=parsed.options.tags,
            columns=self._columns(card.columns),
            labels=self._labels,
            has_reverse=parsed.options.reverse and not isinstance(parsed, Cloze),
        )
        reveal = (root.child("flash-answer") or NOTHING).child("flash-reveal") or NOTHING
        if isinstance(parsed, Cloze):
            return self._with_blanks(read, parsed, reveal)
        return self._with_answer(read, attributes.get("data-answer"), root, reveal)

    def _html(self, nodes: Sequence[Node]) -> str:
        return serialize(self._portable.nodes(list(nodes))).strip()

    def _inside(self, root: Element, name: str) -> str:
        return self._html((root.child(name) or NOTHING).children)

    def _columns(self, pieces: Pieces) -> tuple[str, str]:
        head = next(parse(_html_of(pieces)).elements(), NOTHING)
        cells = [self._html(cell.children) for cell in head.elements()]
        return (cells[0], cells[1]) if len(cells) == 2 else ("", "")

    def _with_answer(self, card: ExportedCard, verdict: str | None, root: Element, reveal: Element) -> ExportedCard:
        answer = self._html(reveal.children)
        match card.kind:
            case "true-false":
                return replace(card, answer=answer, verdict=verdict == "true")
            case "choice":
                options = list((root.child("flash-options") or NOTHING).elements())
                choices = [
                    Choice(self._html(one.children), one.attributes.get("data-right") == "yes") for one in options
                ]
                return replace(card, choices=choices, explanation=answer)  # what is right again is no part of it
            case "list" | "ordering":
                listed = reveal.child("flash-items") or NOTHING
                shown = (root.child("flash-options") or NOTHING).elements()
                items = [self._html(item.children) for item in listed.elements()]
                return replace(
                    card,
                    answer=self._html([listed]),
                    items=items,
                    count=self._words.counted("items", n=len(items)),
                    mixed=[int(item.attributes["data-place"]) for item in shown],
                    explanation=self._html([node for node in reveal.children if node is not listed]),
                )
        return replace(card, answer=answer)

    def _with_blanks(self, card: ExportedCard, parsed: Cloze, reveal: Element) -> ExportedCard:
        filled = reveal.child("flash-filled") or NOTHING
        text = _with_marks_in_formulas(self._html(filled.children), parsed)
        explanation = self._html([node for node in reveal.children if node is not filled])
        if text is None:  # an extension has made pictures of formulas
            return replace(card, answer=self._html(filled.children), explanation=explanation, blanks=parsed.blanks)
        return replace(card, question=text, explanation=explanation, blanks=parsed.blanks, is_numbered=parsed.numbered)


def _kind(shown: str, parsed: Card) -> Kind:
    """The kind of a card. What looks like a list, and is none to Markdown, is text to recall."""
    return "recall" if shown == "recall" else parsed.kind


def _html_of(pieces: Pieces) -> str:
    """The HTML as the note has it."""
    return "".join(escape(piece) if place % 2 else piece for place, piece in enumerate(pieces))


def _after_label(source: Element) -> list[Node]:
    """The words of a source line without its label."""
    label = next(source.elements(), None)
    return [node for node in source.children if node is not label]


def _with_marks_in_formulas(html: str, card: Cloze) -> str | None:
    """The text with marks around the answers in formulas, in place of boxes; None where one cannot be found."""
    out, at = [], 0
    for place, blank in enumerate(card.blanks, 1):
        if blank.place == "math":
            looked_for = boxed(escape(blank.answer, quote=False))
            after = f"{begin_blank(place)}{escape(blank.answer, quote=False)}{end_blank()}"
        else:
            looked_for = after = begin_blank(place)
        if (start := html.find(looked_for, at)) < 0:
            return None
        out += [html[at:start], after]
        at = start + len(looked_for)
    return "".join([*out, html[at:]])
