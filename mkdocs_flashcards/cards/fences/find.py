"""The one scanner that finds our blocks in a text, line by line.

It steps over everybody else's fences, comments and `<pre>`, so that an example of a block stays an example. Whether an
indented block is code or belongs to a list, only the Markdown parser knows: such blocks are found here and turned back
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import dedent

from ..looks_like_card import may_be_card
from ..patterns import lazy
from . import mistakes
from .block import Fence, read_block
from .boxes import box_opening, boxed_card, meant_by_box
from .foreign import Closings, after_raw_html, foreign_fence
from .lines import FAR, FENCE, NAME, NAMES, our_opening, owner_above, without_prefix
from .near_names import may_miss_ours, near_opening
from .odd_openings import (
    end_of_attributes,
    end_of_odd,
    may_have_odd_opening,
    meant_by,
    names_ours,
    odd_opening,
    real_fence,
)

MAY = lazy(rf"(?:`{{3}}|~{{3}})[^\S\n]*\{{?[ \t]*\.?(?:{NAME})(?![\w-])", re.I)


def may_have_cards(text: str) -> bool:
    """Whether a text may have cards. This is cheap, and a no is always right."""
    lowered = text.lower()  # a search for words is ten times as fast as one for the pattern
    names_ours = any(name in lowered for name in NAMES)
    return (names_ours and MAY.search(text) is not None) or may_have_odd_opening(lowered) or may_miss_ours(text)


def find_fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Our blocks in order, those with a mistake in their fence included (`mistake` is set then)."""
    i, absent, closings = 0, set[object](), Closings(lines)
    while i < len(lines):
        line = lines[i]
        may_open = "`" in line or "~" in line
        if may_open and (ours := our_opening(line)):
            fence = read_block(lines, i, ours)
            if not fence.mistake and (owner := owner_above(lines, i)):
                fence = replace(fence, mistake=mistakes.indented_too_little(fence.name, owner))
            yield fence
            i = fence.end
        elif names_ours(line.lower()) and (odd := _boxed(lines, i) or _odd(lines, i)):
            yield odd
            i = odd.end
        elif may_open:
            if misnamed := _misnamed(lines, i, absent):
                yield misnamed
                i = misnamed.end
                continue
            end, inside = foreign_fence(lines, i, absent, closings)
            if inside is not None and end == i + 1:  # code all the same where a bare fence follows behind the blocks
                end = _end_around_blocks(lines, i, absent)
            if inside is not None and end > i + 1:
                yield _swallowed(lines, i, inside, end)
            i = end
        elif "<" in line:
            i = after_raw_html(lines, i, absent)
        else:
            i += 1


def _misnamed(lines: Sequence[str], i: int, absent: set[object]) -> Fence | None:
    """A block whose name misses ours; None for one that holds no card. It may belong to another tool."""
    found = near_opening(lines[i])
    if not found or _misnamed in absent:
        return None
    opening, typed, name = found
    fence = read_block(lines, i, opening)
    if not may_be_card(fence.body):
        if fence.mistake and not may_be_card("\n".join(lines[i + 1 :])):
            absent.add(_misnamed)  # nor is there any further down
        return None
    seen = (
        typed
        if re.sub(r"[^\w\s]", "", typed).lower() != name
        else opening[0][opening.end("fence") : opening.end("name")]
    )
    wrong = mistakes.wrong_name(seen, name, opening["fence"])
    return replace(fence, name=name, header="", mistake=wrong, misnamed=typed)


def _boxed(lines: Sequence[str], i: int) -> Fence | None:
    """A card that was typed as a box."""
    opening = box_opening(lines[i])
    if not opening or not (boxed := boxed_card(lines, i, opening)):
        return None
    name, seen, (end, body) = meant_by_box(opening), opening["opening"].strip(), boxed
    raw = "\n".join(lines[i:end])
    return Fence(name, "", body, opening["prefix"], "```", i, end, raw, mistakes.boxed(name, seen))


def _odd(lines: Sequence[str], i: int) -> Fence | None:
    """A card whose opening misses its fence by a slip."""
    opening = odd_opening(lines[i])
    if not opening or near_opening(lines[i]):
        return None
    name, seen = meant_by(opening), lines[i][opening.end("prefix") : opening.end("name")]
    if end := end_of_attributes(lines, i, opening):
        raw = "\n".join(lines[i:end])
        return Fence(name, "", "", opening["prefix"], "```", i, end, raw, mistakes.odd_fence(name, seen))
    end = end_of_odd(lines, i, opening)
    if end is None:
        return None
    until = next((j for j in range(i + 1, min(i + FAR, len(lines))) if odd_opening(lines[j])), i + FAR)
    ours = our_opening(f"{opening['prefix']}{real_fence(opening)}{lines[i][opening.start('name') :]}")
    fence = read_block(lines[:until], i, ours) if ours else None
    if not fence or fence.mistake:
        body = dedent("\n".join(without_prefix(line, opening["prefix"]) or "" for line in lines[i + 1 : end - 1]))
        raw = "\n".join(lines[i:end])
        fence = Fence(name, "", body, opening["prefix"], "```", i, end, raw)
    if not may_be_card(fence.body):
        return None
    return replace(fence, header="", mistake=mistakes.odd_fence(name, seen))


def _end_around_blocks(lines: Sequence[str], i: int, absent: set[object]) -> int:
    """The line after the fence that would end code opened in line i if it held none of our blocks; else i + 1."""
    opening = FENCE.match(lines[i])
    assert opening
    key = (_end_around_blocks, opening["prefix"], opening["fence"])
    j = len(lines) if key in absent else i + 1
    while j < len(lines):
        if ours := our_opening(lines[j]):
            j = read_block(lines, j, ours).end
            continue
        text = without_prefix(lines[j], opening["prefix"])
        if text is None:
            return i + 1
        j += 1
        if text.rstrip() == opening["fence"]:
            return j
    absent.add(key)
    return i + 1


def _swallowed(lines: Sequence[str], start: int, inside: int, end: int) -> Fence:
    """A block of ours in a code block that has not ended, with all of that code block."""
    ours, opening = our_opening(lines[inside].lstrip(" \t>")), FENCE.match(lines[start])
    assert ours
    assert opening
    mistake = mistakes.in_open_code(ours["name"].lower(), opening["fence"], inside - start)
    raw = "\n".join(lines[start:end])
    return Fence(ours["name"].lower(), "", "", opening["prefix"], opening["fence"], start, end, raw, mistake)
