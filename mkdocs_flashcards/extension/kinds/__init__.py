"""One module for each kind of card: what it makes of question and answer."""

from __future__ import annotations

from ...cards import Cloze, Flashcard
from ..context import Context
from ..render import Rendered
from . import choice, cloze, items, recall, true_false
from .unexpected_structure import UnexpectedStructure

__all__ = ["UnexpectedStructure", "render", "said_once"]

RENDER = {"recall": recall.render, "list": items.render, "true-false": true_false.render, "choice": choice.render}
SAID_ONCE = {"choice": choice.said_once, "cloze": cloze.said_once}


def render(context: Context, card: Flashcard | Cloze) -> Rendered:
    """What a card's kind makes of it. Raises UnexpectedStructure where Markdown reads something else."""
    return cloze.render(context, card) if isinstance(card, Cloze) else RENDER[card.kind](context, card)


def said_once(kind: str, question: str, answer: str) -> str:
    """The HTML of a card's question and answer without what the answer repeats, for a search."""
    return SAID_ONCE[kind](question, answer) if kind in SAID_ONCE else question + answer
