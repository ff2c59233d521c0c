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
    parts.question(builder, element, card.question)
    builder.parse(parts.answer(builder, element, card.options), card.answer)
