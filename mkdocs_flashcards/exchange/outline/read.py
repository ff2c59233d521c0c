"""Reads the blocks of a note: what stands in what, and on which lines.

No HTML comes of this: it is only as exact as is needed to say which paragraph stands above a folded box. It follows
Python-Markdown where a build would, and an author's eye where that is more forgiving (list items indented by two or
three spaces, folded boxes right below a line of text).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ...cards import find_fences
from ...cards.patterns import lazy
from . import directives, html_lines
from .beginnings import BOX, HEADING, ITEM, TABBED, item_end, starts_block
from .block import TAB, Block, Kind, dedent, indent, indented_until
from .slashes import FENCE, SLASHES, end_of_slashes

RULE = lazy(r" {0,3}(?:-[ \t]*){3,}$| {0,3}(?:\*[ \t]*){3,}$| {0,3}(?:_[ \t]*){3,}$")
UNDERLINE = lazy(r" {0,3}(?:=+|-+)[ \t]*$")
SLASHES_OPTION = lazy(r"[ ]{4,}[\w-]+:")
OPTION_TYPE = lazy(r"[ ]{4,}type:[ ]*['\"]?(?P<type>[\w -]+)")
QUOTE = lazy(r" {0,3}>[ ]?")
CALLOUT = lazy(r"\s*\[!(?P<type>[\w-]+)(?:\|[^\]]*)?\](?P<fold>[-+]?)(?P<title>.*)$")
TABLE = lazy(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
TEMPLATE = lazy(r"[ \t]*(?:\{%.*%\}|-{1,2}8<-{1,2}.*|\{!.*!\}|\[TOC\])[ \t]*$")
DEFINITION = lazy(r" {0,3}(?:\[[^\]]+\]:|\*\[[^\]]+\]:)")
CODE = lazy(r"(?: {4}| {0,3}\t)")
DEEPEST = 50
"""Blocks in blocks: nobody nests so many, and a text that does is not looked into any further."""
RAW = ("pre", "script", "style", "svg", "table", "textarea", "template", "iframe", "video", "audio", "select")


@dataclass(slots=True)
class View:
    """The lines inside a block, and the number that the first of them has in the note."""

    lines: list[str]
    at: int
    cards: dict[int, int]
    """Where our own blocks begin and end, by line in the note."""
    ends: dict[int, int]
    """The same of the boxes that other generators of sites have."""
    depth: int = 0

    def inside(self, lines: list[str], at: int) -> list[Block]:
        """The blocks of a part, which begins at a line of the note."""
        if self.depth == DEEPEST:
            return []
        return list(_blocks(View(lines, at, self.cards, self.ends, self.depth + 1)))


def outline(lines: Sequence[str]) -> list[Block]:
    """The blocks of a text given as lines without their ends."""
    cards = {fence.start: fence.end for fence in find_fences(lines)}
    return list(_blocks(View(list(lines), 0, cards, directives.ends_of(lines))))


def _blocks(view: View) -> Iterator[Block]:
    i = 0
    while i < len(view.lines):
        if not view.lines[i].strip():
            i += 1
            continue
        block = next((found for read in READERS if (found := read(view, i))), None) or _paragraph(view, i)
        yield block
        i = block.end - view.at


def _block(view: View, kind: Kind, i: int, end: int, **more: object) -> Block:
    return Block(kind, view.at + i, view.at + end, view.lines[i:end], **more)  # type: ignore[arg-type]  # its own fields


def _holder(  # noqa: PLR0913, PLR0917 (the lines of the block, and those in it)
    view: View, kind: Kind, i: int, end: int, body: list[str], at: int, **more: object
) -> Block:
    """A block with other blocks inside, whose lines begin at line `at` of the view."""
    block = _block(view, kind, i, end, body=body, body_at=view.at + at, **more)
    block.children = view.inside(body, block.body_at)
    return block


def _card(view: View, i: int) -> Block | None:
    end = view.cards.get(view.at + i)
    return _block(view, "card", i, min(end - view.at, len(view.lines))) if end is not None else None


def _fence(view: View, i: int) -> Block | None:
    found = FENCE.match(view.lines[i])
    if not found or (found["fence"][0] == "`" and "`" in found["info"]):
        return None
    fence, end, is_closed = found["fence"], len(view.lines), False
    for j in range(i + 1, len(view.lines)):
        bare = view.lines[j].strip()
        if bare.startswith(fence) and not bare.strip(fence[0]):
            end, is_closed = j + 1, True
            break
    columns, info = indent(view.lines[i]), found["info"].strip()
    box = directives.fenced_directive(info, view.lines, i + 1, end - 1)
    if box and is_closed and found["fence"][0] == "`":
        return _boxed(view, i, end, box, columns)
    body = [dedent(line, columns) for line in view.lines[i + 1 : end - 1]]
    return _block(view, "fence", i, end, title=info, body=body, readable=False)


def _boxed(view: View, i: int, end: int, box: directives.Directive, columns: int) -> Block:
    body = [dedent(line, columns) for line in view.lines[box.start : box.stop]]
    return _holder(view, box.kind, i, end, body, box.start, title=box.title, types=box.types)


def _directive(view: View, i: int) -> Block | None:
    end = view.ends.get(view.at + i)
    box = directives.directive_at(view.lines, i, None if end is None else min(end - view.at, len(view.lines)))
    return _boxed(view, i, min((end or 0) - view.at, len(view.lines)), box, indent(view.lines[i])) if box else None


def _comment(view: View, i: int) -> Block | None:
    if not view.lines[i].lstrip().startswith("<!--") or indent(view.lines[i]) >= TAB:
        return None
    for j in range(i, len(view.lines)):
        if "-->" in view.lines[j]:
            return _block(view, "comment", i, j + 1) if view.lines[j].rstrip().endswith("-->") else None
    return None


def _html(view: View, i: int) -> Block | None:
    element = html_lines.element(view.lines, i)
    if element is None:
        return None
    block = _block(view, "html", i, element.end, title=element.tag, types=(element.name,), readable=element.markdown)
    block.body, block.body_at = element.body, view.at + element.body_at
    if element.name == "details" and element.whole:
        block.kind, block.title = "fold", element.summary
        block.types = ("details", *element.classes)
    if element.whole and element.name not in RAW:
        block.children = view.inside(element.body, block.body_at)
    return block


def _heading(view: View, i: int) -> Block | None:
    if found := HEADING.match(view.lines[i]):
        return _block(view, "heading", i, i + 1, title=found["text"].strip().rstrip("#").strip())
    below = view.lines[i + 1] if i + 1 < len(view.lines) else ""
    alone = i == 0 or not view.lines[i - 1].strip()
    if alone and UNDERLINE.match(below) and indent(view.lines[i]) < TAB and not starts_block(view.lines[i]):
        return _block(view, "heading", i, i + 2, title=view.lines[i].strip())
    return None


def _rule(view: View, i: int) -> Block | None:
    return _block(view, "rule", i, i + 1) if RULE.match(view.lines[i]) else None


def _box(view: View, i: int) -> Block | None:
    """An admonition, a folded one or a tab: everything below it that is indented."""
    line = view.lines[i]
    found, tabbed = BOX.match(line), TABBED.match(line)
    if not tabbed and (not found or not (found["types"] or found["title"])):
        return None
    first = indent(line)
    end = indented_until(view.lines, i + 1, first + TAB)
    body = [dedent(one, first + TAB) for one in view.lines[i + 1 : end]]
    kind: Kind = "tab"
    title, types = tabbed["title"] if tabbed else "", tuple[str, ...]()
    if found and not tabbed:
        kind = "box" if found["sign"] == "!!!" else "fold"
        types = tuple((found["types"] or "").lower().split())
        title = found["title"] if found["title"] is not None else types[0].capitalize()
    return _holder(view, kind, i, end, body, i + 1, title=title, types=types)


def _slashes(view: View, i: int) -> Block | None:
    """A block of pymdownx, `/// details | Title` to `///`."""
    found = SLASHES.match(view.lines[i])
    end = end_of_slashes(view.lines, i) if found else None
    if not found or end is None:
        return None
    at, types = i + 1, [found["name"].lower()]
    while at < end - 1 and SLASHES_OPTION.match(view.lines[at]):
        if said := OPTION_TYPE.match(view.lines[at]):
            types.append(said["type"].strip().lower())
        at += 1
    body = view.lines[at : end - 1]
    title = (found["title"] or "").strip()
    kind: Kind = "fold" if types[0] == "details" else "tab" if types[0] == "tab" else "box"
    return _holder(view, kind, i, end, body, at, title=title, types=tuple(types))


def _quote(view: View, i: int) -> Block | None:
    if not QUOTE.match(view.lines[i]):
        return None
    end = i
    while end < len(view.lines) and (found := QUOTE.match(view.lines[end])):
        end += 1
    body = [line[found.end() :] if (found := QUOTE.match(line)) else line for line in view.lines[i:end]]
    if callout := CALLOUT.match(body[0]):
        kind: Kind = "fold" if callout["fold"] else "box"
        type_ = callout["type"].lower()
        title = callout["title"].strip() or type_.capitalize()
        return _holder(view, kind, i, end, body[1:], i + 1, title=title, types=(type_,))
    if box := directives.quoted_directive(body, view.lines[end] if end < len(view.lines) else ""):
        body, at = body[box.start : box.stop], i + box.start
        return _holder(view, box.kind, i, end + 1, body, at, title=box.title, types=box.types)
    return _holder(view, "quote", i, end, body, i)


def _item(view: View, i: int) -> Block | None:
    found = ITEM.match(view.lines[i])
    if not found or indent(view.lines[i]) >= TAB:
        return None
    first = indent(view.lines[i])
    end = item_end(view.lines, i, first + 2)
    rest = [line for line in view.lines[i + 1 : end] if line.strip() and indent(line) >= first + 2]
    columns = min((indent(line) for line in rest), default=first + 2)
    text = view.lines[i][found.end() :]
    body = [text, *(dedent(line, min(columns, first + TAB)) for line in view.lines[i + 1 : end])]
    return _holder(view, "item", i, end, body, i, title=found["marker"])


def _table(view: View, i: int) -> Block | None:
    below = view.lines[i + 1] if i + 1 < len(view.lines) else ""
    if "|" not in view.lines[i] or "|" not in below or not TABLE.match(below):
        return None
    end = i
    while end < len(view.lines) and view.lines[end].strip() and "|" in view.lines[end]:
        end += 1
    return _block(view, "table", i, end)


def _math(view: View, i: int) -> Block | None:
    opening = view.lines[i].strip()
    for begin, close in (("$$", "$$"), ("\\[", "\\]")):
        if not opening.startswith(begin):
            continue
        if close in opening[2:]:
            return _block(view, "math", i, i + 1) if opening.endswith(close) else None
        for j in range(i + 1, len(view.lines)):
            if close in view.lines[j]:
                return _block(view, "math", i, j + 1)
    return None


def _template(view: View, i: int) -> Block | None:
    return _block(view, "template", i, i + 1) if TEMPLATE.match(view.lines[i]) else None


def _definition(view: View, i: int) -> Block | None:
    if not DEFINITION.match(view.lines[i]):
        return None
    return _block(view, "definition", i, indented_until(view.lines, i + 1, TAB))


def _code(view: View, i: int) -> Block | None:
    if not CODE.match(view.lines[i]):
        return None
    return _block(view, "code", i, indented_until(view.lines, i + 1, TAB), readable=False)


def _paragraph(view: View, i: int) -> Block:
    end = i + 1
    while end < len(view.lines) and view.lines[end].strip() and not _interrupts(view, end):
        end += 1
    return _block(view, "paragraph", i, end)


def _interrupts(view: View, i: int) -> bool:
    """Whether the text of a paragraph ends before a line that is not blank."""
    line = view.lines[i]
    if (found := ITEM.match(line)) and indent(line) < TAB:
        return found["marker"] in ("-", "*", "+", "1.")
    return view.at + i in view.cards or (indent(line) < TAB and starts_block(line)) or bool(RULE.match(line))


READERS: tuple[Callable[[View, int], Block | None], ...] = (
    _card,
    _fence,
    _comment,
    _html,
    _heading,
    _rule,
    _box,
    _slashes,
    _directive,
    _quote,
    _item,
    _table,
    _math,
    _template,
    _definition,
    _code,
)
