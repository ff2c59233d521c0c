"""The place of the review pages in the navigation."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page


def place(nav: Navigation, config: MkDocsConfig, title: str, files: Sequence[File], listed: set[str]) -> None:
    """Put files that the author has not placed into the navigation: in their section, which is made at the end.

    `files` are all of ours in their order, and `listed` the paths that mkdocs.yml lists.
    """
    pages = [file.page or Page(None, file, config) for file in files]
    known = {id(page) for page in nav.pages}
    placed = [page for page in pages if id(page) in known]
    if pages and not placed:
        _add_section(nav, title, pages)
    elif placed and not any(page.file.src_uri in listed for page in placed):
        _add_to_section(nav, pages, placed)


def _add_section(nav: Navigation, title: str, pages: list[Page]) -> None:
    section = Section(title, list(pages))
    for page in pages:
        page.parent = section
    nav.items.append(section)
    for before, page in zip([_last(nav), *pages], pages, strict=False):
        _insert(nav, page, before)


def _last(nav: Navigation) -> Page | None:
    """The page that ours follow; None if another plugin has put pages of its own kind at the end."""
    return nav.pages[-1] if nav.pages and type(nav.pages[-1]) is Page else None


def _add_to_section(nav: Navigation, pages: Sequence[Page], placed: Sequence[Page]) -> None:
    """Add new pages to the section of the others, if they are all in one section."""
    section = placed[0].parent
    if section is None or any(page.parent is not section for page in placed):
        return
    for before, page in zip([None, *pages], pages, strict=False):
        if page not in section.children:
            at = section.children.index(before) + 1 if before in section.children else 0
            section.children.insert(at, page)
            page.parent = section
            _insert(nav, page, before)


def _insert(nav: Navigation, page: Page, before: Page | None) -> None:
    """Put a page after another one and link the two. The links between other pages do not change."""
    at = next((at + 1 for at, one in enumerate(nav.pages) if one is before), len(nav.pages))
    after = before.next_page if before else None
    nav.pages.insert(at, page)
    page.previous_page, page.next_page = before, after
    if before:
        before.next_page = page
    if after:
        after.previous_page = page
