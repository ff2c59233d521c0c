"""Formulas in HTML, as MathJax and Anki find them: in the source, before the tags around and inside them count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from ...cards.patterns import lazy

OPENING = lazy(
    r"<(?P<raw>pre|code|script|style|textarea)\b|(?P<comment><!--)|(?P<inline>\\\()|(?P<block>\\\[)|(?P<dollars>\$\$)"
    r"|(?P<latex>\[latex\])|(?P<anki>\[\$\])|(?P<anki_block>\[\$\$\])|<anki-mathjax(?P<mathjax>(?:\s[^>]*)?)>",
    re.I,
)
CLOSING = {
    "comment": "-->",
    "inline": r"\)",
    "block": r"\]",
    "dollars": "$$",
    "latex": "[/latex]",
    "anki": "[/$]",
    "anki_block": "[/$$]",
    "mathjax": "</anki-mathjax>",
}
BLOCKS = frozenset(("block", "dollars", "anki_block"))
LINE_BREAK = lazy(r"<(?:br|/?div|/?p)\b[^>]*>", re.I)
TAG = lazy(r"</?[a-z][^<>]*>", re.I)
COMMENT = lazy(r"(?<!\\)%[^\n]*\n")
IN_DOLLARS = lazy(r"(?P<signs>\$\$?)(?P<tex>[^$]+)(?P=signs)")
IN_LATEX = lazy(r"\\begin\{(?:equation|align|displaymath|gather|multline)", re.I)
MAY_BE_FORMULA = lazy(r"[\\^_=<>+]")
NO_FORMULA = lazy(r"\\begin\{(?:itemize|enumerate|description|tabular|figure|tikz|verbatim|lstlisting|center|minipage)")
# What stands for a formula meanwhile. Unicode keeps these signs free, so no text has them.
PLACE = "\ufde4{}\ufde5"
PLACES = lazy("\ufde4(?P<number>[0-9]+)\ufde5")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of LaTeX, in one line."""

    tex: str
    is_block: bool = False

    def __str__(self) -> str:
        return rf"\[{self.tex}\]" if self.is_block else rf"\({self.tex}\)"

    @property
    def in_cell(self) -> str:
        """The formula for the cell of a table, where each bar would be the end of it."""
        return str(Formula(re.sub(r"(?<!\\)\|", r"\\vert ", self.tex).replace(r"\|", r"\Vert ").strip()))


def cut_out(html: str) -> tuple[str, Sequence[Formula]]:
    """The HTML with a mark in the place of each formula, which has its number; and the formulas."""
    found: list[Formula] = []
    out, at, absent = list[str](), 0, set[str]()
    for opening in OPENING.finditer(html):
        kind = str(opening.lastgroup)
        closing = f"</{opening['raw']}" if kind == "raw" else CLOSING[kind]
        if opening.start() < at or closing in absent:
            continue
        end = re.compile(re.escape(closing), re.I).search(html, opening.end())
        if not end:
            absent.add(closing)
            continue
        inside = html[opening.end() : end.start()]
        is_block = kind in BLOCKS or "block" in (opening["mathjax"] or "")
        if kind in ("raw", "comment") or not (formula := _formula(inside, kind, is_block=is_block)):
            out.append(html[at : end.end()])
        else:
            out.append(html[at : opening.start()])
            if isinstance(formula, Formula):
                out.append(PLACE.format(len(found)))
                found.append(formula)
            else:
                out.append(formula)
        at = end.end()
    return "".join([*out, html[at:]]), found


def as_paragraphs(text: str, formulas: Sequence[Formula]) -> str:
    """A text in which a formula that is to stand by itself does."""
    return PLACES.sub(lambda place: f"\n\n{place[0]}\n\n" if formulas[int(place[1])].is_block else place[0], text)


def as_elements(html: str, formulas: Sequence[Formula]) -> str:
    """HTML in which a formula that is to stand by itself is an element, with its number in `n`."""
    element = '<x-formula n="{}"></x-formula>'
    return PLACES.sub(lambda place: element.format(place[1]) if formulas[int(place[1])].is_block else place[0], html)


def _formula(inside: str, kind: str, *, is_block: bool) -> Formula | str | None:
    """The formula in a piece of HTML; of LaTeX that is text with formulas in it, the text; None if there is nothing."""
    tex = unescape(TAG.sub("", LINE_BREAK.sub("\n", inside)))
    tex = " ".join(COMMENT.sub("\n", tex).split())
    if not tex:
        return None
    if kind != "latex":
        return Formula(tex, is_block)
    if in_dollars := IN_DOLLARS.fullmatch(tex):
        return Formula(in_dollars["tex"].strip(), in_dollars["signs"] == "$$")
    if "$" in tex or not MAY_BE_FORMULA.search(tex):
        return inside
    if NO_FORMULA.search(tex):
        return f'<pre><code class="language-latex">{LINE_BREAK.sub("<br>", inside)}</code></pre>'
    return Formula(tex, IN_LATEX.match(tex) is not None)
