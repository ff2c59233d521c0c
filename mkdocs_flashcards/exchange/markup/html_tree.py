"""The only place that needs markdownify: HTML as a tree, cleaned, and then as Markdown."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Comment, Tag
from markdownify import MarkdownConverter

from ..block import fence_around
from ..escape import escaped_part
from .address import safe_url

# What runs, or styles the page, or is no content.
SILENT = ("style", "link", "meta", "base", "title", "head", "template", "noscript")
LOUD = ("script", "iframe", "object", "embed", "form", "input", "button", "textarea", "select", "svg", "math", "canvas")
RECORDINGS = ("audio", "video")
LINE_STARTS = {"br", "p", "div", "ul", "ol", "li", "pre", "table", "blockquote", "hr", "dl", "dt", "dd", "tr", "td"}
PICTURES = ("http", "https")


def convert(html: str) -> tuple[str, list[str]]:
    """The Markdown of HTML, and what an author should look at."""
    tree = BeautifulSoup(html, "html.parser")
    doubts = _clean(tree)
    converter = _Converter(
        autolinks=False, bullets="-", heading_style="atx", sub_symbol="<sub>", sup_symbol="<sup>",
        table_infer_header=True, newline_style="spaces", keep_inline_images_in=["td", "th"],
    )  # fmt: skip
    return converter.convert_soup(tree), doubts


def _clean(tree: BeautifulSoup) -> list[str]:
    """Take out what runs. Returns what an author should know of it."""
    doubts: list[str] = []
    for comment in tree.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for element in tree.find_all([*SILENT, *LOUD, *RECORDINGS]):
        if element.decomposed:
            continue
        if element.name not in SILENT:
            doubts.append(f"an element {element.name} was not carried over")
        element.decompose()
    for element in tree.find_all("a"):
        address = safe_url(str(element.get("href") or ""))
        if element.get("href") and not address:
            doubts.append("a link that runs a script was not carried over")
        element["href"] = address
        del element["title"]
    for element in tree.find_all("img"):
        _clean_picture(element, doubts)
    return doubts


def _clean_picture(element: Tag, doubts: list[str]) -> None:
    address = safe_url(str(element.get("src") or ""), PICTURES)
    if not address:
        doubts.append(f"a picture was not carried over{': ' + str(element['alt']) if element.get('alt') else ''}")
        element.decompose()
        return
    if ":" not in address and not address.startswith("//"):
        doubts.append(f"the picture {address} has to stand beside this note")
    element["src"] = address
    alt = escaped_part(" ".join(str(element.get("alt") or "").split()), at_line_start=False)
    element["alt"] = alt.replace("[", "\\[").replace("]", "\\]") if "\\[" not in alt else alt
    del element["title"]


BASE: Any = MarkdownConverter  # it has no types of its own


class _Converter(BASE):  # type: ignore[misc]
    """Markdown as Python-Markdown reads it, and text that cannot become anything else."""

    def process_text(self, el: Any, parent_tags: Any = None) -> str:
        before = el.previous_sibling
        self._at_line_start = before is None or getattr(before, "name", None) in LINE_STARTS
        return str(super().process_text(el, parent_tags=parent_tags))

    def escape(self, text: str, parent_tags: Any) -> str:
        made = escaped_part(text, at_line_start=self._at_line_start)
        return made.replace("|", "\\|") if "td" in parent_tags or "th" in parent_tags else made

    def convert_br(self, el: Any, text: str, parent_tags: Any) -> str:
        return "\n" if "pre" in parent_tags else str(super().convert_br(el, text, parent_tags))

    def convert_hN(self, n: int, el: Any, text: str, parent_tags: Any) -> str:  # noqa: N802 (its name)
        """A heading inside a card would be one of the page."""
        bare = " ".join(text.replace("**", "").split())
        if "_inline" in parent_tags or not bare:
            return bare
        return f"\n\n**{bare}**\n\n"

    def convert_hr(self, el: Any, text: str, parent_tags: Any) -> str:
        return "\n\n***\n\n"  # three hyphens part the question from the answer

    def convert_li(self, el: Any, text: str, parent_tags: Any) -> str:
        """Python-Markdown wants four spaces below an item."""
        text = (text or "").strip()
        if not text:
            return "\n"
        number = 1 + len(el.find_previous_siblings("li"))
        marker = f"{number}." if el.parent is not None and el.parent.name == "ol" else "-"
        first, *more = text.split("\n")
        return "\n".join([f"{marker} {first}", *(f"    {line}" if line.strip() else "" for line in more)]) + "\n"

    def convert_pre(self, el: Any, text: str, parent_tags: Any) -> str:
        text = text.strip("\n")
        if not text.strip():
            return ""
        fence = fence_around([*text.split("\n"), ""]) if "```" in text else "```"
        fence = fence if len(fence) > 3 or "```" not in text else "````"
        return f"\n\n{fence}{_language(el) or 'text'}\n{text}\n{fence}\n\n"

    def convert_dt(self, el: Any, text: str, parent_tags: Any) -> str:
        return f"\n\n**{text.strip()}**\n\n" if text.strip() else ""

    def convert_dd(self, el: Any, text: str, parent_tags: Any) -> str:
        return f"\n\n{text.strip()}\n\n"


def _language(pre: Tag) -> str:
    """The language of code, as highlighters name it in a class."""
    for element in (pre, *pre.find_all("code")):
        for name in element.get("class") or ():
            for start in ("language-", "lang-"):
                if str(name).startswith(start):
                    language = str(name).removeprefix(start)
                    return language if language.replace("+", "").replace("-", "").replace("#", "").isalnum() else ""
    return ""
