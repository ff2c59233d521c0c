"""Plain text from HTML."""

from __future__ import annotations

from collections.abc import Iterator

from ...cards.patterns import lazy
from .dom import Element, Node, parse

BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tr",
        "ul",
    )
)
SPACE = lazy(r"[ \t\r\n]+")
AROUND_LINE_END = lazy(r"[ \t]*\n[ \t]*")
BLANK_LINES = lazy(r"\n{3,}")
INDENT = "\x1c"
"""Stands for space that counts while other space is cut."""


def as_text(html: str) -> str:
    """The text that a reader sees, with a line for each block, item and row."""
    text = "".join(_pieces(parse(html).children))
    text = BLANK_LINES.sub("\n\n", AROUND_LINE_END.sub("\n", text)).strip()
    return text.replace(INDENT, " ")


def _pieces(nodes: list[Node], *, is_code: bool = False) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node.replace(" ", INDENT).replace("\t", INDENT * 4) if is_code else SPACE.sub(" ", node)
        elif node.tag == "br":
            yield "\n"
        elif node.tag == "img":
            yield node.attributes.get("alt", "")
        elif node.tag in ("td", "th"):
            yield from (*_pieces(node.children), f"{INDENT}|{INDENT}" if node.tag in ("td", "th") else "")
        elif node.tag in ("ul", "ol"):
            yield from _list(node)
        else:
            end = "\n" if node.tag in BLOCKS else ""
            yield from (end, *_pieces(node.children, is_code=is_code or node.tag == "pre"), end)


def _list(node: Element) -> Iterator[str]:
    number = int(node.attributes.get("start", "1")) if node.attributes.get("start", "1").isdecimal() else 1
    for item in node.elements():
        mark = f"{number}." if node.tag == "ol" else "-"
        number += 1
        inside = "".join(_pieces(item.children)).strip()
        yield f"\n{mark} " + AROUND_LINE_END.sub(f"\n{INDENT * (len(mark) + 1)}", inside)
    yield "\n"
