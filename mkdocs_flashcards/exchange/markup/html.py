"""HTML from elsewhere as Markdown: its text and its form come along, nothing that runs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from ...cards.patterns import lazy
from .plain import as_markdown

TAG = lazy(r"<(?:[a-z][\w:-]*(?=[\s/>])|/[a-z]|!)", re.I)
MATH = r"""
    \\\((?P<inline>.+?)\\\)
  | \\\[(?P<display>.+?)\\\]
  | \[\$\](?P<inline2>.+?)\[/\$\]
  | \[\$\$\](?P<display2>.+?)\[/\$\$\]
  | \[latex\](?P<latex>.+?)\[/latex\]
  | <anki-mathjax(?P<block>\s+block\b[^>]*)?[^>]*>(?P<mathjax>.+?)</anki-mathjax>
  | \$\$(?P<display3>.+?)\$\$
  | \$(?!\s)(?P<inline3>[^$\n<>]+?)(?<!\s)\$(?!\d)
"""
KEPT = lazy(
    rf"(?P<code><(?P<name>pre|code|script|style)\b.*?</(?P=name)\s*>)|{MATH}|(?P<blank>\{{\{{c\d+::|\}}\}})|<[^>]*>",
    re.X | re.S | re.I,
)
LATEX = lazy(r"\s*(?:\$\$(?P<display>.+)\$\$|\$(?P<inline>.+)\$|\\\[(?P<bracket>.+)\\\])\s*", re.S)
PLACE = lazy("\ue000([0-9]+)\ue001")  # no text holds these signs
SOUND = lazy(r"\[sound:(?P<file>[^\]\n]+)\]")


class MissingPackage(Exception):
    """HTML is to be read, and the package that does is not installed."""


@dataclass(frozen=True, slots=True)
class Converted:
    """Markdown, and what an author should look at."""

    text: str
    doubts: tuple[str, ...] = ()


def is_html(text: str) -> bool:
    """Whether a text holds a tag."""
    return "<" in text and bool(TAG.search(text))


def html_to_markdown(html: str, *, keeps_blanks: bool = False) -> Converted:
    """The Markdown of a piece of HTML. `keeps_blanks`: `{{c1::` and `}}` are those of a cloze, else they are text.

    Raises MissingPackage where it needs a package that is not installed.
    """
    html = html.replace("\ue000", "").replace("\ue001", "")
    kept: list[str] = []
    masked = KEPT.sub(lambda found: _masked(found, kept, keeps_blanks=keeps_blanks), html)
    doubts = [f"the recording {found['file']} was not carried over" for found in SOUND.finditer(html)]
    masked = SOUND.sub("", masked)
    if is_html(masked):
        text, more = _converted(masked)
        doubts += more
    else:
        text = as_markdown(unescape(masked))
    text = PLACE.sub(lambda found: kept[int(found[1])], text)
    return Converted(_tidy(text), tuple(dict.fromkeys(doubts)))


def _masked(found: re.Match[str], kept: list[str], *, keeps_blanks: bool) -> str:
    """A placeholder for a formula or a mark of a cloze; code and tags stay."""
    if found["blank"]:
        if not keeps_blanks:
            return found[0]
        markdown = found["blank"]
    else:
        formula = _formula(found)
        if not formula:
            return found[0]
        markdown = formula
    kept.append(markdown)
    return f"\ue000{len(kept) - 1}\ue001"


def _formula(found: re.Match[str]) -> str:
    inline = found["inline"] or found["inline2"] or found["inline3"]
    display = found["display"] or found["display2"] or found["display3"]
    if found["mathjax"]:
        inline, display = ("", found["mathjax"]) if found["block"] else (found["mathjax"], "")
    if found["latex"]:
        inner = LATEX.fullmatch(found["latex"])
        display = (inner["display"] or inner["bracket"] or "") if inner else ""
        inline = (inner["inline"] or "") if inner else found["latex"]
    if display:
        return f"\n\n\\[\n{_plain(display)}\n\\]\n\n"
    return f"\\({_plain(inline)}\\)" if inline else ""


def _plain(formula: str) -> str:
    """The text of a formula, in which an editor may have put tags and character references."""
    lines = re.sub(r"<br\s*/?>|</div>", "\n", formula, flags=re.I)
    text = unescape(re.sub(r"</?[a-z][^<>]*>", "", lines, flags=re.I)).replace("\u00a0", " ")
    return re.sub(r"\s*\n\s*", " ", text).strip()


def _tidy(text: str) -> str:
    text = re.sub(r"(?:[ \t]*\n){2,}", "\n\n", text)
    text = re.sub(r"\n\n {1,3}(?=\S)", "\n\n", text)
    return re.sub(r"(?<! ) $", "", text, flags=re.M).strip("\n ")


def _converted(html: str) -> tuple[str, list[str]]:
    try:
        from .html_tree import convert  # noqa: PLC0415 (needs packages that not every course needs)
    except ModuleNotFoundError as problem:
        raise MissingPackage(str(problem.name)) from None
    try:
        return convert(html)
    except RecursionError:
        text = unescape(re.sub(r"<[^>]*>", "", html))
        return as_markdown(text), ["its HTML is nested so deeply that only its text was carried over"]
