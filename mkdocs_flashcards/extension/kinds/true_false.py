"""True or false: one click, judged by the page."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from ...cards import Flashcard
from ...cards.flashcard import is_true
from . import recall

if TYPE_CHECKING:
    from ..build import Builder


def fill(builder: Builder, element: etree.Element, card: Flashcard) -> None:
    """As recall, with the verdict for the script."""
    element.set("data-answer", "true" if is_true(card.answer) else "false")
    recall.fill(builder, element, card)
