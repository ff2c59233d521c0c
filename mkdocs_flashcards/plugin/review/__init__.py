"""The review of a site: from the notes' text to the pages that list their cards.

MkDocs wants to know a page before it renders the first, and we know the cards only when all are rendered. So the notes
are scanned for their weeks early; every review page is filled when the notes have been written, just before it is
written itself; and a page that might have been needed and was not is taken out in between. That is how cards that only
appear while a note is rendered (from includes and macros) find a page: that of their week if there is one, else that of
the cards of no week, for which there is always a page at first.
"""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator, Sized
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from ...cards.header import is_week
from ...extension.translations import Translations
from ..config import FlashcardsConfig
from ..weeks import OTHER, Week, Weeks
from .extract import Note, extract, shown_cards
from .pages import Group, ReviewFile, add_section, file_for, remove_pages
from .render import ReviewRenderer
from .scan import FolderMeta, Scanned, is_off, scan, titles_of, week_of

log = logging.getLogger("mkdocs.plugins.flashcards")


@dataclass
class BuildCache:
    """What `mkdocs serve` keeps from one build to the next."""

    site: tuple[str | None, ...] = ()
    """Which site it is about: one process may build several, with one plugin object."""
    notes: dict[str, Note] = field(default_factory=dict)
    """By path: a dirty build renders only the notes that have changed."""
    has_advised: bool = False


