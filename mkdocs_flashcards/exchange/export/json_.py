"""Cards as JSON, in a form that `cards.schema.json` describes."""

from __future__ import annotations

import json
from typing import Any

from . import sides
from .model import ExportedCard, ExportedCourse, with_blanks
from .text import as_text

VERSION = 1
"""Of the form. A program may rely on it: what a version has keeps its name and its meaning."""
FIELDS = ("id", "kind", "week", "note", "line", "title", "url")


def as_json(course: ExportedCourse) -> str:
    """All that is known of the cards, for programs."""
    cards = [_card(card) for card in course.cards]
    return json.dumps({"version": VERSION, "course": course.name, "cards": cards}, ensure_ascii=False, indent=2) + "\n"


def _card(card: ExportedCard) -> dict[str, Any]:
    said: dict[str, Any] = {name: getattr(card, name) for name in FIELDS} | {"tags": list(card.tags)}
    said |= {"question": _both(_question(card)), "answer": _both(_answer(card))}
    for name in ("explanation", "hint", "source"):
        if html := getattr(card, name):
            said[name] = _both(html)
    if card.columns[0]:
        said["columns"] = [_both(column) for column in card.columns]
    if card.choices:
        said["choices"] = [{**_both(choice.html), "right": choice.is_right} for choice in card.choices]
    if card.items:
        said["items"] = [_both(item) for item in card.items]
    if card.verdict is not None:
        said["verdict"] = card.verdict
    if card.blanks:
        said |= {"numbered": card.is_numbered, "blanks": _blanks(card)}
    if card.has_reverse:
        said["reverse"] = True
    return said


def _question(card: ExportedCard) -> str:
    """The question, with an empty element in the place of each blank."""

    def blank(place: int, _: str) -> str:
        if card.blanks[place - 1].place == "math":
            return sides.open_blank(card, place)
        return f'<span class="blank" data-blank="{place}">[…]</span>'

    return with_blanks(card.question, blank)


def _answer(card: ExportedCard) -> str:
    if card.kind == "choice":
        return "".join(choice.html if "<" in choice.html else f"<p>{choice.html}</p>" for choice in _right(card))
    if card.blanks and not card.answer:
        return with_blanks(card.question, lambda _, answer: answer)
    return card.answer


def _right(card: ExportedCard) -> list[Any]:
    return [choice for choice in card.choices if choice.is_right]


def _blanks(card: ExportedCard) -> list[dict[str, Any]]:
    html: dict[int, str] = {}
    with_blanks(card.question, html.setdefault)
    blanks = []
    for place, blank in enumerate(card.blanks, 1):
        said: dict[str, Any] = {"number": blank.number, "in": blank.place, **_both(html.get(place, ""))}
        if blank.place == "math":
            said = {"number": blank.number, "in": blank.place, "latex": blank.answer}
        if blank.others:
            said["others"] = list(blank.others)
        if blank.hint:
            said["hint"] = blank.hint
        blanks.append(said | ({"exact": True} if blank.exact else {}))
    return blanks


def _both(html: str) -> dict[str, str]:
    return {"html": html, "text": as_text(html)}
