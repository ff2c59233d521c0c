"""What becomes of the addresses in a card that leaves its site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import quote, unquote, urljoin

from ...cards.patterns import lazy
from ...exchange.export.media import Media

SCHEME = lazy(r"([a-zA-Z][a-zA-Z\d+.-]*):")
WORKS_ELSEWHERE = ("http", "https", "mailto")
PATH = lazy(r"([^?#]*)(.*)", re.S)
ENDING = lazy(r"\.[A-Za-z0-9]{1,8}")


class Addresses:
    """The addresses in one note.

    `site` is the address of the site, or empty. `note` is what the note's addresses start from: its path in the site,
    or that of its file. `url_of` gives the path in the site for the path that an address leads to, and `read` what is
    there. With `media`, files are taken along; else addresses lead to them.
    """

    def __init__(
        self,
        site: str,
        note: str,
        read: Callable[[str], bytes | None],
        url_of: Callable[[str], str] = str,
        media: Media | None = None,
    ) -> None:
        self._site = f"{site.rstrip('/')}/" if site else ""
        self._note = note
        self._read = read
        self._url_of = url_of
        self._media = media

    def link(self, address: str) -> str | None:
        """An address that works everywhere; None where there is none."""
        address = address.strip()
        if scheme := SCHEME.match(address):
            return address if scheme[1].lower() in WORKS_ELSEWHERE else None
        if not self._site:
            return None
        if address.startswith(("/", "\\")):
            return urljoin(self._site, address)
        target, rest = self._target(address)
        return urljoin(self._site, quote(self._url_of(target), safe="/%")) + rest

    def media(self, address: str) -> str | None:
        """The address of a picture or sound, or its name among the media; None where it cannot be found."""
        address = address.strip()
        if address.startswith("data:"):
            return address
        if not self._media or SCHEME.match(address) or address.startswith(("/", "\\")):
            return self.link(address)
        target, _ = self._target(address)
        content = None if target.startswith("../") else self._read(target)  # no file of the site
        if content is None:
            return self.link(address)
        ending = posixpath.splitext(target)[1]
        return self._media.add(content, ending if ENDING.fullmatch(ending) else "")

    def _target(self, address: str) -> tuple[str, str]:
        """The path that a relative address leads to, and what follows in it."""
        path, rest = PATH.match(address).groups()  # type: ignore[union-attr]  # matches any text
        if not path:
            return self._note, rest
        folder = posixpath.dirname(self._note)
        target = posixpath.normpath(posixpath.join(folder, unquote(path)))
        return ("" if target == "." else target) + ("/" if path.endswith("/") and target != "." else ""), rest
