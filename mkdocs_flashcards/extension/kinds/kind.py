"""What a kind of card knows of its HTML."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from ...cards import Cloze, Flashcard
from ..context import Context
from ..render import Rendered

Card = TypeVar("Card", Flashcard, Cloze)


class CardKind(ABC, Generic[Card]):
    """One kind of card. Which answers are of it, `cards.kinds` knows."""

    @abstractmethod
    def render(self, context: Context, card: Card) -> Rendered:
        """What becomes of a card. Raises UnexpectedStructure where Markdown reads something else."""

    def said_once(self, question: str, answer: str) -> str:
        """The finished HTML of question and answer without what the answer repeats, for a search."""
        return question + answer
