"""Ordering: a numbered list that the header of its card says to put into order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..items import items
from ..mistakes import Mistake
from ..model import Options
from ..patterns import lazy
from . import mistakes
from .choice import CHECKBOX
from .kind import AnswerKind

NUMBER = lazy(r"(?P<indent> {0,3})(?P<number>\d+)\.[ \t]+")
EMPTY_ITEM = lazy(r" {0,3}\d+\.[ \t]*$")
END_OF_LIST = lazy(r"\n[ \t]*\n(?=[^ \t\n])")
FEWEST = 3  # of two items chance alone puts every other pair into order


class Ordering(AnswerKind):
    """A student puts the items into order."""

    name = "ordering"

    def matches(self, answer: str, options: Options) -> bool:
        """Any answer with `order=yes`: one that is no numbered list is a mistake to report."""
        return options.order

    def validate(self, answer: str, line: int) -> Iterator[Mistake]:
        found = items(answer)
        for number, item in found or [(0, answer.partition("\n")[0])]:
            if CHECKBOX.match(item):
                yield mistakes.option_in_order(item.strip(), line + number)
                return
            if not NUMBER.match(item):
                yield mistakes.item_without_number(item.strip(), line + number)
                return
        texts = _texts(answer, [number for number, _ in found])
        for start, text in texts:
            for number, one in enumerate(text.split("\n"), start):
                if EMPTY_ITEM.match(one):
                    yield mistakes.empty_item(line + number)
                    return
        yield from _misnumbered(found, line)
        if len(found) < FEWEST:
            yield mistakes.too_few_items(len(found), FEWEST, line)
        yield from _same(texts, line)


def _misnumbered(found: Sequence[tuple[int, str]], line: int) -> Iterator[Mistake]:
    """The first item that was meant to be part of another, or whose number says that it stands in another place."""
    numbers = [(number, item, start) for number, item in found if (start := NUMBER.match(item))]
    for (_, _, above), (number, item, start) in pairwise(numbers):
        if len(start["indent"]) > len(numbers[0][2]["indent"]):
            yield mistakes.shallow_item(item.strip(), line + number)
            return
        if int(start["number"]) < int(above["number"]):
            yield mistakes.numbers_run_backwards(item.strip(), line + number)
            return


def _texts(answer: str, starts: Sequence[int]) -> list[tuple[int, str]]:
    """Line number and whole text of each item."""
    lines = answer.split("\n")
    places = [*starts, len(lines)]
    return [(start, END_OF_LIST.split("\n".join(lines[start:end]))[0]) for start, end in pairwise(places)]


def _same(texts: Sequence[tuple[int, str]], line: int) -> Iterator[Mistake]:
    seen: set[str] = set()
    for number, text in texts:
        words = " ".join(NUMBER.sub("", text, count=1).split())
        if words in seen:
            yield mistakes.same_item(words, line + number)
        seen.add(words)
