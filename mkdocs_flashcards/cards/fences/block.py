"""Reads one block of ours, line by line, from its opening fence to its end, or to where its end was forgotten."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from operator import itemgetter

from ..mistakes import Mistake
from . import mistakes
from .lines import HEADING, INNER, ITEM, TAB, our_opening, without_prefix

BEGINS_FENCE = frozenset("`~#>")
"""What a line that means something to a block may begin with: a fence, a heading, a quote with a fence in it."""


@dataclass(frozen=True, slots=True)
class Fence:
    """A block of ours as it stands in the text; lines count from 0."""

    name: str
    header: str
    """What follows the name on the opening line, braces included."""
    body: str
    """The lines between the fences, without the indentation and quote marks of the place they stand in."""
    prefix: str
    """What stands before the opening fence: indentation, quote marks, a list marker."""
    fence: str
    start: int
    end: int
    """The line after the last one of the block."""
    raw: str
    """The lines as they stand in the text."""
    mistake: Mistake | None = None
    misnamed: str = ""
    """The name as it was typed, where it misses `name` by a slip. A site may have such blocks of its own."""


class _End(Enum):
    CLOSED = auto()
    FORGOTTEN = auto()


@dataclass(slots=True)
class _Scan:
    """The state of a walk through one block."""

    nested: str = ""
    """The fence of the code block that is open inside the card."""
    inner: int | None = None
    """The first line that opens another block of ours inside this one."""
    in_list: bool = False
    """Whether a list has begun, to whose items an indented fence belongs."""
    ends: list[tuple[int, str]] = field(default_factory=list)
    """Lines where the forgotten end of the block may belong, and what stands there."""


def _walk(lines: Sequence[str], i: int, ours: re.Match[str]) -> tuple[_Scan, list[str], int, bool]:
    """Read on from an opening fence: what was met, the body, the line after it, and whether a fence closed it."""
    body: list[str] = []
    scan = _Scan()
    prefix = ours["prefix"]
    for j in range(i + 1, len(lines)):
        text = without_prefix(lines[j], prefix) if prefix else lines[j].rstrip() and lines[j]
        if text is None:
            return scan, body, j, False
        first = text.lstrip()[:1]
        if first not in BEGINS_FENCE:  # most lines are no fence, and begin with a letter
            if not (first.isalpha() or scan.in_list or scan.nested):
                scan.in_list = ITEM.match(text) is not None
            body.append(text)
            continue
        step = _step(text, ours["fence"], scan, j, blank_before=not lines[j - 1].strip())
        if not isinstance(step, str):
            is_closed = step is _End.CLOSED
            return scan, body, j + 1 if is_closed else j, is_closed
        body.append(step)
    return scan, body, len(lines), False


def read_block(lines: Sequence[str], i: int, ours: re.Match[str]) -> Fence:
    """The block whose opening fence `ours` stands in line i."""
    scan, body, end, closed = _walk(lines, i, ours)
    mistake = None
    if not closed:
        left = "the end of the page" if end == len(lines) else "a line that is indented or quoted less than the opening"
        end, found = min([*scan.ends, (end, left)], key=itemgetter(0))
        while not lines[end - 1].strip():  # a blank line belongs to what comes after
            end -= 1
        mistake = mistakes.unclosed(ours["name"], ours["fence"], found)
        body = body[: end - i - 1]
    elif scan.inner is not None:
        mistake = mistakes.card_in_card(scan.inner - i)
    elif real_end := _end_after_bare_code(lines, end, ours):
        mistake = mistakes.cut_by_bare_fence(ours["name"], ours["fence"], end - 1 - i)
        end = real_end
    return Fence(
        name=ours["name"].lower(),
        header=(ours["brace"] or "") + ours["rest"],
        body="\n".join(body),
        prefix=ours["prefix"],
        fence=ours["fence"],
        start=i,
        end=end,
        raw="\n".join(lines[i:end]),
        mistake=mistake,
    )


def _may_close(indent: str, scan: _Scan) -> bool:
    """Whether a bare fence with this before it can end the card. In a quote or a list item it belongs to that."""
    return ">" not in indent and len(indent.expandtabs(TAB)) < TAB and not (indent and scan.in_list)


def _end_after_bare_code(lines: Sequence[str], end: int, ours: re.Match[str]) -> int | None:
    """The real end of a card whose closing fence was meant to open code without a language; None for other cards.

    The sign is text right below the closing fence, and right below that text another bare fence.
    """
    if end == len(lines) or not lines[end].strip():
        return None
    fences = []
    for j in range(end, len(lines)):
        text = without_prefix(lines[j], ours["prefix"])
        if text is None or HEADING.match(text) or our_opening(text):
            break
        if text.rstrip() == ours["fence"]:
            fences.append(j)
        elif text.lstrip().startswith(("```", "~~~")):
            break
        if len(fences) == 2:
            break
    if not fences or fences[0] == end or not lines[fences[0] - 1].strip():
        return None
    return fences[-1] + 1


def _step(text: str, fence: str, scan: _Scan, j: int, *, blank_before: bool) -> str | _End:
    """What line j is in a block opened by `fence`: a line of its body, or its end."""
    found = INNER.match(text)
    other = our_opening(text) if found else None
    if not found or (found["fence"][0] == "`" and "`" in found["info"] and not other):
        if not scan.nested and blank_before and HEADING.match(text):
            scan.ends.append((j, "a heading"))
        return text
    if other:
        scan.ends.append((j, "the opening of another card"))
    inner, bare, char = found["fence"], not found["info"].strip(), fence[0]
    reaches = inner[0] == char and len(inner) >= len(fence)
    if scan.nested:
        ends_nested = inner[0] == scan.nested[0] and len(inner) >= len(scan.nested)
        if bare and ends_nested:
            opened, scan.nested = scan.nested, ""
            return found["indent"] + opened  # exactly as long as it opened, which is what fence extensions ask for
        return _End.FORGOTTEN if ends_nested and reaches and other else text
    if bare and reaches and _may_close(found["indent"], scan):
        return _End.CLOSED
    if other:
        if reaches:
            return _End.FORGOTTEN
        scan.inner = j if scan.inner is None else scan.inner
    scan.nested = inner
    return text
