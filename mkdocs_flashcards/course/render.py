"""The site's own Markdown, for what only its parser can tell of a note."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from importlib.util import find_spec
from typing import Any

from markdown import Markdown

from ..cards import Scan
from ..cards.fences.lines import EXTENSIONS, ITEM_BELOW_TEXT, LIKE_OWNER_ANYWHERE, OWNER, TAB
from ..cards.patterns import lazy
from ..cards.verdicts import Verdicts, verdicts_in
from ..extension import FlashcardsExtension
from ..extension.card_registry import CardRegistry
from ..extension.markup import attributes_of, read
from ..extension.page import Report, SourcePage
from ..extension.translations import Translations, load_translations
from .notes import Note
from .settings import Settings
from .settings.zensical import DEFAULT_EXTENSIONS, DEFAULT_OPTIONS

RAW_HTML = lazy(r"^[ \t>]*</?(?!flash-card)[a-zA-Z][\w-]*[\s/>]", re.M)
BUILT_IN = ("toc", "tables", "fenced_code")  # MkDocs has them in every site


def rendered(page: SourcePage, text: str, settings: Settings, registry: CardRegistry, report: Report) -> str | None:
    """The HTML of a text; None where the site's extensions fail, which were made for a whole site."""
    extension = FlashcardsExtension(
        registry=registry, report=report, language=settings.language, words=dict(settings.words)
    )
    extension.page = page
    named: dict[str, dict[str, Any]] = {name: {} for name in BUILT_IN}
    # Without a file of settings, any extension may be there.
    usual = tuple((name, DEFAULT_OPTIONS.get(name, {})) for name in DEFAULT_EXTENSIONS)
    for name, options in usual if settings.is_default else settings.extensions:
        if name != "flashcards" and _is_installed(name):
            named[name] = dict(options)
    if "pymdownx.snippets" in named:
        named["pymdownx.snippets"]["url_download"] = False  # whatever the network brings, the build will tell
    try:
        return Markdown(extensions=[*named, extension], extension_configs=named).convert(text)
    except Exception:  # noqa: BLE001 (other people's extensions, here without the site they belong to)
        return None


def rendered_note(note: Note, settings: Settings, registry: CardRegistry, report: Callable[[str], None]) -> str | None:
    """The HTML of a note; None, which is reported, where the site's extensions fail. Mistakes are left to `check`."""
    page = SourcePage(note.name, lambda: note.text, note.scan)
    html = rendered(page, note.scan.text, settings, registry, lambda *_: None)
    if html is None:
        report(f"{note.name}: left out, because the site's Markdown extensions fail outside the site.")
    return html


def has_raw_html(scan: Scan) -> bool:
    """Whether a text has HTML on lines of its own, in which a block may be no card."""
    return RAW_HTML.search(scan.text) is not None


def has_indented_block(scan: Scan) -> bool:
    """Whether a block is indented so far that it may be code."""
    return any(len(fence.prefix.expandtabs(TAB)) >= TAB for fence in scan.fences)


def has_broken_owner(scan: Scan, settings: Settings) -> bool:
    """Whether a text has a line that was meant to open a box, a tab or an item, and may open nothing in this site."""
    found = LIKE_OWNER_ANYWHERE.finditer(scan.text)
    return any(_may_be_broken(one[0].strip(" \t>"), settings) for one in found) or bool(
        ITEM_BELOW_TEXT.search(scan.text)
    )


def _may_be_broken(line: str, settings: Settings) -> bool:
    if settings.is_default or not OWNER.match(line):  # without a file of settings, any extension may be there
        return not OWNER.match(line)
    return EXTENSIONS[line[0]] not in {name.removeprefix("markdown.extensions.") for name, _ in settings.extensions}


def ids_in(note: Note, settings: Settings, report: Callable[[str], None]) -> Set[str] | None:
    """The ids of the cards that a note becomes; None, which is reported, where the site's extensions fail."""
    html = rendered_note(note, settings, CardRegistry(), report)
    if html is None:
        return None
    cards = (one for one in read(html) if one.name == "flash-card")
    return {attributes_of(one.attributes).get("data-card", "") for one in cards}


def words_of(settings: Settings) -> Translations:
    """The site's words. Words that are no words are left to the build to report."""
    try:
        return load_translations(settings.language, dict(settings.words))
    except (KeyError, TypeError, ValueError):
        return load_translations(settings.language)


def verdicts_of(settings: Settings) -> Verdicts:
    """The site's words for true and false."""
    words = words_of(settings)
    return verdicts_in(words.language, words["true"], words["false"])


def _is_installed(name: str) -> bool:
    try:
        return "." not in name or find_spec(name.partition(":")[0]) is not None
    except (ImportError, ValueError):
        return False
