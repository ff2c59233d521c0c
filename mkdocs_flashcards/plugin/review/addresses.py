"""What has to change in a card's HTML when it moves to another page: addresses, and the names that must be unique.

A card is taken apart once and put together for each page that shows it, so all that is looked for is looked for once.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape, unescape
from urllib.parse import unquote

from mkdocs.utils import get_relative_url

# Tags without attributes, and those with a class alone, are by far the most: highlighted words, for one.
TAG = re.compile(r"""<[a-zA-Z][\w:-]*\s(?!class="[^"]*">)(?:[^"'<>]++|"[^"]*"|'[^']*')*+>""")
ATTRIBUTE = re.compile(r"""(?P<before>\s(?P<name>[a-zA-Z][\w:-]*)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
ADDRESSES = {"href", "xlink:href", "src", "data-src", "data", "poster", "action", "formaction", "cite", "background"}
SETS = {"srcset", "imagesrcset", "data-srcset"}
NAMES = {"for", "form", "headers", "list", "popovertarget", "commandfor"}
NAMES |= {f"aria-{to}" for to in ("labelledby", "describedby", "controls", "owns", "details", "flowto")}
NAMES |= {"aria-activedescendant", "aria-errormessage"}
CHANGES = {*ADDRESSES, *SETS, *NAMES, "usemap", "id", "name"}
NAMED = ("<a", "<input", "<map", "<details")  # elsewhere a name is a word for a server or a plug-in
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z\d+.-]*:|[/\\]")
IN_SET = re.compile(r"(?P<before>(?:^|,)\s*)(?P<address>[^\s,](?:\S*[^\s,])?)")
URL = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<address>[^"')]*)(?P=quote)\s*\)""")
ID = re.compile(r"""\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""", re.I)
PATH = re.compile(r"([^?#]*)(.*)", re.S)
OPEN = re.compile("\x02(.*?)\x03", re.S)  # Markdown lets neither of the two signs into a page

Pieces = Sequence[str]
"""HTML, an address as the note has it, HTML, …"""


def split_urls(html: str, prefix: str) -> Pieces:
    """HTML with its own ids renamed, cut at each address that depends on the place of the page."""
    pieces = OPEN.split(_Taken(html, prefix).html)
    pieces[1::2] = map(unescape, pieces[1::2])
    return pieces


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


class _Taken:
    def __init__(self, html: str, prefix: str) -> None:
        self._prefix = prefix
        self._own: set[str] = set()
        if " id=" in html or " name=" in html:
            found = (one for tag in TAG.findall(html) for one in ID.findall(tag))
            self._own = {unescape("".join(values)) for values in found} - {""}
        self._named = False
        self.html = TAG.sub(self._tag, html)

    def _tag(self, found: re.Match[str]) -> str:
        self._named = found[0].lower().startswith(NAMED)
        return ATTRIBUTE.sub(self._attribute, found[0])

    def _attribute(self, found: re.Match[str]) -> str:
        name = found["name"].lower()
        if name not in CHANGES and "url(" not in found[0]:
            return found[0]
        value = unescape(found[3] or found[4] or found[5] or "")
        new = self._value(name, value)
        return found[0] if new == value else f'{found["before"]}"{escape(new)}"'

    def _value(self, name: str, value: str) -> str:
        if name in ADDRESSES:
            return self._address(value)
        if name in SETS:
            return IN_SET.sub(lambda found: found["before"] + self._address(found["address"]), value)
        if name == "usemap":
            return self._address(value)
        if name == "id" or (name == "name" and self._named):
            return self._prefix + value
        if name in NAMES:
            return " ".join(self._prefix + one if one in self._own else one for one in value.split(" "))
        return URL.sub(self._url, value) if "url(" in value else value

    def _url(self, found: re.Match[str]) -> str:
        address = found["address"]
        if address.startswith("#") and unquote(address[1:]) not in self._own:
            return found[0]  # a picture of the note itself, which cannot be shown from elsewhere
        return f"url({found['quote']}{self._address(address)}{found['quote']})"

    def _address(self, value: str) -> str:
        text = value.strip()
        if ELSEWHERE.match(text) or text == "#":
            return value
        if text.startswith("#") and unquote(text[1:]) in self._own:
            return f"#{self._prefix}{text[1:]}"
        return f"\x02{text}\x03"
