"""The plugins we know: what each needs of us, and so when our hooks run before, between and after theirs.

MkDocs runs the handlers of an event by their priority, high ones first, and plugins of one priority as mkdocs.yml
lists them. Every other plugin is met by running where these are met, whatever the order in mkdocs.yml.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel


class Ours(Enum):
    """When we run."""

    BEFORE = "before it"
    AFTER = "after it, and perhaps before it as well"
    ONLY_AFTER = "after it and never before"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Why one handler of another plugin decides when ours run."""

    names: tuple[str, ...]
    """As mkdocs.yml lists it."""
    event: str
    priority: int
    """Of its handler."""
    ours: Ours
    tried: str
    """The oldest version that this was tried with."""
    why: str


MACROS = ("macros", "mkdocs-macros", "markdownextradata")
"""Plugins that take pages for templates."""
NEIGHBOURS = (
    Neighbour(("redirects",), "files", 0, Ours.BEFORE, "1.2", "refuses a target that is no page of the site"),
    Neighbour(("gen-files", "same-dir"), "files", 0, Ours.AFTER, "0.5", "brings notes"),
    Neighbour(("exclude",), "files", 0, Ours.ONLY_AFTER, "1.0", "takes notes out, which then need no review"),
    Neighbour(("meta", "material/meta"), "files", 0, Ours.ONLY_AFTER, "9.6", "reads what whole folders say of week"),
    Neighbour(("blog", "material/blog"), "files", -50, Ours.AFTER, "9.6", "brings its posts"),
    Neighbour(("literate-nav",), "files", -100, Ours.BEFORE, "0.6", "finds pages for its wildcards"),
    Neighbour(("i18n",), "files", -100, Ours.ONLY_AFTER, "1.3", "drops pages that it knows no language of"),
    Neighbour(("awesome-nav",), "nav", 100, Ours.AFTER, "3.0", "makes another navigation"),
    Neighbour(("awesome-pages", "section-index"), "nav", 0, Ours.BEFORE, "0.3", "rearranges the navigation"),
    Neighbour(("awesome-pages",), "nav", 0, Ours.AFTER, "2.9", "makes another navigation of the old one"),
    Neighbour(("i18n",), "nav", -100, Ours.AFTER, "1.3", "makes another navigation for each language"),
    Neighbour(("include-markdown",), "page_markdown", 100, Ours.AFTER, "7.0", "brings text, and blocks of ours in it"),
    Neighbour(MACROS, "page_markdown", 0, Ours.BEFORE, "1.3", "takes braces in our blocks for its own"),
    Neighbour(("blog", "material/blog"), "page_markdown", -50, Ours.AFTER, "9.6", "changes a post's text"),
    Neighbour(("autorefs",), "env", -50, Ours.AFTER, "1.4", "writes its links into rendered pages"),
    Neighbour(("search", "material/search"), "page_context", 0, Ours.BEFORE, "1.6", "indexes what we simplify for it"),
    Neighbour(("search", "material/search"), "page_context", 0, Ours.AFTER, "1.6", "must not find cards twice"),
    Neighbour(("minify",), "post_page", 0, Ours.BEFORE, "0.8", "rewrites the finished page"),
    Neighbour(("social", "material/social"), "post_page", 50, Ours.BEFORE, "9.6", "rewrites the finished page"),
    Neighbour(("encryptcontent",), "post_page", 0, Ours.AFTER, "3.0", "hides what a page holds"),
    Neighbour(("i18n", "exclude-unused-files"), "post_page", -100, Ours.AFTER, "1.3", "may change a page last"),
)
BEFORE_ALL, AFTER_ALL = 50, -1000
"""How far the first of our handlers stands above the first of theirs, and the place of our last one."""
NAME_SECTIONS_LATE = ("awesome-nav", "awesome-pages", "literate-nav")
"""Plugins that make sections whose titles mkdocs.yml does not tell."""
ADD_NO_PLACES = {name.rpartition("/")[2] for row in NEIGHBOURS for name in row.names} | {
    *("exclude-search", "ezlinks", "flashcards", "git-authors", "git-revision-date-localized", "group", "htmlproofer"),
    *("info", "llmstxt", "markdown-exec", "mkdocs-jupyter", "mkdocstrings", "monorepo", "obsidian-bridge", "offline"),
    *("optimize", "print-site", "privacy", "projects", "rss", "tags", "typeset"),
}
"""Plugins that bring no Markdown extension in which a card may stand, such as boxes and tabs."""
PLACES: tuple[str, ...] = ("admonition", "attr_list", "def_list", "footnotes", "md_in_html")
PLACES += ("pymdownx.arithmatex", "pymdownx.details", "pymdownx.tabbed")
"""The Markdown extensions that any other plugin may bring: some switch on all that their authors like to write with."""


