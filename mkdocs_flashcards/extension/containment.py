"""Keeps the HTML that an author typed inside the part of a card where it was typed.

Markdown lets HTML through as it is: an end tag too many would close the card, and a missing one would take in what
follows. A browser shows what comes out of here as if the piece stood alone on a page: end tags that belong to nothing
are left out, missing ones are added, and what never ends is shown as text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from re import Match, Pattern

from ..cards.patterns import lazy
from .markup import ATTRIBUTES, RAW_NAMES, end_of_text

START = lazy(r"<(?:(?P<comment>!--)|(?P<other>[!?]|/(?![a-zA-Z]))|(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+))")
REST = lazy(rf"{ATTRIBUTES}>")
SIMPLE_REST = lazy(r"""[^<>"']*+>""")
COMMENT_END = lazy("--!?>")
CDATA_END = lazy("]]>")
TAG_END = lazy(">")


def _names(*lists: str) -> frozenset[str]:
    return frozenset(name for names in lists for name in names.split())


VOID = _names(
    "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr"
)
CELLS = _names("td th caption")
PARTS_OF_TABLE = _names("td th caption tr tbody thead tfoot colgroup")
# A browser closes these by itself, at the end of what is around them.
CLOSED_BY_BROWSER = _names("p li dt dd option optgroup rb rt rtc rp tr td th tbody thead tfoot colgroup")
# An end tag inside one of these reaches nothing outside of it.
BORDERS = _names("td th caption table template object marquee applet")
# These would change the page, or are ours.
NEVER = _names("html head body frameset plaintext flash-card flash-review")
# These end the paragraph, or another element of ours, that a single line stands in.
BLOCKS = _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form",
    "frame h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p pre search section",
    "select summary table template ul xmp td th caption tr tbody thead tfoot colgroup col",
)
CLASS = lazy(r"""(?<=\s)class\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)
OUR_CLASS = lazy(r"(?<![\w-])flash-(?!heading\b)")
PATIENCE = 50  # how often the text is read to its end for the end of a tag, so that none takes quadratic time


def contain(html: str, *, is_line: bool = False) -> str:
    """The HTML, balanced. In a single line the tags of blocks are shown as text."""
    return _Balance(html, NEVER | BLOCKS if is_line else NEVER).run() if "<" in html else html


class _Scope:
    """The elements that are open inside one border, or inside the whole piece."""

    def __init__(self, border: str = "") -> None:
        self.border = border
        self._names: list[str] = []
        self._counts: Counter[str] = Counter()

    def __contains__(self, name: str) -> bool:
        return self._counts[name] > 0

    def __bool__(self) -> bool:
        return bool(self._names)

    def open(self, name: str) -> None:
        """An element begins."""
        self._names.append(name)
        self._counts[name] += 1

    def close(self, until: str = "") -> str:
        """Close the elements down to one of this name, or all; returns the end tags that the others lack."""
        missing = []
        while self._names:
            name = self._names.pop()
            self._counts[name] -= 1
            if name == until:
                break
            if name not in CLOSED_BY_BROWSER:
                missing.append(f"</{name}>")
        return "".join(missing)


class _Balance:
    """One walk through a piece of HTML."""

    def __init__(self, html: str, never: Collection[str]) -> None:
        self._html = html
        self._never = never
        self._scopes = [_Scope()]
        self._absent: set[object] = set()
        self._patience = PATIENCE

    def run(self) -> str:
        """The piece, balanced."""
        html, at = self._html, 0
        out: list[str] = []
        while start := START.search(html, at):
            out.append(html[at : start.start()])
            end = self._end(start)
            if end < 0:
                out.append("&lt;")
                at = start.start() + 1
                continue
            piece, at = html[start.start() : end], end
            out.append(self._tag(start, piece) if start["name"] else piece)
        out.append(html[at:])
        out += [scope.close() for scope in reversed(self._scopes)]
        return "".join(out)

    def _end(self, start: Match[str]) -> int:
        """Where a comment, a tag or an element with text for the browser ends; -1 where it never does."""
        at = start.end()
        if start["comment"]:
            if self._html.startswith((">", "->"), at):
                return self._html.index(">", at) + 1
            return self._find(COMMENT_END, at)
        if start["other"]:
            in_foreign = self._is_foreign() and self._html.startswith("[CDATA[", at)
            return self._find(CDATA_END if in_foreign else TAG_END, at)
        name = start["name"].lower()
        if name in self._never:
            return -1
        end = self._end_of_tag(at)
        if end > 0 and name in RAW_NAMES and not start["end"] and not self._is_empty(start, end):
            return self._end_of_raw(name, end)
        return end

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

    def _is_foreign(self) -> bool:
        """Whether this is a drawing or a formula, where tags may close themselves."""
        return "svg" in self._scopes[-1] or "math" in self._scopes[-1]

    def _is_empty(self, start: Match[str], end: int) -> bool:
        return self._is_foreign() and self._html.startswith("/>", end - 2)

    def _tag(self, start: Match[str], piece: str) -> str:
        """A tag as it may stand, with the end tags that have to stand before it."""
        name = start["name"].lower()
        if start["end"]:
            return self._end_tag(name, piece)
        if "flash-" in piece:  # our script looks for the parts of a card by these classes
            piece = CLASS.sub(lambda found: OUR_CLASS.sub("not-flash-", found[0]), piece)
        if name in VOID or name in RAW_NAMES or self._is_empty(start, start.start() + len(piece)):
            return piece
        before = ""
        if name in PARTS_OF_TABLE:
            if self._scopes[-1].border in CELLS:
                before = self._scopes.pop().close()
            if self._scopes[-1].border not in ("table", "template"):
                return before + piece  # without a table around it, it is nothing to a browser
        if name in BORDERS:
            self._scopes.append(_Scope(name))
        self._scopes[-1].open(name)
        return before + piece

    def _end_tag(self, name: str, piece: str) -> str:
        if name in VOID:
            return piece if name == "br" else ""  # </br> is a line break
        depth = len(self._scopes) - 1
        while name not in self._scopes[depth]:
            if self._scopes[depth].border not in CELLS or name not in ("table", *PARTS_OF_TABLE):
                return ""
            depth -= 1
        missing = [self._scopes.pop().close() for _ in range(len(self._scopes) - 1 - depth)]
        missing.append(self._scopes[depth].close(name))
        if depth and not self._scopes[depth]:
            self._scopes.pop()
        return "".join(missing) + piece
