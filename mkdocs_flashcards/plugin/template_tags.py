"""What a template plugin may drop of a note: comments, and what stands between its tags."""

from __future__ import annotations

from collections.abc import Set

from ..cards import Scan
from ..cards.patterns import lazy

TAG = lazy(
    r"\{#|#\}|\{%-?\s*(?P<end>end)?(?P<name>if|for|set|macro|raw|call|filter|block|with)\b(?P<rest>(?:(?!%\}).)*)"
)


def dropped_blocks(scan: Scan) -> tuple[Set[int], Set[int]]:
    """The first lines of the blocks in comments, which are sure to go, and of those between tags, which may go.

    Tags inside of blocks do not count, since the plugin never sees them.
    """
    if "{#" not in scan.text and "{%" not in scan.text:
        return set(), set()
    gone, unsure, state, at = set[int](), set[int](), _State(), 0
    for fence in scan.fences:
        state.read("\n".join(scan.lines[at : fence.start]))
        at = fence.end
        if state.in_comment:
            gone.add(fence.start)
        elif state.depth:
            unsure.add(fence.start)
    return gone, unsure


class _State:
    """Where in a template a walk through its text is."""

    def __init__(self) -> None:
        self.in_comment = False
        self.depth = 0
        self._is_raw = False

    def read(self, text: str) -> None:
        """Go on over some text."""
        for tag in TAG.finditer(text):
            if self._is_raw:
                self._is_raw = not (tag["end"] and tag["name"] == "raw")
            elif self.in_comment:
                self.in_comment = tag[0] != "#}"
            elif tag[0] == "{#":
                self.in_comment = True
            elif tag["name"] == "raw":
                self._is_raw = True
            elif tag["end"]:
                self.depth = max(self.depth - 1, 0)
            elif tag["name"] and not (tag["name"] == "set" and "=" in tag["rest"]):
                self.depth += 1
