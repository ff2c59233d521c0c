"""The scripts and stylesheets that are served: which modules each is joined from, and in what order.

The scripts are written as standard modules and served as classic scripts, because browsers load no modules from
`file://`. The modules keep rules that make joining them a matter of lines (tests/plugin/test_assets.py). What several
scripts need is in the first of them only, which leaves it where the later ones find it.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import rcssmin
import rjsmin

from ..extension.translations import Translations, Word

IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.{1,2}/[\w/.-]+\.js)";\n', re.M)
EXPORT = re.compile(r"^export (?=const |function |class |async function )", re.M)
LITERAL = re.compile(r"""(?<!==)["'`](\w+)""")  # but not one that something is compared with
SHARED = 'window[Symbol.for("mkdocs-flashcards")]'
"""Where the scripts of a page share what others need: see ui/shared.js."""
KINDS = "card/kinds"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A script and its stylesheet."""

    entry: str
    """The module that the script begins at."""
    styles: tuple[str, ...] = ()
    """The stylesheets, in the order in which they are joined: of two rules as strong, the later one counts."""
    after: tuple[str, ...] = ()
    """The bundles whose scripts a page has run before."""


NOTE_STYLES = (
    "card/card.css",
    "card/answer.css",
    "card/verdicts.css",
    f"{KINDS}/list.css",
    f"{KINDS}/choice.css",
    f"{KINDS}/cloze.css",
    "card/hint.css",
    "card/set.css",
    "card/mistake.css",
    "card/media.css",
)
REVIEW_STYLES = (
    "review/review.css",
    "ui/bar.css",
    "review/panel.css",
    "review/weeks.css",
    "review/drawer.css",
)
SESSION_STYLES = tuple(f"session/room/{name}.css" for name in ("room", "top", "stage"))
MORE_STYLES = (
    "stats/weeks.css",
    "stats/figures.css",
    "session/room/end-panel.css",
    "settings/settings.css",
    "print/sheet.css",
)


def _kinds_with_own_files() -> list[str]:
    """The kinds of cards that few notes have come in files of their own: those whose look is not in all notes."""
    names = (file.name for file in (files("mkdocs_flashcards") / "assets" / KINDS).iterdir())
    return sorted(
        name.removesuffix(".css") for name in names if name.endswith(".css") and f"{KINDS}/{name}" not in NOTE_STYLES
    )


OWN_FILES = {kind: f"flashcards-{kind}" for kind in _kinds_with_own_files()}
"""The bundles of kinds of cards, by kind."""
REVIEW_PAGE = ("flashcards", "flashcards-review")
BUNDLES = {
    "flashcards": Bundle("entry/card.js", NOTE_STYLES),
    "flashcards-check": Bundle("entry/check.js", after=("flashcards",)),
    "flashcards-review": Bundle("entry/review.js", REVIEW_STYLES, ("flashcards",)),
    "flashcards-session": Bundle("entry/session.js", SESSION_STYLES, REVIEW_PAGE),
    "flashcards-more": Bundle("entry/extras.js", MORE_STYLES, REVIEW_PAGE),
    **{
        name: Bundle(f"{KINDS}/{kind}.js", (f"{KINDS}/{kind}.css",), ("flashcards",))
        for kind, name in OWN_FILES.items()
    },
}
LATER = {"more": "flashcards-more", "session": "flashcards-session", **OWN_FILES}
"""What a review page loads when it is wanted, by the attribute that names its files."""


def note_script(words: Translations, course: str | None) -> str:
    """The script of a page with cards, minified, with the words it uses and the name its progress is kept under."""
    script = _joined("flashcards")
    site = {"words": _words_in("flashcards", words), "course": course}
    # Run again by instant navigation, it must not come between the later scripts and the elements of the first run.
    shared = f"{SHARED}={{{','.join(_shared('flashcards'))}}}"
    return f'(()=>{{"use strict";if({SHARED})return;const site={_json(site)};\n{script}\n{shared}}})();\n'


def later_script(name: str, words: Translations) -> str:
    """Another script of a review page than the first, minified, with the words that those before it do not have."""
    before = BUNDLES[name].after
    known = {word for one in before for word in _words_in(one, words)}
    more = {word: text for word, text in _words_in(name, words).items() if word not in known}
    taken = ",".join(sorted({one for earlier in before for one in _taken(name, earlier)} | {"site"}))
    begin = f"const{{{taken}}}={SHARED};Object.assign(site.words,{_json(more)});site.language={_json(words.language)};"
    shared = ",".join(_shared(name))
    end = f"Object.assign({SHARED},{{{shared}}});" if shared else ""
    return f'(()=>{{"use strict";{begin}\n{_joined(name)}{end}}})();\n'


def standalone_files(words: Translations, course: str | None) -> dict[str, str]:
    """The files of a site that is built without the plugin, by name.

    All that notes need is in the first two, a script and a stylesheet. The others are for review pages.
    """
    extra = ["flashcards-check", *OWN_FILES.values()]
    script = note_script(words, course) + "".join(later_script(name, words) for name in extra)
    style = stylesheet("flashcards") + "".join(stylesheet(name) for name in OWN_FILES.values())
    found = {"flashcards.js": script, "flashcards.css": style}
    for name, bundle in BUNDLES.items():
        if name != "flashcards":
            found |= {f"{name}.css": stylesheet(name)} if bundle.styles else {}
            found[f"{name}.js"] = later_script(name, words)
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _words_in(bundle: str, words: Translations) -> dict[str, Word]:
    """The words that a script can ask for, by name or by the start of a name, as in `noted_`."""
    literals = _literals(bundle)
    beginnings = tuple(literal for literal in literals if literal.endswith("_"))
    return {name: word for name, word in words.table.items() if name in literals or name.startswith(beginnings)}


@cache
def _literals(bundle: str) -> frozenset[str]:
    return frozenset(LITERAL.findall(_joined(bundle)))


@cache
def _shared(name: str) -> tuple[str, ...]:
    """What later scripts take from the modules of one script."""
    later = (one for one, bundle in BUNDLES.items() if name in bundle.after)
    taken = {word for one in later for word in _taken(one, name)}
    return tuple(sorted(taken | (set() if BUNDLES[name].after else {"site"})))


def _taken(name: str, earlier: str) -> set[str]:
    """The names that one script's own modules import from another's."""
    held = _own_modules(earlier)
    imports = (found for module in _own_modules(name) for found in _imports(module))
    return {one.strip() for taken, target in imports if target in held for one in taken.split(",")} - {""}


@cache
def _imports(module: str) -> list[tuple[str, str]]:
    """The names that a module imports, and from which module."""
    return [(taken, _resolved(module, target)) for taken, target in IMPORT.findall(_read(module))]


@cache
def stylesheet(name: str) -> str:
    """The stylesheet of a bundle, minified."""
    return str(rcssmin.cssmin("".join(map(_read, BUNDLES[name].styles))))


@cache
def _joined(name: str) -> str:
    return str(rjsmin.jsmin("".join(_without_module_words(_read(module)) for module in _own_modules(name))))


@cache
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
        for _, path in _imports(name):
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
