"""The titles of notes: what the navigation, the front matter and the first heading say."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.structure.pages import Page

from ...cards import Scan
from ...cards.patterns import lazy

HEADING = lazy(r" {0,3}#{1,6}[ \t]+(.+)")
# Signs that close a heading, and attributes such as { #id .class }: no text of it.
TAIL = lazy(r"(?:(?<![ \t])[ \t]+#+)?(?:(?<![ \t])[ \t]+\{:?[ \t]*(?:[#.]\w|[\w-]+=)[^{}\n]*\})?$")
UNDERLINE = lazy(r" {0,3}(?:=+|-+)[ \t]*$")
CODE = lazy(r"[ \t]*(`{3,}|~{3,})")
NavTitles = Mapping[str, "list[str]"]
"""By path: the title that the navigation gives a page, and the titles of the sections around it, innermost first."""


def titles_in_nav(nav: object, sections: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """The titles that `nav:` in mkdocs.yml gives, by path."""
    if isinstance(nav, str):
        return {nav: ["", *sections]}
    titles: dict[str, list[str]] = {}
    for item in nav if isinstance(nav, list) else ():
        if not isinstance(item, dict):
            titles |= titles_in_nav(item, sections)
            continue
        for title, inside in item.items():
            if isinstance(inside, str):
                titles[inside] = [str(title), *sections]
            else:
                titles |= titles_in_nav(inside, (str(title), *sections))
    return titles


def titles_around(page: Page) -> list[str]:
    """The title of a page, and of the sections around it once there is a navigation."""
    around, item = [page.title], page.parent
    while item is not None:
        around.append(item.title)
        item = item.parent
    return [str(title or "") for title in around]  # YAML may have read a number or a day


def first_heading(scan: Scan) -> str:
    """The text of the first heading that is not in a code block, nor in a card."""
    lines, fence, above, at = scan.lines, "", "", 0
    blocks: dict[int, int] | None = None
    while at < len(lines):
        line = lines[at]
        at += 1
        if fence:
            fence = "" if line.strip() == fence else fence
        elif code := CODE.match(line):
            above = ""
            blocks = {block.start: block.end for block in scan.fences} if blocks is None else blocks
            if at - 1 in blocks:
                at = blocks[at - 1]
            else:
                fence = code[1]
        elif heading := HEADING.match(line):
            return TAIL.sub("", heading[1].rstrip())
        elif above.strip() and UNDERLINE.match(line):
            return TAIL.sub("", above.rstrip())
        else:
            above = line
    return ""
