"""The one scanner that finds our blocks in a text, line by line.

It steps over everybody else's fences, comments and `<pre>`, so that an example of a block stays an example. Whether an
indented block is code or belongs to a list, only the Markdown parser knows: such blocks are found here and turned back
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from operator import itemgetter

from ..looks_like_card import may_be_card
from ..mistakes import Mistake
from ..patterns import lazy
from . import mistakes
from .foreign import Closings, after_raw_html, foreign_fence
from .lines import FAR, FENCE, HEADING, INNER, ITEM, NAME, NAMES, TAB, our_opening, owner_above, without_prefix
from .near_names import may_miss_ours, near_opening
from .odd_openings import (
    end_of_attributes,
    end_of_odd,
    may_have_odd_opening,
    meant_by,
    odd_opening,
    real_fence,
)

BEGINS_FENCE = frozenset("`~#>")
"""What a line that means something to a block may begin with: a fence, a heading, a quote with a fence in it."""
MAY = lazy(rf"(?:`{{3}}|~{{3}})[^\S\n]*\{{?[ \t]*\.?(?:{NAME})(?![\w-])", re.I)


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
            fence = _read_block(lines, i, ours)
            if not fence.mistake and (owner := owner_above(lines, i)):
                fence = replace(fence, mistake=mistakes.indented_too_little(fence.name, owner))
            yield fence
            i = fence.end
        elif odd := _odd(lines, i):
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
    fence = _read_block(lines, i, opening)
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
    fence = _read_block(lines[:until], i, ours) if ours else None
    if not fence or fence.mistake:
        body = "\n".join(without_prefix(line, opening["prefix"]) or "" for line in lines[i + 1 : end - 1])
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
            j = _read_block(lines, j, ours).end
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


def _read_block(lines: Sequence[str], i: int, ours: re.Match[str]) -> Fence:
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
    return ">" not in indent and len(indent) < TAB and not (indent and scan.in_list)


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
