"""Which boxes of a note are answers, and what they say."""

from __future__ import annotations

from collections.abc import Sequence

from ..outline import Block, dedented
from ..questions.labels import Title, read_title
from .pair import joined

ANSWER_TYPES = {"answer", "solution"}


def answer_title(block: Block) -> Title:
    """What a block says of itself, if it is folded; an answer is told by its title or its type."""
    if block.kind != "fold":
        return Title("other")
    if block.types[:1] == ("success",) and block.title == "Success":  # what a box is called that has no title
        return Title("invite")
    title = read_title(block.title)
    return (
        Title("answer", block.title)
        if title.kind in ("other", "invite") and ANSWER_TYPES & set(block.types[:1])
        else title
    )


def answers_in(block: Block) -> list[Block]:
    """The folded answers in a box; in a folded one, an answer need not be folded once more."""
    folded = [one for one in block.children if answer_title(one).kind in ("answer", "reveal", "invite")]
    last = block.children[-1:] if block.kind == "fold" else []
    return folded or [one for one in last if one.kind == "box" and read_title(one.title).kind == "answer"]


def text_of(folds: Sequence[Block]) -> list[str]:
    """What is folded away; the titles stay where there are several, or where one says more than "answer"."""
    parts: list[list[str]] = []
    for fold in folds:
        rest = answer_title(fold).rest
        said = [f"**{fold.title}**"] if len(folds) > 1 or answer_title(fold).kind == "maybe" else [rest] if rest else []
        parts += [said, dedented(fold.body)]
    return joined(*parts)
