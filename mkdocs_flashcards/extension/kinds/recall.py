"""Recall: think, reveal, grade."""

from __future__ import annotations

from ...cards import Flashcard
from ..context import Context
from ..render import Rendered
from .kind import CardKind


class Recall(CardKind[Flashcard]):
    """Think, reveal, grade."""

    sign = "?"
    word = "recall"

    def render(self, context: Context, card: Flashcard) -> Rendered:
        """Question and answer as they are."""
        return Rendered(context.contain(context.parse(card.question)), context.contain(context.parse(card.answer)))
