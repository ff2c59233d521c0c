"""Formulas of the demo course as MathML, made while the site is built.

MathJax and KaTeX would have to come from another host or be copied into this repository. Browsers draw MathML
themselves.
"""

import html
import re

from latex2mathml.converter import convert
from mkdocs.plugins import event_priority

FORMULA = re.compile(r'(<(span|div) class="arithmatex">)\s*\\[(\[](.*?)\\[)\]]\s*(</\2>)', re.DOTALL)


def as_mathml(found: re.Match[str]) -> str:
    opening, tag, latex, closing = found.groups()
    display = "block" if tag == "div" else "inline"
    return opening + convert(html.unescape(latex).strip(), display=display) + closing


@event_priority(100)  # before any plugin that takes finished cards out of the page
def on_page_content(content: str, **_: object) -> str:
    return FORMULA.sub(as_mathml, content)
