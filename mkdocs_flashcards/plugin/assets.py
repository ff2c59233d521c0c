"""The one script and the one stylesheet that pages with cards load, one more of each for review pages, and two parts
that those load when they are wanted: what asks the cards, and figures and settings.

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
from functools import cache
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
"""Where the scripts of a page leave what others need: see ui/shared.js."""
SCRIPTS = {
    "flashcards": "entry/card.js",
    "flashcards-review": "entry/review.js",
    "flashcards-session": "entry/session.js",
    "flashcards-more": "entry/extras.js",
}
LATER = {"more": (("flashcards-more", "css"), ("flashcards-more", "js")), "session": (("flashcards-session", "js"),)}
"""What a review page loads when it is wanted, by the attribute that names its files."""
EXPORT = re.compile(r"^export (?=const |function |class |async function )", re.M)


class Assets:
    """The files of one site."""

    def __init__(self, words: Translations, course: str | None) -> None:
        self._contents: dict[tuple[str, str], Callable[[], str]] = {
            ("flashcards", "css"): lambda: stylesheet("flashcards.css"),
            ("flashcards-review", "css"): lambda: stylesheet("review.css"),
            ("flashcards-more", "css"): lambda: stylesheet("more.css"),
            ("flashcards", "js"): lambda: note_script(words, course),
            ("flashcards-review", "js"): lambda: later_script("flashcards-review", words),
            ("flashcards-session", "js"): lambda: later_script("flashcards-session", words),
            ("flashcards-more", "js"): lambda: later_script("flashcards-more", words),
        }
        self._files: dict[tuple[str, str], tuple[str, str]] = {}

    def _place(self, name: str, kind: str) -> str:
        """Where a file lies in the site; it is made when the first page wants it."""
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
        names, later, (first, last) = ["flashcards"], "", span_of_cards(cards)
        review = next((one.start + len(REVIEW) for one in cards if one.name == "flash-review"), first)
        if html.startswith(REVIEW, review - len(REVIEW)):
            names.append("flashcards-review")
            later = "".join(
                f'data-{part}="{" ".join(get_relative_url(self._place(*file), url) for file in files)}" '
                for part, files in LATER.items()
            )
        styles, scripts = ([get_relative_url(self._place(name, kind), url) for name in names] for kind in ("css", "js"))
        return (
            html[:first]
            + "".join(f'<link rel="stylesheet" href="{style}">' for style in styles)
            + html[first:review]
            + later
            + html[review:last]
            + "".join(f'<script src="{script}" defer></script>' for script in scripts)
            + html[last:]
        )

    def write(self, site: Path) -> None:
        """Write the files that pages want into the finished site."""
        for path, text in self._files.values():
            write_file(text.encode(), str(site / path))


def note_script(words: Translations, course: str | None) -> str:
    """The script of a page with cards, minified, with the words it uses and the name its progress is kept under."""
    script = _joined("entry/card.js")
    site = {"words": _words_in(script, words), "course": course}
    # Run again by instant navigation, it must not come between the later scripts and the elements of the first run.
    shared = f"{SHARED}||={{{','.join(_shared('entry/card.js'))}}}"
    return f'(()=>{{"use strict";const site={_json(site)};\n{script}\n{shared}}})();\n'


def later_script(name: str, words: Translations) -> str:
    """Another script of a review page than the first, minified, with the words that those before it do not have."""
    entry = SCRIPTS[name]
    script, known = _joined(entry), {word for one in _before(entry) for word in _words_in(_joined(one), words)}
    more = {name: word for name, word in _words_in(script, words).items() if name not in known}
    taken = ",".join(sorted({one for earlier in _before(entry) for one in _taken(entry, earlier)} | {"site"}))
    begin = f"const{{{taken}}}={SHARED};Object.assign(site.words,{_json(more)});site.language={_json(words.language)};"
    shared = ",".join(_shared(entry))
    end = f"Object.assign({SHARED},{{{shared}}});" if shared else ""
    return f'(()=>{{"use strict";{begin}\n{script}{end}}})();\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _words_in(script: str, words: Translations) -> dict[str, Word]:
    """The words that a script can ask for: by their names, or by the beginning of a name, as in `noted_`."""
    literals = set(LITERAL.findall(script))
    beginnings = tuple(literal for literal in literals if literal.endswith("_"))
    return {name: word for name, word in words.table.items() if name in literals or name.startswith(beginnings)}


def _before(entry: str) -> list[str]:
    """The entries of the scripts that a page runs before this one; those that come later do not wait for each other."""
    entries = list(SCRIPTS.values())
    return entries[: min(entries.index(entry), len(entries) - len(LATER))]


@cache
def _shared(entry: str) -> tuple[str, ...]:
    """What later scripts take from the modules of one script."""
    later = (one for one in SCRIPTS.values() if entry in _before(one))
    names = {name for one in later for name in _taken(one, entry)}
    return tuple(sorted(names | ({"site"} if not _before(entry) else set())))


def _taken(entry: str, earlier: str) -> set[str]:
    """The names that one script's own modules import from another's."""
    held = _own_modules(earlier)
    imports = [
        (taken, _resolved(name, target)) for name in _own_modules(entry) for taken, target in NAMES.findall(_read(name))
    ]
    return {one.strip() for taken, target in imports if target in held for one in taken.split(",")} - {""}


@cache
def stylesheet(name: str = "flashcards.css") -> str:
    """A stylesheet, minified."""
    return str(rcssmin.cssmin(_read(name)))


@cache
def _joined(entry: str) -> str:
    return str(rjsmin.jsmin("".join(_without_module_words(_read(name)) for name in _own_modules(entry))))


def _own_modules(entry: str) -> list[str]:
    """The modules of one script: those that no script before it has."""
    held = {name for one in _before(entry) for name in modules(one)}
    return [name for name in modules(entry) if name not in held]


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
    """What the name of a file says of its content, so that browsers may keep it for ever."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]
