"""What the notes say before they are rendered: which weeks there are has to be known when pages can still be added."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.utils import meta

from ...cards import Options, may_have_cards
from ...cards.fences import NAMES, find_fences
from ...cards.header import parse_header
from ...extension.page import INCLUDES
from ..weeks import OTHER, Week, Weeks, says_week

# What most notes without cards lack. In bytes, because they need not even be decoded then.
SIGNS = tuple(name.encode() for name in NAMES)
BRINGS_TEXT = (b"8<", b"{{", b"{%", b"{!")
HEADER = re.compile(
    r"[^\n]*?(?:`{3}|~{3})[ \t]*(?P<brace>\{?)[ \t]*\.?(?P<name>flashcard|cloze)(?![\w-])(?P<rest>.*)", re.I
)
OPTIONS = re.compile("week|review")
NOTHING = Options()
HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.+)")
UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
CODE = re.compile(r"[ \t]*(`{3,}|~{3,})")
Titles = Mapping[str, "list[str]"]
"""By path: the title that the navigation gives a page, and the titles of the sections around it, innermost first."""


@dataclass(slots=True)
class Scanned:
    """A note with blocks of ours in it, or with something that may bring some."""

    week: Week | None
    """The note's; None where nothing names one."""
    asked: set[Week | None] = field(default_factory=set)
    """The weeks that its blocks name; None stands for the note's."""

    def weeks(self) -> set[Week]:
        """The weeks that cards of this note may belong to."""
        return {week or self.week or OTHER for week in self.asked}


def scan(file: File, weeks: Weeks, titles: Titles, folder_meta: Mapping[str, Any]) -> Scanned | None:
    """What a note says; None where no card can come of it, or none shall be reviewed."""
    try:
        content = file.content_bytes
        if not _is_worth_a_look(content):
            return None
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, ValueError, AssertionError):  # MkDocs will say so, unless a plugin knows the text
        return None
    has_blocks, may_bring = may_have_cards(text), _may_bring_cards(text)
    if not has_blocks and not may_bring:
        return None
    text, own = meta.get_data(text)
    front = {**folder_meta, **own}
    if is_off(front):
        return None
    scanned = Scanned(week_of(file.src_uri, front, text, weeks, titles), {None} if may_bring else set())
    if has_blocks:
        scanned.asked |= {weeks.parse(week) if week else None for week in _weeks_of_blocks(text)}
    return scanned


def is_off(front: Mapping[str, Any]) -> bool:
    """Whether a page's front matter says `review: no`. Any other value is somebody else's."""
    value = front.get("review")
    return value is False or (isinstance(value, str) and value.strip().lower() in ("no", "false", "off"))


def _is_worth_a_look(content: bytes) -> bool:
    lowered = content.lower()
    return any(name in lowered for name in SIGNS) or any(sign in content for sign in BRINGS_TEXT)


def _may_bring_cards(text: str) -> bool:
    return any(sign.decode() in text for sign in BRINGS_TEXT) and INCLUDES.search(text) is not None


def _weeks_of_blocks(text: str) -> Iterator[str]:
    """What the header of each block for the review says.

    An example of a block, in a longer fence say, may make a page that is taken out again when no card has come for it.
    To go through the text line by line, as the scanner does that knows examples, takes ten times as long.
    """
    for header in _headers(text):
        said = header["brace"] + header["rest"]
        options, wrong = parse_header(said, header["name"]) if OPTIONS.search(said) else (NOTHING, [])
        if not wrong and options.review:
            yield options.week


def _headers(text: str) -> Iterator[re.Match[str]]:
    """The opening lines. Looking for the names first is ten times as fast as looking for the pattern."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter of some language becomes two
        text = lowered
    for name in NAMES:
        at = lowered.find(name)
        while at >= 0:
            if header := HEADER.match(text, text.rfind("\n", 0, at) + 1):
                yield header
            end = lowered.find("\n", at)
            at = lowered.find(name, end) if end >= 0 else -1


def week_of(path: str, front: Mapping[str, Any], text: str, weeks: Weeks, titles: Titles) -> Week | None:
    """A note's week, by the first of these that says one: front matter, file, folders, title, sections around it."""
    value = front.get("week")
    if says_week(value):
        return weeks.parse(str(value))
    if week := weeks.of_path(path):
        return week
    title, *sections = titles.get(path, [""])
    said = (title, str(front.get("title") or ""), first_heading(text), *sections)
    return next((week for one in said if one and (week := weeks.search(one))), None)


def first_heading(text: str) -> str:
    """The text of the first heading that is not in a code block, nor in a card."""
    lines, fence, above, at = text.split("\n"), "", "", 0
    blocks: dict[int, int] | None = None
    while at < len(lines):
        line = lines[at]
        at += 1
        if fence:
            fence = "" if line.strip() == fence else fence
        elif code := CODE.match(line):
            above = ""
            blocks = {block.start: block.end for block in find_fences(lines)} if blocks is None else blocks
            if at - 1 in blocks:
                at = blocks[at - 1]
            else:
                fence = code[1]
        elif heading := HEADING.match(line):
            return heading[1]
        elif above.strip() and UNDERLINE.match(line):
            return above
        else:
            above = line
    return ""


def titles_of(nav: object, sections: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """The titles that `nav:` in mkdocs.yml gives, by path."""
    if isinstance(nav, str):
        return {nav: ["", *sections]}
    titles: dict[str, list[str]] = {}
    for item in nav if isinstance(nav, list) else ():
        if not isinstance(item, dict):
            titles |= titles_of(item, sections)
            continue
        for title, inside in item.items():
            if isinstance(inside, str):
                titles[inside] = [str(title), *sections]
            else:
                titles |= titles_of(inside, (str(title), *sections))
    return titles


class FolderMeta:
    """Front matter for whole folders, where Material's meta plugin reads it."""

    def __init__(self, config: MkDocsConfig) -> None:
        plugins = (config.plugins.get(name) for name in ("material/meta", "meta"))
        found: dict[str, Any] = next((getattr(plugin, "meta", {}) for plugin in plugins if plugin), {})
        self._found = [(posixpath.dirname(path.replace("\\", "/")), values) for path, values in sorted(found.items())]

    def of(self, path: str) -> dict[str, Any]:
        """What the folders around a page say, the innermost last."""
        merged: dict[str, Any] = {}
        for folder, values in self._found:
            if isinstance(values, dict) and (not folder or path.startswith(f"{folder}/")):
                merged |= values
        return merged
