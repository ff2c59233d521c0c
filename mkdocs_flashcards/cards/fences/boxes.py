"""Cards that were typed as an admonition, a callout or a directive: a box is made, and the answer stands open in it.

A site may have boxes of these names of its own. Only what has the syntax of our cards in it was meant for us.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..header import READERS
from ..looks_like_card import is_table_of_cards, may_be_cloze
from ..patterns import lazy
from ..spans import separators
from .lines import HEADING, QUOTED_OR_MARKED, our_opening, without_prefix
from .near_names import nearest

NAMED = r"(?P<name>[a-zA-Z][\w-]{3,12})(?![\w-])"
BOX = lazy(
    rf"^{QUOTED_OR_MARKED}(?P<opening>(?:!{{2,4}}|\?{{2,4}}\+?)[ \t]*{NAMED}(?P<rest>[^\n]*)"
    rf"|\.\.[ \t]+{NAMED.replace('name', 'directive')}::[^\n]*"
    rf"|(?<=>)[ \t]*\[!{NAMED.replace('name', 'callout')}\][^\n]*)$"
)
OPTION = lazy(rf"[ \t]+(?:\"[^\"\n]*\"[ \t]*)?(?:\{{|#\w|(?:{'|'.join(READERS)})=)")


def box_opening(line: str) -> re.Match[str] | None:
    """A line that opens a box whose name is one of ours, or misses it by a slip; None for any other line."""
    found = BOX.match(line)
    return found if found and meant_by_box(found) else None


def meant_by_box(opening: re.Match[str]) -> str:
    """The name that was meant; empty for another."""
    return nearest(opening["name"] or opening["directive"] or opening["callout"]) or ""


def boxed_card(lines: Sequence[str], i: int, opening: re.Match[str]) -> tuple[int, str] | None:
    """The line after the box opened in line i, and what is in it; None where that is not plainly a card of ours."""
    body = list(_body(lines, i, opening))
    while body and not body[-1].strip():
        body.pop()
    if any(map(our_opening, body)):  # the card in the box is a block already
        return None
    text = "\n".join(body)
    has_options = OPTION.match(opening["rest"] or "") is not None
    if not body or not (has_options or _is_card(meant_by_box(opening), text, opening["rest"] or "")):
        return None
    return i + 1 + len(body), text


def _body(lines: Sequence[str], i: int, opening: re.Match[str]) -> Iterator[str]:
    """The lines that belong to a box: those that are quoted or indented, else the paragraph right below."""
    is_indented: bool | None = True if opening["directive"] else False if opening["callout"] else None
    for j in range(i + 1, len(lines)):
        text = without_prefix(lines[j], opening["prefix"])
        if text is None or (is_indented is False and (not lines[j].strip() or HEADING.match(text))):
            return
        if text.strip():
            if is_indented is None:
                is_indented = text.startswith(" ")
                if not is_indented and j > i + 1:
                    return
            elif is_indented and not text.startswith(" "):
                return
        yield text.removeprefix("    ") if is_indented else text


def _is_card(name: str, text: str, rest: str) -> bool:
    """Whether the text in a box has the syntax of our cards. Below a title, a table is most likely just a table."""
    if name == "cloze":
        return may_be_cloze(text)
    return bool(separators(text)) or ('"' not in rest and is_table_of_cards(text))
