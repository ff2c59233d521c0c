"""The only place that needs markdownify: HTML as Markdown, the way Python-Markdown reads it and a card may hold it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from markdownify import MarkdownConverter

from ...cards.patterns import lazy
from ..block import fence_around
from .address import quoted
from .clean import classes, clean
from .ends import with_ends
from .formulas import PLACE, PLACES, Formula
from .pieces import finished, text_of
from .placeholders import BREAK

SAFE = frozenset(("http", "https", "mailto", "ftp", "ftps", "tel"))
RUN = frozenset(("javascript", "vbscript", "data"))
LANGUAGE = lazy(r"(?:lang|language|highlight-source|brush)[-:](?P<name>[\w+#-]+)")
KEPT_TAGS = ("u", "ins", "small", "mark", "kbd", "ruby", "rt", "del", "s", "sub", "sup")
BLOCK_TAGS = ("center", "main", "header", "footer", "aside", "figure", "nav", "address", "form", "details", "dd")
NOT_IN_ADDRESS = lazy(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\ufeff]")
CELL = {"td", "th"}
PARAGRAPH_END = lazy(r"(\n[ \t]*\n\s*)")
BLOCKS_INSIDE = ("ul", "ol", "table", "pre", "blockquote", "hr", "h1", "h2", "h3", "h4", "h5", "h6")


BASE: Any = MarkdownConverter  # its stub leaves out what is there to be overridden


class Converter(BASE):  # type: ignore[misc]
    """Converts one piece of HTML. What an author should look at is added to `doubts`."""

    def __init__(
        self, formulas: Sequence[Formula], picture: Callable[[str], str | None] | None, doubts: list[str]
    ) -> None:
        super().__init__(bullets="-", keep_inline_images_in=["td", "th"], table_infer_header=True)
        self._formulas = formulas
        self._picture = picture or self._beside
        self._doubts = doubts
        self._numbers: Counter[int] = Counter()
        for tag in KEPT_TAGS:
            setattr(self, f"convert_{tag}", _kept_tag(tag))
        for tag in BLOCK_TAGS:
            setattr(self, f"convert_{tag}", self.convert_div)
        for tag in ("b", "strong", "i", "em"):
            setattr(self, f"convert_{tag}", self._marked)

    def convert(self, html: str) -> str:
        """The Markdown of the HTML."""
        soup = BeautifulSoup(with_ends(html), "html.parser")
        clean(soup, self._doubts)
        return finished(self.convert_soup(soup), self._formulas)

    def escape(self, text: str, parent_tags: set[str]) -> str:
        text = text_of(text, in_brackets="a" in parent_tags)
        if CELL & parent_tags:
            text = PLACES.sub(lambda place: self._formulas[int(place[1])].in_cell, text.replace("|", "\\|"))
        return text

    def process_text(self, el: NavigableString, parent_tags: set[str] | None = None) -> str:
        text: str = super().process_text(el, parent_tags=parent_tags)
        if parent_tags and "pre" in parent_tags:
            return text
        if isinstance(el.previous_sibling, Tag) and el.previous_sibling.name in ("br", "x-paragraph"):
            text = text.lstrip()
        return text.rstrip() if isinstance(el.next_sibling, Tag) and el.next_sibling.name == "br" else text

    def _marked(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Bold or italic text, each paragraph by itself."""
        is_bold = el.name in ("b", "strong")
        if "_noformat" in parent_tags or parent_tags & ({"b", "strong"} if is_bold else {"i", "em"}):
            return text
        if el.find(BLOCKS_INSIDE):
            return text
        sign = "**" if is_bold else "*"
        return "".join(
            piece if not piece.strip() else _around(sign, piece, sign) for piece in PARAGRAPH_END.split(text)
        )

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if CELL & parent_tags:
            return "<br>"
        return " " if "_inline" in parent_tags else f"{BREAK}\n"

    def convert_x_paragraph(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return " " if "_inline" in parent_tags else "\n\n"

    def convert_x_formula(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        number = int(str(el.get("n", "0")))
        if CELL & parent_tags:
            return self._formulas[number].in_cell
        mark = PLACE.format(number)
        return mark if "_inline" in parent_tags else f"\n\n{mark}\n\n"

    def convert_hr(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return "\n\n***\n\n"  # three hyphens would part the question from the answer

    def convert_input(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if str(el.get("type", "")).lower() != "checkbox":
            return ""
        space = "" if str(el.next_sibling or "").startswith((" ", "\n", "\xa0")) else " "
        return f"[{'x' if el.has_attr('checked') else ' '}]{space}"

    def convert_dt(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n{_around('**', text.strip(), '**')}\n\n" if text.strip() else ""

    convert_summary = convert_dt

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: N802 (its name)
        """A heading inside a card would be one of the page."""
        bare = " ".join(text.replace("**", "").split())
        return bare if "_inline" in parent_tags or not bare else f"\n\n**{bare}**\n\n"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        source, alt = _bare(str(el.get("src", ""))), " ".join(str(el.get("alt", "")).split())
        address = self._picture(source) if source and _scheme(source) in ("", "http", "https") else None
        if address is None:
            name = alt or ("" if _scheme(source) == "data" else source)
            self._doubts.append(f"a picture was not carried over{name and ': ' + name}")
            return text_of(alt)
        return f"![{text_of(alt, in_brackets=True)}]({quoted(address)})"

    def _beside(self, address: str) -> str:
        if not urlsplit(address).netloc:
            self._doubts.append(f"the picture {quoted(address)} must be beside this note")
        return address

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        href = _bare(str(el.get("href", "")))
        if href and _scheme(href) not in SAFE:
            runs = "that runs a script " if _scheme(href) in RUN else ""
            self._doubts.append(f"a link {runs}was not carried over{'' if runs else f': {href[:80]}'}")
        if "_noformat" in parent_tags or not text.strip() or _scheme(href) not in SAFE:
            return text
        if "a" in parent_tags or el.find(BLOCKS_INSIDE) or PARAGRAPH_END.search(text.strip()):
            return text
        return _around("[", text, f"]({quoted(href)})")

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        text = (text or "").strip()
        if "_inline" in parent_tags:
            return f"• {text}<br>" if text else ""
        if not text:
            return "\n"
        marker = "-"
        if el.parent and el.parent.name == "ol":
            start = str(el.parent.get("start", "1"))
            marker = f"{(int(start) if re.fullmatch('[0-9]{1,6}', start) else 1) + self._numbers[id(el.parent)]}."
            self._numbers[id(el.parent)] += 1
        first, *lines = text.split("\n")
        begin = "\n\n" if isinstance(el.previous_sibling, NavigableString) and el.previous_sibling.strip() else ""
        return (
            begin + "\n".join([f"{marker} {first}", *(f"    {line}" if line.strip() else "" for line in lines)]) + "\n"
        )

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        lines = text.strip("\n").rstrip().split("\n")
        if "_inline" in parent_tags:
            return "<br>".join(_around("`", line.replace("`", "'"), "`") for line in lines if line.strip())
        if not any(line.strip() for line in lines):
            return ""
        fence = fence_around(["```", *lines]) if any(line.lstrip().startswith("```") for line in lines) else "```"
        return "\n\n" + "\n".join([f"{fence}{_language(el) or 'text'}", *lines, fence]) + "\n\n"

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        inside = re.sub(r"\s*\n+\s*", "<br>", text.strip())
        return str(super().convert_td(el, re.sub(r"(?:<br>)+$", "", inside), parent_tags))

    convert_th = convert_td


def _kept_tag(tag: str) -> Any:
    def convert(el: Tag, text: str, parent_tags: set[str]) -> str:
        if "_noformat" in parent_tags or el.find(BLOCKS_INSIDE) or PARAGRAPH_END.search(text.strip()):
            return text
        name = "del" if tag == "s" else tag
        return _around(f"<{name}>", text, f"</{name}>")

    return convert


def _around(before: str, text: str, after: str) -> str:
    """Marks around a text, and its blank space outside of them."""
    inside = text.strip(f" \n\t{BREAK}")
    if not inside:
        return text
    at = text.index(inside)
    return f"{text[:at]}{before}{inside}{after}{text[at + len(inside) :]}"


def _bare(address: str) -> str:
    """An address as browsers read it: they pass over line ends and the like."""
    return NOT_IN_ADDRESS.sub("", address).strip()


def _scheme(address: str) -> str | None:
    """How an address says it is to be read, empty for a place in the same site; None for none at all."""
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return None


def _language(el: Tag) -> str:
    for name in classes([el, *el("code"), *el.parents][:4]):
        if found := LANGUAGE.fullmatch(name):
            return found["name"].lower()
    return ""