class Review:
    """The review of one build."""

    def __init__(self, settings: FlashcardsConfig, words: Translations, build_cache: BuildCache, nav: object) -> None:
        """Take what holds for the whole build. `nav` is what mkdocs.yml says, before plugins put more into it."""
        self._settings = settings
        self._words = words
        self._weeks = Weeks(words, settings.unit or (), settings.week_pattern)
        self._build_cache = build_cache
        self._scanned: dict[str, Scanned | None] = {}
        self._notes: dict[str, Note] = {}
        self._pages: dict[Week | None, ReviewFile] = {}
        self._renderer = ReviewRenderer(settings, words)
        self._nav = Navigation([], [])
        self._named = set(titles_of(nav))
        """The pages that the author has put into the navigation by name."""

    # before rendering

    def add_pages(self, files: Files, config: MkDocsConfig) -> None:
        """Scan the notes that are new, and add a page for each week, one for all weeks and one for cards of none."""
        titles, folder_meta = titles_of(config.nav), FolderMeta(config)
        ours = {page.file.src_uri for page in self._pages.values()}
        for file in files:  # excluded ones too: a blog takes its posts in only when the navigation is made
            path = file.src_uri
            if file.is_documentation_page() and path not in self._scanned and path not in ours:
                self._scanned[path] = scan(file, self._weeks, titles, folder_meta.of(path))
        if None not in self._pages:
            self._add(None, "index", self._words["review"], files, config)
            self._say_whose_index()
        self._add_weeks(files, config)

    def _say_whose_index(self) -> None:
        index = self._pages[None]
        if index.authors:
            log.info("%s is where the overview of the review would be, so there is none.", index.file.src_uri)

    def _weeks_named(self) -> Iterator[Week]:
        """Those whose page the navigation names, with cards or still without."""
        for path in self._named:
            folder, _, name = path.removesuffix(".md").rpartition("/")
            week = self._weeks.parse(name) if folder == self._settings.review_folder and is_week(name) else OTHER
            if self._weeks.slugs([week]) == {week: name}:
                yield week

    def _add_weeks(self, files: Files, config: MkDocsConfig) -> None:
        weeks = {OTHER, *self._weeks_named()}
        weeks = weeks.union(*(scanned.weeks() for scanned in self._scanned.values() if scanned))
        taken = {week: page.name for week, page in self._pages.items() if week}
        for week, slug in self._weeks.slugs(weeks, taken).items():
            self._add(week, slug, self._weeks.label(week), files, config)

    def _add(self, week: Week | None, name: str, label: str, files: Files, config: MkDocsConfig) -> None:
        file, authors = file_for(files, config, f"{self._settings.review_folder}/{name}", label)
        self._pages[week] = ReviewFile(week, name, label, file, authors)

    def place(self, nav: Navigation, files: Files, config: MkDocsConfig) -> None:
        """Give the pages a place in the navigation, unless the author has. It may also name new weeks."""
        self._nav = nav
        for path, scanned in self._scanned.items():
            if scanned and scanned.week is None and (file := files.get_file_from_path(path)) and file.page:
                scanned.week = self._week_in_nav(file.page)
        self._add_weeks(files, config)
        ours = [page.file for page in self._ours(files)]
        if not any(file.page in nav.pages for file in ours if file.page):
            add_section(nav, config, self._words["review"], ours)

    def _week_in_nav(self, page: Page) -> Week | None:
        titles = _titles_around(page)
        return next((week for title in titles if title and (week := self._weeks.search(title))), None)

    def _in_order(self) -> list[ReviewFile]:
        weeks = sorted((week for week in self._pages if week), key=lambda week: week.order)
        return [self._pages[week] for week in (None, *weeks) if week in self._pages]

    def _ours(self, files: Files) -> list[ReviewFile]:
        """The pages that we make; another plugin may have thrown some out."""
        return [page for page in self._in_order() if not page.authors and page.file.src_uri in files.src_uris]

    # all notes are rendered

    def collect(self, files: Files) -> None:
        """Take the cards out of the notes, give each to its page, and see which pages are needed."""
        ours = {page.file.src_uri for page in self._ours(files)}
        place = {id(page): number for number, page in enumerate(self._nav.pages)}
        notes = [file for file in files.documentation_pages() if file.page and file.src_uri not in ours]
        for file in sorted(notes, key=lambda file: place.get(id(file.page), len(place))):
            if (note := self._note(file)) and note.cards:
                self._notes[note.path] = note
                self._give_out(note, file)
        self._take_out_unused(files)
        if OTHER in self._pages and not any(week for week in self._pages if week != OTHER):
            self._pages[OTHER].call(self._words["all_cards"])
        for page in self._ours(files):
            page.leave_sessions_free()
            # Written last, and so after the notes.
            files.remove(page.file)
            files.append(page.file)
        self._report()

    def _note(self, file: File) -> Note | None:
        path, page = file.src_uri, file.page
        assert page
        if page.content is None:  # left out of a dirty build
            scanned = self._scanned.get(path)
            if scanned and path not in self._build_cache.notes:
                for week in (None, *scanned.weeks()):
                    self._pages[week].whole = False
            return self._build_cache.notes.get(path)
        self._build_cache.notes.pop(path, None)
        if "<flash-card" not in page.content or is_off(page.meta):
            return None
        prefix = f"n{zlib.crc32(path.encode()):x}-"  # the same in every build, whatever notes come and go
        note = self._build_cache.notes[path] = extract(path, str(page.title or path), page.content, prefix)
        return note

    def _give_out(self, note: Note, file: File) -> None:
        own = self._week_of(file)
        groups: dict[int, Group] = {}
        given = set[tuple[int, str]]()
        for card in note.cards:
            week = self._weeks.parse(card.week) if card.week else own
            page = self._pages.get(week) or self._pages[OTHER]
            if id(page) not in groups:
                groups[id(page)] = Group(note, file, [])
                page.groups.append(groups[id(page)])
            if (id(page), card.id) not in given:
                given.add((id(page), card.id))
                groups[id(page)].cards.append(card)

    def _week_of(self, file: File) -> Week:
        if scanned := self._scanned.get(file.src_uri):
            return scanned.week or OTHER
        page = file.page
        assert page
        titles = {file.src_uri: _titles_around(page)}
        return week_of(file.src_uri, page.meta, page.markdown or "", self._weeks, titles) or OTHER

    def _take_out_unused(self, files: Files) -> None:
        """An empty page stays where the author's navigation names it or a link leads to it."""
        used: set[Week | None] = {week for week, page in self._pages.items() if page.groups}
        used |= {None} if used else set()
        unused = [page for page in self._ours(files) if page.week not in used and not self._stays(page, files)]
        for page in unused:
            del self._pages[page.week]
        remove_pages(self._nav, files, [page.file for page in unused])

    def _stays(self, page: ReviewFile, files: Files) -> bool:
        if not page.whole:
            return Path(page.file.abs_dest_path).exists()
        if page.file.src_uri in self._named:
            return True
        address = re.escape(page.file.src_uri.removesuffix(".md").removesuffix("index"))
        link = re.compile(rf'href="[^"]*{address}(?:index\.html|\.html|/)?["#]')
        return any(file.page and file.page.content and link.search(file.page.content) for file in files)

    # pages are written

    def record_output(self, page: Page, output: str) -> str:
        """Look which cards a finished note really shows. A page that a dirty build cannot fill stays as it is."""
        if note := self._notes.get(page.file.src_uri):
            note.shown = shown_cards(output, page.content or "")
        review = self._page_of(page)
        return "" if review and not review.whole and Path(page.file.abs_dest_path).exists() else output

    def fill(self, page: Page) -> None:
        """Put the cards into a review page; what searches pages has seen it without them."""
        review = self._page_of(page)
        if review and review.week is None:
            self._renderer.index([other for other in self._in_order() if other.week], page)
        elif review:
            self._renderer.week(review, page)

    def _page_of(self, page: Page) -> ReviewFile | None:
        path = page.file.src_uri
        return next((one for one in self._pages.values() if one.file.src_uri == path and not one.authors), None)

    def write(self, site: Path) -> None:
        """Write the cards that the page of all weeks asks for."""
        index = self._pages.get(None)
        for place, script in self._renderer.scripts.items() if index and index.whole else ():
            write_file(script.encode(), str(site / place))

    def _report(self) -> None:
        cards = {card.id for note in self._notes.values() for card in note.cards}
        if not cards:
            return
        weeks = [week for week, page in self._pages.items() if page.groups and week != OTHER]
        log.info(
            "Flash cards: %s",
            ", ".join(_count(*pair) for pair in ((cards, "card"), (self._notes, "note"), (weeks, "week"))),
        )
        if not weeks and not self._build_cache.has_advised:
            self._build_cache.has_advised = True
            log.info(self._weeks.advice(self._notes))


def _titles_around(page: Page) -> list[str]:
    around, item = [page.title], page.parent
    while item is not None:
        around.append(item.title)
        item = item.parent
    return [str(title or "") for title in around]  # YAML may have read a number or a day


def _count(things: Sized, noun: str) -> str:
    return f"{len(things)} {noun}" if len(things) == 1 else f"{len(things)} {noun}s"
