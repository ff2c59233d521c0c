"""The files that pages with cards load: their names, their tags in the pages, and their place in the site.

A note loads one script and one stylesheet, a review page one more of each, and two parts when they are wanted: what
asks the cards, and figures and settings. Kinds of cards that few pages have come with the pages that have them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path

from mkdocs.utils import get_relative_url, write_file

from ..extension.markup import Element, has_cards, span_of_cards
from ..extension.translations import Translations
from .bundle import BUNDLES, LATER, OWN_FILES, REVIEW_PAGE, digest, later_script, note_script, stylesheet

FOLDER = "assets"
REVIEW = "<flash-review "
WITH_TAGS = f"{REVIEW}data-more="
"""In a page that has its tags already, as those that the command `review` has written."""


class Assets:
    """The files of one site."""

    def __init__(self, words: Translations, course: str | None) -> None:
        self._contents: dict[tuple[str, str], Callable[[], str]] = {}
        for name, bundle in BUNDLES.items():
            if bundle.styles:
                self._contents[name, "css"] = partial(stylesheet, name)
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
        if not has_cards(cards) or WITH_TAGS in html:
            return html
        later, (first, last) = "", span_of_cards(cards)
        own = [name for kind, name in OWN_FILES.items() if f'data-kind="{kind}"' in html]
        styles, scripts = ["flashcards", *own], ["flashcards", *own]
        review = next((one.start + len(REVIEW) for one in cards if one.name == "flash-review"), first)
        if html.startswith(REVIEW, review - len(REVIEW)):  # its cards are there to be read until a session asks them
            styles, scripts = [*REVIEW_PAGE, *own], [*REVIEW_PAGE]
            later = "".join(f'data-{part}="{self._addresses(name, url)}" ' for part, name in LATER.items())
        links = "".join(f'<link rel="stylesheet" href="{self._address(name, "css", url)}">' for name in styles)
        check = f' data-check="{self._address("flashcards-check", "js", url)}"'
        tags = "".join(
            f'<script src="{self._address(name, "js", url)}"{check if name == "flashcards" else ""} defer></script>'
            for name in scripts
        )
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


@lru_cache(maxsize=1)  # each page asks several times
def _to_assets(url: str) -> str:
    """The way from a page to the folder of the files, slash included."""
    return get_relative_url(f"{FOLDER}/", url)
