"""One module for each kind of card: what its element holds."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from ...cards import Cloze, Flashcard
from . import choice, cloze, items, recall, true_false
from .parts import source
from .unexpected_structure import UnexpectedStructure

if TYPE_CHECKING:
    from ..build import Builder

__all__ = ["UnexpectedStructure", "fill", "source"]

FILL = {"recall": recall.fill, "list": items.fill, "true-false": true_false.fill, "choice": choice.fill}


def fill(builder: Builder, element: etree.Element, card: Flashcard | Cloze) -> None:
    """Put question, hint, answer and source into a card. Raises UnexpectedStructure where Markdown disagrees."""
    if isinstance(card, Cloze):
        cloze.fill(builder, element, card)
    else:
        FILL[card.kind](builder, element, card)
