"""List: how many there are, revealed one by one."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from ...cards import Flashcard
from . import parts

if TYPE_CHECKING:
    from ..build import Builder


def fill(builder: Builder, element: etree.Element, card: Flashcard) -> None:
    """The question with the number of items, and the answer that begins with them."""
    builder.parse(element, card.question)
    frame = parts.end_question(builder, element, card.options)
    begins = len(element)
    builder.parse(element, card.answer)
    first = element[begins] if len(element) > begins else None
    if first is not None and first.tag in ("ul", "ol") and len(first) > 1:
        first.set("class", " ".join(filter(None, [first.get("class"), "flash-items"])))
        frame.count = builder.translations["items"].format(n=len(first))
    else:  # Markdown sees no list: then it is text to recall
        element.set("data-kind", "recall")
    parts.end_answer(builder, element, card.options)
