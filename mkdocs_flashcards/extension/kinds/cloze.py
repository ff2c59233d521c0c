"""Cloze: a text with blanks to type into, and the same text filled in."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from ...cards import Blank, Cloze
from ..render import add_answers, with_tokens, wrapped
from . import parts

if TYPE_CHECKING:
    from ..build import Builder

PLAIN = re.compile(r"(?:[^\W_]|[ ,.;%])*")  # nothing that any inline extension could mean something by
MARKUP = re.compile(r"[*_`~^]+(?=\S)|(?<=\S)[*_`~^]+|!?\[([^\]]*)\]\([^)]*\)")


def fill(builder: Builder, element: etree.Element, card: Cloze) -> None:
    """The text with its blanks as the question, and filled in as the answer."""
    if any(blank.place == "math" for blank in card.blanks):
        element.set("data-self", "")
    if card.numbered:
        element.set("data-numbers", " ".join(str(n) for n in sorted({blank.number for blank in card.blanks})))
    builder.parse(element, card.text)
    frame, gaps = parts.end_question(builder, element, card.options), _Gaps(builder, card)
    frame.first, frame.again, frame.blanks = gaps.asked, gaps.filled, len(card.blanks)
    if not all(_is_plain(blank) for blank in card.blanks):
        add_answers(element, ["" if _is_plain(blank) else blank.answer for blank in card.blanks])
    builder.parse(element, card.explanation)
    parts.end_answer(builder, element, card.options)


def _is_plain(blank: Blank) -> bool:
    return blank.place != "prose" or PLAIN.fullmatch(blank.answer) is not None


class _Gaps:
    """What stands in the blanks of one card, asked and filled."""

    def __init__(self, builder: Builder, card: Cloze) -> None:
        self.translations = builder.translations
        self.card = card

    def asked(self, html: str) -> str:
        return with_tokens(wrapped(html), len(self.card.blanks), self._blank)

    def filled(self, html: str, answers: Sequence[str]) -> str:
        html = f'<div class="flash-filled">\n{html}\n</div>'
        return with_tokens(html, len(self.card.blanks), lambda number: self._fill(number, answers))

    def _blank(self, number: int) -> str:
        blank = self.card.blanks[number - 1]
        if blank.place == "math":
            return r"{\boxed{\,?\,}}"
        name = self.translations["blank"].format(n=number)
        label = escape(f"{name}: {blank.hint}" if blank.hint else name)
        shown = escape(blank.hint, quote=False) if blank.hint else "…"
        names = f'class="flash-blank" data-blank="{number}"{self._data(blank)}'
        return f'<span {names} role="img" aria-label="{label}">[{shown}]</span>'

    def _fill(self, number: int, answers: Sequence[str]) -> str:
        blank = self.card.blanks[number - 1]
        if blank.place == "math":
            return rf"{{\boxed{{{escape(blank.answer, quote=False)}}}}}"
        answer = escape(blank.answer, quote=False) if _is_plain(blank) else answers[number - 1]
        others = (
            f' data-or="{escape(json.dumps([_spoken(o) for o in blank.others], ensure_ascii=False))}"'
            if blank.others
            else ""
        )
        exact = " data-exact" if blank.exact else ""
        return f'<mark class="flash-fill" data-blank="{number}"{self._data(blank)}{others}{exact}>{answer}</mark>'

    def _data(self, blank: Blank) -> str:
        number = f' data-number="{blank.number}"' if self.card.numbered else ""
        return number + ("" if blank.typed else " data-said")


def _spoken(source: str) -> str:
    """An alternative as a student would type it, without its markup."""
    return MARKUP.sub(lambda found: found[1] or "", source).strip()