def places_brought(plugins: Iterable[str]) -> tuple[str, ...]:
    """The Markdown extensions that some plugins may bring without a word in mkdocs.yml; hooks can do so too."""
    return () if {name.rpartition("/")[2] for name in plugins} <= ADD_NO_PLACES else PLACES


def stages(event: str) -> list[int]:
    """The priorities of our handlers of an event: one in each gap between theirs where the table asks for one."""
    rows = [row for row in NEIGHBOURS if row.event == event]
    theirs = sorted({row.priority for row in rows}, reverse=True)
    gaps = [(theirs[0] + 2 * BEFORE_ALL, theirs[0]), *pairwise(theirs)]
    asked = [
        (high + low) // 2
        for high, low in gaps
        if any(row.priority == (low if row.ours is Ours.BEFORE else high) for row in rows)
    ]
    is_last_asked = any(row.priority == theirs[-1] and row.ours is not Ours.BEFORE for row in rows)
    return [*asked, AFTER_ALL] if is_last_asked else asked


def may_run(event: str, stage: int, config: MkDocsConfig) -> bool:
    """Whether our handler of this priority has something to do in a site with these plugins."""
    waits_for = (row for row in NEIGHBOURS if row.event == event and row.ours is Ours.ONLY_AFTER)
    return not any(stage > row.priority and any(name in config.plugins for name in row.names) for row in waits_for)


def has_macros(config: MkDocsConfig) -> bool:
    """Whether a plugin of the site takes pages for templates."""
    return any(name in config.plugins for name in MACROS)


def names_sections_late(config: MkDocsConfig) -> bool:
    """Whether a note's section, which may name its week, is known only when the navigation is made."""
    return any(name in config.plugins for name in NAME_SECTIONS_LATE)


def spare_history(config: MkDocsConfig, path: str) -> None:
    """Tell the git-authors plugin that nobody has written a page of ours: it warns of pages that are not committed."""
    if authors := config.plugins.get("git-authors"):
        authors.config["exclude"] = [*(authors.config.get("exclude") or []), path]


def language_folder(config: MkDocsConfig) -> str:
    """Where the static-i18n plugin puts the language that it is building; empty for the site's own."""
    i18n = config.plugins.get("i18n")
    if i18n is None or getattr(i18n, "is_default_language_build", True):
        return ""
    return str(getattr(i18n, "current_language", ""))


def give_language(config: MkDocsConfig, file: File) -> None:
    """Give a page what the static-i18n plugin gives its own: for the sitemap and its menus it asks all pages for it."""
    if i18n := config.plugins.get("i18n"):
        language = str(getattr(i18n, "current_language", ""))
        vars(file).update(locale=language, locale_alternate_of=language, alternates={language: file})


def inclusion(files: Files, config: MkDocsConfig, folder: str) -> InclusionLevel:
    """Outside the navigation as far as MkDocs is concerned: a page that nobody lists there is no oversight.

    The awesome-nav plugin finds only pages that want to be listed.
    """
    awesome = config.plugins.get("awesome-nav")
    listed = awesome and files.get_file_from_path(str(awesome.config.get("filename")))
    if listed and re.search(rf"(?<![\w-]){re.escape(folder)}(?![\w-])", listed.content_string):
        return InclusionLevel.INCLUDED
    return InclusionLevel.NOT_IN_NAV


class FolderMeta:
    """Front matter for whole folders, where Material's meta plugin reads it."""

    def __init__(self, config: MkDocsConfig) -> None:
        plugins = (config.plugins.get(name) for name in ("material/meta", "meta"))
        found: dict[str, Any] = next((getattr(plugin, "meta", {}) for plugin in plugins if plugin), {})
        self._found = [(posixpath.dirname(path.replace("\\", "/")), values) for path, values in sorted(found.items())]

    def of(self, path: str) -> Mapping[str, Any]:
        """What the folders around a page say, the innermost last."""
        merged: dict[str, Any] = {}
        for folder, values in self._found:
            if isinstance(values, dict) and (not folder or path.startswith(f"{folder}/")):
                merged |= values
        return merged
