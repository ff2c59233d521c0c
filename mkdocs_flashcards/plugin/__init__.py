"""The MkDocs plugin: what needs the whole site. Its hooks call functions of the modules beside this one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from ..extension import FlashcardsExtension
from ..extension.markup import has_cards, read, read_page
from ..extension.page import NOWHERE, SourcePage
from ..extension.registry import CardRegistry
from ..extension.translations import known_language, load_translations
from .assets import Assets
from .config import FlashcardsConfig
from .front_matter import box_for_week
from .review import BuildCache, Review
from .search import SearchText
from .template_guard import TemplateGuard, has_macros

__all__ = ["FlashcardsPlugin"]


class FlashcardsPlugin(BasePlugin[FlashcardsConfig]):  # type: ignore[no-untyped-call]  # MkDocs does not type it
    """Finds the cards of a site and gives its pages what they need to be used."""

    def __init__(self) -> None:
        super().__init__()
        self.build_cache = BuildCache()

    def on_startup(self, **_: Any) -> None:
        """For a plugin with this hook, `mkdocs serve` keeps one object for all its builds."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """A new extension and registry for each build, so that `mkdocs serve` forgets the cards of the last one."""
        words = load_translations(self.config.language or _theme_language(config), self.config.words)
        self.extension = FlashcardsExtension(registry=CardRegistry(), words=words)
        self.assets = Assets(words, self.config.course)
        self.docs = _docs_folder(config)
        self.search_text = SearchText(answers=self.config.search_answers)
        site = (config.config_file_path, config.docs_dir, config.site_dir)
        if self.build_cache.site != site:
            self.build_cache = BuildCache(site)
        self.review = Review(self.config, words, self.build_cache, config.nav) if self.config.review else None
        self.template_guard = TemplateGuard() if has_macros(config) else None
        others = [one for one in config.markdown_extensions if not isinstance(one, FlashcardsExtension)]
        config.markdown_extensions[:] = others  # a program may build one configuration twice
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        return config

    @event_priority(50)  # before those that look for pages, such as redirects
    def _add_pages(self, /, files: Files, config: MkDocsConfig) -> Files:
        if self.review and not any(name in config.plugins for name in ("i18n", "meta", "material/meta")):
            self.review.add_pages(files, config)
        return files

    @event_priority(-90)  # after those that bring pages or say more about them, before those (-100) that make a nav
    def _add_more_pages(self, /, files: Files, config: MkDocsConfig) -> Files:
        if self.review and "i18n" not in config.plugins:
            self.review.add_pages(files, config)
        return files

    @event_priority(-200)  # the i18n plugin (-100) takes no page that is not in a file
    def _add_pages_late(self, /, files: Files, config: MkDocsConfig) -> Files:
        if self.review and "i18n" in config.plugins:
            self.review.add_pages(files, config)
        return files

    on_files = CombinedEvent(_add_pages, _add_more_pages, _add_pages_late)

    @event_priority(50)  # after those (100) that make a new navigation, before those (0) that rearrange it
    def _place_pages(self, /, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        if self.review:
            self.review.place(nav, files, config)
        return nav

    @event_priority(-1000)  # where one of the others has made another one
    def _place_pages_again(self, /, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        if self.review:
            self.review.place(nav, files, config)
        return nav

    on_nav = CombinedEvent(_place_pages, _place_pages_again)

    @event_priority(100)  # before every plugin that changes the text
    def _before_others(self, markdown: str, page: Page, **_: Any) -> str:
        self.source = self.extension.page = SourcePage(
            f"{self.docs}{page.file.src_uri}", lambda: page.file.content_string
        )
        return self.template_guard.hide(markdown) if self.template_guard else markdown

    @event_priority(-100)  # after every plugin that changes the text
    def _after_others(self, markdown: str, **_: Any) -> str:
        return self.template_guard.bring_back(markdown) if self.template_guard else markdown

    on_page_markdown = CombinedEvent(_before_others, _after_others)

    def on_page_content(self, html: str, page: Page, **_: Any) -> str:
        """The page is done: what is rendered after it and before the next is nobody's, such as excerpts of a blog."""
        if "week" in page.meta and has_cards(read(html)):  # without cards, week may mean something else
            week, words = page.meta["week"], self.extension.translations
            html = box_for_week(week, self.source, words, self.extension.report) + html
        self.extension.page = NOWHERE
        return html

    @event_priority(-100)  # after autorefs (-50), which writes its links into rendered pages
    def on_env(self, env: Environment, files: Files, **_: Any) -> Environment:
        """All notes are rendered and none is written."""
        if self.review:
            self.review.collect(files)
        return env

    @event_priority(100)  # before every search
    def _before_search(self, /, context: TemplateContext, page: Page, **_: Any) -> None:
        page.content = self.search_text.put(page.content or "")

    @event_priority(-100)  # after every search
    def _after_search(self, /, context: TemplateContext, page: Page, **_: Any) -> None:
        page.content = self.search_text.take_back(page.content or "")
        if self.review:
            self.review.fill(page)

    on_page_context = CombinedEvent(_before_search, _after_search)

    @event_priority(100)  # before whoever rewrites finished pages, such as a minifier
    def _with_assets(self, /, output: str, page: Page, **_: Any) -> str:
        return self.assets.with_tags(output, page.url, read_page(output, page.content or ""))

    @event_priority(-1000)  # after whoever encrypts
    def _written(self, /, output: str, page: Page, **_: Any) -> str:
        return self.review.record_output(page, output) if self.review else output

    on_post_page = CombinedEvent(_with_assets, _written)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the files that our tags name, and those that the review asks for."""
        self.assets.write(Path(config.site_dir))
        if self.review:
            self.review.write(Path(config.site_dir))


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
