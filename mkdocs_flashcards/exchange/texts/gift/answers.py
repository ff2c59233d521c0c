"""What stands in the braces of a question in GIFT."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ....cards.patterns import lazy

VERDICT = lazy(r"\s*(?P<word>T|TRUE|F|FALSE)\s*(?:#(?P<wrong>[^#]*))?(?:#(?P<right>[^#]*))?\s*", re.I)
GENERAL = lazy(r"####(?P<text>.*)\Z", re.S)
ANSWER = lazy(r"(?P<sign>[=~])\s*(?:%(?P<weight>-?[\d.]+)%)?(?P<text>[^=~]*)", re.S)
RANGE = lazy(r"\s*(?P<low>-?[\d.,e+-]+?)\s*\.\.\s*(?P<high>-?[\d.,e+-]+)\s*", re.I)
NUMBER = lazy(r"\s*(?P<value>-?[\d.,e+-]+)\s*(?::\s*(?P<margin>[\d.,e+-]+))?\s*", re.I)
Markdown = Callable[[str], str]


class NoAnswer(ValueError):
    """Why a question becomes no card."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answer of a card, or what belongs into the gap of a cloze."""

    text: str
    blank: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _One:
    """One of the answers to a question."""

    is_right: bool
    weight: float
    text: str
    feedback: str


def answers_of(text: str, markdown: Markdown, *, has_gap: bool) -> Answers:
    """What is in the braces, as the answer of a card. `has_gap`: the question goes on behind them.

    Raises NoAnswer where nothing says what is right.
    """
    general = GENERAL.search(text)
    explained = [markdown(general["text"])] if general else []
    text = text[: general.start()] if general else text
    if found := VERDICT.fullmatch(text):
        explained = [*(markdown(found[name]) for name in ("wrong", "right") if found[name]), *explained]
        return Answers(_joined("True" if found["word"].upper().startswith("T") else "False", explained))
    if text.lstrip().startswith("#"):
        return _number(text.lstrip()[1:], markdown, explained)
    answers = [_one(found) for found in ANSWER.finditer(text)]
    if not answers:
        raise NoAnswer("its answer is free text")
    if not any(found["sign"] == "~" for found in ANSWER.finditer(text)):
        return _texts(answers, markdown, explained, has_gap=has_gap)
    return _choice(answers, markdown, explained)


def _one(found: re.Match[str]) -> _One:
    weight = float(found["weight"]) if found["weight"] else 100.0 if found["sign"] == "=" else 0.0
    text, _, feedback = found["text"].partition("#")
    return _One(found["sign"] == "=", weight, text.strip(), feedback.strip())


def _choice(answers: Sequence[_One], markdown: Markdown, explained: list[str]) -> Answers:
    right = [one for one in answers if one.is_right and one.weight > 0] or [one for one in answers if one.weight > 0]
    if not right:
        raise NoAnswer("none of its answers is right")
    if len(answers) < 2:
        raise NoAnswer("it has only one answer to choose from")
    partly = any(one.weight > 0 and one not in right for one in answers)
    items = [_item(f"- [{'x' if one in right else ' '}]", markdown(one.text) or "–") for one in answers]
    feedback = [f"{markdown(one.text)}: {markdown(one.feedback)}" for one in answers if one.feedback]
    return Answers(
        _joined("\n".join(items), [*feedback, *explained]),
        doubts=("partly right answers count as wrong here",) if partly else (),
    )


def _texts(answers: Sequence[_One], markdown: Markdown, explained: list[str], *, has_gap: bool) -> Answers:
    """Pairs that match, or answers that are typed."""
    feedback = [markdown(one.feedback) for one in answers if one.feedback]
    pairs = [one.text.partition("->") for one in answers]
    if all(arrow for _, arrow, _ in pairs):
        items = [_item("-", f"{markdown(a)} → {markdown(b)}" if a.strip() else markdown(b)) for a, _, b in pairs]
        return Answers(_joined("\n".join(items), [*feedback, *explained]))
    right = [one for one in answers if one.weight >= 100] or list(answers)
    doubts = ("partly right answers were left out",) if len(right) < len(answers) else ()
    texts = [markdown(one.text) for one in right]
    if has_gap and not any(re.search(r"[=|\n`$]|\\\(", text) for text in texts):
        return Answers(_joined("", [*feedback, *explained]), "|".join(texts), doubts)
    return Answers(_joined(" / ".join(texts), [*feedback, *explained]), doubts=doubts)


def _number(text: str, markdown: Markdown, explained: list[str]) -> Answers:
    found = [_one(one) for one in ANSWER.finditer(text)]
    if not found:
        said, _, feedback = text.partition("#")
        found = [_One(True, 100, said.strip(), feedback.strip())]
    right = [one for one in found if one.weight >= 100 and one.text]
    if not right:
        raise NoAnswer("no number is right")
    doubts = ("partly right answers were left out",) if len(right) < len(found) else ()
    explained = [*(markdown(one.feedback) for one in found if one.feedback), *explained]
    return Answers(_joined(" / ".join(_number_text(one.text, markdown) for one in right), explained), doubts=doubts)


def _number_text(text: str, markdown: Markdown) -> str:
    if between := RANGE.fullmatch(text):
        return f"{between['low']} – {between['high']}"
    found = NUMBER.fullmatch(text)
    if not found:
        return markdown(text)
    margin = found["margin"] or ""
    return f"{found['value']} ± {margin}" if margin.strip("0.") else found["value"]


def _item(marker: str, text: str) -> str:
    first, *more = text.split("\n")
    return "\n".join([f"{marker} {first}", *(f"    {line}" if line else "" for line in more)])


def _joined(text: str, explained: Sequence[str]) -> str:
    return "\n\n".join(part for part in (text, *explained) if part)
