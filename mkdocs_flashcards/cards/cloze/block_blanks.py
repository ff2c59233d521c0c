"""Blanks whose answer is whole blocks: a list, paragraphs, a code block. They stand between two paragraphs."""

from __future__ import annotations

import re

from ..fences.lines import QUOTED_OR_MARKED, TAB, without_prefix
from ..model import TOKEN
from ..patterns import lazy
from ..spans import find_spans, kind_at

MARKED = lazy(r"[ \t>]*(?:[-*+]|\d+[.)])[ \t]")
HEADING = lazy(r"[ \t>]*#{1,6} ")
PARAGRAPH_END = lazy(r"\n[ \t>]*\n")
BEGINS_BLOCK = lazy(r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]|`{3}|~{3}|#{1,6} |\||>|!!!|\?\?\?|=== ?\"|\$\$|///)", re.M)
# What people paste from Anki; beside text an inline element would be enough.
HTML_BLOCK = lazy(
    r"<(?:article|aside|blockquote|details|div|dl|figure|h[1-6]|hr|ol|p|pre|section|table|ul)\b[^<>]*>", re.I
)
BEFORE_TEXT = lazy(QUOTED_OR_MARKED)
# The line behind a blank, up to the next blank that may stand on its own, and whether a list goes on below it.
REST = lazy(r"[ ]*(?P<text>[^\n\0]*)(?:(?P<list>\n(?=[ \t>]*(?:[-*+]|\d+[.)])[ \t]))|(?P<end>\n))?")
MARKER = lazy(r"[^>\s]")


def is_block(answer: str, *, has_lines: bool) -> bool:
    """Whether an answer is more than running text. `has_lines` says that it, or the space around it, has line ends."""
    if has_lines and (PARAGRAPH_END.search(answer.strip()) or BEGINS_BLOCK.search(answer)):
        return True
    spans = find_spans(answer) if "<" in answer else ()
    return "<" in answer and any(kind_at(spans, tag.start()) in (None, "raw") for tag in HTML_BLOCK.finditer(answer))


def leaves_block(text: str, start: int, end: int) -> bool:
    """Whether a piece of text begins in a list item, a row of a table or a heading, and ends in another block."""
    if text.find("\n", start, end) < 0:
        return False
    first = text[text.rfind("\n", 0, start) + 1 : start]
    if HEADING.match(first) or first.lstrip(" \t>").startswith("|"):
        return True
    is_item, is_quote = MARKED.match(first) is not None, ">" in first
    return any(
        HEADING.match(line) or (is_item and MARKED.match(line)) or (not is_quote and line.lstrip().startswith("> "))
        for line in text[start:end].split("\n")[1:]
    )


def is_in_row(text: str, at: int) -> bool:
    """Whether a position is in a row of a table."""
    return text[text.rfind("\n", 0, at) + 1 : at].lstrip(" \t>").startswith("|")


def continuation(text: str, at: int) -> str:
    """What a line needs before it to belong to the same list item and quote as the text at a position."""
    found = BEFORE_TEXT.match(text, text.rfind("\n", 0, at) + 1, at)
    prefix = MARKER.sub(" ", found["prefix"]) if found else ""
    quotes, indent = prefix[: prefix.rfind(">") + 1], prefix[prefix.rfind(">") + 1 :].expandtabs(TAB)
    if found and MARKER.search(found["prefix"]):
        indent = " " * -(-len(indent) // TAB) * TAB
    return quotes + (indent or " " if quotes else indent)


def dedented(answer: str, before: str) -> str:
    """The lines of an answer without what stands before each of them."""
    first, *lines = answer.split("\n")
    inside = [line.strip() if (text := without_prefix(line, before)) is None else text for line in lines]
    return "\n".join([first.lstrip(), *inside]).strip("\n").rstrip()


def on_their_own(blocks: set[str], text: str) -> str:
    """The text with each of these tokens as a paragraph, inside the list item and quote where it stands."""
    out, at = [], 0
    for found in TOKEN.finditer(text) if blocks else ():
        if found[0] not in blocks:
            continue
        line, before = text.rfind("\n", 0, found.start()) + 1, continuation(text, found.start())
        empty = f"\n{before.rstrip()}\n" if ">" in before else "\n\n"
        head = BEFORE_TEXT.match(text, line, found.start())
        begins_line = head is not None and head.end() == found.start()
        above = "" if begins_line else f"{empty}{before}"
        if head and begins_line and _follows_text(text, line, head[0]):
            out += [text[at:line], f"{before.rstrip()}\n"]
            at = line
        rest = REST.match(text, found.end())
        assert rest
        below = (
            f"{empty}{before}{rest['text']}{empty if rest['list'] else rest['end'] or ''}" if rest["text"] else empty
        )
        out += [text[at : found.start()].rstrip(" " if above else ""), above, found[0], below]
        at = rest.end()
    return "".join([*out, text[at:]])


def _follows_text(text: str, line: int, prefix: str) -> bool:
    """Whether text stands right above the line at a position, which would make one paragraph of both.

    With an item's marker it does not; and indented by less than Markdown wants, the line would leave its item.
    """
    quotes, _, indent = prefix.rpartition(">")
    if MARKER.search(prefix) or len(indent.removeprefix(" ") if quotes else indent) % TAB:
        return False
    return line > 0 and text[text.rfind("\n", 0, line - 1) + 1 : line].strip(" \t>\n") != ""
