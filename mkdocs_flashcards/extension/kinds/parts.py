"""The parts that every kind of card has: question, hint, answer, source."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown.util import AtomicString

from ...cards import Options

if TYPE_CHECKING:
    from ..build import Builder


def question(builder: Builder, element: etree.Element, text: str) -> etree.Element:
    """The question, as a part of the element."""
    part = etree.SubElement(element, "div", {"class": "flash-question"})
    builder.parse(part, text)
    return part


def answer(builder: Builder, element: etree.Element, options: Options) -> etree.Element:
    """The closed answer, with the hint before and the source after it; returned is what the answer goes into."""
    if options.hint:
        hint = etree.SubElement(element, "details", {"class": "flash-hint"})
        etree.SubElement(hint, "summary").text = AtomicString(builder.words["hint"])
        etree.SubElement(hint, "p").text = options.hint
    details = etree.SubElement(element, "details", {"class": "flash-answer"})
    etree.SubElement(details, "summary").text = AtomicString(builder.words["show"])
    reveal = etree.SubElement(details, "div", {"class": "flash-reveal"})
    if options.source and element.get("class") != "flash-short":  # a set says it once
        source(builder, element, options)
    return reveal


def source(builder: Builder, element: etree.Element, options: Options) -> None:
    """Which lesson a card comes from."""
    if options.source:
        part = etree.SubElement(element, "p", {"class": "flash-source"})
        label = etree.SubElement(part, "span")
        label.text, label.tail = AtomicString(builder.words["source"]), f" {options.source}"
