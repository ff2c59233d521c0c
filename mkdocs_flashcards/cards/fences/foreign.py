"""Steps over what is not ours: other people's code blocks, comments and raw elements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from ..patterns import lazy
from .lines import FENCE, TAB, our_opening, without_prefix

RAW = lazy(r"[ \t]*<(pre|script|style|textarea)\b", re.I)


class Closings:
    """The lines that could close a block, by their fences. Collected once, so that no text takes quadratic time."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    @cached_property
    def _last(self) -> dict[str, int]:
        return {
            line.replace(">", " ").strip(): number
            for number, line in enumerate(self._lines)
            if "```" in line or "~~~" in line
        }

    def has(self, fence: str, after: int) -> bool:
        """Whether this fence stands alone on a line further down."""
        return self._last.get(fence, -1) > after


def _begins_inside(text: str, fence: str, j: int, example: int) -> tuple[int, int]:
    """The line of a block of ours that stands in open code, and of an example of one, after line j; 0 for none."""
    is_indented = text.expandtabs(TAB).startswith(" " * TAB)
    if (ours := our_opening(text)) and ours["fence"].startswith(fence):
        return (0, example or j) if is_indented else (j, 0)
    opens_code = not is_indented and text.startswith(fence) and text.strip("`~ ")
    return (example if opens_code else 0), example


def _opening(line: str) -> re.Match[str] | None:
    opening = FENCE.match(line)
    return None if opening and opening["fence"][0] == "`" and "`" in opening["info"] else opening


def foreign_fence(lines: Sequence[str], i: int, absent: set[object], closings: Closings) -> tuple[int, int | None]:
    """The line after somebody else's block that opens in line i; i + 1 where none opens, or it never ends.

    And the first line of a block of ours inside it where the end of the other was forgotten: it opens with a fence
    that is no shorter, and nobody shows an example so. A bare fence before such a line ends where it begins, since it
    may be one too many. What is indented as code is an example, unless more code opens before the end.
    """
    opening = _opening(lines[i])
    if not opening:
        return i + 1, None
    fence, inside, example = opening["fence"], 0, 0
    key = (opening["prefix"], fence)
    if key in absent or not closings.has(fence, i):
        return i + 1, None
    is_diff = opening["info"].strip("{ .").startswith("diff")  # whose signs are no markers of a list
    for j in range(i + 1, len(lines)):
        text = without_prefix(lines[j], opening["prefix"])
        if text is None:
            break
        if text.rstrip() == fence:  # as SuperFences and fenced_code do: exactly as long, and indented as far
            return j + 1, inside or None
        if fence in text and not inside and not (is_diff and text[0] in "+- "):
            inside, example = _begins_inside(text, fence, j, example)
            if inside == j and not opening["info"].strip():
                return i + 1, inside
    else:
        absent.add(key)  # not looked for again
    return i + 1, None


def after_raw_html(lines: Sequence[str], i: int, absent: set[object]) -> int:
    """The line after a comment or a raw element that opens in line i, as Python-Markdown takes it."""
    line = lines[i]
    if raw := RAW.match(line):
        return _line_after(f"</{raw[1].lower()}", lines, i, absent)
    at = line.rfind("<!--")
    if at < 0 or "-->" in line[at:] or line[:at].count("`") % 2:
        return i + 1
    if at <= 3 and not line[:at].strip():
        return _line_after("-->", lines, i + 1, absent, none=i + 1)
    for j in range(i + 1, len(lines)):
        if "-->" in lines[j]:
            return j + 1
        if not lines[j].strip():
            break  # inside a paragraph a comment does not reach over a blank line
    return i + 1


def _line_after(end: str, lines: Sequence[str], i: int, absent: set[object], none: int | None = None) -> int:
    """The line after the next one that holds `end`; where none does, `none` or the next line."""
    if end not in absent:
        for j in range(i, len(lines)):
            if end in lines[j].lower():
                return j + 1
        absent.add(end)
    return i + 1 if none is None else none
