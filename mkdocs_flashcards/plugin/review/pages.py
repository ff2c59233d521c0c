"""The pages of the review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from ...cards.patterns import lazy
from ...extension.translations import Translations
from ..weeks import OTHER, Week, Weeks
from .extract import ExtractedCard, Note
from .files import add, authors_file, new_file

H1 = lazy(r"(<h1\b[^>]*>)[^<]*")
SESSIONS = {"review", "review-all", "review-missed"}
"""Addresses in a review page that begin a session, as its script has them."""


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
    """A page that we make, or the author's own file in its place."""

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
        """The address of the title must not start a session, as the address of a title "Review" would."""
        page = self.file.page
        for entry in page.toc if page else ():
            if page and page.content and entry.id in SESSIONS:
                own, entry.id = entry.id, f"{entry.id}-page"
                for place in ('id="{}"', 'href="#{}"'):
                    page.content = page.content.replace(place.format(own), place.format(entry.id))

    def shown(self) -> list[tuple[Group, list[ExtractedCard]]]:
        """The cards of each note that has any."""
        return [(group, cards) for group in self.groups if (cards := group.shown())]


class ReviewPages:
    """The pages of one build: that of all weeks, which is None, and that of each week."""

    def __init__(self, folder: str, words: Translations, weeks: Weeks) -> None:
        self._folder = folder
        self._words = words
        self._weeks = weeks
        self._by_week: dict[Week | None, ReviewFile] = {}

    def __contains__(self, week: Week | None) -> bool:
        return week in self._by_week

    def __iter__(self) -> Iterator[ReviewFile]:
        """The pages in order, with the page of all weeks first."""
        weeks = sorted((week for week in self._by_week if week), key=lambda week: week.order)
        return (self._by_week[week] for week in (None, *weeks) if week in self._by_week)

    def get(self, week: Week | None) -> ReviewFile | None:
        """The page of a week; with None, the page of all weeks."""
        return self._by_week.get(week)

    def of(self, page: Page) -> ReviewFile | None:
        """Our page for a page of the site; None if it is not ours."""
        path = page.file.src_uri
        return next((one for one in self._by_week.values() if one.file.src_uri == path and not one.authors), None)

    def ours(self, files: Files) -> list[ReviewFile]:
        """The pages that we make. Another plugin may have removed some."""
        return [page for page in self if not page.authors and page.file.src_uri in files.src_uris]

    def add(self, weeks: Iterable[Week | None], files: Files, config: MkDocsConfig) -> list[ReviewFile]:
        """Add the pages of these weeks to the site; returns those that are new."""
        new = []
        for week, name in self._names(weeks).items():
            place, label = f"{self._folder}/{name}", self._label(week)
            own = authors_file(files, config, place)
            page = ReviewFile(week, name, label, own or new_file(files, config, place, label), own is not None)
            self._by_week[week] = page
            new.append(page)
            if not own:
                add(page.file, files, config)
        return new

    def file_for(self, week: Week | None, files: Files, config: MkDocsConfig) -> File:
        """The file that the page of a week would have."""
        return new_file(files, config, f"{self._folder}/{self._names([week])[week]}", "")

    def _names(self, weeks: Iterable[Week | None]) -> dict[Week | None, str]:
        """The names of the pages that do not exist yet."""
        new = set(weeks) - self._by_week.keys()
        taken = {week: page.name for week, page in self._by_week.items() if week}
        names: dict[Week | None, str] = {None: "index"} if None in new else {}
        return names | dict(self._weeks.slugs((week for week in new if week), taken).items())

    def _label(self, week: Week | None) -> str:
        return self._weeks.label(week) if week else self._words["review"]

    def finish(self, files: Files) -> None:
        """All notes are rendered, and no page will come. Those of ours go to the end, to be written after the notes."""
        if (other := self._by_week.get(OTHER)) and not any(week for week in self._by_week if week != OTHER):
            other.call(self._words["all_cards"])
        for page in self.ours(files):
            page.leave_sessions_free()
            files.remove(page.file)
            files.append(page.file)
