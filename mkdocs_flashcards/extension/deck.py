"""The cards of a site (or, without the plugin, of a text) by id, to notice two that contradict each other."""

from __future__ import annotations

from ..cards import Cloze, Flashcard, Mistake, mistakes
from ..cards.identity import content_hash
from .page import Place


class Deck:
    """Remembers each card's content and the place it was first seen."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[str, Place]] = {}

    def add(self, card: Flashcard | Cloze, place: Place) -> Mistake | None:
        """Take a card in; the mistake where its id already names another one. The very same card may stand twice."""
        content = _content(card)
        seen, where = self._seen.setdefault(card.id, (content, place))
        if seen == content:
            return None
        if card.options.id:
            return mistakes.same_id(card.options.id, str(where))
        return mistakes.same_question(str(where))


def _content(card: Flashcard | Cloze) -> str:
    if isinstance(card, Cloze):
        return content_hash(card.text, *(blank.answer for blank in card.blanks))
    return content_hash(card.question, card.answer)
