"""The two sides of a card, as HTML that needs no script."""

from __future__ import annotations

from collections.abc import Container, Iterable
from html import escape

from .model import ExportedCard, with_blanks

RIGHT, WRONG = "☑", "☐"


def question(card: ExportedCard) -> str:
    """The question without what a reader chooses from; of a cloze, the text with its blanks open."""
    if card.blanks:
        return with_blanks(card.question, lambda place, _: open_blank(card, place))
    return below(card.columns[0], card.question)


def open_blank(card: ExportedCard, place: int) -> str:
    """What stands in the place of a blank that is asked for."""
    blank = card.blanks[place - 1]
    if blank.place == "math":
        return r"\boxed{\,?\,}"
    return f"<b>[{escape(blank.hint, quote=False) or '…'}]</b>"


def options(card: ExportedCard) -> str:
    """What a reader chooses from, or puts into order, without what is right; of a list, how many items it has."""
    match card.kind:
        case "list":
            return f"<p><i>{escape(card.count)}</i></p>"
        case "true-false":
            return listed([escape(card.labels.true), escape(card.labels.false)])
        case "choice":
            return listed(f"{WRONG} {choice.html}" for choice in card.choices)
        case "ordering":
            return listed(card.items[place - 1] for place in card.mixed)
    return ""


def answer(card: ExportedCard) -> str:
    """The answer without an explanation below it; of a cloze, the text filled in."""
    if card.kind == "choice":
        right = [place for place, choice in enumerate(card.choices) if choice.is_right]
        return listed([f"{RIGHT if one.is_right else WRONG} {one.html}" for one in card.choices], right)
    if card.blanks and not card.answer:
        return with_blanks(card.question, lambda place, answer: filled_blank(card, place, answer))
    return below(card.columns[1], card.answer)


def filled_blank(card: ExportedCard, place: int, answer: str) -> str:
    """What stands in the place of a blank with its answer."""
    return rf"\boxed{{{answer}}}" if card.blanks[place - 1].place == "math" else f"<b>{answer}</b>"


def hint(card: ExportedCard) -> str:
    """The hint, folded away."""
    return f"<details><summary>{escape(card.labels.hint)}</summary>{card.hint}</details>" if card.hint else ""


def source(card: ExportedCard) -> str:
    """Which lesson a card comes from."""
    return f"<p>{escape(card.labels.source)} {card.source}</p>" if card.source else ""


def link(card: ExportedCard) -> str:
    """The way back to the note."""
    return f'<p><a href="{escape(card.url)}">{escape(card.title)}</a></p>' if card.url else ""


def front(card: ExportedCard) -> str:
    """Question, options and hint."""
    return question(card) + options(card) + hint(card)


def back(card: ExportedCard) -> str:
    """Answer, explanation, source and the way back to the note."""
    return answer(card) + card.explanation + source(card) + link(card)


def below(column: str, text: str) -> str:
    """A cell of a table of cards, below what heads its column."""
    return f"<p><i>{column}</i></p>{text}" if column else text


def listed(items: Iterable[str], right: Container[int] = ()) -> str:
    """A list without marks of its own. `right` are the places, from 0, of the items to stand out."""
    opening = {True: '<li class="right">', False: "<li>"}
    lines = (f"{opening[place in right]}{item}</li>" for place, item in enumerate(items))
    return f'<ul class="options">{"".join(lines)}</ul>'
