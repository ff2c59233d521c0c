"""Keeps the HTML that an author typed inside the part of a card where it was typed.

Markdown lets HTML through as it is: an end tag too many would close the card, and a missing one would take in what
follows. A browser shows what comes out of here as if the piece stood alone on a page: end tags that belong to nothing
are left out, missing ones are added, and what never ends is shown as text.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from re import Match, Pattern

from ..cards.patterns import lazy
from .markup import ATTRIBUTES, RAW_NAMES, end_of_text
from .open_elements import OpenElements, names

START = lazy(r"<(?:(?P<comment>!--)|(?P<other>[!?]|/(?![a-zA-Z]))|(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+))")
REST = lazy(rf"{ATTRIBUTES}>")
SIMPLE_REST = lazy(r"""[^<>"']*+>""")
COMMENT_END = lazy("--!?>")
CDATA_END = lazy("]]>")
TAG_END = lazy(">")
# These would change the page, or are ours.
NEVER = names("html head body frameset plaintext flash-card flash-review")
# These end the paragraph, or another element of ours, that a single line stands in.
BLOCKS = names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form",
    "frame h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p pre search section",
    "select summary table template ul xmp td th caption tr tbody thead tfoot colgroup col",
)
CLASS = lazy(r"""(?<=\s)class\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)
OUR_CLASS = lazy(r"(?<![\w-])flash-(?!heading\b)")
PATIENCE = 50  # how often the text is read to its end for the end of a tag, so that none takes quadratic time


def contain(html: str) -> str:
    """The HTML of some blocks, balanced."""
    return _Balance(html, OpenElements()).run() if "<" in html else html


def contain_line(html: str) -> str:
    """The HTML of a single line, balanced; the tags of blocks are shown as text."""
    return _Balance(html, OpenElements(), NEVER | BLOCKS).run() if "<" in html else html


def contain_item(html: str) -> str:
    """The HTML of an item of a list, from start tag to end tag, balanced inside; no other item begins in it."""
    start, end = html.index(">") + 1, html.rindex("</li>")
    inside = _Balance(html[start:end], OpenElements(is_item=True)).run()
    return f"{html[:start]}{inside}{html[end:]}"


class _Balance:
    """One walk through a piece of HTML."""

    def __init__(self, html: str, open_elements: OpenElements, never: Collection[str] = NEVER) -> None:
        self._html = html
        self._never = never
        self._open = open_elements
        self._absent: set[object] = set()
        self._patience = PATIENCE

    def run(self) -> str:
        """The piece, balanced."""
        html, at = self._html, 0
        out: list[str] = []
        while start := START.search(html, at):
            out.append(html[at : start.start()])
            end = self._end(start)
            piece = self._piece(start, html[start.start() : end]) if end >= 0 else None
            out.append("&lt;" if piece is None else piece)
            at = start.start() + 1 if piece is None else end
        out.append(html[at:])
        return "".join([*out, self._open.finish()])

    def _end(self, start: Match[str]) -> int:
        """Where a comment, a tag or an element with text for the browser ends; -1 where it never does."""
        at = start.end()
        if start["comment"]:
            if self._html.startswith((">", "->"), at):
                return self._html.index(">", at) + 1
            return self._find(COMMENT_END, at)
        if start["other"]:
            is_cdata = self._open.may_have_cdata and self._html.startswith("[CDATA[", at)
            return self._find(CDATA_END if is_cdata else TAG_END, at)
        name = start["name"].lower()
        if name in self._never:
            return -1
        end = self._end_of_tag(at)
        is_raw = name in RAW_NAMES and not start["end"] and not self._open.is_foreign
        return self._end_of_raw(name, end) if is_raw and end > 0 else end

    def _find(self, what: Pattern[str], at: int) -> int:
        """The position after the next match; what was not found once is not looked for again."""
        if what in self._absent:
            return -1
        found = what.search(self._html, at)
        if not found:
            self._absent.add(what)
        return found.end() if found else -1

    def _end_of_tag(self, at: int) -> int:
        rest = (REST if self._patience else SIMPLE_REST).match(self._html, at)
        if not rest:
            self._patience = max(self._patience - 1, 0)
            return -1
        return rest.end()

    def _end_of_raw(self, name: str, at: int) -> int:
        end = -1 if name in self._absent else end_of_text(self._html, name, at)
        if end < 0:
            self._absent.add(name)
            return -1
        text = self._html[at:end].lower()
        if name == "script" and "<!--" in text and "<script" in text:  # then its end tag does not count
            return -1
        return self._end_of_tag(end + len(name) + 2)

    def _piece(self, start: Match[str], piece: str) -> str | None:
        """A comment, or a tag with the end tags that have to stand before it; None where it can only be text."""
        if not start["name"]:
            return piece
        name = start["name"].lower()
        if start["end"]:
            before = self._open.end(name)
            return "" if before is None else before + piece
        if "flash-" in piece:  # our script looks for the parts of a card by these classes
            piece = CLASS.sub(lambda found: OUR_CLASS.sub("not-flash-", found[0]), piece)
        if name in RAW_NAMES and not self._open.is_foreign:
            return piece
        before = self._open.start(name, is_empty=piece.endswith("/>"))
        return None if before is None else before + piece
