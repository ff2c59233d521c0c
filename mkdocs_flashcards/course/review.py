"""The review pages of a course as Markdown, for a site that is built without the plugin.

Their cards are HTML, rendered as in the notes, because a block would be another card's twin on its own page and could
not say where it comes from. Addresses are those of the finished site, as the settings make them. Each page is the index
of a folder, so that they are also right as seen from the file: Zensical takes them so, in HTML too.
"""

from __future__ import annotations

import json
import posixpath
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, unquote

from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from ..extension.card_registry import CardRegistry
from ..extension.markup import review_in
from ..extension.translations import Translations
from ..plugin.assets import Assets
from ..plugin.config import FlashcardsConfig
from ..plugin.review.addresses import PATH, Pieces
from ..plugin.review.extract import ExtractedCard, extract
from ..plugin.review.extract import Note as ExtractedNote
from ..plugin.review.pages import Group, ReviewFile
from ..plugin.review.render import Rendered, ReviewRenderer
from ..plugin.review.scan import is_off
from ..plugin.review.titles import titles_in_nav
from ..plugin.weeks import OTHER, Week
from .notes import Course, Note
from .render import rendered_note, words_of
from .settings import Settings
from .weeks import CourseWeeks

# Should the plugin run as well, the cards of such a page are no note's. A search finds a card once, in its note.
# The title has no id, for the address of one called "Review" would begin a session.
PAGE = """\
---
title: {quoted}
week: none
review: no
search:
  exclude: true
---

<h1>{label}</h1>

<div>
{html}
</div>
"""


@dataclass(frozen=True, slots=True)
class ReviewSite:
    """Files by their paths in the folder of notes."""

    pages: dict[str, str]
    scripts: dict[str, str]


def review_pages(course: Course, folder: str, assets: str, report: Callable[[str], None]) -> ReviewSite:
    """The review pages of a course.

    `folder` is where they go and `assets` where the scripts and stylesheets are, both in the folder of notes. A note
    that the site's Markdown extensions fail on is reported, and its cards are left out.
    """
    settings, words = course.settings, words_of(course.settings)
    renderer = ReviewRenderer(_config(settings), words, lambda week, _: f"{folder}/flashcards-week-{week}.js")
    weeks = list(_weeks(course, folder, report))
    index = ReviewFile(None, "index", words["review"], _file(f"{folder}/index.md", settings), authors=False)
    files = _PlainAssets(words, settings.course or None, assets)
    pages = {index.file.src_uri: _page(index, renderer.index(weeks, index.file.url, ""), files)}
    for week in weeks:
        pages[week.file.src_uri] = _page(week, renderer.week(week, weeks, ""), files)
    return ReviewSite(pages, renderer.scripts)


class _PlainAssets(Assets):
    """Files with their plain names, wherever an author has put them."""

    def __init__(self, words: Translations, course: str | None, folder: str) -> None:
        super().__init__(words, course)
        self._folder = folder

    def _address(self, name: str, kind: str, url: str) -> str:
        return get_relative_url(f"{self._folder}/{name}.{kind}", url)


def _page(review: ReviewFile, below: Rendered, files: Assets) -> str:
    html = files.with_tags(below.html, review.file.url, review_in(below.html))
    # What looks like a fence in the code of a card must be none to those who read the page as Markdown.
    html = html.replace("```", "&#96;&#96;&#96;").replace("~~~", "&#126;&#126;&#126;")
    quoted = json.dumps(review.label, ensure_ascii=False)
    return PAGE.format(quoted=quoted, label=escape(review.label, quote=False), html=html)


def _config(settings: Settings) -> FlashcardsConfig:
    """The settings of the plugin, without what is wrong there, which the commands say."""
    config = FlashcardsConfig()
    config.load_dict(dict(settings.plugin))
    config.validate()
    return config


def _weeks(course: Course, folder: str, report: Callable[[str], None]) -> Iterator[ReviewFile]:
    """The pages of the weeks in order, with their cards."""
    weeks = CourseWeeks(course)
    groups: dict[Week, list[Group]] = {}
    order = {uri: number for number, uri in enumerate(titles_in_nav(course.settings.nav))}
    registry = CardRegistry()
    for uri in sorted(weeks.notes, key=lambda uri: order.get(uri, len(order))):
        if note := _extracted(uri, weeks, course.settings, registry, report):
            for week, cards in _by_week(note, lambda said, uri=uri: weeks.of(uri, said)):  # type: ignore[misc]
                groups.setdefault(week, []).append(Group(note, weeks.files[uri], cards))
    names = weeks.slugs(groups)
    is_only = groups.keys() == {OTHER}
    for week in sorted(groups, key=lambda week: week.order):
        label = words_of(course.settings)["all_cards"] if is_only else weeks.label(week)
        file = _file(f"{folder}/{names[week]}/index.md", course.settings)
        yield ReviewFile(week, names[week], label, file, authors=False, groups=groups[week])


def _by_week(note: ExtractedNote, week_of: Callable[[str], Week]) -> Iterable[tuple[Week, list[ExtractedCard]]]:
    found: dict[Week, list[ExtractedCard]] = {}
    for card in note.cards:
        group = found.setdefault(week_of(card.week), [])
        if all(card.id != one.id for one in group):
            group.append(card)
    return found.items()


def _extracted(
    uri: str, weeks: CourseWeeks, settings: Settings, registry: CardRegistry, report: Callable[[str], None]
) -> ExtractedNote | None:
    """The cards of a note, with addresses as the finished site has them."""
    note: Note = weeks.notes[uri]
    if not note.scan.fences or is_off(note.front):
        return None
    html = rendered_note(note, settings, registry, report)
    if html is None:
        return None
    found = extract(uri, weeks.title(uri), html, f"n{zlib.crc32(uri.encode()):x}-")
    for card in found.cards:
        card.inside, card.columns = _in_site(card.inside, uri, weeks), _in_site(card.columns, uri, weeks)
        found.shown.add(card.id)
    return found


def _in_site(pieces: Pieces, uri: str, weeks: CourseWeeks) -> Pieces:
    """Pieces with addresses that lead to files turned into those that lead to pages."""
    here = weeks.files[uri].url
    return [_address(piece, uri, weeks, here) if number % 2 else piece for number, piece in enumerate(pieces)]


def _address(address: str, uri: str, weeks: CourseWeeks, here: str) -> str:
    """An address as the page of a note has it. One that leads to no file is an author's own for the finished site."""
    path, rest = PATH.match(address).groups()  # type: ignore[union-attr]  # matches any text
    target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(path)))
    if not path or not (target in weeks.files or (weeks.docs / target).is_file()):
        return address
    url = weeks.files[target].url if target in weeks.files else quote(target)
    return get_relative_url(url, here) + str(rest)


def _file(path: str, settings: Settings) -> File:
    return File(path, str(settings.docs), "", use_directory_urls=settings.use_directory_urls)
