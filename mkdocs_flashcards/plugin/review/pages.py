"""The virtual files of the review, and their place in the navigation."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from ..weeks import Week
from .extract import ExtractedCard, Note

H1 = re.compile(r"(<h1\b[^>]*>)[^<]*")
SESSIONS = {"review", "review-all", "review-missed"}
"""Addresses in a review page that begin a session, as its script has them."""
MARKUP = re.compile(r"[\\`*_{}\[\]<>#!&~^$:=]")


@dataclass(slots=True)
class Group:
    """The cards of one note on one page."""

    note: Note
    file: File
    cards: list[ExtractedCard]

    def shown(self) -> list[ExtractedCard]:
        """Those that readers of the note see as well."""
        return [card for card in self.cards if card.id in self.note.shown]


@dataclass(slots=True)
class ReviewFile:
    """A page that we make, or that the author has put where we would."""

    week: Week | None
    """None for the page of all weeks."""
    name: str
    label: str
    file: File
    authors: bool
    groups: list[Group] = field(default_factory=list)
    whole: bool = True
    """Whether every note with cards for it is known: a dirty build does not render them all."""

    def call(self, label: str) -> None:
        """Give it another label, once it is rendered; a title from the author's navigation stays."""
        page = self.file.page
        if self.authors or page is None or page.content is None:
            return
        self.label = label
        page.content = H1.sub(lambda found: found[1] + escape(label, quote=False), page.content, count=1)
        for entry in page.toc:
            entry.title = escape(label, quote=False)
        if "title" not in vars(page):
            page.title = label

    def leave_sessions_free(self) -> None:
        """The title's own address must not begin a session, as that of a title Review would."""
        page = self.file.page
        for entry in page.toc if page else ():
            if page and page.content and entry.id in SESSIONS:
                own, entry.id = entry.id, f"{entry.id}-page"
                for place in ('id="{}"', 'href="#{}"'):
                    page.content = page.content.replace(place.format(own), place.format(entry.id))

    def shown(self) -> list[tuple[Group, list[ExtractedCard]]]:
        """The cards of each note that has any."""
        return [(group, cards) for group in self.groups if (cards := group.shown())]


def file_for(files: Files, config: MkDocsConfig, place: str, label: str) -> tuple[File, bool]:
    """The file of a page of the review, and whether it is the author's: one that has the place already keeps it."""
    for path in _places(place, config):
        own = files.get_file_from_path(path)
        if own and own.inclusion not in (InclusionLevel.DRAFT, InclusionLevel.EXCLUDED):
            return own, True
        if own and own.src_uri == f"{place}.md":  # a draft has no place in the site
            files.remove(own)
    title, inclusion = MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", label), _inclusion(files, config, place)
    file = File.generated(config, f"{place}.md", content=f"# {title}\n", inclusion=inclusion)
    if language := _language_folder(config):
        file.dest_uri = posixpath.join(language, file.dest_uri)
    files.append(file)
    return file, False


def _places(place: str, config: MkDocsConfig) -> Iterator[str]:
    """The files that would end up at the same place in the site."""
    yield f"{place}.md"
    if not config.use_directory_urls or place.endswith("/index"):
        yield f"{place}.html"
    if place.endswith("/index"):
        place = place.removesuffix("/index")
        yield f"{place}/README.md"
        if not config.use_directory_urls:
            return
        yield f"{place}.md"
    elif config.use_directory_urls:
        yield from (f"{place}/{name}" for name in ("index.md", "README.md", "index.html"))


def _inclusion(files: Files, config: MkDocsConfig, place: str) -> InclusionLevel:
    """Outside the navigation as far as MkDocs is concerned: a page that nobody lists there is no oversight.

    The awesome-nav plugin finds only pages that want to be listed.
    """
    awesome = config.plugins.get("awesome-nav")
    listed = awesome and files.get_file_from_path(str(awesome.config.get("filename")))
    folder = re.escape(posixpath.dirname(place))
    if listed and re.search(rf"(?<![\w-]){folder}(?![\w-])", listed.content_string):
        return InclusionLevel.INCLUDED
    return InclusionLevel.NOT_IN_NAV


def _language_folder(config: MkDocsConfig) -> str:
    """Where the static-i18n plugin puts the language that it is building."""
    i18n = config.plugins.get("i18n")
    if i18n is None or getattr(i18n, "is_default_language_build", True):
        return ""
    return str(getattr(i18n, "current_language", ""))


def add_section(nav: Navigation, config: MkDocsConfig, title: str, files: Iterable[File]) -> None:
    """A section at the end of the navigation."""
    pages = [file.page or Page(None, file, config) for file in files]
    section = Section(title, list(pages))
    for page in pages:
        page.parent = section
    nav.items.append(section)
    nav.pages += pages
    _link_neighbours(nav.pages)


def remove_pages(nav: Navigation, files: Files, gone: Sequence[File]) -> None:
    """Take files out of the site and its navigation, as if they had never been there."""
    for file in gone:
        files.remove(file)
    pages = {id(file.page) for file in gone}
    if any(id(page) in pages for page in nav.pages):
        nav.items = _without(nav.items, pages)
        nav.pages = [page for page in nav.pages if id(page) not in pages]
        _link_neighbours(nav.pages)


def _without(items: list[Any], pages: set[int]) -> list[Any]:
    kept = []
    for item in items:
        children = item.children
        if children:
            item.children = _without(children, pages)
        if id(item) not in pages and (item.children or not children):
            kept.append(item)
    return kept


def _link_neighbours(pages: list[Page]) -> None:
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after
