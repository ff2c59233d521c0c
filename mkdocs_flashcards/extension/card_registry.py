"""The cards of a site (or, without the plugin, of a text) by id, to notice two that contradict each other."""

from __future__ import annotations

from ..cards import Cloze, Flashcard, Mistake, mistakes
from ..cards.identity import wording
from .page import Place, Places
from .source import CardSource


class CardRegistry:
    """Remembers each card and where it was first seen."""

    def __init__(self) -> None:
        # not the block itself, which would keep the Markdown instance of every page of the site in memory
        self._seen: dict[str, tuple[Flashcard | Cloze, Places, int]] = {}
        self._mistaken: dict[str, Place] = {}

    def add(self, card: Flashcard | Cloze, source: CardSource) -> Mistake | None:
        """Add a card. Returns a mistake if its id already names another one; the very same card may stand twice."""
        seen, places, number = self._seen.setdefault(card.id, (card, source.places, source.number))
        if seen is card or wording(seen) == wording(card):
            return None
        place = str(places.all[number].at(seen.line))
        return mistakes.same_id(card.options.id, place) if card.options.id else mistakes.same_question(place)

    def cards_by_page(self) -> dict[str, list[Flashcard | Cloze]]:
        """The cards of each page where they were first seen, by the page's path."""
        found: dict[str, list[Flashcard | Cloze]] = {}
        for card, places, _ in self._seen.values():
            found.setdefault(places.path, []).append(card)
        return found

    def pages_with_mistakes(self) -> set[str]:
        """The paths of the pages that have blocks with mistakes."""
        return {place.path for place in self._mistaken.values()}

    def find(self, card_id: str) -> tuple[Flashcard | Cloze, Place] | None:
        """A card by its id, and where it was first seen."""
        if not (seen := self._seen.get(card_id)):
            return None
        card, places, number = seen
        return card, places.all[number].at(card.line)

    def place_of_mistake(self, source: CardSource) -> Place:
        """The place of a block with a mistake. A block that is rendered again outside its page keeps its place."""
        if source.places.known:
            self._mistaken.setdefault(source.fence.raw, source.place)
            return source.place
        return self._mistaken.get(source.fence.raw, source.place)
