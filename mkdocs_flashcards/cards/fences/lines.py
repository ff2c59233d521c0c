"""What a single line means to the scanner: a fence, one of ours, and what stands before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..patterns import lazy

NAMES = ("flashcard", "cloze")
NAME = "|".join(NAMES)
TAB = 4

QUOTED = r"(?P<prefix>[ \t]*(?:>[ \t]*)*)"
QUOTED_OR_MARKED = r"(?P<prefix>(?:[ \t]*(?:>|(?:[-*+]|\d+[.)]|:|\[\^[^\]\s]+\]:)(?=[ \t])))*[ \t]*)"
FENCE = lazy(rf"{QUOTED}(?P<fence>`{{3,}}|~{{3,}})(?P<info>.*)$")
OURS = lazy(
    rf"{QUOTED_OR_MARKED}(?P<fence>`{{3,}}|~{{3,}})[^\S\n]*"  # copied text has spaces of other kinds
    rf"(?P<brace>\{{[ \t]*)?\.?(?P<name>{NAME})(?![\w-])(?P<rest>.*)$",
    re.I,
)

INNER = lazy(r"(?P<indent>[ \t]*(?:>[ \t]*)*)(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
QUOTE = lazy(r"[ \t]*>")
HEADING = lazy(r" {0,3}#{1,6} ")
ITEM = lazy(r" {0,3}(?:[-*+]|\d+\.)[ \t]")
QUOTES = lazy(r"[ \t]*(?:>[ ]?)+")
OWNER = lazy(r"(?:(?:!!!|\?\?\?\+?)[ \t]+\S|===[!+]*[ \t]+\")")
_LIKE_OWNER = (
    r"(?:(?:!{2,4}|\?{2,4}\+?) ?[\w\"]|={2,4}[!+]* *[\"“]|===[!+]*[ \t]+[^\s=]|(?:/{3,}|:{3,})[ \t]*\{?\w"
    r"|-[^\W\d_]{2}|\d+[.)][^\W\d_]"
    r"|(?:\d+\)|[a-zA-Z]\)|[a-z]\.|\([\da-zA-Z]{1,3}\)|[•·‣▪◦●–—]|:|\[\^[^\]\s]+\]:)[ \t]+\S)[^\n]*"
)
LIKE_OWNER = lazy(rf"^ {{0,3}}{_LIKE_OWNER}", re.M)
"""A line that was meant to open a box, a tab, an item or a definition. Some are mistyped, some need an extension."""
ITEM_BELOW_TEXT = lazy(r"^([ \t>]*)(?![ \t>]|(?:[-*+]|\d+\.)[ \t])[^\n]+\n\1 {0,3}(?:[-*+]|\d+\.)[ \t]", re.M)
"""What may be an item to its author, and is text to Markdown, because more of it stands right above."""
LIKE_OWNER_ANYWHERE = lazy(rf"^[ \t>]*{_LIKE_OWNER}", re.M)
"""The same inside other boxes, items and quotes."""
MAY_OWN = lazy(r"[-*+:>!?=/<]|\d+[.)]|\[\^")
"""The beginning of a line below which an indented one may be no code."""
EXTENSIONS = {"!": "admonition", "?": "pymdownx.details", "=": "pymdownx.tabbed"}
"""What a site needs for a line that begins with this sign and is typed well."""
FAR = 200
"""How many lines above or below the start of a block are looked at, at most."""


def our_opening(line: str) -> re.Match[str] | None:
    """The opening of a block of ours, with `prefix`, `fence`, `name`, `brace` and `rest`; None for any other line."""
    ours = OURS.match(line)
    if not ours or re.search(rf"(?<!`){ours['fence']}(?!`)", ours["rest"]):  # ```flashcard``` in a sentence
        return None
    return ours


def without_prefix(line: str, prefix: str) -> str | None:
    """The line inside the block's quote and indentation; None where it leaves them."""
    if not line or line.isspace():
        return ""
    if not prefix:
        return line
    position = 0
    for _ in range(prefix.count(">")):
        mark = QUOTE.match(line, position)
        if not mark:
            return None
        position = mark.end()
    rest = line[position:]
    before = prefix[prefix.rfind(">") + 1 :].expandtabs(TAB)
    indent = len(before)
    needed = 1 if before.strip() else indent - indent % TAB  # after a list marker any indentation will do
    spaces = len(rest) - len(rest.lstrip(" \t"))
    if "\t" in rest[: min(indent, spaces)]:  # further in it belongs to the text
        rest = rest[:spaces].expandtabs(TAB) + rest[spaces:]
        spaces = len(rest) - len(rest.lstrip(" "))
    if rest.strip() and spaces < needed:
        return None
    return rest[min(indent, spaces) :]


def is_indented_code(lines: Sequence[str], i: int) -> bool:
    """Whether line i is indented as code, and no item, box, tab or other block above it can own it."""
    if not lines[i].expandtabs(TAB).startswith(" " * TAB):
        return False
    above = next((line for line in reversed(lines[:i]) if line[:1].strip()), "")
    return MAY_OWN.match(above) is None


def owner_above(lines: Sequence[str], i: int) -> str:
    """The admonition, details or tab that the block in line i was meant for, and is indented too little to be in."""
    line = lines[i]
    if not line.startswith((" ", ">")):
        return ""
    quotes = len(found[0]) if (found := QUOTES.match(line)) else 0
    indent = len(line[quotes:]) - len(line[quotes:].lstrip(" "))
    if indent % TAB == 0:
        return ""
    for j in range(i - 1, max(i - FAR, -1), -1):
        text = lines[j][len(found[0]) :] if (found := QUOTES.match(lines[j])) else lines[j]
        own = len(text) - len(text.lstrip(" "))
        if text.strip() and own < indent:
            return text.strip() if indent - own < TAB and OWNER.match(text, own) else ""
    return ""
