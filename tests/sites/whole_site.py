"""Small whole sites, made from texts, built in this process by the same function that `mkdocs build` calls."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

Files = dict[str, "str | bytes"]

CARD = """\
```flashcard
What is Docker?
---
A tool that ships software together with all it needs.
```
"""
CLOZE = """\
```cloze
A container shares the ==kernel== of its host.
```
"""

# A theme of three lines builds in a tenth of the time of a real one.
BARE_THEME = {
    "bare/main.html": "<!doctype html><title>{{ page.title }}</title>\n"
    "<nav>{{ page.toc }}</nav>\n<main>{{ page.content }}</main>\n",
    "bare/mkdocs_theme.yml": "static_templates: []\n",
}

# All that MkDocs can validate, as warnings, so that a strict build fails on each.
ALL_VALIDATION = {
    "nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"},
    "links": {"not_found": "warn", "anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"},
}


@dataclass
class Built:
    """What came of a build."""

    folder: Path
    log: list[logging.LogRecord]
    failed: bool
    config: MkDocsConfig
    config_warnings: list[str]
    encoding: str = "utf-8"

    @property
    def warnings(self) -> list[str]:
        """What a strict build counts."""
        return [record.getMessage() for record in self.log if record.levelno >= logging.WARNING]

    def html(self, page: str) -> str:
        """The finished page at a path such as `index.html`."""
        return (self.folder / page).read_bytes().decode(self.encoding)

    def content(self, page: str) -> str:
        """What our theme of three lines puts into <main>."""
        found = re.search(r"<main>(.*)</main>", self.html(page), re.S)
        assert found
        return found[1]

    def script(self) -> str:
        """The script of pages with cards."""
        return next(text for name, text in self.files().items() if re.search(r"/flashcards\.\w+\.js$", name)).decode()

    def files(self) -> dict[str, bytes]:
        """Every file of the site."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


@dataclass
class Site:
    """A folder with a site; `build` may be called again after a change."""

    root: Path

    def write(self, files: Files) -> Site:
        """Write files, pages by a path that begins with `docs/`."""
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return self

    def build(
        self,
        *,
        plugin: bool | dict[str, Any] = True,
        strict: bool = False,
        dirty: bool = False,
        to: str = "site",
        **settings: Any,
    ) -> Built:
        """Build with these settings of mkdocs.yml."""
        log = logging.getLogger("mkdocs")
        listener, failed = _Listener(), False
        log.addHandler(listener)
        try:
            config = self.config(plugin=plugin, strict=strict, to=to, **settings)
            before, listener.records = listener.records, []
            build(config, dirty=dirty)
        except Abort:
            if "config" not in locals():
                raise
            failed = True
        finally:
            log.removeHandler(listener)
        return Built(self.root / to, listener.records, failed, config, [record.getMessage() for record in before])

    def config(
        self, *, plugin: bool | dict[str, Any] = True, strict: bool = False, to: str = "site", **settings: Any
    ) -> MkDocsConfig:
        """The configuration as MkDocs loads it from the file that is written here."""
        plugins = list(settings.pop("plugins", []))
        if plugin is not False and "flashcards" not in plugins:
            plugins.append({"flashcards": plugin} if isinstance(plugin, dict) and plugin else "flashcards")
        theme = settings.pop("theme", "bare")
        if theme == "bare":
            self.write(BARE_THEME)
            theme = {"name": None, "custom_dir": "bare"}
        elif theme == "material":
            theme = {"name": "material", "font": False}
        values = {"site_name": "Course", "theme": theme, "plugins": plugins, "site_dir": to, **settings}
        file = self.root / "mkdocs.yml"
        file.write_text(yaml.dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return load_config(str(file), strict=strict)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@dataclass
class Element:
    """A start tag."""

    tag: str
    attributes: dict[str, str]


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(Element(tag, {key: value or "" for key, value in attrs}))


def elements(html: str, tag: str = "") -> list[Element]:
    """The start tags of a text, all or those of one name."""
    parser = _Elements()
    parser.feed(html)
    parser.close()
    return [found for found in parser.found if not tag or found.tag == tag]


def our_tags(html: str) -> list[str]:
    """The addresses of our stylesheets and scripts in a page, in order."""
    return [
        address
        for found in elements(html)
        if (address := found.attributes.get("href", found.attributes.get("src", "")))
        and re.search(r"assets/flashcards\.\w+\.(js|css)$", address)
    ]


def card_ids(html: str) -> list[str]:
    """The ids of the cards in a text, in order."""
    return [found.attributes["data-card"] for found in elements(html, "flash-card")]


def boxes(html: str) -> list[str]:
    """The boxes of mistakes."""
    return re.findall(r'<div class="flash-mistake".*?</pre>\s*</div>', html, re.S)
