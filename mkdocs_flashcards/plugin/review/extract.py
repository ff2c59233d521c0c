"""Takes the finished cards out of rendered notes, with what a review page says about each: where it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape

from .addresses import Pieces, split_urls

START = re.compile(
    r'<(?:h(?P<level>[1-6])\b(?P<heading>[^>]*)>|(?P<set>div class="flash-set">)|'
    r'flash-card(?P<attributes>(?:[^">]|"[^"]*")*+)>)'
)
END = "</flash-card>"
ATTRIBUTE = re.compile(r'\s(id|data-[\w-]+)(?:="([^"]*)")?')
OWN_ID = re.compile(r'\sid="([^"]*)"')
PERMALINK = re.compile(r'<a\b[^>]*class="[^"]*headerlink.*?</a>|<sup id="fnref.*?</sup>', re.S)
ALT = re.compile(r'<img\b[^>]*\salt="([^"]*)"[^>]*>')
TAG = re.compile(r"<[^>]*>")
HEAD = re.compile(r'\s*(<p class="flash-set-head">.*?</p>)', re.S)
SOURCE = re.compile(r'\s*(<p class="flash-source">.*?</p>)', re.S)


@dataclass(slots=True)
class ExtractedCard:
    """A card as a note shows it, without its end tag, so that more can be put into it."""

    id: str
    attributes: str
    """Of its element, without the id, which a page may have once only."""
    inside: Pieces
    heading: str
    """HTML of the nearest heading above it; empty where that is the page's title."""
    items: tuple[str, ...]
    """What has a schedule of its own: the card, or each of Anki's numbers, and the reverse."""
    week: str
    """As its header says; empty where it says none."""
    columns: Pieces = ()
    """What stands above a table of short cards."""
    table: int = 0
    """Which table of its note it is a row of; 0 for none."""


@dataclass(slots=True)
class Note:
    """The cards of one rendered page."""

    path: str
    title: str
    """HTML."""
    cards: list[ExtractedCard]
    shown: set[str] = field(default_factory=set)
    """The cards that are in the page as it was written. What another plugin has encrypted or taken out is not."""


def extract(path: str, title: str, html: str, prefix: str) -> Note:
    """Each card of a note's content that is for the review, once for each week that it asks for."""
    note = Note(path, plain(title), [])
    known: set[tuple[str, str]] = set()
    for card in _Reader(html, prefix).cards():
        if (card.id, card.week) not in known:
            known.add((card.id, card.week))
            note.cards.append(card)
            card.heading = "" if card.heading == note.title else card.heading
    return note


def plain(html: str) -> str:
    """The text of a heading or title, as HTML: without its permalink, footnotes and markup."""
    if "<" not in html and "&" not in html:
        return html
    text = TAG.sub("", ALT.sub(r"\1", PERMALINK.sub("", html)))
    return escape(" ".join(unescape(text).split()), quote=False)


class _Reader:
    """Goes through a page once: headings, tables of cards, cards."""

    def __init__(self, html: str, prefix: str) -> None:
        self._html = html
        self._prefix = prefix
        self._heading = ""
        self._has_title = False
        self._table = 0
        self._columns: Pieces = ()
        self._rows: list[ExtractedCard] = []

    def cards(self) -> list[ExtractedCard]:
        """The cards in their order."""
        cards, at = [], 0
        while start := START.search(self._html, at):
            at = start.end()
            if start["level"]:
                self._read_heading(start["level"], start["heading"], at)
            elif start["set"]:
                self._begin_table(at)
            else:
                end = self._html.find(END, at)
                if end < 0:
                    break
                if card := self._read_card(start["attributes"], self._html[at:end]):
                    cards.append(card)
                at = end + len(END)
                self._end_table(at)
        return cards

    def _read_heading(self, level: str, attributes: str, at: int) -> None:
        html = self._html[at : self._html.find(f"</h{level}>", at)]
        if name := OWN_ID.search(attributes):  # a permalink may have any class
            html = re.sub(rf'<a\b[^>]*href="#{re.escape(name[1])}".*?</a>', "", html, flags=re.S)
        is_title = level == "1" and not self._has_title
        self._has_title |= level == "1"
        self._heading = "" if is_title else plain(html)

    def _begin_table(self, at: int) -> None:
        head = HEAD.match(self._html, at)
        self._columns = split_urls(head[1], self._prefix) if head else ()
        self._table += 1
        self._rows = []

    def _end_table(self, at: int) -> None:
        """A table says its source once, below its rows; a row that stands alone needs it too."""
        if self._rows and (source := SOURCE.match(self._html, at)):
            for row in self._rows:
                row.inside = _joined(row.inside, split_urls(source[1], self._prefix))

    def _read_card(self, attributes: str, inside: str) -> ExtractedCard | None:
        said = dict(ATTRIBUTE.findall(attributes))
        name = unescape(said.get("data-card", ""))
        if not name or said.get("data-review") == "no":
            return None
        numbers = said.get("data-numbers", "").split()
        items = [f"{name}~{number}" for number in numbers] or [name]
        if "data-reverse" in said:
            items.append(unescape(said["data-reverse"]))
        pieces = split_urls(inside, self._prefix)
        card = ExtractedCard(
            name, OWN_ID.sub("", attributes), pieces, self._heading, tuple(items), unescape(said.get("data-week", ""))
        )
        if 'class="flash-short"' in attributes:
            card.table, card.columns = self._table, self._columns
            self._rows.append(card)
        return card


def _joined(one: Pieces, other: Pieces) -> Pieces:
    return [*one[:-1], one[-1] + other[0], *other[1:]]
