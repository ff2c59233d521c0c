"""Choice: options to tick, judged by the page."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping, Sequence
from html import escape

from ...cards import Flashcard
from ...cards.items import items
from ...cards.kinds import mistakes
from ...cards.patterns import lazy
from ..context import Context, as_html, placed
from ..markup import Tag, end_of
from ..placeholders import PLACEHOLDER
from ..render import Rendered, Repeat, question_part
from ..translations import Translations
from .kind import CardKind
from .unexpected_structure import UnexpectedStructure

CHECKBOX = lazy(r"\s*\[([ xX])\](?:\s+|$)")
OPTION = lazy(rf'(<li[^>]*?) data-right="({PLACEHOLDER.pattern})"([^>]*>)')
AGAIN = lazy(r'(?<=<div class="flash-reveal">\n)<([uo]l) class="flash-options flash-solution"[^>]*>')


class Choice(CardKind[Flashcard]):
    """Options to tick, judged by the page."""

    sign = "&#9679;"
    word = "choice"

    def render(self, context: Context, card: Flashcard) -> Rendered:
        """The options below the question, and the right ones once more in the answer."""
        question, answer = context.parse(card.question), context.parse(card.answer)
        options = answer[0] if answer and answer[0].tag in ("ul", "ol") else etree.Element("ul")
        ticks = [_take_checkbox(item) for item in options]
        if len(ticks) != len(items(card.answer)) or None in ticks or True not in ticks:
            raise UnexpectedStructure(mistakes.garbled_choice(card.question.count("\n") + 3))
        begin, right, wrong = (context.placeholders.new() for _ in range(3))
        for item, tick in zip(options, ticks, strict=True):
            item.set("data-right", right if tick else wrong)
        options.set("class", "flash-options")
        context.contain_items(options)
        return Rendered(
            [*context.contain(question), placed(begin), options],
            context.contain(answer[1:]),
            _RightOnesAgain(begin, {right: "yes", wrong: "no"}, context.translations["right"]),
            attributes={"data-multiple": ""} if ticks.count(True) > 1 else {},
        )

    def label(self, words: Translations, attributes: Mapping[str, str]) -> str:
        """Whether one option is right or several."""
        if "data-multiple" not in attributes:
            return super().label(words, attributes)
        name = words["kind_choices"]
        return f"&#9632; {escape(name)}"

    def said_once(self, question: str, answer: str) -> str:
        """The options without those that are shown again because they are right."""
        again = AGAIN.search(answer)
        if not again:
            return question + answer
        end = end_of(answer, Tag(again[1], "", *again.span()))
        return question + answer[: again.start()] + answer[end:]


def _take_checkbox(item: etree.Element) -> bool | None:
    """Whether an option is ticked, its checkbox taken away; None where it has none."""
    holder = item if item.text and item.text.strip() else (item[0] if len(item) and item[0].tag == "p" else item)
    checkbox = CHECKBOX.match(holder.text or "")
    if not checkbox:
        return None
    holder.text = (holder.text or "")[checkbox.end() :]
    return checkbox[1] != " "


class _RightOnesAgain(Repeat):
    """Shows the options with the question, and those that are right with the answer."""

    def __init__(self, begin: str, ticks: Mapping[str, str], verdict: str) -> None:
        self._begin = as_html(begin)
        self._ticks = ticks
        self._verdict = f'<span class="flash-verdict">{escape(verdict)}</span> '

    def asked(self, html: str) -> str:
        question, _, options = html.partition(self._begin)
        options = OPTION.sub(lambda li: f'{li[1]} data-right="{self._ticks.get(li[2], li[2])}"{li[3]}', options)
        return f"{question_part(question.strip(chr(10)))}\n{options.strip(chr(10))}"

    def repeated(self, html: str, answers: Sequence[str]) -> str:
        opening, *options = OPTION.split(html.partition(self._begin)[2].lstrip("\n"))
        last, _, closing = options[-1].rpartition("</li>")
        options[-1] = f"{last}</li>\n"
        is_numbered = opening.startswith("<ol")
        right = [
            (f'<li value="{place}">' if is_numbered else "<li>") + self._verdict + option
            for place, (tick, option) in enumerate(zip(options[1::4], options[3::4], strict=True), 1)
            if self._ticks.get(tick) == "yes"
        ]
        opening = opening.replace('class="flash-options"', 'class="flash-options flash-solution"', 1)
        return f"{opening}{''.join(right)}{closing.lstrip()}"
