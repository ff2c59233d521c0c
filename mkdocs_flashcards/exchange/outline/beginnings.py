"""Which lines begin something, and where the items of a list end."""

from __future__ import annotations

from collections.abc import Sequence

from ...cards.patterns import lazy
from . import html_lines
from .block import indent
from .slashes import SLASHES, SLASHES_END

HEADING = lazy(r" {0,3}(?P<signs>#{1,6})(?P<text>.*)$")
BOX = lazy(r' {0,3}(?P<sign>!!!|\?\?\?\+?)[ ]*(?P<types>[\w-]+(?: +[\w-]+)*)?[ ]*(?:"(?P<title>.*)")?[ \t]*$')
TABBED = lazy(r' {0,3}===[!+]*[ ]+"(?P<title>.*)"[ \t]*$')
ITEM = lazy(r"(?P<indent>[ \t]*)(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)(?=\S)")


def item_end(lines: Sequence[str], i: int, columns: int) -> int:
    """The line after the last one of an item: what is indented, and text that goes on without a blank line."""
    end = i + 1
    for j in range(i + 1, len(lines)):
        line = lines[j]
        if not line.strip():
            continue
        lazy_text = j == end and not starts_block(line) and not ITEM.match(line)
        if indent(line) < columns and not lazy_text:
            break
        end = j + 1
    return end


def starts_block(line: str) -> bool:
    """Whether a line begins something that is no running text, wherever it stands."""
    text = line.lstrip(" \t")
    if text.startswith(("```", "~~~")):
        return "`" not in text.lstrip("`~") or text.startswith("~")
    if text.startswith(("!!!", "???", "===")):
        return bool(BOX.match(text) or TABBED.match(text))
    if text.startswith("///"):
        return bool(SLASHES.match(text) or SLASHES_END.match(text))
    return text.startswith((">", "<!--")) or bool(HEADING.match(line)) or html_lines.starts_block(text)
