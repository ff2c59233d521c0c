"""List: how many there are, revealed one by one."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown.util import AtomicString

from ...cards import Flashcard
from . import parts

if TYPE_CHECKING:
    from ..build import Builder


def fill(builder: Builder, element: etree.Element, card: Flashcard) -> None:
    """The question with the number of items, and the answer that begins with them."""
    parts.question(builder, element, card.question)
    count = etree.SubElement(element, "p", {"class": "flash-count"})
    reveal = parts.answer(builder, element, card.options)
    builder.parse(reveal, card.answer)
    first = reveal[0] if len(reveal) else None
    if (
        first is None or first.tag not in ("ul", "ol") or len(first) < 2
    ):  # Markdown sees no list: then it is text to recall
        element.remove(count)
        element.set("data-kind", "recall")
        return
    first.set("class", " ".join(filter(None, [first.get("class"), "flash-items"])))
    count.text = AtomicString(builder.words["items"].format(n=len(first)))
