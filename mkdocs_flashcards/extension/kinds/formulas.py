"""Formulas with blanks: nothing in a finished formula can be exchanged, so each number that is asked has its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from re import Match

from ...cards import Blank
from ...cards.patterns import lazy
from ..placeholders import PLACEHOLDER
from .blanks import with_blanks

TEXT = r"(?:[^<]|<br ?/?>)*?"
# What the extensions for formulas leave for MathJax and KaTeX, or the author's own signs where there is none.
FORMULA = lazy(
    r"<(?P<tag>span|div)\b[^<>]*>\s*(?:\\[(\[]|\$|\\begin\{)[^<]*</(?P=tag)>"
    r"|<script\b[^<>]*\bmath/[^<>]*>.*?</script>"
    rf"|\$\${TEXT}\$\$|\\\[{TEXT}\\\]|\\\([^<]*?\\\)|\$(?:[^<$\\]|\\.|<br ?/?>)+\$"
    rf"|\\begin\{{(?P<env>[a-z]+\*?)\}}{TEXT}\\end\{{(?P=env)\}}",
    re.S,
)
SIGN = lazy(r"[\\{}$&#^_~%]+")
IN_TEXT = {"\\": r"\backslash ", "^": r"\wedge ", "~": r"\sim "}
TEMPLATE = lazy(r"<template\b[^<>]*>.*?</template>", re.S)


def boxed(latex: str) -> str:
    """LaTeX in a box, as a group of its own."""
    return rf"{{\boxed{{{latex}}}}}"


def hint_or_gap(hint: str) -> str:
    """LaTeX of what stands in an empty box. MathJax and KaTeX read signs in `\\text` differently, so none is there."""
    if not hint:
        return r"\,?\,"
    out, at = [], 0
    for signs in SIGN.finditer(hint):
        out += [_text(hint[at : signs.start()]), *(IN_TEXT.get(sign, f"\\{sign}") for sign in signs[0])]
        at = signs.end()
    return escape("".join([*out, _text(hint[at:])]), quote=False)


def _text(words: str) -> str:
    return rf"\text{{{words}}}" if words else ""


def outside_formulas(html: str, words: Iterable[str]) -> str | None:
    """The first of these placeholders that is in no formula. Markdown may not read as one what the author meant so."""
    found = {word for formula in FORMULA.finditer(html) for word in PLACEHOLDER.findall(formula[0])}
    return next((word for word in words if word not in found), None)


def with_variants(
    html: str, numbers: Mapping[str, int], blanks: Sequence[Blank], *versions: tuple[str, Callable[[int], str]]
) -> str:
    """The HTML with each formula that has blanks marked, for a review that asks one of Anki's numbers.

    `numbers` has the places of the blanks by their placeholders. Each version is an attribute and a function that
    gives LaTeX for the place of a blank: beside the formula stands one for each of its numbers, under this attribute,
    in which the others are filled in, and one in which all are. They are templates, which nobody sees or finds.
    """

    def for_formula(found: Match[str]) -> str:
        own = {numbers[word] for word in PLACEHOLDER.findall(found[0]) if word in numbers}
        if not any(blanks[place - 1].place == "math" for place in own):
            return found[0]
        tag = "div" if found["tag"] == "div" else "span"
        templates = [
            f'<template {attribute}="{number}">{filled_in(found[0], box, number)}</template>'
            for attribute, box in versions
            for number in sorted({blanks[place - 1].number for place in own})
        ]
        whole = f"<template>{filled_in(found[0], str)}</template>" if versions else ""
        return f'<{tag} class="flash-formula">{found[0]}{"".join(templates)}{whole}</{tag}>'

    def filled_in(formula: str, box: Callable[[int], str], number: int = 0) -> str:
        def shown(place: int) -> str:
            blank = blanks[place - 1]
            return box(place) if blank.number == number else f"{{{escape(blank.answer, quote=False)}}}"

        return with_blanks(formula, numbers, shown)[0]

    return FORMULA.sub(for_formula, html)


def without_variants(html: str) -> str:
    """The HTML as a reader sees it."""
    return TEMPLATE.sub("", html) if "<template" in html else html
