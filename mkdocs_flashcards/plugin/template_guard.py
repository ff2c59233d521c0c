"""Keeps template plugins out of our blocks, so that `{{ }}`, `{% %}` and `{#` in a card stay text."""

from __future__ import annotations

from ..cards import Scan
from ..extension.placeholders import PLACEHOLDER, Placeholders


class TemplateGuard:
    """Replaces each block with a placeholder, and puts the block back afterwards."""

    def __init__(self) -> None:
        self._blocks: dict[str, str] = {}

    def hide(self, text: str, scan: Scan | None) -> str:
        """The text with a placeholder for each block; `scan` is what is known of the page's text already."""
        self._blocks = {}
        fences = (scan or Scan("")).fences_in(text)
        if not fences:
            return text
        placeholders = Placeholders(text)
        lines, out, at = text.split("\n"), [], 0
        for fence in fences:
            word = placeholders.new()
            out += [*lines[at : fence.start], fence.prefix + word]
            self._blocks[word] = fence.raw[len(fence.prefix) :]
            at = fence.end
        return "\n".join(out + lines[at:])

    def bring_back(self, text: str) -> str:
        """The text with its blocks, wherever and as often as the template has put the placeholders."""
        if not self._blocks:
            return text
        return PLACEHOLDER.sub(lambda found: self._blocks.get(found[0], found[0]), text)
