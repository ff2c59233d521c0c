"""The one scanner that finds our blocks in a text, line by line.

It steps over everybody else's fences, comments and `<pre>`, so that an example of a block stays an example. Whether an
indented block is code or belongs to a list, only the Markdown parser knows: such blocks are found here and turned back
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from . import mistakes
from .mistakes import Mistake

NAMES = "flashcard|cloze"
TAB = 4

MAY = re.compile(rf"(?:`{{3}}|~{{3}})[ \t]*\{{?[ \t]*\.?(?:{NAMES})(?![\w-])", re.I)
PREFIX = r"(?P<prefix>[ \t]*(?:>[ \t]*)*"
MARKER = r"(?:(?:[-*+]|\d+[.)]|:|\[\^[^\]\s]+\]:)[ \t]+)?"
FENCE = re.compile(rf"{PREFIX})(?P<fence>`{{3,}}|~{{3,}})(?P<info>.*)$")
OURS = re.compile(
    rf"{PREFIX}{MARKER})(?P<fence>`{{3,}}|~{{3,}})[ \t]*"
    rf"(?P<brace>\{{[ \t]*)?\.?(?P<name>{NAMES})(?![\w-])(?P<rest>.*)$",
    re.I,
)
INNER = re.compile(r"(?P<indent>[ \t]*(?:>[ \t]*)*)(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
HEADING = re.compile(r" {0,3}#{1,6} ")
RAW = re.compile(r"[ \t]*<(pre|script|style|textarea)\b", re.I)


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


def may_have_cards(text: str) -> bool:
    """Whether a text is worth scanning: cheap, and never wrong with a no."""
    return MAY.search(text) is not None


def find_fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Our blocks in order, those with a mistake in their fence included (`mistake` is set then)."""
    i = 0
    while i < len(lines):
        line = lines[i]
        if "`" in line or "~" in line:
            if ours := _opening(line):
                fence = _read_block(lines, i, ours)
                yield fence
                i = fence.end
                continue
            i = _after_foreign_fence(lines, i)
        elif "<" in line:
            i = _after_raw_html(lines, i)
        else:
            i += 1


def _opening(line: str) -> re.Match[str] | None:
    ours = OURS.match(line)
    return ours if ours and not (ours["fence"][0] == "`" and "`" in ours["rest"]) else None


def _after_foreign_fence(lines: Sequence[str], i: int) -> int:
    """The line after somebody else's block that opens in line i; i + 1 where none does or it never ends."""
    opening = FENCE.match(lines[i])
    if not opening or (opening["fence"][0] == "`" and "`" in opening["info"]):
        return i + 1
    for j in range(i + 1, len(lines)):
        text = _without_prefix(lines[j], opening["prefix"])
        if text is None:
            break
        if text.strip() == opening["fence"]:  # as SuperFences and fenced_code do: exactly as long
            return j + 1
    return i + 1


def _after_raw_html(lines: Sequence[str], i: int) -> int:
    """The line after a comment or a raw element that opens in line i, as Python-Markdown takes it."""
    line = lines[i]
    if raw := RAW.match(line):
        end = f"</{raw[1].lower()}"
        return next((j + 1 for j in range(i, len(lines)) if end in lines[j].lower()), i + 1)
    at = line.rfind("<!--")
    if at < 0 or "-->" in line[at:] or line[:at].count("`") % 2:
        return i + 1
    at_line_start = at <= 3 and not line[:at].strip()
    for j in range(i + 1, len(lines)):
        if "-->" in lines[j]:
            return j + 1
        if not at_line_start and not lines[j].strip():
            break  # inside a paragraph a comment does not reach over a blank line
    return i + 1


def _without_prefix(line: str, prefix: str) -> str | None:
    """The line inside the block's quote and indentation; None where it leaves them."""
    if not line.strip():
        return ""
    position = 0
    for _ in range(prefix.count(">")):
        mark = re.compile(r"[ \t]*>").match(line, position)
        if not mark:
            return None
        position = mark.end()
    rest = line[position:]
    before = prefix[prefix.rfind(">") + 1 :].expandtabs(TAB)
    indent = len(before)
    needed = 1 if before.strip() else indent - indent % TAB  # after a list marker any indentation will do
    spaces = len(rest) - len(rest.lstrip(" \t"))
    if "\t" in rest[:spaces]:
        rest = rest[:spaces].expandtabs(TAB) + rest[spaces:]
        spaces = len(rest) - len(rest.lstrip(" "))
    if rest.strip() and spaces < needed:
        return None
    return rest[min(indent, spaces) :]


class _End(Enum):
    CLOSED = auto()
    FORGOTTEN = auto()


@dataclass(slots=True)
class _Scan:
    """Where a walk through one block stands."""

    nested: str = ""
    """The fence of the code block that is open inside the card."""
    inner: int | None = None
    """The first line that opens another block of ours inside this one."""
    heading: int | None = None
    """The first heading after a blank line, where a forgotten end is best guessed."""


def _read_block(lines: Sequence[str], i: int, ours: re.Match[str]) -> Fence:
    body: list[str] = []
    scan = _Scan()
    end, closed, forgotten = len(lines), False, False
    for j in range(i + 1, len(lines)):
        text = _without_prefix(lines[j], ours["prefix"])
        if text is None:
            end = j
            break
        step = _step(text, ours["fence"], scan, j, blank_before=not lines[j - 1].strip())
        if isinstance(step, str):
            body.append(step)
            continue
        closed, forgotten = step is _End.CLOSED, step is _End.FORGOTTEN
        end = j + 1 if closed else j
        break
    mistake = None
    if not closed:
        at = end if forgotten else next((n for n in (scan.inner, scan.heading) if n is not None), end)
        mistake = mistakes.unclosed(
            ours["name"], ours["fence"], _where_it_ended(lines, at, end, forgotten or at == scan.inner)
        )
        end = at
        body = body[: max(end - i - 1, 0)]
    elif scan.inner is not None:
        mistake = mistakes.card_in_card(scan.inner - i)
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


def _step(text: str, fence: str, scan: _Scan, j: int, *, blank_before: bool) -> str | _End:
    """The line j of a block opened by `fence`, or that the block ends there."""
    found = INNER.match(text)
    if not found or (found["fence"][0] == "`" and "`" in found["info"]):
        if not scan.nested and scan.heading is None and blank_before and HEADING.match(text):
            scan.heading = j
        return text
    inner, bare, char = found["fence"], not found["info"].strip(), fence[0]
    reaches = inner[0] == char and len(inner) >= len(fence)
    if scan.nested:
        ends_nested = inner[0] == scan.nested[0] and len(inner) >= len(scan.nested)
        if bare and ends_nested:
            opened, scan.nested = scan.nested, ""
            return found["indent"] + opened  # exactly as long as it opened, which is what fence extensions ask for
        return _End.FORGOTTEN if ends_nested and reaches and _opening(text) else text
    if bare and reaches and len(found["indent"]) < TAB:
        return _End.CLOSED
    if not bare and _opening(text):
        if reaches:
            return _End.FORGOTTEN
        scan.inner = j if scan.inner is None else scan.inner
    scan.nested = inner
    return text


def _where_it_ended(lines: Sequence[str], at: int, end: int, other_card: bool) -> str:
    if other_card:
        return "the opening of another card"
    if at < end:
        return "a heading"
    if end < len(lines):
        return "a line that is indented or quoted less than the opening"
    return "the end of the page"
