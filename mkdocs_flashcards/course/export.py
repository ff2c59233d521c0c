"""The cards of a course for other programs, without building its site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from ..exchange.export.media import Media
from ..exchange.export.model import ExportedCard, ExportedCourse
from ..extension.card_registry import CardRegistry
from ..plugin.exports.addresses import Addresses
from ..plugin.exports.exported_card import CardReader, Origin
from ..plugin.lock import Lock
from ..plugin.review.extract import extract, plain
from ..plugin.weeks import Week
from .notes import Course, Note
from .render import rendered_note, words_of
from .weeks import CourseWeeks


def export_course(
    course: Course, report: Callable[[str], None], *, lock: Lock | None = None, takes_media: bool = False
) -> ExportedCourse:
    """The cards of the notes that were asked for, each once, and with them the files that they show, where those count.

    The lock file says when each last changed, and what the course was called when it was first written. Cards with a
    mistake are left out. A note that the site's Markdown extensions fail on is reported.
    """
    media = Media()
    notes = _Notes(course, report, media if takes_media else None)
    found = [one for uri, note in notes.weeks.notes.items() if note.is_asked_for for one in notes.cards(uri, note)]
    cards: dict[str, ExportedCard] = {}
    for _, card in sorted(found, key=lambda one: one[0].order):
        cards.setdefault(card.id, card)
    name = course.settings.name or course.settings.docs.resolve().name
    named = ExportedCourse(
        name, course.settings.course or name, list(cards.values()), media.files, lost_media=notes.lost_media
    )
    return replace(named, name=lock.deck, key=lock.course, changed=lock.changed) if lock else named


class _Notes:
    """Renders notes one by one and reads their cards."""

    def __init__(self, course: Course, report: Callable[[str], None], media: Media | None) -> None:
        self.weeks = CourseWeeks(course)
        self._settings = course.settings
        self._words = words_of(course.settings)
        self._registry = CardRegistry()
        self._report = report
        self._media = media
        self.lost_media: set[str] = set()

    def cards(self, uri: str, note: Note) -> Iterator[tuple[Week, ExportedCard]]:
        if not note.scan.fences:
            return
        html = rendered_note(note, self._settings, self._registry, self._report)
        if html is None:
            return
        addresses = Addresses(self._settings.url, uri, self._read, self._url_of, self._media)

        def media(address: str) -> str | None:
            found = addresses.media(address)
            if found is None:
                self.lost_media.add(address)
            return found

        reader = CardReader(self._words, addresses.link, media)
        title, url = self.weeks.title(uri), addresses.link("") or ""
        for card in extract(uri, title, html, "").cards:
            if seen := self._registry.find(card.id):
                parsed, place = seen
                week = self.weeks.of(uri, card.week)
                yield week, reader.read(card, parsed, Origin(self.weeks.label(week), place, plain(title), url))

    def _read(self, path: str) -> bytes | None:
        try:
            return Path(self._settings.docs, path).read_bytes()
        except (OSError, ValueError):
            return None

    def _url_of(self, path: str) -> str:
        return self.weeks.files[path].url if path in self.weeks.files else path
