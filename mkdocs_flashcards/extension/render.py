"""From a card's elements to its finished HTML: the parts around question and answer, and what is shown twice.

Question and answer go through Markdown as children of the card, with placeholders between them. What stands around
them is the same for all cards, and every element less in the tree is one less in a dozen passes over the page. Parts
that are shown twice, such as a text with its blanks and then filled in, are parsed once.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from re import Match

from markdown.postprocessors import Postprocessor
from markdown.util import AtomicString

from ..cards import Options
from ..cards.patterns import lazy
from .context import Context, as_html, placed
from .markup import TAG
from .page import MendingLink
from .placeholders import PLACEHOLDER
from .source import CardSource

PLACED = lazy(rf"(?:<i>)?({PLACEHOLDER.pattern})(?:</i>)?")
OWN_NAME = lazy(r' (id|for|name)="([^"]*)"')
ANSWER = lazy(r"\A<(?:span|div)>|</(?:span|div)>\n*\Z")
ANY_TAG = lazy(TAG)
END = "</flash-card>"


def question_part(html: str) -> str:
    """The question's HTML as the part of the card that it is."""
    return f'<div class="flash-question">\n{html}\n</div>'


class LostBlank(Exception):
    """Raised for the blank of a card, by its place among them, that came out where nobody can fill it in."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


class Repeat:
    """How the question is shown. A kind that shows more than the question, or shows it again, has its own."""

    def asked(self, html: str) -> str:
        """The question itself. Raises LostBlank, which a box has to say."""
        return question_part(html)

    def repeated(self, html: str, answers: Sequence[str]) -> str:
        """What the answer begins with: `answers` are the HTML of `Rendered.answers`."""
        return ""


NOT_REPEATED = Repeat()


@dataclass(slots=True)
class Rendered:
    """What a kind makes of a card: elements, and how the question is shown."""

    question: Sequence[etree.Element]
    answer: Sequence[etree.Element]
    repeat: Repeat = NOT_REPEATED
    attributes: Mapping[str, str] = field(default_factory=dict)
    """More attributes for the card's element."""
    answers: Sequence[str | Sequence[etree.Element]] = ()
    """What the repetition needs as HTML: Markdown of single lines, or blocks."""
    count: int = 0
    """How many things there are to name, which the label says."""
    links: Sequence[MendingLink] = ()
    """Where the card can be mended."""
    label: str = ""
    """HTML of what tells its kind, above the question."""


@dataclass(slots=True)
class _Card:
    """What is known of a card before its HTML is there."""

    source: CardSource
    rendered: Rendered
    has_hint: bool
    has_source: bool
    has_end: bool
    """Whether its end is marked too, since its author may have typed a tag like that of its end."""
    answers: str
    """The placeholder between the single answers; empty where there are none."""

    @property
    def boundaries(self) -> int:
        """How many times the card's placeholder stands in its HTML: before each part, and at the end."""
        return 2 + self.has_hint + self.has_source + self.has_end


