"""The one script and the one stylesheet that pages with cards load.

The script is written as standard modules and served as one classic script, because browsers load no modules from
`file://`. The modules keep rules that make joining them a matter of lines (tests/plugin/test_assets.py).
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

import rcssmin
import rjsmin
from mkdocs.utils import get_relative_url

from ..extension.words import Words

FOLDER = "assets"
IMPORT = re.compile(r'^import \{[^}]*\} from "(\.{1,2}/[\w/.-]+\.js)";\n', re.M)
EXPORT = re.compile(r"^export (?=const |function |class |async function )", re.M)
CARDS = ("<flash-card ", '<div class="flash-mistake"')


class Assets:
    """The files of one site."""

    def __init__(self, words: Words, course: str | None) -> None:
        self._words = words
        self._course = course
        self._wanted = False

    @cached_property
    def _files(self) -> dict[str, tuple[str, str]]:
        """Path and content of each; made when the first page wants them."""
        contents = {"js": note_script(self._words, self._course), "css": stylesheet()}
        return {kind: (f"{FOLDER}/flashcards.{_digest(text)}.{kind}", text) for kind, text in contents.items()}

    def with_tags(self, html: str, url: str) -> str:
        """A page with cards, with the tags that load the files.

        They stand around the cards, inside the content, because instant navigation runs scripts there only; and are
        set in finished pages, because blogs and print views bring cards to pages whose content had none.
        """
        self._wanted = True
        style, script = (get_relative_url(self._files[kind][0], url) for kind in ("css", "js"))
        first = min(at for card in CARDS if (at := html.find(card)) >= 0)
        last = html.rfind("</flash-card>")
        last = first if last < 0 else last + len("</flash-card>")
        return (
            f'{html[:first]}<link rel="stylesheet" href="{style}">{html[first:last]}'
            f'<script src="{script}" defer></script>{html[last:]}'
        )

    def write(self, site: Path) -> None:
        """Write the files into the finished site, if a page wants them."""
        if not self._wanted:
            return
        for path, text in self._files.values():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, encoding="utf-8")


def has_cards(html: str) -> bool:
    """Whether a page's content holds a card, or a box in place of one."""
    return any(card in html for card in CARDS)


def note_script(words: Words, course: str | None) -> str:
    """The script of a page with cards, minified, with the words of the site and the name its progress is kept under."""
    site = json.dumps({"words": dict(words), "course": course}, ensure_ascii=False, separators=(",", ":"))
    return f'(()=>{{"use strict";const site={site};\n{_joined("note.js")}}})();\n'


@cache
def stylesheet() -> str:
    """The stylesheet, minified."""
    return str(rcssmin.cssmin(_read("flashcards.css")))


@cache
def _joined(entry: str) -> str:
    return str(rjsmin.jsmin("".join(_without_module_words(_read(name)) for name in modules(entry))))


def modules(entry: str) -> list[str]:
    """The modules that an entry needs, each after those it imports."""
    order: list[str] = []

    def visit(name: str) -> None:
        for target in IMPORT.findall(_read(name)):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
            if path not in order:
                visit(path)
        if name not in order:
            order.append(name)

    visit(entry)
    return order


def _without_module_words(text: str) -> str:
    return EXPORT.sub("", IMPORT.sub("", text))


@cache
def _read(name: str) -> str:
    return (files("mkdocs_flashcards") / "assets" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
