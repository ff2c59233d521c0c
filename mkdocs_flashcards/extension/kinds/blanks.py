"""The blanks of a text in its finished HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import unescape
from re import Match

from ...cards.patterns import lazy
from ..markup import COMMENT, TAG, is_clear
from ..placeholders import PLACEHOLDER

SCRIPT = r"<script\b(?>(?:[^<]|<(?!/?script\b))*)</script>"  # math for MathJax 2, where nothing is escaped
PIECE = lazy(rf"(?P<script>{SCRIPT})|{COMMENT}|{TAG}|(?P<blank>{PLACEHOLDER.pattern})")
CODE = lazy(r"<code\b[^>]*>")
SPAN = r"(?:</?span\b[^<>]*>)"
SPLIT = lazy(rf"q(?:{SPAN}*[a-p]){{12}}{SPAN}*x(?:{SPAN}*[a-p])+{SPAN}*z")
"""A placeholder that a highlighter, which expects no word there, may have cut into pieces: JSON has no names."""
SPANS, EMPTY = lazy(f"{SPAN}+"), lazy(r"<span\b[^<>]*></span>")


def with_blanks(html: str, numbers: Mapping[str, int], replacement: Callable[[int], str]) -> tuple[str, set[int]]:
    """The HTML with something in the place of each blank, and the numbers of the blanks that are in its text.

    `numbers` has the blanks by their placeholders. Inside a tag, where no element can stand, a blank is an ellipsis.
    """
    filled, found = _with_whole(html, numbers, replacement)
    if len(found) < len(numbers) and "<span" in html:
        filled, found = _with_whole(SPLIT.sub(_rejoined, html), numbers, replacement)
    return filled, found


def _rejoined(split: Match[str]) -> str:
    """A placeholder in one piece, outside of the colours that its pieces were given."""
    tags = EMPTY.sub("", "".join(SPANS.findall(split[0])))
    before, end, after = tags.rpartition("</span>")
    return f"{before}{end}{SPANS.sub('', split[0])}{after}"


def _with_whole(html: str, numbers: Mapping[str, int], replacement: Callable[[int], str]) -> tuple[str, set[int]]:
    found: set[int] = set()

    def for_blank(blank: Match[str]) -> str:
        if blank[0] not in numbers:
            return blank[0]
        found.add(numbers[blank[0]])
        return replacement(numbers[blank[0]])

    def for_piece(piece: Match[str]) -> str:
        if piece["blank"]:
            return for_blank(piece)
        if piece["script"]:
            return PLACEHOLDER.sub(lambda blank: unescape(for_blank(blank)), piece[0])
        return PLACEHOLDER.sub(lambda blank: "…" if blank[0] in numbers else blank[0], piece[0])

    def for_word(word: Match[str]) -> str:
        in_tag = html.rfind("<", 0, word.start()) > html.rfind(">", 0, word.start())
        return for_blank(word) if not in_tag or word[0] not in numbers else "…"

    if "<pre" in html:
        html = "</pre>".join(_without_highlighting(piece, numbers) for piece in html.split("</pre>"))
    return PLACEHOLDER.sub(for_word, html) if is_clear(html) else PIECE.sub(for_piece, html), found


def _without_highlighting(html: str, numbers: Mapping[str, int]) -> str:
    """HTML up to the end of a code block. A block with blanks is kept from highlight.js, which would delete them."""
    at = html.rfind("<pre")
    if at < 0 or not any(word in numbers for word in PLACEHOLDER.findall(html, at)):
        return html
    return html[:at] + CODE.sub('<code class="nohighlight">', html[at:])
