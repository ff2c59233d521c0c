"""One module for each kind of card: what it makes of question and answer."""

from __future__ import annotations

from ...cards import Cloze, Flashcard
from ..context import Context
from ..render import Rendered
from . import choice, cloze, items, recall, true_false
from .unexpected_structure import UnexpectedStructure

__all__ = ["UnexpectedStructure", "render"]

RENDER = {"recall": recall.render, "list": items.render, "true-false": true_false.render, "choice": choice.render}


def render(context: Context, card: Flashcard | Cloze) -> Rendered:
    """What a card's kind makes of it. Raises UnexpectedStructure where Markdown reads something else."""
    return cloze.render(context, card) if isinstance(card, Cloze) else RENDER[card.kind](context, card)
