"""Blanks in places where nobody can fill them in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ..mistakes import Mistake
from ..patterns import lazy
from ..spans import Span
from . import mistakes
from .blanks import PlacedBlank, line_of, without
from .urls import in_url, urls

INFO = lazy(r"[ \t>]*(?:`{3,}|~{3,})[ \t]*(?P<info>[^\n]*)")
BLOCK = lazy(r"[ \t>]*/{3,}[ \t]*")
ATTRIBUTES = lazy(r"\{:?[ ]*(?:[.#][\w-]|[\w-]+=)[^{}\n]*\}")
# What Markdown may take out of the text, or make an attribute or a formula of. Whether it does, only its parser knows.
TAKES_TEXT = lazy(
    r"<!--.*?-->|<[a-zA-Z!?][^<>]*>|!\[[^\]]*\]|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\{:?[^{}\n]*\}|\\[(\[](?s:.)*?\\[)\]]"
    r"|^[ \t>]*(?:`{3,}|~{3,})[^\n]*|^[ \t>]*\*?\[[^\]\n]+\]:[^\n]*(?:\n(?: {4}[^\n]*|[ \t]*$))*|[^\n]*8<[^\n]*",
    re.M,
)
# These stand elsewhere on the page, or in no place of it, even where the card itself becomes a box.
DEFINITION = lazy(r"^[ \t>]*(?:\[\^|\*\[)[^\]\n]+\]:[^\n]*(?:\n(?: {4}[^\n]*|[ \t]*$))*", re.M)
KEYS = lazy(r"\+\+(?:[\w-]+\+)*\0+(?:\+(?:[\w-]+|\0+))*\+\+")
NAME = lazy(r"[{\s.]*(?P<name>[\w+-]*)")
# Languages that have no other use than a picture. What else a site makes pictures of, its extensions know.
DIAGRAMS = lazy(
    r"mermaid|kroki-.*|(?:c4)?plantuml|puml|ditaa|nomnoml|wavedrom|svgbob|vega(?:-?lite)?|(?:block|seq|act|nw|packet|rack)"
    r"diag|bytefield|bpmn|excalidraw|pikchr|structurizr|symbolator|umlet|wireviz|erd|markmap|echarts|plotly|geogebra"
    r"|chart|drawio|railroad",
    re.I,
)


def with_languages(text: str, spans: Sequence[Span], blanks: list[PlacedBlank]) -> list[PlacedBlank]:
    """The blanks, those in fenced code with what stands after its fence."""
    fenced = [span for span in spans if span.kind == "fenced"]
    if not fenced:
        return blanks
    found = []
    for placed in blanks:
        number = bisect_right(fenced, placed.start, key=lambda span: span.start) - 1
        if number >= 0 and placed.start < fenced[number].end and (info := INFO.match(text, fenced[number].start)):
            found.append(replace(placed, blank=replace(placed.blank, fence=info["info"].strip())))
        else:
            found.append(placed)
    return found


def misplaced(text: str, blanks: Sequence[PlacedBlank]) -> list[Mistake]:
    """The blanks in a bare link, which they would cut, in a diagram's source, a footnote and the name of a /// block.

    And those that would leave something to be seen that belongs to an element: attributes, and the signs around keys.
    """
    places = urls(text)
    definitions = [found.span() for found in DEFINITION.finditer(text)] if "]:" in text else []
    keys = [found.span() for found in KEYS.finditer(without(text, blanks))] if "++" in text else []
    attributes = [
        mistakes.attributes_behind_blank(line_of(text, placed.end), found[0])
        for placed in blanks
        if placed.blank.place == "prose" and (found := ATTRIBUTES.match(text, placed.end))
    ]
    return attributes + [
        mistakes.misplaced_blank(line_of(text, placed.start), text[placed.start : placed.end])
        for placed in blanks
        if (placed.blank.fence and _is_diagram(placed.blank.fence))
        or (placed.blank.place == "prose" and any(in_url(one, placed.start) for one in (places, keys, definitions)))
        or BLOCK.fullmatch(text, text.rfind("\n", 0, placed.start) + 1, placed.start)
    ]


def may_be_lost(text: str) -> bool:
    """Whether a blank in the text of a card may stand where Markdown has no room for it. A no is always right."""
    return any("\0" in found[0] for found in TAKES_TEXT.finditer(text))


def _is_diagram(fence: str) -> bool:
    name = NAME.match(fence)
    return name is not None and DIAGRAMS.fullmatch(name["name"]) is not None
