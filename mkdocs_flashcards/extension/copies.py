"""Parts of a card that are shown twice: a text with its blanks and filled in, options and the right ones among them.

They are parsed once. Marks made of letters go through Markdown, highlighting and math; in the finished HTML the part
between two marks is put out in its first form where it stands, and in its second form at a third mark.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from markdown.postprocessors import Postprocessor
from markdown.util import AtomicString

from ..cards.cloze import TOKEN, token_letters, token_number

if TYPE_CHECKING:
    from .build import Builder
    from .preprocessor import CardSource

MARK = re.compile(
    r"<i>qz(?P<kind>from|upto|here)x(?P<job>[a-z]{1,4}?)zq</i>\n?|<p><span>qztempzq</span>(?P<answers>.*?)<span>qzlastzq</span></p>\n?",
    re.S,
)
ANSWER = re.compile(r"<span>qzpartzq ?(.*?)</span>(?=<span>qzpartzq|\Z)", re.S)
TAG = re.compile(r"<[^>]+>")
OWN_NAME = re.compile(r' (id|for|name)="([^"]*)"')
TAG_OR_TOKEN = re.compile(rf"(?P<script><script\b(?:[^<]|<(?!/?script\b))*+</script>)|<[^>]*>|{TOKEN.pattern}", re.S)
CODE = re.compile(r"<code\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Job:
    """What becomes of one part: `first` where it stands, `second` (with rendered answers) at its mark."""

    first: Callable[[str], str]
    second: Callable[[str, Sequence[str]], str]
    blanks: int = 0
    """How many tokens of blanks the part must hold."""


class Copies(Postprocessor):
    """Carries out the jobs of a page."""

    def __init__(self, builder: Builder) -> None:
        super().__init__(builder.md)
        self.builder = builder
        self.jobs: list[Job] = []
        self.sources: list[CardSource] = []

    def add(self, job: Job, begin: tuple[etree.Element, int], end: int, again: etree.Element) -> None:
        """Take a job on: its part is what stands in an element from one place to another; it comes again in `again`."""
        self.jobs.append(job)
        self.sources.append(self.builder.current)
        element, start = begin
        name = token_letters(len(self.jobs))
        for kind, parent, at in (("upto", element, end), ("from", element, start), ("here", again, 0)):
            mark = etree.Element("i")  # an element, because text that is not marked as done goes through every pattern
            mark.text = AtomicString(f"qz{kind}x{name}zq")
            parent.insert(at, mark)

    def run(self, text: str) -> str:
        for source in self.builder.sources:
            str(source)  # reports one that was swallowed without a trace, as in a footnote that nothing refers to
        if any(job.blanks for job in self.jobs):
            text = self._without_lost_blanks(text)
        return self._carried_out(text) if self.jobs else text

    def _without_lost_blanks(self, text: str) -> str:
        """The HTML with a box for each card with a blank that came out where nobody can fill it in, or not at all."""
        out, at, begin, lost = [], 0, 0, False
        for mark in MARK.finditer(text):
            begin = mark.end() if mark["kind"] == "from" else begin
            number = token_number(mark["job"]) if mark["kind"] == "upto" else 0
            if not 0 < number <= len(self.jobs) or not self.jobs[number - 1].blanks:
                continue
            tokens = {token_number(letters) for letters in TOKEN.findall(TAG.sub("", text[begin : mark.start()]))}
            if tokens >= set(range(1, self.jobs[number - 1].blanks + 1)):
                continue
            start, end = text.rfind("<flash-card", at, begin), text.find("</flash-card>", mark.end())
            out += [text[at:start], self.builder.box_for_lost_blank(self.sources[number - 1])]
            at, lost = end + len("</flash-card>"), True
        text = "".join([*out, text[at:]])
        return text if not lost else self._swept(text)

    def _swept(self, text: str) -> str:
        """Without the tokens that a boxed card has left elsewhere, in a footnote for instance."""
        parts = re.split(r"(<i>qzfromx[a-z]+zq</i>.*?<i>qzuptox[a-z]+zq</i>)", text, flags=re.S)
        return "".join(part if number % 2 else TOKEN.sub("…", part) for number, part in enumerate(parts))

    def _carried_out(self, text: str) -> str:
        out: list[str] = []
        parts: dict[str, str] = {}
        answers: list[str] = []
        at = 0
        for mark in MARK.finditer(text):
            if mark["job"] and token_number(mark["job"]) > len(self.jobs):
                continue  # an author's own word
            between, at = text[at : mark.start()], mark.end()
            if mark["kind"] == "upto":
                parts[mark["job"]] = between
                out.append(self._job(mark["job"]).first(between))
                continue
            out.append(between)
            if mark["kind"] == "here":
                out.append(self._job(mark["job"]).second(_renamed(parts.get(mark["job"], "")), answers))
                answers = []
            elif mark["answers"] is not None:
                answers = ANSWER.findall(mark["answers"])
        return "".join([*out, text[at:]])

    def _job(self, name: str) -> Job:
        return self.jobs[token_number(name) - 1]


def add_answers(parent: etree.Element, sources: Sequence[str]) -> None:
    """Send pieces of Markdown through the page's inline parser, for the next part that is put out again."""
    holder = etree.SubElement(parent, "p")
    for text in ("qztempzq", *(f"qzpartzq {source}" for source in sources), "qzlastzq"):
        etree.SubElement(holder, "span").text = text


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
