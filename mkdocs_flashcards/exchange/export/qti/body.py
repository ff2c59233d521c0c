"""HTML as QTI allows it: fewer elements, and none of them in a place where the schema has no room for it."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum

from ..dom import Element, Node, parse

INLINE = frozenset(
    (
        "a",
        "abbr",
        "acronym",
        "b",
        "big",
        "br",
        "cite",
        "code",
        "dfn",
        "em",
        "i",
        "img",
        "kbd",
        "q",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "tt",
        "var",
    )
)
OF_LINES = frozenset(("p", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "address"))
"""Blocks that hold nothing but text."""
BLOCKS = frozenset(("div", "hr", "ul", "ol", "dl", "blockquote", "table", *OF_LINES)) - {"dt"}
OTHER_BLOCKS = frozenset(("article", "aside", "center", "details", "figure", "figcaption", "section", "summary"))
HOLDS = {"ul": ("li",), "ol": ("li",), "dl": ("dt", "dd"), "tr": ("th", "td")}
ROWS = ("thead", "tbody", "tfoot")
ATTRIBUTES = {"a": ("href",), "img": ("src", "alt"), "td": ("colspan", "rowspan"), "th": ("colspan", "rowspan")}
NEEDED = {"img": "src", "a": "href"}


class Room(IntEnum):
    """What an element may hold."""

    LINES = 0
    ALL = 1
    BLOCKS = 2


class Body:
    """Makes elements of QTI. `source` gives the place of a picture in the package, and `blank` the element for a blank
    that stands in the HTML as an input with its place as its value."""

    def __init__(self, source: Callable[[str], str], blank: Callable[[int], etree.Element]) -> None:
        self._source = source
        self._blank = blank

    def fill(self, parent: etree.Element, html: str, room: Room) -> None:
        """Put HTML into an element."""
        self._put(parent, parse(html).children, room)

    def _put(self, parent: etree.Element, nodes: Sequence[Node], room: Room) -> None:
        line: etree.Element | None = None
        for node in self._fitting(nodes, room):
            if isinstance(node, Element) and _is_block(node):
                self._block(parent, node)
                line = None
            elif room == Room.BLOCKS:
                if line is None and (not isinstance(node, str) or node.strip()):
                    line = etree.SubElement(parent, "p")
                if line is not None:
                    self._inline(line, node)
            else:
                self._inline(parent, node)

    def _fitting(self, nodes: Sequence[Node], room: Room) -> Iterator[Node]:
        """The nodes, with those that have no name in QTI, or no room here, taken apart."""
        for node in nodes:
            if isinstance(node, str):
                yield node
            elif node.tag in ("svg", "math", "audio", "video", "object", "embed"):
                continue
            elif _is_block(node):
                yield from self._fitting(node.children, room) if room == Room.LINES else [node]
            elif node.tag in INLINE and _has_address(node):
                inner = [one for one in node.children if isinstance(one, Element) and _has_blocks(one)]
                yield from self._fitting(node.children, room) if inner else [node]
            elif node.tag == "input":
                yield node
            else:
                yield from self._fitting(node.children, room)

    def _inline(self, parent: etree.Element, node: Node) -> None:
        if isinstance(node, str):
            _add_text(parent, node)
        elif node.tag == "input":
            parent.append(self._blank(int(node.attributes["value"])))
        else:
            self._put(self._element(parent, node, node.tag), node.children, Room.LINES)

    def _block(self, parent: etree.Element, node: Element) -> None:
        if node.tag == "summary":
            strong = etree.SubElement(etree.SubElement(parent, "p"), "strong")
            self._put(strong, node.children, Room.LINES)
            return
        made = self._element(parent, node, node.tag if node.tag in BLOCKS else "div")
        if made.tag in HOLDS:
            self._parts(made, node)
        elif made.tag == "table":
            self._table(made, node)
        elif made.tag in OF_LINES:
            self._put(made, node.children, Room.LINES)
        elif made.tag == "blockquote":
            self._put(made, node.children, Room.BLOCKS)
        elif made.tag != "hr":
            self._put(made, node.children, Room.ALL)

    def _parts(self, made: etree.Element, node: Element) -> None:
        """Items of a list, cells of a row."""
        for child in node.elements():
            if child.tag in HOLDS[node.tag]:
                part = self._element(made, child, child.tag)
                self._put(part, child.children, Room.LINES if child.tag == "dt" else Room.ALL)
        if not len(made):
            self._put(etree.SubElement(made, HOLDS[node.tag][-1]), node.children, Room.ALL)

    def _table(self, made: etree.Element, node: Element) -> None:
        """Rows in their groups, which the schema wants in this order."""
        for name in ("thead", "tfoot", "tbody"):
            groups = [child for child in node.elements() if child.tag == name]
            if name == "tbody":
                groups = groups or [Element("tbody", {}, [row for row in node.elements() if row.tag == "tr"])]
            for group in groups:
                rows = [row for row in group.elements() if row.tag == "tr"]
                around = etree.SubElement(made, name)
                for row in rows or [Element("tr", {}, [Element("td")])]:
                    self._parts(etree.SubElement(around, "tr"), row)

    def _element(self, parent: etree.Element, node: Element, tag: str) -> etree.Element:
        made = etree.SubElement(parent, tag)
        for name in ATTRIBUTES.get(tag, ()):
            if name in node.attributes:
                value = node.attributes[name]
                made.set(name, self._source(value) if name == "src" else value)
        if tag == "img":
            made.attrib.setdefault("alt", "")
        return made


def _has_address(node: Element) -> bool:
    """Whether a link leads somewhere, and a picture shows something; true of all else."""
    return node.tag not in NEEDED or bool(node.attributes.get(NEEDED[node.tag]))


def _is_block(node: Element) -> bool:
    return node.tag in BLOCKS or node.tag in OTHER_BLOCKS


def _has_blocks(node: Element) -> bool:
    return _is_block(node) or any(_has_blocks(child) for child in node.elements())


def _add_text(parent: etree.Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
