"""The files for other programs that a build makes: of each week, and of the whole course."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from html import escape
from pathlib import Path
from urllib.parse import quote

from mkdocs.utils import get_relative_url, write_file

from ...exchange.export.formats import FORMATS
from ...exchange.export.media import Media
from ...exchange.export.model import ExportedCard, ExportedCourse
from ...extension.card_registry import CardRegistry
from ...extension.translations import Translations
from ..review.extract import ExtractedCard, extract
from ..review.pages import ReviewFile
from .addresses import Addresses
from .exported_card import CardReader, Origin


class Exports:
    """Makes the files of one build, in these formats."""

    def __init__(
        self, formats: Sequence[str], course: ExportedCourse, words: Translations, cards: CardRegistry
    ) -> None:
        """Take what holds for the whole build; the course is still without its cards."""
        self.formats = formats
        self._course = course
        self._words = words
        self._cards = cards
        self._notes: dict[str, str] = {}

    def keep(self, path: str, html: str) -> None:
        """Remember a note as Markdown made it: other plugins make of its formulas what only browsers understand."""
        if "<flash-card" in html:
            self._notes[path] = html

    def links(self, review: ReviewFile) -> str:
        """The line on a review page with its files."""
        links, called = [], f"{self._course.name} – {review.label}" if review.week else self._course.name
        for name in self.formats:
            address = get_relative_url(quote(_place(review, name)), review.file.url)
            format_ = FORMATS[name]
            links.append(
                f'<a href="{escape(address)}" download="{escape(called + format_.ending)}">{format_.label}</a>'
            )
        return f'<p class="flash-downloads">{escape(self._words["download"])} {" · ".join(links)}</p>'

    def write(self, pages: Iterable[ReviewFile], site: Path, url: str) -> None:
        """Write the files of all pages. A page that a dirty build cannot fill keeps those that it has.

        `site` is the folder of the site, and `url` its address, empty where nobody says it.
        """
        pages = list(pages)
        for name in self.formats:
            format_, media = FORMATS[name], Media()
            addresses = partial(Addresses, url, read=_reading(site), media=media if format_.takes_media else None)
            reader = _Reader(self._words, self._cards, self._notes, addresses)
            weeks = {page.name: list(reader.cards(page)) for page in pages if page.week}
            for page in pages:
                cards = weeks[page.name] if page.week else [card for week in weeks.values() for card in week]
                if cards and page.whole and not page.authors and None not in cards:
                    course = replace(self._course, cards=_each_once(cards), media=media.files)
                    write_file(format_.write(course), str(site / _place(page, name)))


class _Reader:
    """Reads the cards of review pages. `addresses` makes those of a note, which it gets by its path in the site."""

    def __init__(
        self,
        words: Translations,
        cards: CardRegistry,
        notes: Mapping[str, str],
        addresses: Callable[[str], Addresses],
    ) -> None:
        self._words = words
        self._cards = cards
        self._notes = notes
        self._addresses = addresses
        self._made = cache(self._extracted)

    def cards(self, page: ReviewFile) -> Iterator[ExportedCard | None]:
        """The cards of a week's page that its readers see; None for one that this build has not rendered."""
        for group, shown in page.shown():
            addresses = self._addresses(group.file.url)
            reader = CardReader(self._words, addresses.link, addresses.media)
            url = addresses.link("") or ""
            for card in shown:
                if not (seen := self._cards.find(card.id)):
                    yield None
                    continue
                parsed, place = seen
                made = self._made(group.note.path).get(card.id, card)
                read = reader.read(made, parsed, Origin(page.label, place, group.note.title, url))
                yield replace(read, url=f"{url}#{card.anchor}" if url and card.anchor else url)

    def _extracted(self, path: str) -> dict[str, ExtractedCard]:
        """The cards of a note as Markdown made them."""
        return {card.id: card for card in extract(path, "", self._notes.get(path, ""), "").cards}


def _reading(site: Path) -> Callable[[str], bytes | None]:
    """A way to the files of a site that is written."""

    def read(path: str) -> bytes | None:
        try:
            return (site / path).read_bytes()
        except OSError:
            return None

    return read


def _each_once(cards: Iterable[ExportedCard | None]) -> list[ExportedCard]:
    """The cards, those that stand in several notes once."""
    found: dict[str, ExportedCard] = {}
    for card in cards:
        if card:
            found.setdefault(card.id, card)
    return list(found.values())


def _place(review: ReviewFile, format_: str) -> str:
    """The place in the site of a page's file, beside the page."""
    folder, name = posixpath.split(review.file.dest_uri)
    if name == "index.html" and review.week:  # with an address that looks like a folder
        folder = posixpath.dirname(folder)
    return posixpath.join(folder, review.name + FORMATS[format_].ending)
