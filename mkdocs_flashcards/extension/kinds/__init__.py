"""What becomes of the kinds of card. One module for each, one line in the table."""

from __future__ import annotations

from collections.abc import Mapping

from ...cards import Cloze, Flashcard
from ..context import Context
from ..render import Rendered
from .choice import Choice
from .cloze import ClozeText
from .item_list import ItemList
from .kind import CardKind
from .ordering import Ordering
from .recall import Recall
from .true_false import TrueFalse
from .unexpected_structure import UnexpectedStructure

__all__ = ["UnexpectedStructure", "label", "render", "said_once"]

CLOZE = ClozeText()
FLASHCARDS: dict[str, CardKind[Flashcard]] = {
    "recall": Recall(),
    "list": ItemList(),
    "ordering": Ordering(),
    "true-false": TrueFalse(),
    "choice": Choice(),
}


def render(context: Context, card: Flashcard | Cloze) -> Rendered:
    """What a card's kind makes of it. Raises UnexpectedStructure where Markdown reads something else."""
    return CLOZE.render(context, card) if isinstance(card, Cloze) else FLASHCARDS[card.kind].render(context, card)


def label(context: Context, attributes: Mapping[str, str], count: int) -> str:
    """What stands above a question to tell its kind, as HTML, from the attributes of the card's element.

    `count` is how many things there are to name, where a reader is told.
    """
    name = attributes["data-kind"]
    said = (CLOZE if name == "cloze" else FLASHCARDS[name]).label(context.translations, attributes)
    return f"{said} · {count}" if count else said


def said_once(kind: str, question: str, answer: str) -> str:
    """The HTML of a card's question and answer without what the answer repeats, for a search.

    `kind` comes from a page, where an author may have typed a card of another kind.
    """
    return (CLOZE if kind == "cloze" else FLASHCARDS.get(kind, FLASHCARDS["recall"])).said_once(question, answer)
