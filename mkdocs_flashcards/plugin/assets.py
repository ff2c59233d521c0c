"""The one script and the one stylesheet that pages with cards load, one more of each for review pages, two parts that
those load when they are wanted (what asks the cards, and figures and settings), and kinds of cards that few pages have.

The scripts are written as standard modules and served as classic scripts, because browsers load no modules from
`file://`. The modules keep rules that make joining them a matter of lines (tests/plugin/test_assets.py). What several
scripts need is in the first of them only, which leaves it where the later ones find it.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from importlib.resources import files
from pathlib import Path

import rcssmin
import rjsmin
from mkdocs.utils import get_relative_url, write_file

from ..extension.markup import Element, has_cards, span_of_cards
from ..extension.translations import Translations, Word

FOLDER = "assets"
IMPORT = re.compile(r'^import \{[^}]*\} from "(\.{1,2}/[\w/.-]+\.js)";\n', re.M)
NAMES = re.compile(r'^import \{([^}]*)\} from "(\.{1,2}/[\w/.-]+\.js)";\n', re.M)
LITERAL = re.compile(r"""(?<!==)["'`](\w+)""")  # but not one that something is compared with
REVIEW = "<flash-review "
SHARED = 'window[Symbol.for("mkdocs-flashcards")]'
"""Where the scripts of a page share what others need: see ui/shared.js."""
KINDS = "card/kinds"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A script and its stylesheet."""

    entry: str
    """The module that the script begins at."""
    style: str = ""
    after: tuple[str, ...] = ()
    """The bundles whose scripts a page has run before."""


def _kinds_with_own_files() -> list[str]:
    """A kind of card that has a stylesheet comes in files of its own, for the pages that have such a card."""
    folder = files("mkdocs_flashcards") / "assets" / KINDS
    return sorted(file.name.removesuffix(".css") for file in folder.iterdir() if file.name.endswith(".css"))


OWN_FILES = {kind: f"flashcards-{kind}" for kind in _kinds_with_own_files()}
"""The bundles of kinds of cards, by kind."""
REVIEW_PAGE = ("flashcards", "flashcards-review")
BUNDLES = {
    "flashcards": Bundle("entry/card.js", "flashcards.css"),
    "flashcards-review": Bundle("entry/review.js", "review.css", ("flashcards",)),
    "flashcards-session": Bundle("entry/session.js", after=REVIEW_PAGE),
    "flashcards-more": Bundle("entry/extras.js", "more.css", REVIEW_PAGE),
    **{name: Bundle(f"{KINDS}/{kind}.js", f"{KINDS}/{kind}.css", ("flashcards",)) for kind, name in OWN_FILES.items()},
}
LATER = {"more": "flashcards-more", "session": "flashcards-session", **OWN_FILES}
"""What a review page loads when it is wanted, by the attribute that names its files."""
EXPORT = re.compile(r"^export (?=const |function |class |async function )", re.M)


class Assets:
    """The files of one site."""

    def __init__(self, words: Translations, course: str | None) -> None:
        self._contents: dict[tuple[str, str], Callable[[], str]] = {}
        for name, bundle in BUNDLES.items():
            if bundle.style:
                self._contents[name, "css"] = partial(stylesheet, bundle.style)
            self._contents[name, "js"] = partial(later_script, name, words)
        self._contents["flashcards", "js"] = partial(note_script, words, course)
        self._files: dict[tuple[str, str], tuple[str, str]] = {}

    def _place(self, name: str, kind: str) -> str:
        """The path of a file in the site. The file is made when the first page needs it."""
        if (name, kind) not in self._files:
            text = self._contents[name, kind]()
            self._files[name, kind] = f"{FOLDER}/{name}.{digest(text)}.{kind}", text
        return self._files[name, kind][0]

    def are_in(self, html: str) -> bool:
        """Whether a page has the tags already."""
        return ("flashcards", "js") in self._files and self._place("flashcards", "js") in html

    def with_tags(self, html: str, url: str, cards: Sequence[Element]) -> str:
        """A page, or its content, with the tags that load the files for its cards, which `markup.read` has found.

        They stand around the cards, inside the content, because instant navigation runs scripts there only.
        """
        if not has_cards(cards):
            return html
        later, (first, last) = "", span_of_cards(cards)
        own = [name for kind, name in OWN_FILES.items() if f'data-kind="{kind}"' in html]
        styles, scripts = ["flashcards", *own], ["flashcards", *own]
        review = next((one.start + len(REVIEW) for one in cards if one.name == "flash-review"), first)
        if html.startswith(REVIEW, review - len(REVIEW)):  # its cards are there to be read until a session asks them
            styles, scripts = [*REVIEW_PAGE, *own], [*REVIEW_PAGE]
            later = "".join(f'data-{part}="{self._addresses(name, url)}" ' for part, name in LATER.items())
        links = "".join(f'<link rel="stylesheet" href="{self._address(name, "css", url)}">' for name in styles)
        tags = "".join(f'<script src="{self._address(name, "js", url)}" defer></script>' for name in scripts)
        return html[:first] + links + html[first:review] + later + html[review:last] + tags + html[last:]

    def _addresses(self, name: str, url: str) -> str:
        """The stylesheet of a bundle, if it has one, and its script, as seen from a page."""
        return " ".join(self._address(*file, url) for file in ((name, "css"), (name, "js")) if file in self._contents)

    def _address(self, name: str, kind: str, url: str) -> str:
        return _to_assets(url) + self._place(name, kind)[len(FOLDER) + 1 :]

    def write(self, site: Path) -> None:
        """Write the files that pages need into the finished site."""
        for path, text in self._files.values():
            write_file(text.encode(), str(site / path))


def note_script(words: Translations, course: str | None) -> str:
    """The script of a page with cards, minified, with the words it uses and the name its progress is kept under."""
    script = _joined("flashcards")
    site = {"words": _words_in(script, words), "course": course}
    # Run again by instant navigation, it must not come between the later scripts and the elements of the first run.
    shared = f"{SHARED}||={{{','.join(_shared('flashcards'))}}}"
    return f'(()=>{{"use strict";const site={_json(site)};\n{script}\n{shared}}})();\n'


def later_script(name: str, words: Translations) -> str:
    """Another script of a review page than the first, minified, with the words that those before it do not have."""
    before = BUNDLES[name].after
    script, known = _joined(name), {word for one in before for word in _words_in(_joined(one), words)}
    more = {word: text for word, text in _words_in(script, words).items() if word not in known}
    taken = ",".join(sorted({one for earlier in before for one in _taken(name, earlier)} | {"site"}))
    begin = f"const{{{taken}}}={SHARED};Object.assign(site.words,{_json(more)});site.language={_json(words.language)};"
    shared = ",".join(_shared(name))
    end = f"Object.assign({SHARED},{{{shared}}});" if shared else ""
    return f'(()=>{{"use strict";{begin}\n{script}{end}}})();\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _words_in(script: str, words: Translations) -> dict[str, Word]:
    """The words that a script can ask for, by name or by the start of a name, as in `noted_`."""
    literals = set(LITERAL.findall(script))
    beginnings = tuple(literal for literal in literals if literal.endswith("_"))
    return {name: word for name, word in words.table.items() if name in literals or name.startswith(beginnings)}


@cache
def _shared(name: str) -> tuple[str, ...]:
    """What later scripts take from the modules of one script."""
    later = (one for one, bundle in BUNDLES.items() if name in bundle.after)
    taken = {word for one in later for word in _taken(one, name)}
    return tuple(sorted(taken | (set() if BUNDLES[name].after else {"site"})))


def _taken(name: str, earlier: str) -> set[str]:
    """The names that one script's own modules import from another's."""
    held = _own_modules(earlier)
    imports = [
        (taken, _resolved(module, target))
        for module in _own_modules(name)
        for taken, target in NAMES.findall(_read(module))
    ]
    return {one.strip() for taken, target in imports if target in held for one in taken.split(",")} - {""}


@cache
def stylesheet(name: str = "flashcards.css") -> str:
    """A stylesheet, minified."""
    return str(rcssmin.cssmin(_read(name)))


@cache
def _joined(name: str) -> str:
    return str(rjsmin.jsmin("".join(_without_module_words(_read(module)) for module in _own_modules(name))))


def _own_modules(name: str) -> list[str]:
    """The modules of one script: those that no script before it has."""
    bundle = BUNDLES[name]
    held = {module for one in bundle.after for module in modules(BUNDLES[one].entry)}
    return [module for module in modules(bundle.entry) if module not in held]


@cache
def modules(entry: str) -> list[str]:
    """The modules that an entry needs, each after those it imports."""
    order: list[str] = []

    def visit(name: str) -> None:
        for target in IMPORT.findall(_read(name)):
            path = _resolved(name, target)
            if path not in order:
                visit(path)
        if name not in order:
            order.append(name)

    visit(entry)
    return order


def _resolved(name: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))


def _without_module_words(text: str) -> str:
    return EXPORT.sub("", IMPORT.sub("", text))


@cache
def _read(name: str) -> str:
    return (files("mkdocs_flashcards") / "assets" / name).read_text(encoding="utf-8")


def digest(text: str) -> str:
    """A hash of a file's content for its name, so that browsers can cache the file forever."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@lru_cache(maxsize=1)  # each page asks several times
def _to_assets(url: str) -> str:
    """The way from a page to the folder of the files, slash included."""
    return get_relative_url(f"{FOLDER}/", url)
