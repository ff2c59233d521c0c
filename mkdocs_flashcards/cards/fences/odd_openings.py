"""Openings of ours with the wrong fence: other signs, another tool's, a tag, or something that makes text of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..patterns import lazy
from .boxes import box_opening
from .lines import FAR, FENCE, HEADING, our_opening, without_prefix
from .near_names import nearest

PARTS = ("flash", "card", "cloz")
"""What each name that counts here holds, those that miss ours by a slip included."""
MODIFIERS = "\u02b0-\u02ff"
"""Letters to Unicode, and accents or quotation marks to whoever sees them."""
# Options, a title or nothing: in a sentence something else follows.
REST = r"(?![^\n]*(?:~~|''|\"\"))[ \t]*(?:[#{}>|[]|\w+ ?=|[%>]?\}|[\]/]|\"[^\"\n]+\"[ \t]*$|$)"
ODD = lazy(
    r"^(?P<prefix>(?>[ \t]*(?:>[ \t]*)*))(?P<signs><|(?![ \t>])[^\n]{2,9}?|(?![ \t>])[^\n`~]*(?:`{3,}|~{3,})|\[)"
    r"[ \t]*(?P<brace>\{[ \t]*)?(?:#[\w-]+[ \t]+)?\.?(?<![a-zA-Z-])(?P<name>[a-zA-Z][\w-]{3,12})(?![\w-])"
    rf"(?P<rest>{REST}[^`\n]*)$",
)
LETTER = lazy(rf"[ \t>]*(?!_)[^\W\d{MODIFIERS}]")
REAL = lazy(r"(?:`{3,}|~{3,})\Z")
FENCE_SIGNS = lazy(r"[`~]")
# Lines of hyphens, pounds and quotes mean something to Markdown. Backticks and tildes are looked at one by one.
SAME_SIGNS = rf"(?P<sign>[^\w\s#>|`~\\-]|[_{MODIFIERS}])(?P=sign){{2,}}|[´‘’“”{MODIFIERS}]{{2,}}"
OTHERS, SHORTCODE = lazy(SAME_SIGNS), lazy(r"\{%-?|\{\{[<%]|\[")
MARKER, LIST_MARKER = lazy(r"\d+[.)]"), lazy(r"^(?:[-*+]|\d+[.)])[ \t]+")
END = lazy(
    rf"(?:[^\w\s`~]?(?:`{{2,}}|~{{2,}}|{SAME_SIGNS})|</[\w-]+[ \t]*>|\[/[\w-]+\]"
    r"|\{%-?[ \t]*end[\w-]*[ \t]*-?%\}|\{\{[<%][ \t]*/[ \t]*[\w-]+[ \t]*[>%]\}\})\s*"
)
QUESTION = lazy(r"(?<![\w-])(?:q|question|front|prompt|term|text|a|answer|back|definition)[ \t]*=", re.I)
TAG_LINES = 20
"""Over how many lines the attributes of a tag are looked for, at most."""


def may_have_odd_opening(lowered: str) -> bool:
    """Whether a text, given in small letters, may have such an opening."""
    for part in PARTS:
        at = lowered.find(part)
        while at >= 0:
            end = lowered.find("\n", at)
            end = len(lowered) if end < 0 else end
            line = lowered[lowered.rfind("\n", 0, at) + 1 : end]
            if odd_opening(line) or box_opening(line):
                return True
            at = lowered.find(part, end)
    return False


def odd_opening(line: str) -> re.Match[str] | None:
    """A line that was meant to open a block and does not."""
    if not _may_be_odd(line):
        return None
    found = ODD.match(line)
    return found if found and meant_by(found) and _is_odd(found) and not our_opening(line) else None


def _may_be_odd(line: str) -> bool:
    """Whether a line holds a part of a name, and begins with a sign or holds half a fence: asked of every line."""
    return names_ours(line.lower()) and ("``" in line or "~~" in line or not LETTER.match(line))


def names_ours(lowered: str) -> bool:
    """Whether a line, given in small letters, holds a part of a name: asked of every line."""
    for part in PARTS:  # noqa: SIM110  (any() takes longer than the search)
        if part in lowered:
            return True
    return False


def meant_by(opening: re.Match[str]) -> str:
    """The name that was meant; empty for another."""
    return (nearest(opening["name"]) or "") if names_ours(opening["name"].lower()) else ""


def real_fence(opening: re.Match[str]) -> str:
    """The fence, where only what stands before it is wrong."""
    found = REAL.search(opening["signs"])
    return found[0] if found else ""


def end_of_odd(lines: Sequence[str], i: int, opening: re.Match[str]) -> int | None:
    """The line after the one that was meant to end the block opened in line i; None where none was."""
    nested, depth, signs = "", 0, opening["signs"].strip()
    for j in range(i + 1, min(i + FAR, len(lines))):
        text = without_prefix(lines[j], opening["prefix"])
        if text is None or odd_opening(lines[j]) or (not nested and HEADING.match(text)):
            return None
        code = FENCE.match(text)
        if nested:
            nested = "" if text.strip() == nested else nested
        elif code and code["info"].strip():
            nested = code["fence"]
        elif END.fullmatch(text.lstrip()) and not set(signs).isdisjoint(text):
            if not depth:
                return j + 1
            depth -= 1
        elif OTHERS.fullmatch(signs) and text.lstrip().startswith(signs):
            depth += 1  # another block of the same tool, which has an end of its own
    return None


def end_of_attributes(lines: Sequence[str], i: int, opening: re.Match[str]) -> int | None:
    """The line after a tag that has question or answer among its attributes; None for any other opening."""
    if opening["signs"] != "<":
        return None
    end_tag = f"</{opening['name']}".lower()
    asked = closed = False
    for j in range(i, min(i + FAR, len(lines))):
        line = lines[j].strip()
        if not closed and j < i + TAG_LINES:
            asked = asked or QUESTION.search(line) is not None
            closed = ">" in line
        if asked and (line.endswith("/>") or end_tag in line.lower()):
            return j + 1
        if (closed and not asked) or (j > i and not closed and not line):
            return None
    return None


def _is_odd(opening: re.Match[str]) -> bool:
    """Whether some signs are nearly a fence. What a backslash stands before is typed on purpose."""
    signs = LIST_MARKER.sub("", opening["signs"])
    if "\\" in signs:
        return False
    if OTHERS.fullmatch(signs) or SHORTCODE.fullmatch(signs) or (REAL.search(signs) and signs[0] not in "`~"):
        return True
    rest = opening["rest"].strip()
    if signs == "<" or rest.startswith(">"):  # a tag; one with this attribute is what a block has become
        return signs == "<" and (not rest or rest.endswith(">")) and "data-card=" not in rest
    others = "".join(MARKER.sub("", FENCE_SIGNS.sub("", signs), count=1).split())
    return len(FENCE_SIGNS.findall(signs)) >= 2 and len(others) <= 2 and sum(map(str.isalnum, others)) < 2
