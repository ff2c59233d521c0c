"""A tree of HTML without what does not show, and in the shape that Markdown can have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from ...cards.patterns import lazy

HIDDEN = ("style", "head", "title", "template", "noscript", "link", "meta", "rp")
LOST = ("script", "iframe", "object", "embed", "svg", "canvas", "math")
RECORDINGS = ("audio", "video")
CONTROLS = ("button", "select", "textarea")
BOLD = lazy(r"font-weight:\s*(?:bold|[6-9]00)", re.I)
ITALIC = lazy(r"font-style:\s*(?:italic|oblique)", re.I)
MARKS = ("b", "strong", "i", "em", "u", "s", "del", "sub", "sup")
LISTS = ("ul", "ol")
PARTS_OF_TABLES = ("thead", "tbody", "tfoot", "tr", "td", "th")


def clean(soup: BeautifulSoup, doubts: list[str]) -> None:
    """Change the tree. What a reader would miss is added to `doubts`."""
    _drop(soup, doubts)
    tags = _by_name(soup)
    for tag in _of(tags, ["span"]):
        style = str(tag.get("style", ""))
        if BOLD.search(style) or ITALIC.search(style):
            tag.name = "b" if BOLD.search(style) else "i"
            tags.setdefault(tag.name, []).append(tag)
    for tag in _of(tags, MARKS):
        _joined(tag)
    for tag in _of(tags, ["li"]):
        _in_a_list(soup, tag)
    for tag in _of(tags, LISTS):
        _in_an_item(tag)
    for tag in _of(tags, PARTS_OF_TABLES):
        is_cell_of_row = tag.name not in ("td", "th") or (tag.parent and tag.parent.name == "tr")
        if not tag.find_parent("table") or not is_cell_of_row:
            tag.name = "div"
    for tag in _of(tags, ["pre", "code"]):
        _lines_of_code(soup, tag)
    for tag in _of(tags, ["br"]):
        _paragraphs(soup, tag)


def _drop(soup: BeautifulSoup, doubts: list[str]) -> None:
    """Take out what does not show, and what no Markdown shows."""
    for text in [node for node in soup.descendants if isinstance(node, PreformattedString)]:
        text.extract()
    tags = _by_name(soup)
    for tag in _of(tags, HIDDEN):
        tag.extract()
    for tag in _of(tags, [*LOST, *RECORDINGS, *CONTROLS]):
        source = tag.get("src") or next((one.get("src") for one in tag("source") if one.get("src")), "")
        if tag.name in RECORDINGS and source and not str(source).startswith("data:"):
            doubts.append(f"the recording {source} was not carried over")
        else:
            doubts.append(f"an element {tag.name} was not carried over")
        tag.extract()


def _by_name(soup: BeautifulSoup) -> dict[str, list[Tag]]:
    """All elements. One walk is far faster than a search for each name."""
    found: dict[str, list[Tag]] = {}
    for node in soup.descendants:
        if isinstance(node, Tag):
            found.setdefault(node.name, []).append(node)
    return found


def _of(tags: Mapping[str, Sequence[Tag]], names: Iterable[str]) -> Iterator[Tag]:
    """The elements of these names that are still in the tree."""
    return (tag for name in names for tag in tags.get(name, ()) if tag.parent)


def _joined(tag: Tag) -> None:
    """Put what follows into this element where it is marked in the same way: Markdown's signs would stand together."""
    while isinstance(after := tag.next_sibling, Tag) and after.name == tag.name:
        for child in list(after.contents):
            tag.append(child)
        after.extract()


def _in_a_list(soup: BeautifulSoup, tag: Tag) -> None:
    """An item that stands in no list gets one, with the items that follow it."""
    if tag.parent and tag.parent.name not in LISTS:
        made = tag.wrap(soup.new_tag("ul"))
        for after in list(made.next_siblings):
            if isinstance(after, Tag) and after.name != "li":
                break
            if isinstance(after, Tag) or not str(after).strip():
                made.append(after)
            else:
                break


def _in_an_item(tag: Tag) -> None:
    """A list that stands between the items of another belongs to the item above it."""
    if tag.parent and tag.parent.name in LISTS:
        above = tag.find_previous_sibling("li")
        if above:
            above.append(tag)
        else:
            tag.wrap(BeautifulSoup("", "html.parser").new_tag("li"))


def _lines_of_code(soup: BeautifulSoup, tag: Tag) -> None:
    """Line ends for the elements that make lines in code. Code of several lines is a block."""
    for line in tag("br"):
        line.replace_with("\n")
    for line in tag(["div", "p"]):
        line.insert_before("\n")
        line.unwrap()
    parent = tag.parent
    if tag.name == "code" and parent and not tag.find_parent(["pre", "td", "th"]) and "\n" in tag.get_text().strip():
        tag.wrap(soup.new_tag("pre"))


def _paragraphs(soup: BeautifulSoup, tag: Tag) -> None:
    """Two and more line ends begin a paragraph."""
    if not tag.parent or tag.find_parent(["td", "th"]):
        return
    more = list(_breaks_after(tag))
    for one in more:
        one.extract()
    if more:
        tag.replace_with(soup.new_tag("x-paragraph"))


def _breaks_after(tag: Tag) -> Iterator[PageElement]:
    """The line ends that follow, and the blank space among them."""
    found: list[PageElement] = []
    for after in tag.next_siblings:
        if isinstance(after, Tag) and after.name == "br":
            found.append(after)
        elif not (isinstance(after, NavigableString) and not after.strip()):
            break
        elif found or _is_break(after.next_sibling):
            found.append(after)
    return iter(found if any(_is_break(one) for one in found) else ())


def _is_break(node: PageElement | None) -> bool:
    return isinstance(node, Tag) and node.name == "br"


def classes(tags: Iterable[Tag]) -> Iterator[str]:
    """The names in the class attributes of elements."""
    for tag in tags:
        value = tag.get("class")
        yield from value if isinstance(value, list) else (value or "").split()
