"""What the notes say before they are rendered: pages can be added only while it is not known what others hold."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from mkdocs.structure.files import File
from mkdocs.utils import meta

from ...cards import Fence, Scan, parse
from ...cards.fences.lines import NAMES, TAB
from ...cards.header import parse_header
from ...cards.patterns import lazy
from ...extension.page import INCLUDES
from ..template_tags import dropped_blocks

# What most notes without cards lack. In bytes, because they need not even be decoded then.
SIGNS = tuple(name.encode() for name in NAMES)
BRINGS_TEXT = (b"8<", b"{{", b"{%", b"{!")
# What an indented block may belong to: an item of a list, a definition, a footnote, an admonition, a tab.
HOLDS_BLOCKS = lazy(r"[ \t>]*(?:[-*+]|\d+[.)]|:|\[\^[^\]]+\]:|!!!|\?\?\?\+?|===[!+]*)(?:[ \t]|$)")
CODE = lazy(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,}).*?^[ \t>]*(?P=fence)[ \t]*$|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)", re.M | re.S
)
LINK = lazy(r"""(?:\]\(\s*<?|^[ ]{0,3}\[[^\]\n]+\]:\s*<?|\bhref=["']?)(?P<path>[^\s<>"'#?)]+\.md)""", re.M)


@dataclass(slots=True)
class Block:
    """A block whose cards are to be reviewed."""

    fence: Fence
    line: int
    """In the author's file, from 1."""


@dataclass(slots=True)
class ScannedNote:
    """A note's text, and what can come of it."""

    scan: Scan
    front: Mapping[str, Any]
    blocks: Mapping[str, list[Block]] = field(default_factory=dict)
    """By the week that their header says; empty where it says none."""
    may_bring_cards: bool = False
    """Whether more cards may come, from an include or a macro, which only rendering can tell."""
    brings_cards: bool = False
    """Whether a card is sure to come from an include."""
    is_reviewed: bool = True
    unsure: Set[int] = frozenset()
    """The first lines of the blocks that a template plugin may drop."""

    def is_card(self, block: Block) -> bool:
        """Whether a card is sure to come of a block: what is indented may be code, and a mistake is no card."""
        return (
            block.fence.start not in self.unsure
            and not _may_be_code(self.scan.lines, block.fence)
            and parse(block.fence).card is not None
        )


def read(file: File) -> bytes:
    """What is in a file; nothing where it cannot be read, which MkDocs will say unless a plugin knows the text."""
    try:
        return file.content_bytes
    except (OSError, AssertionError):
        return b""


def scan_note(content: bytes, folder_meta: Mapping[str, Any], *, is_template: bool = False) -> ScannedNote | None:
    """What a note says, which may be a template; None where no card can come of it."""
    if not _is_worth_a_look(content):
        return None
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None
    scan, front = split_front_matter(text)
    note = ScannedNote(scan, {**folder_meta, **front}, may_bring_cards=_may_bring_cards(scan.text))
    if is_template:  # a page may ask not to be one
        note.unsure = set().union(*dropped_blocks(scan))
    if not scan.fences and not note.may_bring_cards:
        return None
    note.is_reviewed = not is_off(note.front)
    if note.is_reviewed:
        note.blocks = blocks_by_week(scan)
    return note


def split_front_matter(text: str) -> tuple[Scan, dict[str, Any]]:
    """The text of a note as MkDocs will hand it on, and its front matter."""
    body, front = meta.get_data(text)
    return Scan(body, text.count("\n", 0, len(text) - len(body))), front


def is_off(front: Mapping[str, Any]) -> bool:
    """Whether a page's front matter says `review: no`. Any other value is somebody else's."""
    value = front.get("review")
    return value is False or (isinstance(value, str) and value.strip().lower() in ("no", "false", "off"))


def links_in(path: str, content: bytes, folder: str) -> set[str]:
    """The pages of a folder that the links of a note name, as `[all weeks](review/index.md)` names `index`."""
    if f"{folder}/".encode() not in content:
        return set()
    text, here = CODE.sub("", content.decode(errors="replace")), posixpath.dirname(path)
    paths = (posixpath.normpath(posixpath.join(here, unquote(found["path"]))) for found in LINK.finditer(text))
    return {posixpath.basename(path).removesuffix(".md") for path in paths if posixpath.dirname(path) == folder}


def _is_worth_a_look(content: bytes) -> bool:
    lowered = content.lower()
    return any(name in lowered for name in SIGNS) or any(sign in content for sign in BRINGS_TEXT)


def _may_bring_cards(text: str) -> bool:
    return any(sign.decode() in text for sign in BRINGS_TEXT) and INCLUDES.search(text) is not None


def blocks_by_week(scan: Scan) -> dict[str, list[Block]]:
    """The blocks whose cards are to be reviewed, by the week that their header says."""
    blocks: dict[str, list[Block]] = {}
    for fence in scan.fences:
        if fence.mistake:
            continue
        options, wrong = parse_header(fence.header, fence.name)
        if not wrong and options.review:
            blocks.setdefault(options.week, []).append(Block(fence, scan.lines_above + fence.start + 1))
    return blocks


def _may_be_code(lines: list[str], fence: Fence) -> bool:
    """Whether a block is indented further than what seems to hold it: only Markdown's parser can tell then."""
    own = least = _indent(fence.prefix)
    for line in reversed(lines[: fence.start]):
        if least < TAB:
            break
        if line.strip() and _indent(line) < least:
            least = _indent(line)
            if HOLDS_BLOCKS.match(line):
                return own - least >= 2 * TAB
    return own >= TAB


def _indent(line: str) -> int:
    inside = line[line.rfind(">", 0, len(line) - len(line.lstrip(" \t>"))) + 1 :]
    return len(inside) - len(inside.lstrip(" "))
