"""The texts that notes include, looked into before anything is rendered: most of them are files with a plain name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...cards import Scan
from ...cards.patterns import lazy
from .scan import CODE, ScannedNote, blocks_by_week

SNIPPET = lazy(r"""^[ \t]*-+8<-+[ \t]+["']?(?P<path>[^"':\n]+?)["']?[ \t]*$""", re.M)
INCLUDE = lazy(r"""\{%-?\s*include(?:-markdown)?\s+["'](?P<path>[^"':\n]+)["']\s*-?%\}""")


class Includes:
    """Knows where snippets and the include-markdown plugin look for files."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._docs = Path(config.docs_dir)
        self._has_snippets = "pymdownx.snippets" in config.markdown_extensions
        bases = config.mdx_configs.get("pymdownx.snippets", {}).get("base_path", ".")
        self._bases = [Path(str(base)) for base in (bases if isinstance(bases, list | tuple) else [bases])]
        self._has_plugin = "include-markdown" in config.plugins
        self._bring_cards: dict[Path, bool] = {}

    def bring_cards(self, note: ScannedNote, file: File) -> bool:
        """Whether a card of the note's own week is sure to come from a text that it includes."""
        text = CODE.sub("", note.scan.text)
        return any(self._brings_cards(path) for path in self._paths(text, file))

    def _paths(self, text: str, file: File) -> Iterator[Path]:
        for found in SNIPPET.finditer(text) if self._has_snippets else ():
            yield from (base / found["path"] for base in self._bases)
        beside = (self._docs / file.src_uri).parent
        for found in INCLUDE.finditer(text) if self._has_plugin else ():
            yield (beside if found["path"].startswith(".") else self._docs) / found["path"]

    def _brings_cards(self, path: Path) -> bool:
        if path not in self._bring_cards:
            try:
                scan = Scan(path.read_text(encoding="utf-8-sig"))
            except (OSError, UnicodeDecodeError):
                return False
            note = ScannedNote(scan, {}, blocks_by_week(scan))
            self._bring_cards[path] = any(map(note.is_card, note.blocks.get("", ())))
        return self._bring_cards[path]
