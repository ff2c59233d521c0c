"""Cloze: a text with blanks to type into, and the same text filled in."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from html import escape

from ...cards import Blank, Cloze
from ...cards.patterns import lazy
from ..context import Context
from ..placeholders import PLACEHOLDER
from ..render import LostBlank, Rendered, Repeat, question_part
from ..translations import Translations
from .blanks import with_blanks
from .formulas import boxed, hint_or_gap, outside_formulas, with_variants, without_variants
from .kind import CardKind

PLAIN = lazy(r"(?:[^\W_]|[ ,.;%])*")  # nothing that any inline extension could mean something by
PARAGRAPH = lazy(rf"<p>\s*({PLACEHOLDER.pattern})\s*</p>")
MARKUP = lazy(r"[*_`~^]+(?=\S)|(?<=\S)[*_`~^]+|!?\[([^\]]*)\]\([^)]*\)")


class ClozeText(CardKind[Cloze]):
    """Blanks to fill in."""

    sign = "&#8230;"
    word = "cloze"

    def render(self, context: Context, card: Cloze) -> Rendered:
        """The text with its blanks as the question, and filled in as the answer.

        Raises LostBlank for a blank in a block that the site makes a picture of.
        """
        for place, blank in enumerate(card.blanks, 1):
            if blank.fence and not context.makes_code(blank.fence):
                raise LostBlank(place)
        attributes = {}
        if any(blank.place == "math" for blank in card.blanks):
            attributes["data-self"] = ""
        if card.numbered:
            attributes["data-numbers"] = " ".join(str(n) for n in sorted({blank.number for blank in card.blanks}))
        numbers = {context.placeholders.new(): number for number in range(1, len(card.blanks) + 1)}
        words = {number: word for word, number in numbers.items()}
        return Rendered(
            context.contain(context.parse(card.with_blanks(words.__getitem__))),
            context.contain(context.parse(card.explanation)),
            _FilledIn(card, numbers, context.translations),
            attributes,
            answers=[
                context.contain(context.parse(blank.answer)) if blank.place == "block" else blank.answer
                for blank in card.blanks
                if not _is_plain(blank)
            ],
        )

    def said_once(self, question: str, answer: str) -> str:
        """The text filled in."""
        answer = without_variants(answer)
        return answer if '<div class="flash-reveal">\n<div class="flash-filled">' in answer else question + answer


def _is_plain(blank: Blank) -> bool:
    return blank.place in ("code", "math") or PLAIN.fullmatch(blank.answer) is not None


class _FilledIn(Repeat):
    """Shows the text with blanks, and again with the answers in them."""

    def __init__(self, card: Cloze, numbers: Mapping[str, int], translations: Translations) -> None:
        self._card = card
        self._numbers = numbers
        self._name = translations["blank"]
        self._has_blocks = any(blank.place == "block" for blank in card.blanks)
        # a review asks each of Anki's numbers on its own
        several = card.numbered and len({blank.number for blank in card.blanks}) > 1
        self._in_math = [word for word, number in numbers.items() if card.blanks[number - 1].place == "math"]
        self._has_variants = several and any(blank.place == "math" for blank in card.blanks)

    def asked(self, html: str) -> str:
        html = question_part(self._with_blocks(html))
        if word := outside_formulas(html, self._in_math):
            raise LostBlank(self._numbers[word])
        html, found = with_blanks(self._with_variants(html), self._numbers, self._blank)
        for place in self._numbers.values() if len(found) < len(self._numbers) else ():
            if place not in found:
                raise LostBlank(place)
        return html

    def repeated(self, html: str, answers: Sequence[str]) -> str:
        rendered, remaining = {}, iter(answers)
        for number, blank in enumerate(self._card.blanks, 1):
            rendered[number] = escape(blank.answer, quote=False) if _is_plain(blank) else next(remaining)

        def filled(number: int) -> str:
            return self._filled(number, rendered[number])

        html = f'<div class="flash-filled">\n{self._with_blocks(html)}\n</div>'
        html = self._with_variants(html, ("data-asked", self._blank), ("data-number", filled))
        return with_blanks(html, self._numbers, filled)[0]

    def _with_variants(self, html: str, *versions: tuple[str, Callable[[int], str]]) -> str:
        return with_variants(html, self._numbers, self._card.blanks, *versions) if self._has_variants else html

    def _with_blocks(self, html: str) -> str:
        """The text without the paragraphs around blanks that hold blocks."""
        if not self._has_blocks:
            return html
        return PARAGRAPH.sub(lambda p: p[1] if self._is_block(p[1]) else p[0], html)

    def _is_block(self, word: str) -> bool:
        number = self._numbers.get(word)
        return number is not None and self._card.blanks[number - 1].place == "block"

    def _blank(self, number: int) -> str:
        blank = self._card.blanks[number - 1]
        if blank.place == "math":
            return boxed(hint_or_gap(blank.hint))
        name = self._name.format(n=number)
        label = escape(f"{name}: {blank.hint}" if blank.hint else name)
        shown = escape(blank.hint, quote=False) if blank.hint else "…"
        names = f'class="flash-blank" data-blank="{number}"{self._data(blank)}'
        tag = "div" if blank.place == "block" else "span"
        return f'<{tag} {names} role="img" aria-label="{label}">[{shown}]</{tag}>'

    def _filled(self, number: int, answer: str) -> str:
        blank = self._card.blanks[number - 1]
        if blank.place == "math":
            return boxed(answer)
        others = (
            f' data-or="{escape(json.dumps([_spoken(o) for o in blank.others], ensure_ascii=False))}"'
            if blank.others
            else ""
        )
        exact = " data-exact" if blank.exact else ""
        if blank.place == "block":
            return f'<div class="flash-fill" data-blank="{number}"{self._data(blank)}>\n{answer.strip(chr(10))}\n</div>'
        return f'<mark class="flash-fill" data-blank="{number}"{self._data(blank)}{others}{exact}>{answer}</mark>'

    def _data(self, blank: Blank) -> str:
        number = f' data-number="{blank.number}"' if self._card.numbered else ""
        return number + ("" if blank.typed else " data-said")


def _spoken(source: str) -> str:
    """An alternative as a student would type it, without its markup."""
    return MARKUP.sub(lambda found: found[1] or "", source).strip()
