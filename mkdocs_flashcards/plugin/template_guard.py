"""Keeps template plugins out of our blocks, so that `{{ }}`, `{% %}` and `{#` in a card are text."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig

from ..cards import find_fences, may_have_cards

PLUGINS = ("macros", "markdownextradata", "mkdocs-macros")
STAND_IN = re.compile(r"flashcardsblock(\d+)kept")


def has_macros(config: MkDocsConfig) -> bool:
    """Whether a plugin of the site takes pages for templates."""
    return any(name in config.plugins for name in PLUGINS)


class TemplateGuard:
    """Puts a plain word in the place of each block, and the block back afterwards."""

    def __init__(self) -> None:
        self._blocks: list[str] = []

    def hide(self, text: str) -> str:
        """The text with a stand-in for each block."""
        self._blocks = []
        if not may_have_cards(text):
            return text
        lines, out, at = text.split("\n"), [], 0
        for fence in find_fences(lines):
            out += [*lines[at : fence.start], f"{fence.prefix}flashcardsblock{len(self._blocks)}kept"]
            self._blocks.append(fence.raw[len(fence.prefix) :])
            at = fence.end
        return "\n".join(out + lines[at:])

    def bring_back(self, text: str) -> str:
        """The text with its blocks, wherever and as often as the template has put the stand-ins."""
        return STAND_IN.sub(self._block, text) if self._blocks else text

    def _block(self, found: re.Match[str]) -> str:
        number = int(found[1])
        return self._blocks[number] if number < len(self._blocks) else found[0]
