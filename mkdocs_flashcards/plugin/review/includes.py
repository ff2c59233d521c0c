"""The texts that notes include, looked into before anything is rendered: most of them are files with a plain name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...cards import Scan
from ...cards.patterns import lazy
from .scan import BRINGS_TEXT, CODE, ScannedNote, blocks_by_week

SNIPPET = lazy(r"""^[ \t]*-+8<-+[ \t]+["']?(?P<path>[^"':\n]+?)["']?[ \t]*$""", re.M)
# The same with lines or a section of a file, or with files on lines of their own.
ANY_SNIPPET = lazy(
    r"""^[ \t>]*-+8<-+[ \t]+["']?(?P<path>[^"':\n]+)"""
    r"""|^[ \t>]*-+8<-+[ \t]*\n(?P<paths>(?:.+\n)+?)[ \t>]*-+8<-+[ \t]*$""",
    re.M,
)
INCLUDE = lazy(r"""\{%-?\s*include(?:-markdown)?\s+["'](?P<path>[^"':\n]+)["']\s*-?%\}""")


class Includes:
    """Knows where snippets and the include-markdown plugin look for files."""

    def __init__(self, docs: Path, snippets: Mapping[str, Any] | None, *, has_plugin: bool) -> None:
        """`snippets` are the options of that extension; None without it."""
        self._docs = docs
        self._has_snippets = snippets is not None
        bases = (snippets or {}).get("base_path", ".")
        self._bases = [Path(str(base)) for base in (bases if isinstance(bases, list | tuple) else [bases])]
        self._has_plugin = has_plugin
        self._scans: dict[Path, Scan | None] = {}
        self._bring_cards: dict[Path, bool] = {}

    @classmethod
    def of_site(cls, config: MkDocsConfig) -> Includes:
        """What a site includes when it is built."""
        has_snippets = "pymdownx.snippets" in config.markdown_extensions
        snippets = config.mdx_configs.get("pymdownx.snippets", {}) if has_snippets else None
        return cls(Path(config.docs_dir), snippets, has_plugin="include-markdown" in config.plugins)

    def bring_cards(self, note: ScannedNote, file: File) -> bool:
        """Whether a card of the note's own week is sure to come from a text that it includes."""
        return any(self._brings_cards(path) for path in self._paths(note.scan.text, self._docs / file.src_uri))

    def scans(self, text: str, note: Path) -> Iterator[Scan]:
        """The files that the text of a note includes by the plugin, as a whole."""
        return (scan for path in self._included(text, note) if (scan := self._scan(path)))

    def may_change_cards(self, scan: Scan) -> bool:
        """Whether a snippet may stand in a card, or put a block of ours into the text."""
        in_card = self._has_snippets and any("8<" in fence.body for fence in scan.fences)
        return in_card or self.may_bring_blocks(scan.text)

    def may_bring_blocks(self, text: str, depth: int = 3) -> bool:
        """Whether snippets may put a block of ours into a text. They may hold snippets themselves, so many deep."""
        if not self._has_snippets or "8<" not in text or not depth:
            return False
        found = (one["path"] or one["paths"] for one in ANY_SNIPPET.finditer(text))
        paths = (base / path.strip() for lines in found for path in lines.splitlines() for base in self._bases)
        scans = (scan for path in paths if (scan := self._scan(path)))
        return any(scan.fences or self.may_bring_blocks(scan.text, depth - 1) for scan in scans)

    def _paths(self, text: str, note: Path) -> Iterator[Path]:
        """The files that there may be, outside code."""
        if not any(sign.decode() in text for sign in BRINGS_TEXT):
            return
        text = CODE.sub("", text)
        for found in SNIPPET.finditer(text) if self._has_snippets else ():
            yield from (base / found["path"] for base in self._bases)
        yield from self._included(text, note)

    def _included(self, text: str, note: Path) -> Iterator[Path]:
        """Those of the plugin alone."""
        text = CODE.sub("", text) if self._has_plugin and "{%" in text else ""
        for found in INCLUDE.finditer(text):
            yield (note.parent if found["path"].startswith(".") else self._docs) / found["path"]

    def _scan(self, path: Path) -> Scan | None:
        if path not in self._scans:
            try:
                self._scans[path] = Scan(path.read_text(encoding="utf-8-sig"))
            except (OSError, ValueError):
                self._scans[path] = None
        return self._scans[path]

    def _brings_cards(self, path: Path) -> bool:
        if path not in self._bring_cards:
            if not (scan := self._scan(path)):
                return False
            note = ScannedNote(scan, {}, blocks_by_week(scan))
            self._bring_cards[path] = any(map(note.is_card, note.blocks.get("", ())))
        return self._bring_cards[path]
