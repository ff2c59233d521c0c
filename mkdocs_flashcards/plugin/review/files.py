"""The virtual files of the review: ordinary pages, except that nobody wrote their text."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from ...cards.patterns import lazy
from ..neighbours import give_language, inclusion, language_folder, spare_history

MARKUP = lazy(r"[\\`*_{}\[\]<>#!&~^$:=]")


def authors_file(files: Files, config: MkDocsConfig, place: str) -> File | None:
    """The author's own file in the place of a review page. Drafts do not count."""
    for path in _places(place, config):
        own = files.get_file_from_path(path)
        if own and own.inclusion not in (InclusionLevel.DRAFT, InclusionLevel.EXCLUDED):
            return own
    return None


def new_file(files: Files, config: MkDocsConfig, place: str, label: str) -> File:
    """A file for a page of the review that is not yet one of the site's."""
    title = MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", label)
    level = inclusion(files, config, posixpath.dirname(place))
    file = File.generated(config, f"{place}.md", content=f"# {title}\n", inclusion=level)
    # Nothing is there. Plugins ask every page for its path all the same: feeds, histories, finders of links.
    file.abs_src_path = os.path.normpath(posixpath.join(config.docs_dir, file.src_uri))
    if language := language_folder(config):
        file.dest_uri = posixpath.join(language, file.dest_uri)
    give_language(config, file)
    return file


def add(file: File, files: Files, config: MkDocsConfig) -> None:
    """Add a new file to the site."""
    spare_history(config, file.src_uri)
    if draft := files.get_file_from_path(file.src_uri):
        files.remove(draft)
    files.append(file)


def render_late(file: File, files: Files, config: MkDocsConfig) -> None:
    """Do for a late page what MkDocs has already done for the others."""
    page = config.plugins.on_pre_page(file.page or Page(None, file, config), config=config, files=files)
    page.read_source(config)
    page.markdown = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    page.render(config, files)
    page.content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=files)


def _places(place: str, config: MkDocsConfig) -> Iterator[str]:
    """The files that would have the same path in the site."""
    yield f"{place}.md"
    if not config.use_directory_urls or place.endswith("/index"):
        yield f"{place}.html"
    if place.endswith("/index"):
        place = place.removesuffix("/index")
        yield f"{place}/README.md"
        if not config.use_directory_urls:
            return
        yield f"{place}.md"
    elif config.use_directory_urls:
        yield from (f"{place}/{name}" for name in ("index.md", "README.md", "index.html"))
