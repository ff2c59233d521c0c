"""Blocks of ours in pages that something else than Python-Markdown converts, such as notebooks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import PurePath
from re import Match
from typing import Any

from mkdocs.structure.files import File

from ..cards import Fence, Mistake, Scan
from ..cards.fences.lines import NAMES, is_indented_code, our_opening
from ..cards.fences.mistakes import made_into_code
from ..cards.fences.near_names import near_opening, nearest
from ..cards.looks_like_card import may_be_card
from ..cards.patterns import lazy
from ..extension.error_box import error_box
from ..extension.page import Place, Report, sentence
from ..extension.translations import Translations

CODE = lazy(
    r"<pre\b(?P<pre>[^<>]*)>\s*(?:<span></span>)?(?:<code\b(?P<code>[^<>]*)>)?(?P<text>[^<]*)(?:</code>)?\s*</pre>"
)
LANGUAGE = lazy(r"""\bclass=["'](?:[^"']*\s)?(?:lang(?:uage)?-)?\{?\.?(?P<name>[\w-]+)""")
CELL = lazy(r"^# %%(?P<kind>[^\n]*)\n", re.M)
"""Where a cell begins in a script that is a notebook as well."""
COMMENT = lazy(r"^# ?", re.M)
PLUGIN = "mkdocs-jupyter"
"""What makes pages of notebooks."""
NOTEBOOK_ENDINGS = (".ipynb", ".py")


@dataclass(frozen=True, slots=True)
class BlockInCell:
    """A block of ours in a notebook."""

    fence: Fence
    cell: int
    """The number of its cell, from 1."""
    line: int | None
    """Its line in the file, from 1; None where cells have none of their own."""

    @property
    def mistake(self) -> Mistake:
        """What is wrong: that it stands here."""
        return made_into_code(self.fence.name, self.cell)


def blocks_in_notebook(path: str, text: str) -> list[BlockInCell]:
    """The blocks in the Markdown cells of a notebook that become code; none where it cannot be read."""
    try:
        cells = list(_cells_of_script(text) if path.endswith(".py") else _cells(json.loads(text)))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return []
    return [
        BlockInCell(fence, number, line and line + fence.start)
        for number, line, cell in cells
        for scan in [Scan(cell)]
        for fence in scan.fences
        if (our_opening(first := fence.raw.partition("\n")[0]) or near_opening(first))
        and not is_indented_code(scan.lines, fence.start)
    ]


def is_notebook(path: str, options: Mapping[str, Any]) -> bool:
    """Whether the plugin, with these options, makes a page of a file, whose ending is that of a notebook."""
    include, ignore = (options.get(key) for key in ("include", "ignore"))
    return _is_any(path, include if isinstance(include, list) else ["*.ipynb", "*.py"]) and not _is_any(path, ignore)


def blocks_in_file(file: File) -> list[BlockInCell]:
    """The same of a file of a site, which may be no notebook at all."""
    if not file.src_uri.endswith(NOTEBOOK_ENDINGS):
        return []
    try:
        return blocks_in_notebook(file.src_uri, file.content_string)
    except (OSError, UnicodeDecodeError, AssertionError):
        return []


def boxes_for_code(
    html: str, path: str, words: Translations, report: Report, blocks: Callable[[], list[BlockInCell]]
) -> str:
    """The page with a box in the place of each plain code block of ours, which is also reported.

    `blocks` is asked for those of the notebook that the page was made of.
    """
    if "<pre" not in html:
        return html
    waiting: list[BlockInCell] | None = None

    def box(found: Match[str]) -> str:
        language = LANGUAGE.search(f"{found['pre']} {found['code'] or ''}")
        typed = language["name"] if language else ""
        # some repeat what they do not know, up to the first space
        source = re.sub(rf"\A\{{?\.?{re.escape(typed)}\n", "", unescape(found["text"])).strip("\n")
        if typed.lower() not in NAMES and not (nearest(typed) and may_be_card(source)):
            return found[0]
        nonlocal waiting
        waiting = blocks() if waiting is None else waiting
        block = next((one for one in waiting if one.fence.body.split() == source.split()), None)
        if block:
            waiting.remove(block)
        place, mistake = Place(path, block.line if block else None), block.mistake if block else made_into_code(typed)
        report(place, mistake.message)
        return error_box(words, [sentence(place, mistake.message)], f"```{typed}\n{source}\n```")

    return CODE.sub(box, html)


Cells = Iterator[tuple[int, int | None, str]]


def _cells(notebook: Any) -> Cells:
    for number, cell in enumerate(notebook["cells"], 1):
        if cell["cell_type"] == "markdown":
            source = cell["source"]
            yield number, None, source if isinstance(source, str) else "".join(source)


def _cells_of_script(text: str) -> Cells:
    starts = list(CELL.finditer(text))
    ends = [*(start.start() for start in starts[1:]), len(text)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=False), 1):
        if "[markdown]" in start["kind"] or "[md]" in start["kind"]:
            yield number, text.count("\n", 0, start.end()) + 1, COMMENT.sub("", text[start.end() : end])


def _is_any(path: str, patterns: object) -> bool:
    return isinstance(patterns, list) and any(PurePath(path).match(str(pattern)) for pattern in patterns)
