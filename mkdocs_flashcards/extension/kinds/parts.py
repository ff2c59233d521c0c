"""The parts that every kind of card has: question, hint, answer, source."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown.util import AtomicString

from ...cards import Options
from ..render import Frame, cut

if TYPE_CHECKING:
    from ..build import Builder


def end_question(builder: Builder, element: etree.Element, options: Options) -> Frame:
    """The hint, and the mark after which the answer begins."""
    if options.hint:
        cut(element)
        hint = etree.SubElement(element, "details", {"class": "flash-hint"})
        etree.SubElement(hint, "summary").text = AtomicString(builder.translations["hint"])
        etree.SubElement(hint, "p").text = options.hint
    return builder.frames.mark(element)


def end_answer(builder: Builder, element: etree.Element, options: Options) -> None:
    """The source, below the answer."""
    if options.source and element.get("class") != "flash-short":  # a set says it once
        cut(element)
        source(builder, element, options)


def source(builder: Builder, element: etree.Element, options: Options) -> None:
    """Which lesson a card comes from."""
    if options.source:
        part = etree.SubElement(element, "p", {"class": "flash-source"})
        label = etree.SubElement(part, "span")
        label.text, label.tail = AtomicString(builder.translations["source"]), f" {options.source}"
