"""Code in loose notes: in a fence, or told by its indentation. It keeps its lines together, as they were typed."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import dedent

from ...cards.patterns import lazy

FENCE = lazy(r"[ \t]*(?P<fence>`{3,}|~{3,})[^`]*$")
LOOKS_LIKE_CODE = lazy(
    r"[(){}\[\];=<>|$\\]|[:,]\s*$|^\s*(?:#|//|--|@|(?:return|end|else|try|pass|break|continue|begin|select|from|where"
    r"|import|do|done|fi|then)\b|[ \t]+[a-z_][\w-]*:[ \t])",
    2,
)
ANNOUNCES = lazy(
    r"\s*(?!(?:if|elif|for|while|with|def|class|except|case|match|async)\s)[^\s(){}\[\]=<>$]+\s[^(){}\[\]=<>$]*:\s*$"
)
"""A line of text above a listing, `like this:`."""
POINT = lazy(r"\s*(?:[-*+•·–—▪◦‣]|\d{1,2}[.)]|[a-z][.)])\s")
ENDS_SENTENCE = lazy(r".*[.?!？。][\"”»)]*\s*$")


def code_at(texts: Sequence[str], at: int) -> int:
    """How many lines from here on are one piece of code; 0 where none begins."""
    return _fenced(texts, at) or _indented(texts, at)


def as_block(lines: Sequence[str]) -> str:
    """A piece of code as Markdown."""
    text = dedent("\n".join(line.expandtabs(4).rstrip() for line in lines))
    return text if FENCE.match(lines[0]) else f"```text\n{text}\n```"


def _fenced(texts: Sequence[str], at: int) -> int:
    opening = FENCE.match(texts[at])
    if not opening:
        return 0
    for end in range(at + 1, len(texts)):
        closing = texts[end].strip()
        if closing.startswith(opening["fence"]) and not closing.strip(opening["fence"][0]):
            return end + 1 - at
    return 0


def _indented(texts: Sequence[str], at: int) -> int:
    """A listing is a line of code and what is indented below it, or lines of code that are all indented."""
    base, first = _indent(texts[at]), texts[at]
    if not first.strip() or POINT.match(first) or ANNOUNCES.match(first):
        return 0
    if not (LOOKS_LIKE_CODE.search(first) or base):
        return 0
    end = at + 1
    while end < len(texts) and (_goes_on(texts, end, base) or (end > at + 1 and _indent(texts[end]) > base)):
        end += 1  # below two lines of code, a hyphen is no bullet any more, as in YAML
    lines = [line for line in texts[at:end] if line.strip() and not POINT.match(line)]
    deeper = any(_indent(line) > base for line in lines[1:])
    while end > at and not texts[end - 1].strip():
        end -= 1
    signs = sum(bool(LOOKS_LIKE_CODE.search(line)) for line in lines)
    is_code = (deeper or base >= 4) and signs * 2 > len(lines) and not ENDS_SENTENCE.match(lines[0])
    return end - at if is_code else 0


def _goes_on(texts: Sequence[str], at: int, base: int) -> bool:
    line = texts[at]
    if not line.strip():
        below = next((text for text in texts[at:] if text.strip()), "")
        return _indent(below) > base and not POINT.match(below)
    if _indent(line) < base or POINT.match(line):
        return False
    if _indent(line) > base:
        return True
    return bool(LOOKS_LIKE_CODE.search(line)) and not ENDS_SENTENCE.match(line)


def _indent(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())
