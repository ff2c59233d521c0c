"""Code in loose notes, in a fence or told by its indentation, tables and formulas: they keep their lines together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import dedent

from ...cards.patterns import lazy
from ..to_markdown.plain import as_markdown

FENCE = lazy(r"[ \t]*(?P<fence>`{3,}|~{3,})[^`]*$")
LOOKS_LIKE_CODE = lazy(
    r"[(){}\[\];=<>|$\\]|[:,]\s*$|^\s*(?:#|//|--|@|(?:return|end|else|try|pass|break|continue|begin|select|from|where"
    r"|import|do|done|fi|then)\b|[ \t]+[a-z_][\w-]*:[ \t])",
    re.I,
)
ANNOUNCES = lazy(
    r"\s*(?!(?:if|elif|for|while|with|def|class|except|case|match|async)\s)[^\s(){}\[\]=<>$]+\s[^(){}\[\]=<>$]*:\s*$"
)
"""A line of text above a listing, `like this:`."""
ROW = lazy(r"[ \t]*\|.*\|[ \t]*$")
BELOW_HEAD = lazy(r"[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*")
CELL = lazy(r"(?:(?<=\|)|^)(?:\\.|(?P<ticks>`+)(?:(?!`).)+(?P=ticks)|[^|\\])*")
HYPHENS = lazy(r":?-+:?")
FORMULA = lazy(r"[ \t]*(?P<sign>\$\$|\\\[)")
CLOSES = {"$$": "$$", "\\[": "\\]"}
LONGEST_FORMULA = 60
"""Lines. Two dollars far apart are sums of money."""
POINT = lazy(r"\s*(?:[-*+•·–—▪◦‣]|\d{1,2}[.)]|[a-z][.)])\s")
ENDS_SENTENCE = lazy(r".*[.?!？。][\"”»)]*\s*$")


def code_at(texts: Sequence[str], at: int) -> int:
    """How many lines from here on are one piece of code; 0 where none begins."""
    return _fenced(texts, at) or _table(texts, at) or _formula(texts, at) or _indented(texts, at)


def as_block(lines: Sequence[str]) -> str:
    """A piece of code as Markdown."""
    if ROW.match(lines[0]):
        return "\n".join(f"| {' | '.join(_cells(line))} |" for line in lines)
    if FORMULA.match(lines[0]):
        return as_markdown("\n".join(lines))
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


def _table(texts: Sequence[str], at: int) -> int:
    if not ROW.match(texts[at]) or at + 1 == len(texts) or not BELOW_HEAD.fullmatch(texts[at + 1]):
        return 0
    end = at + 2
    while end < len(texts) and ROW.match(texts[end]):
        end += 1
    return end - at


def _cells(row: str) -> list[str]:
    """The cells of a row as Markdown. A bar in code, or behind a backslash, parts none."""
    cells = [cell[0].strip() for cell in CELL.finditer(row.strip().removeprefix("|").removesuffix("|"))]
    if all(HYPHENS.fullmatch(cell) for cell in cells):
        return cells
    return [as_markdown(cell.replace("\\|", "|")).replace("|", "\\|") for cell in cells]


def _formula(texts: Sequence[str], at: int) -> int:
    opening = FORMULA.match(texts[at])
    closing = CLOSES.get(opening["sign"], "") if opening else ""
    if not opening or closing in texts[at][opening.end() :]:
        return 0
    for end in range(at + 1, min(len(texts), at + LONGEST_FORMULA)):
        if closing in texts[end]:
            return end + 1 - at if texts[end].rstrip().endswith(closing) else 0
    return 0


def _indented(texts: Sequence[str], at: int) -> int:
    """A listing is a line of code and what is indented below it, or lines of code that are all indented."""
    base, first = indent_of(texts[at]), texts[at]
    if not first.strip() or POINT.match(first) or ANNOUNCES.match(first):
        return 0
    if not (LOOKS_LIKE_CODE.search(first) or base):
        return 0
    end = at + 1
    while end < len(texts) and (_goes_on(texts, end, base) or (end > at + 1 and indent_of(texts[end]) > base)):
        end += 1  # below two lines of code, a hyphen is no bullet any more, as in YAML
    lines = [line for line in texts[at:end] if line.strip() and not POINT.match(line)]
    deeper = any(indent_of(line) > base for line in lines[1:])
    while end > at and not texts[end - 1].strip():
        end -= 1
    signs = sum(bool(LOOKS_LIKE_CODE.search(line)) for line in lines)
    is_code = (deeper or base >= 4) and signs * 2 > len(lines) and not ENDS_SENTENCE.match(lines[0])
    return end - at if is_code else 0


def _goes_on(texts: Sequence[str], at: int, base: int) -> bool:
    line = texts[at]
    if not line.strip():
        below = next((text for text in texts[at:] if text.strip()), "")
        return indent_of(below) > base and not POINT.match(below)
    if indent_of(line) < base or POINT.match(line):
        return False
    if indent_of(line) > base:
        return True
    return bool(LOOKS_LIKE_CODE.search(line)) and not ENDS_SENTENCE.match(line)


def indent_of(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())
