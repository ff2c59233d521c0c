"""Choice: options to tick, judged by the page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING

from ...cards import Flashcard, mistakes
from ...cards.flashcard import count_items
from ..render import wrapped
from . import parts
from .unexpected_structure import UnexpectedStructure

if TYPE_CHECKING:
    from ..build import Builder

BOX = re.compile(r"\s*\[([ xX])\](?:\s+|$)")
OPTION = re.compile(r'<li[^>]*? data-right="qz(yes|no)zq"[^>]*>')
RIGHT = re.compile(r'(<li[^>]*?) data-right="qz(yes|no)zq"([^>]*>)')


def fill(builder: Builder, element: etree.Element, card: Flashcard) -> None:
    """The options below the question, and the right ones once more in the answer."""
    builder.parse(element, card.question)
    scratch = etree.Element("div")
    builder.parse(scratch, card.answer)
    options = scratch[0] if len(scratch) else None
    ticks = [_take_box(item) for item in options] if options is not None and options.tag in ("ul", "ol") else []
    if options is None or len(ticks) != count_items(card.answer) or None in ticks or True not in ticks:
        raise UnexpectedStructure(mistakes.garbled_choice(card.question.count("\n") + 3))
    if ticks.count(True) > 1:
        element.set("data-multiple", "")
    for item, tick in zip(options, ticks, strict=True):
        item.set("data-right", "qzyeszq" if tick else "qznozq")
    options.set("class", "flash-options")
    element.append(options)
    frame = parts.end_question(builder, element, card.options)
    frame.first, frame.again = _asked, _right_ones(builder)
    element.extend(list(scratch)[1:])
    parts.end_answer(builder, element, card.options)


def _take_box(item: etree.Element) -> bool | None:
    """Whether an option is ticked, its box taken away; None where it has none."""
    holder = item if item.text and item.text.strip() else (item[0] if len(item) and item[0].tag == "p" else item)
    box = BOX.match(holder.text or "")
    if not box:
        return None
    holder.text = (holder.text or "")[box.end() :]
    return box[1] != " "


def _parted(html: str) -> tuple[str, str]:
    """Question and options."""
    at = html.rfind("<", 0, html.rfind('class="flash-options'))
    return html[:at].strip("\n"), html[at:]


def _asked(html: str) -> str:
    question, options = _parted(html)
    bare = RIGHT.sub(lambda li: f'{li[1]} data-right="{li[2]}"{li[3]}', options)
    return f"{wrapped(question)}\n{bare}"


def _right_ones(builder: Builder) -> Callable[[str, Sequence[str]], str]:
    verdict = f'<span class="flash-verdict">{escape(builder.translations["right"])}</span> '

    def right_ones(html: str, _: Sequence[str]) -> str:
        opening, *options = OPTION.split(_parted(html)[1])
        last, _, closing = options[-1].rpartition("</li>")
        options[-1] = f"{last}</li>\n"
        numbered = opening.startswith("<ol")
        chosen = [
            (f'<li value="{place}">' if numbered else "<li>") + verdict + option
            for place, (tick, option) in enumerate(zip(options[::2], options[1::2], strict=True), 1)
            if tick == "yes"
        ]
        opening = opening.replace('class="flash-options"', 'class="flash-options flash-solution"', 1)
        return f"{opening}{''.join(chosen)}{closing.lstrip()}"

    return right_ones
