"""Pages as an author writes them, through the real Python-Markdown with what a course site usually switches on."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from markdown import Markdown

from mkdocs_flashcards.extension import FlashcardsExtension
from mkdocs_flashcards.extension.page import Place, SourcePage, sentence

SNIPPETS = Path(__file__).parent / "snippets"
PATH = "docs/week-1/page.md"
EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.details",
    "pymdownx.blocks.html",
    "pymdownx.blocks.tab",
    "pymdownx.caret",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]


def _shortname(_index: str, shortname: str, *_: Any) -> etree.Element:
    """An emoji as its name: whose pictures a site takes is not our matter, and they change with the release."""
    return etree.Element("span", {"class": "emoji", "title": shortname})


CONFIGS: dict[str, dict[str, Any]] = {
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.blocks.tab": {"alternate_style": True},
    "pymdownx.emoji": {"emoji_generator": _shortname},
    "pymdownx.snippets": {"base_path": [str(SNIPPETS)], "check_paths": True},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "toc": {"permalink": False},
}
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Page:
    """What became of a text."""

    html: str
    messages: list[str]
    toc: list[str] = field(default_factory=list)

    @cached_property
    def root(self) -> Node:
        return tree(self.html)

    @property
    def cards(self) -> list[Node]:
        return self.root.all("flash-card")

    @property
    def card(self) -> Node:
        """The only card of a page that has nothing to mend."""
        assert not self.messages, self.messages
        (card,) = self.cards
        return card


class Site:
    """A Markdown instance with what a site has, ours among it; the pages are converted one after the other."""

    def __init__(self, extensions: list[str] | None = None, configs: dict[str, dict[str, Any]] | None = None) -> None:
        names = EXTENSIONS if extensions is None else extensions
        settings = {**CONFIGS, **(configs or {})}
        self.ours = FlashcardsExtension(report=self._report)
        self.md = Markdown(
            extensions=[*names, self.ours],
            extension_configs={name: settings[name] for name in names if name in settings},
        )
        self.messages: list[str] = []

    def _report(self, place: Place, message: str) -> None:
        self.messages.append(sentence(place, message))

    def page(self, text: str, path: str = PATH) -> Page:
        """The page of a text; front matter is taken off before Markdown sees it, as MkDocs does."""
        self.messages = []
        self.ours.page = SourcePage(path, lambda: text)
        self.md.reset()
        html = self.md.convert(FRONT_MATTER.sub("", text))
        toc = [token["name"] for token in _flat(getattr(self.md, "toc_tokens", []))]
        return Page(html, self.messages, toc)


def render(
    text: str,
    extensions: list[str] | None = None,
    configs: dict[str, dict[str, Any]] | None = None,
    *,
    path: str = PATH,
) -> Page:
    """The page of a text in a site of its own."""
    return Site(extensions, configs).page(text, path)


def _flat(tokens: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for token in tokens:
        yield token
        yield from _flat(token["children"])


# A small tree of the finished HTML, as a browser would see it


@dataclass
class Node:
    """An element."""

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def __contains__(self, name: str) -> bool:
        return name in self.attributes

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def raw(self) -> str:
        """The text, character for character."""
        return "".join(child if isinstance(child, str) else child.raw for child in self.children)

    @property
    def text(self) -> str:
        """The text as a reader sees it."""
        return " ".join(self.raw.split())

    def walk(self) -> Iterator[Node]:
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    def all(self, what: str) -> list[Node]:
        """Every element below of a tag, or of a class where `what` begins with a dot, or of tag and class."""
        tag, _, name = what.partition(".")
        return [node for node in self.walk() if tag in ("", node.tag) and (not name or name in node.classes)]

    def one(self, what: str) -> Node:
        found = self.all(what)
        assert len(found) == 1, f"{len(found)} of {what} in {self.tag}: {self.text[:200]}"
        return found[0]

    # What a card holds

    @property
    def kind(self) -> str:
        return self["data-kind"]

    @property
    def question(self) -> Node:
        return self.one("div.flash-question")

    @property
    def reveal(self) -> Node:
        return self.one("div.flash-reveal")

    @property
    def blanks(self) -> list[Node]:
        return self.question.all("span.flash-blank")

    @property
    def fills(self) -> list[Node]:
        return self.reveal.all("mark.flash-fill")

    @property
    def answers(self) -> list[str]:
        """What is expected in the blanks, alternatives behind a bar."""
        return [" | ".join([fill.raw, *json.loads(fill.attributes.get("data-or", "[]"))]) for fill in self.fills]

    @property
    def items(self) -> list[str]:
        (holder,) = [node for node in self.reveal.children if isinstance(node, Node) and "flash-items" in node.classes]
        return [node.text for node in holder.children if isinstance(node, Node)]

    @property
    def options(self) -> list[tuple[str, bool]]:
        """Each option with whether it is right; the answer repeats the right ones."""
        offered, solved = self.all(".flash-options")
        options = [(node.text, node["data-right"] == "yes") for node in offered.children if isinstance(node, Node)]
        right = [node.text.removeprefix("right ") for node in solved.children if isinstance(node, Node)]
        assert right == [text for text, is_right in options if is_right]
        return options

    @property
    def code(self) -> list[str]:
        """Every code block below, as it would be copied."""
        return [node.raw for node in self.all("pre")]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.path = [Node("root", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.path[-1].children.append(node)
        if tag not in VOID:
            self.path.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.path[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if any(node.tag == tag for node in self.path[1:]):
            while self.path.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.path[-1].children.append(data)


def tree(html: str) -> Node:
    """The elements of an HTML text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.path[0]
