"""Openings of ours with the wrong fence: other signs, another tool's, a tag, or something that makes text of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..patterns import lazy
from .lines import FAR, FENCE, HEADING, NAME, NAMES, our_opening, without_prefix

# Options or nothing: in a sentence something else follows.
REST = r"(?![^\n]*(?:~~|''|\"\"))[ \t]*(?:[#{}>]|\w+ ?=|$)"
ODD = lazy(
    r"^(?P<prefix>[ \t]*(?:>[ \t]*)*)(?P<signs><|(?![ \t])[^\n]{2,9}?)"
    rf"[ \t]*(?P<brace>\{{[ \t]*)?\.?(?<![a-zA-Z-])(?P<name>{NAME})(?![\w-])"
    rf"(?P<rest>{REST}[^`\n]*)$",
    re.M | re.I,
)
REAL = lazy(r"(?:`{3,}|~{3,})\Z")
FENCE_SIGNS = lazy(r"[`~]")
OTHERS = lazy(r"'{3,}|\"{3,}|:{3,}|[´ˋ‘’“”]{2,}")
MARKER, LIST_MARKER = lazy(r"\d+[.)]"), lazy(r"^(?:[-*+]|\d+[.)])[ \t]+")
END = lazy(rf"(?:[^\w\s`~]?(?:`{{2,}}|~{{2,}}|'{{3,}}|\"{{3,}}|:{{3,}}|[´ˋ‘’“”]{{2,}})|</(?:{NAME})[ \t]*>)\s*", re.I)


def may_have_odd_opening(text: str) -> bool:
    """Whether a text, which names a block of ours, may have such an opening."""
    return any(odd_opening(found[0]) for found in ODD.finditer(text))


def odd_opening(line: str) -> re.Match[str] | None:
    """A line that was meant to open a block and does not."""
    lowered = line.lower()
    for name in NAMES:  # asked of every line, for which any() takes longer than the search
        if name in lowered:
            found = ODD.match(line)
            return found if found and _is_odd(found) and not our_opening(line) else None
    return None


def real_fence(opening: re.Match[str]) -> str:
    """The fence, where only what stands before it is wrong."""
    found = REAL.search(opening["signs"])
    return found[0] if found else ""


def end_of_odd(lines: Sequence[str], i: int, opening: re.Match[str]) -> int | None:
    """The line after the one that was meant to end the block opened in line i; None where none was."""
    nested = ""
    for j in range(i + 1, min(i + FAR, len(lines))):
        text = without_prefix(lines[j], opening["prefix"])
        if text is None or odd_opening(lines[j]) or (not nested and HEADING.match(text)):
            return None
        code = FENCE.match(text)
        if nested:
            nested = "" if text.strip() == nested else nested
        elif code and code["info"].strip():
            nested = code["fence"]
        elif END.fullmatch(text.lstrip()) and not set(opening["signs"]).isdisjoint(text):
            return j + 1
    return None


def _is_odd(opening: re.Match[str]) -> bool:
    """Whether some signs are nearly a fence. What a backslash stands before is typed on purpose."""
    signs = LIST_MARKER.sub("", opening["signs"])
    if "\\" in signs:
        return False
    if OTHERS.fullmatch(signs):
        return True
    rest = opening["rest"].strip()
    if signs == "<" or rest.startswith(">"):  # a tag
        return signs == "<" and rest.endswith(">")
    others = "".join(MARKER.sub("", FENCE_SIGNS.sub("", signs), count=1).split())
    return len(FENCE_SIGNS.findall(signs)) >= 2 and len(others) <= 2 and sum(map(str.isalnum, others)) < 2
