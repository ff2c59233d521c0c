"""Several questions whose answers are folded away together, or in one box for each: matched by their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..outline import Block, dedented
from ..questions.labels import DECORATION, has_question_mark, is_labelled, label_end
from .pair import Pair
from .question_extent import is_question_box
from .sibling_blocks import Level

Numbered = list[tuple[int, list[str]]]
NUMBER = re.compile(r"\d{1,3}")


def shared_answers(level: Level, number: int, end: int, floor: int) -> list[Pair]:
    """The pairs of several questions above folded boxes `number` to `end`; empty where they do not match."""
    folds = level.blocks[number:end]
    answers = _of_boxes(folds) if len(folds) > 1 else _numbered(folds[0].children, folds[0].body, folds[0].body_at)
    if len(answers) < 2:
        return []
    stop = number
    while stop > floor and level.blocks[stop - 1].kind == "comment":
        stop -= 1
    box = level.blocks[stop - 1] if stop > floor else None
    if box and box.kind == "box" and is_question_box(box):
        level, floor, stop = Level(level.source, box.body, box.body_at, box.children), 0, len(box.children)
    pairs = _items(level, stop, floor, answers) or _paragraphs(level, stop, floor, answers)
    asking = sum(has_question_mark("\n".join(pair.question)) for pair in pairs)
    return pairs if len(folds) > 1 or 2 * asking >= len(pairs) else []


def _of_boxes(folds: Sequence[Block]) -> Numbered:
    """The text of each box, by the number in its title."""
    numbers = [NUMBER.search(DECORATION.sub("", fold.title)) for fold in folds]
    if not all(numbers):
        return []
    found = [(int(one[0]), dedented(fold.body)) for one, fold in zip(numbers, folds, strict=True) if one]
    return found if _counts(found) else []


def _numbered(blocks: Sequence[Block], lines: Sequence[str], at: int) -> Numbered:
    """The numbered parts that a text consists of, all of it: items, or paragraphs that begin with a number."""
    found: Numbered = []
    for block in blocks:
        begins = _number(block)
        if begins is not None:
            found.append((begins, list(dedented(block.body if block.kind == "item" else block.lines))))
        elif not found:
            return []
        elif block.kind not in ("comment", "rule"):
            found[-1][1].extend(["", *dedented(lines[block.start - at : block.end - at])])
    return found if _counts(found) else []


def _number(block: Block) -> int | None:
    """The number that a list item or a paragraph begins with."""
    if block.kind == "item":
        digits = NUMBER.match(block.title)
    elif block.kind == "paragraph" and (is_labelled(block.text) or block.text.lstrip(" *_").startswith(("A", "a"))):
        head = block.text[: label_end(block.text)] or re.split(r"[:.)]", block.text, maxsplit=1)[0]
        digits = NUMBER.search(head) if len(head) < 30 else None
    else:
        digits = None
    return int(digits[0]) if digits else None


def _counts(found: Numbered) -> bool:
    """Whether the numbers count up by one; a list of ones does in Markdown."""
    numbers = [number for number, _ in found]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) or set(numbers) == {1} if numbers else False


def _items(level: Level, stop: int, floor: int, answers: Numbered) -> list[Pair]:
    """The items of the list right above, where there are as many as answers."""
    first = stop
    while first > floor and level.blocks[first - 1].kind == "item":
        first -= 1
    if stop - first != len(answers):
        return []
    return [
        Pair(
            level.blocks[first + number].start,
            level.blocks[first + number].end,
            level.place(first + number),
            dedented(level.blocks[first + number].body),
            answer,
        )
        for number, (_, answer) in enumerate(answers)
    ]


def _paragraphs(level: Level, stop: int, floor: int, answers: Numbered) -> list[Pair]:
    """The numbered paragraphs above, each with what follows it, where they have the numbers of the answers."""
    starts = [number for number in range(floor, stop) if _number_of(level.blocks[number]) is not None]
    starts = starts[-len(answers) :]
    if [_number_of(level.blocks[start]) for start in starts] != [number for number, _ in answers]:
        return []
    between = level.blocks[starts[0] : stop]
    if any(block.kind in ("heading", "card", "fold", "template") for block in between):
        return []
    ends = [*starts[1:], stop]
    return [
        Pair(level.blocks[a].start, level.blocks[b - 1].end, level.place(a), level.text(a, b), answer)
        for a, b, (_, answer) in zip(starts, ends, answers, strict=True)
    ]


def _number_of(block: Block) -> int | None:
    return _number(block) if block.kind == "paragraph" and is_labelled(block.text) else None
