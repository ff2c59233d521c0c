"""Where a piece of Markdown is code or math, so that its hyphens, equals signs and dollars are left alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

ZoneKind = Literal["fenced", "code", "math", "raw", "escape"]

# In this order, because the first to match wins. The dollar rules are those of pymdownx.arithmatex with smart_dollar.
ZONE = re.compile(
    r"""
    (?P<fenced>
        ^[ \t]*(?:>[ \t]*)*(?P<fence>`{3,}|~{3,})[^\n`]*\n
        (?:.*\n)*?
        [ \t]*(?:>[ \t]*)*(?P=fence)[ \t]*$
    )
  | (?P<raw><!--(?:.|\n)*?-->|<(?P<tag>pre|script|style|textarea)\b(?:.|\n)*?</(?P=tag)>)
  | (?P<code>(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)(?:.|\n))+?(?<!`)(?P=ticks)(?!`))
  | \\\\
  | (?P<math>
        ^[ ]{0,3}\$\$(?:.|\n)+?\$\$
      | \\\[(?:.|\n)+?\\\]
      | \\\((?:(?!\n[ \t]*\n)(?:.|\n))+?\\\)
      | ^[ ]{0,3}\\begin\{(?P<env>[a-z]+\*?)\}(?:.|\n)+?\\end\{(?P=env)\}
      | \$(?!\s)(?:(?!\n[ \t]*\n)(?:\\(?:.|\n)|[^\\$]))+?(?<!\s)\$
    )
  | (?P<escape>\\[^\w\s])
    """,
    re.X | re.M,
)
LIST_OR_BOX = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)]|:|\[\^[^\]]+\]:|!!!|\?\?\?\+?|===|///.*)(?:[ \t]|$)", re.M)
SEPARATOR = re.compile(r"^ {0,3}-{3,}[ \t]*$", re.M)
INDENTED = re.compile(r"(?:\A|(?<=\n\n))(?: {4}[^\n]*(?:\n|\Z)|[ \t]*\n)+")


@dataclass(frozen=True, slots=True)
class Zone:
    """Characters `start` to `end` of a text."""

    kind: ZoneKind
    start: int
    end: int


def find_zones(text: str) -> list[Zone]:
    """Code, math, raw HTML and backslash escapes of a text in order, never overlapping."""
    zones = []
    for found in ZONE.finditer(text):
        for kind in ("fenced", "raw", "code", "math", "escape"):
            if found[kind] is not None:
                zones.append(Zone(kind, found.start(), found.end()))
                break
    return _with_indented_code(text, zones)


def _with_indented_code(text: str, zones: list[Zone]) -> list[Zone]:
    """Add indented code, which there is only where no list or box could own the indentation."""
    if "    " not in text or LIST_OR_BOX.search(text):
        return zones
    for found in INDENTED.finditer(text):
        if found[0].strip() and not any(
            z.start < found.end() and found.start() < z.end for z in zones if z.kind == "fenced"
        ):
            zones = [z for z in zones if z.end <= found.start() or z.start >= found.end()]
            zones.append(Zone("fenced", found.start(), found.end()))
    return sorted(zones, key=lambda zone: zone.start)


def masked(text: str, zones: list[Zone], fill: str = "\0") -> str:
    """The text with every zone filled in, same length and same lines: what is left is prose."""
    out, at = [], 0
    for zone in zones:
        out += [text[at : zone.start], re.sub(r"[^\n]", fill, text[zone.start : zone.end])]
        at = zone.end
    return "".join([*out, text[at:]])


def separators(text: str) -> list[tuple[int, int]]:
    """Start and end of every line of three or more hyphens outside code, math and raw HTML."""
    if "---" not in text:
        return []
    return [found.span() for found in SEPARATOR.finditer(masked(text, find_zones(text)))]
