"""Boxes of other generators of sites: `:::` of Quarto, MyST and Docusaurus, fences of MyST, shortcodes of Hugo.

A course that moves to MkDocs has them in its notes. Python-Markdown knows none of them, so a card takes their place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ...cards.patterns import lazy

COLONS = lazy(r"[ \t>]*(?P<sign>:{3,})[ \t]*(?P<info>[^\s:`][^`:]*(?:[^`]*[^`:])?)?[ \t]*:*[ \t]*$")
SHORTCODE = lazy(r"[ \t>]*\{\{[<%][ \t]*(?P<close>/)?[ \t]*(?P<name>[\w-]+)(?P<info>[^{}]*)[>%]\}\}[ \t]*$")
CODE = lazy(r"[ \t>]*(?P<fence>`{3,}|~{3,})(?P<info>.*)")
DIRECTIVE = lazy(r"\{(?P<name>[a-z][\w:-]*)\}[ \t]*(?P<title>.*)", re.I)
WORDS = lazy(r"(?P<name>[a-z][\w-]*)[ \t]*(?:\[(?P<said>[^\]]*)\]|(?P<title>[^{]*))", re.I)
CLASS = lazy(r"\.(?:callout-)?(?P<name>[\w-]+)")
TITLE = lazy(r"(?:(?:title|summary)\s*=\s*|\A[\w-]+\s+)[\"'](?P<title>[^\"']*)[\"']", re.I)
OPTION = lazy(r"[ \t]*:(?P<name>[\w-]+):(?P<value>.*)$")
HEADING = lazy(r" {0,3}#{1,6}[ \t]+(?P<title>.*?)[ \t#]*$")
KRAMDOWN = lazy(r" {0,3}\{:[ \t]*\.(?P<name>[\w-]+)[^{}]*\}[ \t]*$")
"""The class of the quote above it."""
COLLAPSED = lazy(r"collapse\s*=\s*[\"']?true|\bdropdown\b|\btoggle\b", re.I)
ANSWERS = ("solution", "answer", "answers")
FOLDED = ("dropdown", "toggle", "details", "spoiler", "expand", "collapse", "collapsible", "hint", "hints", *ANSWERS)
"""Names of what is folded away without saying so."""
WORK = ("question", "exercise", "challenge", "problem", "example", "task", "quiz")
BOXES = ("admonition", "note", "tip", "info", "important", "warning", *WORK)
DEEPEST = 20
"""Boxes in boxes: what is further in is text."""
KINDS = frozenset((*FOLDED, *BOXES))

Kind = Literal["box", "fold"]


@dataclass(frozen=True, slots=True)
class Directive:
    """A box: what it is, and which of its lines are its text."""

    kind: Kind
    title: str
    types: tuple[str, ...]
    start: int
    stop: int


def ends_of(lines: Sequence[str]) -> dict[int, int]:
    """Where the boxes of a note end that signs close, by the lines that they begin in."""
    ends, opened, counts, fence = dict[int, int](), list[tuple[str, int]](), Counter[str](), ""
    for number, line in enumerate(lines):
        code = CODE.match(line) if "```" in line or "~~~" in line else None
        if code:
            closes = fence and code["fence"].startswith(fence) and not code["info"].strip()
            fence = "" if closes else fence or code["fence"]
        if code or fence:
            continue
        found = COLONS.match(line) if ":::" in line else SHORTCODE.match(line) if "{{" in line else None
        if not found:
            continue
        is_colons = "sign" in found.re.groupindex
        name = found["sign"] if is_colons else found["name"]
        if found["info"] if is_colons else not found["close"]:
            opened.append((name, number))
            counts[name] += 1
        elif counts[name] or (is_colons and opened and opened[-1][0].startswith(":")):
            _close(opened, counts, name if counts[name] else opened[-1][0], number, ends)
    return ends


def _close(opened: list[tuple[str, int]], counts: Counter[str], name: str, number: int, ends: dict[int, int]) -> None:
    """Close the innermost box of a name, and what is still open in it and has no end."""
    while opened:
        one, start = opened.pop()
        counts[one] -= 1
        if one == name:
            if len(opened) < DEEPEST:
                ends[start] = number + 1
            return


def directive_at(lines: Sequence[str], i: int, end: int | None) -> Directive | None:
    """The box that opens in a line, and whose end is known; None where it is none that holds text for a card."""
    found = (COLONS.match(lines[i]) or SHORTCODE.match(lines[i])) if end is not None else None
    if not found or end is None:
        return None
    info = found["info"] or ""
    name = found.groupdict().get("name")
    return _directive(f"{name} {info}" if name else info, lines, i + 1, end - 1)


def fenced_directive(info: str, lines: Sequence[str], start: int, stop: int) -> Directive | None:
    """The box that a fence with this info is, as MyST has them."""
    return _directive(info, lines, start, stop) if DIRECTIVE.match(info) else None


def quoted_directive(body: Sequence[str], below: str) -> Directive | None:
    """The box that a quote is by the class below it, `{: .solution}`, as lessons for kramdown have them."""
    found = KRAMDOWN.match(below)
    if not found or found["name"] not in (*ANSWERS, *WORK):
        return None
    made = _directive(found["name"], body, 0, len(body))
    return replace(made, types=(found["name"],)) if made else None


def _directive(info: str, lines: Sequence[str], start: int, stop: int) -> Directive | None:
    name, title = _name_and_title(info)
    options = ""
    while start < stop and (option := OPTION.match(lines[start])):
        options += f" {option['value']}"
        start += 1
    if name not in KINDS:
        return None
    is_folded = name in FOLDED or bool(COLLAPSED.search(info + options))
    first = next((at for at in range(start, stop) if lines[at].strip()), stop)
    if not title and name not in WORK and first < stop and (heading := HEADING.match(lines[first])):
        title, start = heading["title"], first + 1
    title = title or ("Show" if name in FOLDED and name not in ANSWERS else name.capitalize())
    return Directive("fold" if is_folded else "box", title, (name, "directive"), start, stop)


def _name_and_title(info: str) -> tuple[str, str]:
    """What a box is, and its title; behind `solution` stands the name of an exercise."""
    said = TITLE.search(info)
    title = said["title"] if said else ""
    if info.startswith("{"):
        if found := DIRECTIVE.match(info):
            name = found["name"].lower()
            return name, "" if name in ANSWERS else found["title"].strip()
        classes = [one["name"].lower() for one in CLASS.finditer(info)]
        return next((one for one in classes if one in KINDS), ""), title
    words = WORDS.match(info)
    if not words:
        return "", ""
    return words["name"].lower(), title or (words["said"] or words["title"] or "").strip()
