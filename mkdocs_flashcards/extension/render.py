"""The frame of a card, put on in the finished HTML; and its parts that are shown twice.

Question and answer go through Markdown as children of the card, with a mark between them. What stands around them is
the same for all cards, and every element less in the tree is one less in a dozen passes over the page. Parts that are
shown twice, a text with its blanks and filled in, options and the right ones among them, are parsed once: their blanks
are marks made of letters, which go through Markdown, highlighting and math.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING

from markdown.postprocessors import Postprocessor
from markdown.util import AtomicString

from ..cards.cloze import TOKEN, token_letters, token_number

if TYPE_CHECKING:
    from .build import Builder
    from .preprocessor import CardSource

MARK = re.compile(r"<i>qzframex(?P<frame>[a-z]{1,4}?)zq</i>")
CUT = "<i>qzcutzq</i>"
ANSWERS = re.compile(r"\s*<p><span>qztempzq</span>(.*?)<span>qzlastzq</span></p>", re.S)
ANSWER = re.compile(r"<span>qzpartzq ?(.*?)</span>(?=<span>qzpartzq|\Z)", re.S)
TAG = re.compile(r"<[^>]+>")
OWN_NAME = re.compile(r' (id|for|name)="([^"]*)"')
TAG_OR_TOKEN = re.compile(rf"(?P<script><script\b(?:[^<]|<(?!/?script\b))*+</script>)|<[^>]*>|{TOKEN.pattern}", re.S)
CODE = re.compile(r"<code\b[^>]*>")
END = "</flash-card>"


def wrapped(question: str) -> str:
    """The question's HTML as the part of the card that it is."""
    return f'<div class="flash-question">\n{question}\n</div>'


def nothing(_: str, __: Sequence[str]) -> str:
    """What a card shows again of its question, where it shows nothing."""
    return ""


@dataclass(slots=True)
class Frame:
    """What becomes of the question's HTML: `first` where it stands, `again` (with rendered answers) in the answer."""

    source: CardSource
    first: Callable[[str], str] = wrapped
    again: Callable[[str, Sequence[str]], str] = nothing
    blanks: int = 0
    """How many tokens of blanks the question must hold."""
    count: str = ""
    """What is said between question and answer."""


class Frames(Postprocessor):
    """Puts the frames of a page around its cards."""

    def __init__(self, builder: Builder) -> None:
        super().__init__(builder.md)
        self.builder = builder
        self.frames: list[Frame] = []

    def mark(self, element: etree.Element) -> Frame:
        """End the question of a card; what is added to its element from now on is the answer."""
        frame = Frame(self.builder.current)
        self.frames.append(frame)
        _add_mark(element, f"qzframex{token_letters(len(self.frames))}zq")
        return frame

    def run(self, text: str) -> str:
        for source in self.builder.sources:
            str(source)  # reports one that was swallowed without a trace, as in a footnote that nothing refers to
        out, at, lost = [], 0, False
        for mark in MARK.finditer(text):
            number = token_number(mark["frame"])
            start, end = text.rfind("<flash-card", at, mark.start()), text.find(END, mark.end())
            if number > len(self.frames) or start < 0 or end < 0:
                continue  # an author's own word
            card = self._framed(self.frames[number - 1], text[start : mark.start()], text[mark.end() : end])
            lost = lost or not card
            out += [text[at:start], card or self.builder.box_for_lost_blank(self.frames[number - 1].source)]
            at = end + len(END)
        text = "".join([*out, text[at:]])
        return TOKEN.sub("…", text) if lost else text  # a blank in a footnote, say, whose card is a box now

    def _framed(self, frame: Frame, before: str, after: str) -> str:
        """A card's HTML; nothing where a blank came out where nobody can fill it in, or not at all."""
        opening, _, before = before.partition(">")
        question, _, hint = before.partition(CUT)
        answer, _, source = after.partition(CUT)
        question = question.strip("\n")
        if frame.blanks and not _tokens(question) >= set(range(1, frame.blanks + 1)):
            return ""
        answers = ANSWERS.match(answer)
        answer = answer[answers.end() :] if answers else answer
        again = frame.again(_renamed(question), ANSWER.findall(answers[1]) if answers else ())
        reveal = "\n".join(part for piece in (again, answer) if (part := piece.strip("\n")))
        count = f'<p class="flash-count">{escape(frame.count)}</p>' if frame.count else ""
        closed = (
            f'<details class="flash-answer">\n<summary>{self.builder.show}</summary>\n'
            f'<div class="flash-reveal">\n{reveal}\n</div>\n</details>'
        )
        parts = (f"{opening}>", frame.first(question), count, hint.strip("\n"), closed, source.strip("\n"), END)
        return "\n".join(filter(None, parts))


def cut(element: etree.Element) -> None:
    """What is added to a card's element from now on is its hint; after the mark of the frame, its source."""
    _add_mark(element, "qzcutzq")


def _add_mark(element: etree.Element, text: str) -> None:
    # as an element, because text that is not marked as done goes through every pattern
    etree.SubElement(element, "i").text = AtomicString(text)


def add_answers(parent: etree.Element, sources: Sequence[str]) -> None:
    """Send pieces of Markdown through the page's inline parser, for the text that is shown again."""
    holder = etree.SubElement(parent, "p")
    for text in ("qztempzq", *(f"qzpartzq {source}" for source in sources), "qzlastzq"):
        etree.SubElement(holder, "span").text = text


def _tokens(html: str) -> set[int]:
    return {token_number(letters) for letters in TOKEN.findall(TAG.sub("", html))}


def _renamed(html: str) -> str:
    """A second copy must not repeat the names of the first: ids, labels for them, groups of inputs."""
    if not OWN_NAME.search(html):
        return html
    return TAG.sub(lambda tag: OWN_NAME.sub(r' \1="\2-answer"', tag[0]), html)


def _without_highlighting(html: str) -> str:
    """HTML up to the end of a code block. A block with blanks is kept from highlight.js, which would delete them."""
    at = html.rfind("<pre")
    if at < 0 or not TOKEN.search(html, at):
        return html
    return html[:at] + CODE.sub('<code class="nohighlight">', html[at:])


def with_tokens(html: str, count: int, replacement: Callable[[int], str]) -> str:
    """The HTML with the tokens of `count` blanks replaced; inside a tag, where no element can stand, by an ellipsis."""
    html = "</pre>".join(_without_highlighting(piece) for piece in html.split("</pre>"))

    def for_token(found: re.Match[str], letters: str) -> str:
        return replacement(number) if (number := token_number(letters)) <= count else found[0]

    def replaced(found: re.Match[str]) -> str:
        if found["script"]:  # math for MathJax 2, where nothing is escaped
            return TOKEN.sub(lambda inner: unescape(for_token(inner, inner[1])), found[0])
        return for_token(found, found[2]) if found[2] else TOKEN.sub("…", found[0])

    return TAG_OR_TOKEN.sub(replaced, html)
