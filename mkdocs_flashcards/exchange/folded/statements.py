"""Folded answers below what asks nothing: below a theorem none stands, and elsewhere the author has to look."""

from __future__ import annotations

from ...cards.patterns import lazy
from ..questions.asking import asks_for_something
from ..questions.labels import Title, has_question_mark, is_labelled, states_theory, without_label
from .invitations import asks_for_answer
from .sibling_blocks import Level

SENTENCES = lazy(r"(?<=[.!?:;,。：，])\s+|\n+")
# First words of tasks that begin the steps of an instruction as well, so that they ask only above an answer.
TELLS = lazy(
    r"(?i:modify|implement|create|verify|plot|add|rewrite|construct|build|justify|argue|sort|expand|reduce|extend|repeat|"
    r"zeig(?:e|en|t)|gib|gebt|gebe[nt]? sie|bestimmt|untersuch(?:e|en|t)|implementier(?:e|en|t)|änder[en]|"
    r"erstell(?:e|en|t)|vervollständig(?:e|en|t)|übersetz(?:e|en|t)|ordne[nt]?|skizzier(?:e|en|t)|"
    r"vergleich(?:e|en|t)|prüf(?:e|en|t)|beweise?[nt]?|man (?:zeige|bestimme|berechne|beweise|finde|gebe)|"
    r"montre[rz]?|démontre[rz]?|étudie[rz]?|déterminer?|déterminez|vérifie[rz]?|complète[rz]?|compléter|trace[rz]?|"
    r"justifie[rz]?|demuestr[ae]|hall[ae]|determin[aei]|comprueb[ae]|dibuj[ae]|complet[aei]|implement[ae]|"
    r"dimostr[ai]|verific[ai]|disegn[ai]|demonstre|mostre|verifique|prove|toon aan|los op|maak|vul in|teken|"
    r"wykaż|udowodnij|wyznacz|sprawdź|narysuj|uzupełnij|rozwiąż|докажите|покажите|постройте|проверьте|докажи|"
    r"доведіть|знайдіть|обчисліть|покажіть|розв'яжіть|visa att|bevisa|bestäm|rita|beräkna|lös|"
    r"dokažte|určete|vypočítejte|najděte|göster(?:in|iniz)|bul(?:un|unuz)|hesapla(?:yın|yınız))(?!\w)"
    r"|(?:试?证明|求|计算|写出|画出|判断)"
)
TOLD = lazy(r"(?:せよ|求めよ|示せ|しなさい|なさい|ください|시오|하라|하세요)[。.]?\s*\Z")
"""How a task ends where its verb does."""
DOUBT = "nothing here asks: is this a question?"


def doubt_of(level: Level, number: int, title: Title, text: str, *, is_boxed: bool) -> str | None:
    """What is doubtful about the answer in block `number` of such a question; None where it is no answer to it.

    `is_boxed`: the question stands in a box, or a heading is part of it.
    """
    has_mark, is_task = has_question_mark(text) or is_labelled(text), _orders(text)
    if states_theory(text.lstrip("# ")) and not (has_mark or is_task):
        return None
    asks = has_mark or is_task or asks_for_answer(text) or _tells(text)
    if title.kind == "maybe" and not (has_mark or level.asks_at(number) or (level.whole and asks)):
        return None
    is_sure = has_mark or is_boxed or level.whole or level.asks_at(number)
    if is_sure or asks:
        return "" if is_sure or title.kind != "maybe" else None
    return None if title.kind == "reveal" or _is_about_theory(level, number) else DOUBT


def _parts(text: str) -> list[str]:
    """The sentences of a text, and the parts of them."""
    return [without_label(part).lstrip("*_ ") for part in SENTENCES.split(text)]


def _orders(text: str) -> bool:
    """Whether a sentence in a text begins as a question or a task does, wherever it stands."""
    return any(map(asks_for_something, _parts(text)))


def _tells(text: str) -> bool:
    """Whether one begins or ends as a task does that has its answer below it."""
    return any(TELLS.match(part) or TOLD.search(part) for part in _parts(text))


def _is_about_theory(level: Level, number: int) -> bool:
    """Whether the heading or the box that a block stands in states something."""
    return level.states or any(states_theory(title) for title in level.headings(number)[:1])
