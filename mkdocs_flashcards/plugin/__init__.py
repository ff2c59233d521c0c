"""The MkDocs plugin: everything that needs the whole site. Its hooks call functions of the other modules here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from ..extension import FlashcardsExtension
from ..extension.card_registry import CardRegistry
from ..extension.markup import has_cards, read, review_in
from ..extension.page import NOWHERE, SourcePage
from ..extension.translations import Translations, load_translations
from .assets import Assets
from .config import FlashcardsConfig
from .edit_links import mending
from .front_matter import box_for_week
from .lock.report import lock_beside, report_changes
from .neighbours import has_macros, may_run, stages
from .notebooks import blocks_in_file, boxes_for_code
from .review import BuildCache, Review
from .search import SearchText
from .site_settings import docs_folder, theme_language
from .template_guard import TemplateGuard

if TYPE_CHECKING:
    from .exports.files import Exports
    from .review.pages import ReviewFile

__all__ = ["FlashcardsPlugin"]

BEFORE_HOOKS = 1000
"""Before a site's own hooks, which may make something of formulas that only browsers understand."""


def _at_each_stage(event: str) -> CombinedEvent[..., Any]:
    """Handlers at each place between those of other plugins where pages can be added or placed."""

    def handler_at(stage: int) -> Any:
        @event_priority(stage)
        def handler(self: FlashcardsPlugin, subject: Any, /, **rest: Any) -> Any:
            if self.review and may_run(event, stage, rest["config"]):
                getattr(self, f"_on_{event}")(subject, **rest)
            return subject

        return handler

    return CombinedEvent(*map(handler_at, stages(event)))


class FlashcardsPlugin(BasePlugin[FlashcardsConfig]):  # type: ignore[no-untyped-call]  # MkDocs does not type it
    """Finds the cards of a site and gives its pages what they need to be used."""

    def __init__(self) -> None:
        super().__init__()
        self.build_cache = BuildCache()
        self.is_dirty = False

    def on_startup(self, *, dirty: bool, **_: Any) -> None:
        """For a plugin with this hook, `mkdocs serve` keeps one object for all its builds."""
        self.is_dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """A new extension and registry for each build, so that `mkdocs serve` forgets the cards of the last one."""
        language = self.config.language or theme_language(config)
        words = load_translations(language, self.config.words)
        self.extension = FlashcardsExtension(registry=CardRegistry(), language=language, words=self.config.words)
        self.assets = Assets(words, self.config.course)
        self.docs = docs_folder(config)
        self.search_text = SearchText(answers=self.config.search_answers)
        site = (config.config_file_path, config.docs_dir, config.site_dir)
        if self.build_cache.site != site:
            self.build_cache = BuildCache(site)
        self.lock = lock_beside(config.config_file_path, self.config.exports if self.config.review else [])
        self.exports = self._exports(config, words) if self.config.exports and self.config.review else None
        self.review = (
            Review(self.config, words, self.build_cache, config.nav, self.docs) if self.config.review else None
        )
        self.template_guard = TemplateGuard() if has_macros(config) else None
        others = [one for one in config.markdown_extensions if not isinstance(one, FlashcardsExtension)]
        config.markdown_extensions[:] = others  # a program may build one configuration twice
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        return config

    def _exports(self, config: MkDocsConfig, words: Translations) -> Exports:
        # A build without exports needs none of it.
        from ..exchange.export.model import ExportedCourse  # noqa: PLC0415
        from .exports.files import Exports  # noqa: PLC0415

        assert self.extension.registry is not None
        course = ExportedCourse(config.site_name, self.config.course or config.site_name)
        if self.lock:
            course = replace(course, name=self.lock.deck, key=self.lock.course, changed=self.lock.changed)
        return Exports(self.config.exports, course, words, self.extension.registry)

    def _downloads(self, review: ReviewFile) -> str:
        return self.exports.links(review) if self.exports else ""

    on_files = _at_each_stage("files")
    on_nav = _at_each_stage("nav")

    def _on_files(self, files: Files, config: MkDocsConfig) -> None:
        if self.review:
            self.review.add_pages(files, config)

    def _on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        if self.review:
            self.review.place(nav, files, config)

    @event_priority(stages("page_markdown")[0])
    def _before_others(self, markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
        path = page.file.src_uri
        scan = self.review.scan_of(path) if self.review else None
        self.extension.has_run = False
        self.source = self.extension.page = SourcePage(
            f"{self.docs}{path}", lambda: page.file.content_string, scan, mending(config, page)
        )
        return self.template_guard.hide(markdown, scan) if self.template_guard else markdown

    @event_priority(stages("page_markdown")[-1])
    def _after_others(self, markdown: str, **_: Any) -> str:
        return self.template_guard.bring_back(markdown) if self.template_guard else markdown

    on_page_markdown = CombinedEvent(_before_others, _after_others)

    @event_priority(BEFORE_HOOKS)
    def _as_markdown_made_it(self, /, html: str, page: Page, **_: Any) -> str:
        if self.exports:
            self.exports.keep(page.file.src_uri, html)
        return html

    def _rendered(self, /, html: str, page: Page, **_: Any) -> str:
        """The page is finished. What is rendered before the next one, such as blog excerpts, belongs to no page."""
        if "week" in page.meta and has_cards(read(html)):  # without cards, week may mean something else
            week, words = page.meta["week"], self.extension.translations
            html = box_for_week(week, self.source, words, self.extension.report) + html
        if not self.extension.has_run:
            path, words, report = self.source.path, self.extension.translations, self.extension.report
            html = boxes_for_code(html, path, words, report, lambda: blocks_in_file(page.file))
        self.extension.page = NOWHERE
        return html

    on_page_content = CombinedEvent(_as_markdown_made_it, _rendered)

    @event_priority(stages("env")[-1])
    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """All notes are rendered, and none is written yet."""
        if self.review:
            self.review.collect(files, config)
        if self.lock and not self.is_dirty:  # a dirty build leaves out notes
            assert self.extension.registry is not None
            report_changes(self.lock, self.extension.registry, self.docs, self.exports.formats if self.exports else [])
        return env

    @event_priority(stages("page_context")[0])
    def _before_search(self, /, context: TemplateContext, page: Page, **_: Any) -> None:
        page.content = self.search_text.put(page.content or "")

    @event_priority(stages("page_context")[-1])
    def _after_search(self, /, context: TemplateContext, page: Page, **_: Any) -> None:
        page.content = self.search_text.take_back(page.content or "")
        is_review = self.review is not None and self.review.fill(page, self._downloads)
        cards = review_in(page.content) if is_review else read(page.content)
        page.content = self.assets.with_tags(page.content, page.url, cards)
        if self.review and not is_review and has_cards(cards):
            page.content += self.review.onward(page)

    on_page_context = CombinedEvent(_before_search, _after_search)

    @event_priority(stages("post_page")[0])
    def _with_assets(self, /, output: str, page: Page, **_: Any) -> str:
        """Blogs and print views put cards on pages whose own content has none."""
        return output if self.assets.are_in(output) else self.assets.with_tags(output, page.url, read(output))

    @event_priority(stages("post_page")[-1])
    def _written(self, /, output: str, page: Page, **_: Any) -> str:
        return self.review.record_output(page, output) if self.review else output

    on_post_page = CombinedEvent(_with_assets, _written)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the files that our tags name, and those that the review asks for."""
        self.assets.write(Path(config.site_dir))
        if self.review:
            self.review.write(Path(config.site_dir))
        if self.review and self.exports:
            self.exports.write(self.review.pages, Path(config.site_dir), config.site_url or "")
        self.review = None  # what is known of the notes is of use to this build only
