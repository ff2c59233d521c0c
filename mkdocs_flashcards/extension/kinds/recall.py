"""Recall: think, reveal, grade."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from ...cards import Flashcard
from . import parts

if TYPE_CHECKING:
    from ..build import Builder


def fill(builder: Builder, element: etree.Element, card: Flashcard) -> None:
    """Question and closed answer."""
    builder.parse(element, card.question)
    parts.end_question(builder, element, card.options)
    builder.parse(element, card.answer)
    parts.end_answer(builder, element, card.options)
