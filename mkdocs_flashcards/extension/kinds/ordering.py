"""Ordering: items to put into order, judged by the page."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from ...cards import Flashcard
from ...cards.items import items
from ...cards.kinds import mistakes
from ...cards.patterns import lazy
from ..context import Context, as_html, placed
from ..markup import Tag, end_of
from ..placeholders import PLACEHOLDER
from ..render import Rendered, Repeat, question_part
from .kind import CardKind
from .unexpected_structure import UnexpectedStructure

ITEM = lazy(rf'(<li[^>]*?) data-place="{PLACEHOLDER.pattern}"([^>]*>)')
MIXED = '\n<ul class="flash-options">'


class Ordering(CardKind[Flashcard]):
    """Items to put into order, judged by the page."""

    sign = "&#8593;&#8595;"
    word = "ordering"

    def render(self, context: Context, card: Flashcard) -> Rendered:
        """The items below the question, mixed, and in the answer, in order."""
        question, answer = context.parse(card.question), context.parse(card.answer)
        listed = answer[0] if answer else None
        if listed is None or listed.tag != "ol" or len(listed) != len(items(card.answer)):
            raise UnexpectedStructure(mistakes.garbled_ordering(card.question.count("\n") + 3))
        begin, place = context.placeholders.new(), context.placeholders.new()
        order = mixed(card.id, len(listed))
        for item in listed:
            item.set("data-place", place)
        listed.set("class", " ".join(filter(None, [listed.get("class"), "flash-items"])))
        context.contain_items(listed)
        return Rendered(
            [*context.contain(question), placed(begin), listed],
            context.contain(answer[1:]),
            _InOrderAgain(begin, order),
        )

    def said_once(self, question: str, answer: str) -> str:
        """The items in order."""
        start = question.find(MIXED)
        if start < 0:
            return question + answer
        end = end_of(question, Tag("ul", "", start, start + len(MIXED)))
        return question[:start] + question[end:] + answer


def mixed(card_id: str, count: int) -> list[int]:
    """The places of a card's items, from 1, in the order that a page shows them, which is never the right one.

    It follows from the id alone, so every build makes the same page.
    """
    places = list(range(1, count + 1))
    places.sort(key=lambda place: sha256(f"{card_id}\n{place}".encode()).digest())
    return places if places != sorted(places) else places[::-1]


class _InOrderAgain(Repeat):
    """Shows the items mixed with the question, and in order with the answer."""

    def __init__(self, begin: str, order: Sequence[int]) -> None:
        self._begin = as_html(begin)
        self._order = order

    def asked(self, html: str) -> str:
        question, _, listed = html.partition(self._begin)
        _, *pieces = ITEM.split(listed)
        items = [
            f'{start} data-place="{place}"{end}{text[: text.rindex("</li>")]}</li>\n'
            for place, (start, end, text) in enumerate(zip(*[iter(pieces)] * 3, strict=True), 1)
        ]
        shown = "".join(items[place - 1] for place in self._order)
        return f"{question_part(question.strip(chr(10)))}{MIXED}\n{shown}</ul>"

    def repeated(self, html: str, answers: Sequence[str]) -> str:
        return ITEM.sub(r"\1\2", html.partition(self._begin)[2])
