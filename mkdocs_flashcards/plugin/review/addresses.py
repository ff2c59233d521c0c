"""What has to change in a card's HTML when it moves to another page: addresses, and the names that must be unique.

A card is taken apart once and put together for each page that shows it, so all that is looked for is looked for once.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape, unescape
from urllib.parse import unquote

from mkdocs.utils import get_relative_url

from ...cards.patterns import lazy
from ...extension.markup import ATTRIBUTES, COMMENT

# Tags without attributes, and those with a class or our mark alone, are by far the most: highlighted words, options.
TAG = rf"""<[a-zA-Z][^\s/>]*+\s(?!(?:class|data-right)="[^"]*">){ATTRIBUTES}>"""
TAGS = lazy(TAG)
TAGS_IN_TEXT = lazy(rf"{COMMENT}|<script(?=[\s/>]){ATTRIBUTES}>.*?</script|{TAG}", re.I | re.S)
ATTRIBUTE = lazy(r"""(?P<before>\s(?P<name>[a-zA-Z][\w:-]*)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
ADDRESSES = {"href", "xlink:href", "src", "data-src", "data", "poster", "action", "formaction", "cite", "background"}
SETS = {"srcset", "imagesrcset", "data-srcset"}
NAMES = {"for", "form", "headers", "list", "popovertarget", "commandfor"}
NAMES |= {f"aria-{to}" for to in ("labelledby", "describedby", "controls", "owns", "details", "flowto")}
NAMES |= {"aria-activedescendant", "aria-errormessage"}
NAMED = ("<a", "<input", "<map", "<details")  # elsewhere a name is a word for a server or a plug-in
ELSEWHERE = lazy(r"[a-zA-Z][a-zA-Z\d+.-]*:|[/\\]")
IN_SET = lazy(r"(?:^|,)\s*(?P<address>[^\s,](?:\S*[^\s,])?)")
URL = lazy(r"""url\(\s*(?P<quote>["']?)(?P<address>[^"')]*)(?P=quote)\s*\)""")
ID = lazy(r"""\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""", re.I)
PATH = lazy(r"([^?#]*)(.*)", re.S)

Pieces = Sequence[str]
"""HTML, an address as the note has it, HTML, …"""


def split_urls(html: str, prefix: str) -> Pieces:
    """HTML with its own ids renamed, cut at each address that depends on the place of the page."""
    names = _Names(html, prefix)
    pieces, text, at = list[str](), list[str](), 0
    for tag in _tags(html):
        for attribute in ATTRIBUTE.finditer(tag[0]):
            value = unescape(attribute[3] or attribute[4] or attribute[5] or "")
            before, *others = names.value(tag[0], attribute["name"].lower(), value)
            if before == value and not others:
                continue
            text += [html[at : tag.start() + attribute.start()], attribute["before"], '"', escape(before)]
            for address, after in zip(others[::2], others[1::2], strict=True):
                pieces += ["".join(text), address]
                text = [escape(after)]
            text.append('"')
            at = tag.start() + attribute.end()
    return [*pieces, "".join([*text, html[at:]])]


def joined(one: Pieces, other: Pieces) -> Pieces:
    """The pieces of two texts, one behind the other."""
    return [*one[:-1], one[-1] + other[0], *other[1:]]


def _tags(html: str) -> Iterator[re.Match[str]]:
    """The tags that have more than a class; those in comments and scripts are none."""
    if "<!--" not in html and "<script" not in html.lower():
        return TAGS.finditer(html)
    return (
        tag for tag in TAGS_IN_TEXT.finditer(html) if not tag[0].startswith("<!") and not tag[0].endswith("</script")
    )


def join_urls(pieces: Pieces, note: str, page: str) -> str:
    """The HTML for a page; both are addresses in the site, as of MkDocs's files."""
    if len(pieces) == 1:
        return pieces[0]
    out = list(pieces)
    out[1::2] = [escape(moved(address, note, page)) for address in pieces[1::2]]
    return "".join(out)


@lru_cache(maxsize=4096)  # the links of a note mostly lead to the same few places
def moved(address: str, note: str, page: str) -> str:
    """A relative address of a note, as another page has to write it."""
    path, rest = PATH.match(address).groups()  # type: ignore[union-attr]  # matches any text
    if not path:
        return get_relative_url(note, page) + rest
    # not by what lies between two pages: an address may lead out of the site
    where = posixpath.normpath(_folder_of(note, page) + path)
    return where + ("/" if path.endswith(("/", "/.", "/..")) or path in (".", "..") else "") + rest


@lru_cache(maxsize=4096)
def _folder_of(note: str, page: str) -> str:
    return get_relative_url(note[: note.rfind("/") + 1] or "./", page)


class _Names:
    """What becomes of the values in a piece of HTML that has ids of its own."""

    def __init__(self, html: str, prefix: str) -> None:
        self._prefix = prefix
        self._own: set[str] = set()
        if " id=" in html or " name=" in html:
            found = (one for tag in _tags(html) for one in ID.findall(tag[0]))
            self._own = {unescape("".join(values)) for values in found} - {""}

    def value(self, tag: str, name: str, value: str) -> Pieces:
        """The pieces of the new value of a tag's attribute."""
        if name in ADDRESSES or name == "usemap":
            return self._address(value)
        if name in SETS:
            return self._each(IN_SET, value)
        if name == "id" or (name == "name" and tag.lower().startswith(NAMED)):
            return [self._prefix + value]
        if name in NAMES:
            return [" ".join(self._prefix + one if one in self._own else one for one in value.split(" "))]
        return self._each(URL, value) if "url(" in value else [value]

    def _each(self, pattern: re.Pattern[str], value: str) -> Pieces:
        """A value with several addresses in it."""
        pieces, at = [""], 0
        for found in pattern.finditer(value):
            pieces[-1] += value[at : found.start("address")]
            before, *others = self._address(found["address"], is_picture=pattern is URL)
            pieces[-1] += before
            pieces += others
            at = found.end("address")
        pieces[-1] += value[at:]
        return pieces

    def _address(self, value: str, *, is_picture: bool = False) -> Pieces:
        text = value.strip()
        if ELSEWHERE.match(text) or text == "#":
            return [value]
        if text.startswith("#"):
            if unquote(text[1:]) in self._own:
                return [f"#{self._prefix}{text[1:]}"]
            if is_picture:  # of the note itself, which cannot be shown from elsewhere
                return [value]
        return ["", text, ""]
