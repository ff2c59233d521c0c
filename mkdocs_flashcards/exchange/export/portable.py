"""HTML of a page made fit for a program that knows neither the site nor its scripts and styles."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...cards.patterns import lazy
from ...cards.spans import find_spans
from .dom import Element, Node
from .model import begin_blank, end_blank

Address = Callable[[str], str | None]
"""From an address as the page has it to one that works elsewhere; None where there is none."""
DROPPED_TAGS = frozenset(["base", "iframe", "link", "meta", "noscript", "style", "template", "title"])
DROPPED_CLASSES = frozenset(("headerlink", "footnote-backref", "MathJax_Preview", "flash-solution"))
DROPPED_ATTRIBUTES = frozenset(
    ("contenteditable", "for", "form", "id", "loading", "name", "role", "sizes", "srcset", "tabindex")
)
DROPPED_PREFIXES = ("aria-", "data-", "on")
CONTROL = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
MEDIA = ("img", "audio", "video", "source", "embed", "object")
SOURCES = ("src", "data", "poster")
AS_TEXT = ("code", "pre", "kbd", "samp", "svg", "math")
"""Elements in which a dollar sign is no formula."""


class Portable:
    """Makes HTML portable: `link` and `media` say what becomes of addresses."""

    def __init__(self, link: Address, media: Address) -> None:
        self._link = link
        self._media = media

    def nodes(self, nodes: list[Node], *, may_have_math: bool = True) -> list[Node]:
        """What becomes of nodes. Blanks of ours that are filled in get marks around their answers."""
        return [new for node in nodes for new in self._node(node, may_have_math)]

    def _node(self, node: Node, may_have_math: bool) -> Iterator[Node]:
        if isinstance(node, str):
            text = CONTROL.sub("", node)
            yield _with_brackets(text) if may_have_math and "$" in text else text
        elif node.tag == "script":
            yield from _formula(node)
        elif node.tag in DROPPED_TAGS or DROPPED_CLASSES & node.classes:
            return
        elif "flash-fill" in node.classes:
            yield begin_blank(int(node.attributes.get("data-blank", "0")))
            yield from self.nodes(node.children, may_have_math=may_have_math)
            yield end_blank()
        elif "tabbed-set" in node.classes:
            yield Element("div", {}, self.nodes(_tabs_in_line(node), may_have_math=may_have_math))
        elif node.tag == "input":
            if node.attributes.get("type") == "checkbox":
                yield "☑ " if "checked" in node.attributes else "☐ "
        elif node.tag in MEDIA:
            yield from self._medium(node, may_have_math)
        else:
            yield from self._element(node, may_have_math)

    def _element(self, node: Element, may_have_math: bool) -> Iterator[Node]:
        children = self.nodes(node.children, may_have_math=may_have_math and node.tag not in AS_TEXT)
        attributes = _kept(node)
        if node.tag == "a" and "href" in attributes:
            address = self._link(attributes["href"])
            if address is None:
                yield from children
                return
            attributes["href"] = address
        if node.tag == "details":
            attributes["open"] = ""
        is_bare = node.tag in ("span", "label", "flash-card") and not attributes
        yield from children if is_bare else [Element(node.tag, attributes, children)]

    def _medium(self, node: Element, may_have_math: bool) -> Iterator[Node]:
        attributes = _kept(node)
        for name in SOURCES:
            if name in attributes:
                address = self._media(attributes[name])
                if address is None:
                    yield attributes.get("alt", "")
                    return
                attributes[name] = address
        yield Element(node.tag, attributes, self.nodes(node.children, may_have_math=may_have_math))


def _kept(node: Element) -> dict[str, str]:
    """The attributes of an element that mean something elsewhere."""
    kept = {
        name: CONTROL.sub("", value)
        for name, value in node.attributes.items()
        if name not in DROPPED_ATTRIBUTES and not name.startswith(DROPPED_PREFIXES)
    }
    if "class" in kept:
        kept["class"] = " ".join(name for name in kept["class"].split() if not name.startswith("flash-"))
    if not kept.get("class", "-"):
        del kept["class"]
    return kept


def _tabs_in_line(node: Element) -> list[Node]:
    """Tabs one below the other, each under its label."""
    labels: list[list[Node]] = []
    lines: list[Node] = []

    def titled(label: list[Node]) -> Node:
        return Element("p", {}, [Element("strong", {}, label)])

    for child in node.elements():
        if child.tag == "label":
            lines.append(titled(child.children))
        elif "tabbed-labels" in child.classes:
            labels = [label.children for label in child.elements()]
        elif labels and "tabbed-content" in child.classes:
            for number, block in enumerate(child.elements()):
                lines += [*([titled(labels[number])] if number < len(labels) else []), block]
        elif child.tag != "input":
            lines.append(child)
    return lines


def _formula(script: Element) -> Iterator[str]:
    """A formula that an extension left in a script for MathJax 2."""
    kind = script.attributes.get("type", "")
    latex = "".join(child for child in script.children if isinstance(child, str))
    if kind.startswith("math/"):
        yield rf"\[{latex}\]" if "mode=display" in kind.replace(" ", "") else rf"\({latex}\)"


def _with_brackets(text: str) -> str:
    """A text with the dollars around formulas made into brackets, which all programs read alike."""
    out, at = [], 0
    for span in find_spans(text):
        formula = text[span.start : span.end]
        if span.kind == "math" and formula.startswith("$"):
            size = 2 if formula.startswith("$$") else 1
            begin, end = (r"\[", r"\]") if size == 2 else (r"\(", r"\)")
            out += [text[at : span.start], begin, formula[size:-size], end]
            at = span.end
    return "".join([*out, text[at:]])