class Renderer(Postprocessor):
    """Makes the HTML of a page's cards.

    `on_lost` gets the source of a card that came out without one of its blanks, and the place of that blank among
    them. It returns what stands in place of the card.
    """

    def __init__(self, context: Context, on_lost: Callable[[CardSource, int], str]) -> None:
        super().__init__()
        self._context = context
        self._on_lost = on_lost
        self._show = escape(context.translations["show"])
        self._cards: dict[str, _Card] = {}

    def reset(self) -> None:
        """Forget the last page."""
        self._cards.clear()

    def add(
        self, element: etree.Element, rendered: Rendered, options: Options, source: CardSource, *, says_source: bool
    ) -> None:
        """Fill a card's element with its parts, question, hint, answer and source, a placeholder before each."""
        context, boundary = self._context, self._context.placeholders.new()
        has_source = says_source and bool(options.source)
        answers = context.placeholders.new() if rendered.answers else ""
        card = _Card(source, rendered, bool(options.hint), has_source, context.has_tags, answers)
        self._cards[boundary] = card
        element.attrib.update(rendered.attributes)
        element.text = AtomicString(boundary)
        element.extend(rendered.question)
        if options.hint:
            element.append(placed(boundary))
            element.append(_line(context, options.hint))
        element.append(placed(boundary))
        if rendered.answers:
            element.append(_answers(rendered.answers, answers, context))
        element.extend(rendered.answer)
        if has_source:
            element.append(placed(boundary))
            element.append(source_line(context, options.source))
        if card.has_end:
            element.append(placed(boundary))

    def run(self, text: str) -> str:
        """The page with its cards."""
        if not self._context.placeholders.are_in(text):  # as in each heading, for the table of contents
            return text
        containers = self._context.containers
        text, out, at, made, has_lost = _contained(text, containers), [], 0, 0, False
        for card, start, end, parts in self._found(text):
            try:
                html = self._html(card, parts)
            except LostBlank as lost:
                html, has_lost = self._on_lost(card.source, lost.place), True
            out += [text[at:start], html]
            at, made = end, made + 1
        text = "".join([*out, text[at:]])
        # Left over is, for example, a blank in a footnote whose card is a box now.
        return PLACED.sub(self._without_own, text) if has_lost or made < len(self._cards) else text

    def _without_own(self, found: Match[str]) -> str:
        if not self._context.placeholders.has(found[1]):
            return found[0]
        is_part = found[1] in self._cards or found[1] in self._context.containers
        return "" if is_part or any(card.answers == found[1] for card in self._cards.values()) else "…"

    def _found(self, text: str) -> Iterator[tuple[_Card, int, int, list[str]]]:
        """Each card with its place in the page, its opening tag and its parts."""
        boundary, cuts = "", list[tuple[int, int]]()
        for word, at in self._context.placeholders.find(text):
            if word not in self._cards:
                continue
            if word != boundary:
                boundary, cuts = word, []
            end = at + len(word)
            cuts.append((at - 3, end + 4) if cuts else (at, end))  # the first stands in no element of its own
            card = self._cards[boundary]
            if len(cuts) == card.boundaries:
                start = text.rfind("<flash-card", 0, cuts[0][0])
                end = text.find(END, cuts[-1][1])
                cuts = [(start, start), *cuts, (end, end)]
                yield card, start, end + len(END), [text[one[1] : next_[0]] for one, next_ in pairwise(cuts)]
                boundary, cuts = "", []

    def _html(self, card: _Card, parts: list[str]) -> str:
        """A card's HTML. Raises LostBlank."""
        opening, question, *others = (part.strip("\n") for part in parts)
        hint = self._hint(others.pop(0)) if card.has_hint else ""
        answer, *others = others
        source = others[0] if card.has_source else ""
        answers: list[str] = []
        if card.answers:
            _, *answers, answer = answer.split(as_html(card.answers))
            answers = [ANSWER.sub("", one) for one in answers]
            answer = answer.removeprefix("</div>").removeprefix("</p>")
        repeat = card.rendered.repeat
        asked = repeat.asked(question)
        repeated = repeat.repeated(_with_names_of_its_own(question), answers)
        reveal = "\n".join(part for one in (repeated, answer) if (part := one.strip("\n")))
        closed = (
            f'<details class="flash-answer">\n<summary>{self._show}</summary>\n'
            f'<div class="flash-reveal">\n{reveal}\n</div>\n</details>'
        )
        opening = f'{opening[:-1]} data-label="{card.rendered.label}">'
        return "\n".join(filter(None, (opening, asked, hint, closed, source, self._links(card.rendered.links), END)))

    def _links(self, links: Sequence[MendingLink]) -> str:
        if not links:
            return ""
        words = self._context.translations
        written = (f'<a href="{escape(link.address)}">{escape(words["mend_" + link.word])}</a>' for link in links)
        return f'<p class="flash-mend">{" ".join(written)}</p>'

    def _hint(self, html: str) -> str:
        label = escape(self._context.translations["hint"])
        return f'<details class="flash-hint">\n<summary>{label}</summary>\n{html}\n</details>'


def source_line(context: Context, source: str) -> etree.Element:
    """Which lesson a card comes from."""
    line = _line(context, f" {source}")
    line.set("class", "flash-source")
    label = etree.Element("span")
    label.text = AtomicString(context.translations["source"])
    if len(line):
        line.insert(0, label)
    else:
        line.append(label)
        label.tail, line.text = line.text, None
    return line


def _line(context: Context, text: str) -> etree.Element:
    line = etree.Element("p")
    line.text = text
    context.contain_line(line)
    return line


def _answers(answers: Sequence[str | Sequence[etree.Element]], placeholder: str, context: Context) -> etree.Element:
    """Single lines of Markdown, and blocks, on their way through the page's inline parser."""
    holder = etree.Element("p" if all(isinstance(answer, str) for answer in answers) else "div")
    for answer in answers:
        around = etree.Element("span" if isinstance(answer, str) else "div")
        if isinstance(answer, str):
            around.text = answer
            context.contain_line(around)
        else:
            around.extend(answer)
        holder.extend([placed(placeholder), around])
    holder.append(placed(placeholder))
    return holder


def _contained(text: str, containers: Mapping[str, Callable[[str], str]]) -> str:
    """The page with what stands between two of the same placeholders kept together."""
    if not containers:
        return text
    out, at, begin = [], 0, None
    for found in PLACED.finditer(text):
        if found[1] not in containers:
            continue
        if begin and begin[1] == found[1]:
            inside = text[begin.end() : found.start()]
            out += [text[at : begin.start()], containers[found[1]](inside)]
            at, begin = found.end(), None
        else:
            begin = found
    return "".join([*out, text[at:]])


def _with_names_of_its_own(html: str) -> str:
    """Renames what must not occur twice in a page: ids, labels for them, groups of inputs."""
    if not OWN_NAME.search(html):
        return html
    return ANY_TAG.sub(lambda tag: OWN_NAME.sub(r' \1="\2-answer"', tag[0]), html)
