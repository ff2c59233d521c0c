"""The MkDocs plugin: what needs the whole site. Its hooks call functions of the modules beside this one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.pages import Page

from ..extension import FlashcardsExtension
from ..extension.deck import Deck
from ..extension.page import NOWHERE, SourcePage
from ..extension.words import known_language, load_words
from .assets import Assets, has_cards
from .config import FlashcardsConfig
from .front_matter import box_for_week
from .macros import Shelter, has_macros

__all__ = ["FlashcardsPlugin"]


class FlashcardsPlugin(BasePlugin[FlashcardsConfig]):  # type: ignore[no-untyped-call]  # MkDocs does not type it
    """Finds the cards of a site and gives its pages what they need to be used."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """A new extension and deck for each build, so that `mkdocs serve` forgets the cards of the last one."""
        words = load_words(self.config.language or _theme_language(config), self.config.words)
        self.extension = FlashcardsExtension(deck=Deck(), words=words)
        self.assets = Assets(words, self.config.course)
        self.docs = _docs_folder(config)
        self.shelter = Shelter() if has_macros(config) else None
        others = [one for one in config.markdown_extensions if not isinstance(one, FlashcardsExtension)]
        config.markdown_extensions[:] = others  # a program may build one configuration twice
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        return config

    @event_priority(100)  # before every plugin that changes the text
    def _before_others(self, markdown: str, page: Page, **_: Any) -> str:
        self.source = self.extension.page = SourcePage(
            f"{self.docs}{page.file.src_uri}", lambda: page.file.content_string
        )
        return self.shelter.hide(markdown) if self.shelter else markdown

    @event_priority(-100)  # after every plugin that changes the text
    def _after_others(self, markdown: str, **_: Any) -> str:
        return self.shelter.bring_back(markdown) if self.shelter else markdown

    on_page_markdown = CombinedEvent(_before_others, _after_others)

    def on_page_content(self, html: str, page: Page, **_: Any) -> str:
        """The page is done: what is rendered after it and before the next is nobody's, such as excerpts of a blog."""
        if "week" in page.meta and has_cards(html):  # without cards, week may mean something else
            week, words = page.meta["week"], self.extension.words
            html = box_for_week(week, self.source, words, self.extension.report) + html
        self.extension.page = NOWHERE
        return html

    @event_priority(100)  # before whoever rewrites finished pages, such as a minifier
    def on_post_page(self, output: str, page: Page, **_: Any) -> str:
        """Pages with cards load script and stylesheet; others stay as they are."""
        return self.assets.with_tags(output, page.url) if has_cards(output) else output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the two files that those tags name."""
        self.assets.write(Path(config.site_dir))


def _theme_language(config: MkDocsConfig) -> str:
    """The language of the theme, where we have words in it; Material says `language`, the themes of MkDocs `locale`."""
    for key in ("language", "locale"):
        language = config.theme.get(key)
        if language and (known := known_language(str(language))):
            return known
    return "en"


def _docs_folder(config: MkDocsConfig) -> str:
    """What stands before the path of a page where its author would name it: from the folder of mkdocs.yml."""
    docs = Path(config.docs_dir).resolve()
    root = Path(config.config_file_path).resolve().parent if config.config_file_path else docs.parent
    inside = docs != root and docs.is_relative_to(root)
    return f"{docs.relative_to(root).as_posix()}/" if inside else ""
