"""HTML as a tree, as far as an export has to change it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


@dataclass(slots=True)
class Element:
    """An element. Text among its children is plain text, without character references."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        """The names in its class attribute."""
        return set(self.attributes.get("class", "").split())

    def elements(self) -> Iterator[Element]:
        """Its children without text."""
        return (child for child in self.children if isinstance(child, Element))

    def child(self, name: str) -> Element | None:
        """The first child of a class."""
        return next((child for child in self.elements() if name in child.classes), None)

    def find(self, matches: Callable[[Element], bool]) -> Iterator[Element]:
        """The elements below it that match, from top to bottom. Nothing is looked for inside of them."""
        for child in self.elements():
            if matches(child):
                yield child
            else:
                yield from child.find(matches)


Node = Element | str


def parse(html: str) -> Element:
    """The tree of a piece of HTML. Comments are left out; end tags that are missing or wrong do no harm."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root


def serialize(nodes: list[Node]) -> str:
    """The HTML of nodes."""
    out: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            out.append(escape(node, quote=False))
            continue
        out.append(f"<{node.tag}{_attributes(node.attributes)}>")
        if node.tag not in VOID:
            out += [serialize(node.children), f"</{node.tag}>"]
    return "".join(out)


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in reversed(attrs)})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        places = [place for place, element in enumerate(self._open) if place and element.tag == tag]
        if places and tag not in VOID:
            del self._open[places[-1] :]

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
