"""Code in loose notes keeps its lines and their indentation."""

from __future__ import annotations

import random
from textwrap import dedent, indent

import pytest

from mkdocs_flashcards.exchange.loose import import_loose

PIECES = (
    "for i in range(3):\n    if i:\n        print(i)",
    "```sh\nls -l |\n    sort\n\n  wc\n```",
    "int main() {\n\treturn 0;\n}",
    "    SELECT *\n    FROM a;",
)


@pytest.mark.parametrize("seed", range(40))
def test_code_stays_together_with_its_indentation_and_each_line_once(seed: int) -> None:
    dice = random.Random(seed)
    pieces = [dice.choice(PIECES) for _ in range(3)]
    lessons = ["", "Basics\n"] if dice.random() < 0.5 else ["Basics\n"]
    above = dice.choice(["", "Like this:\n", "- by a loop\n"])
    lesson = dice.choice(lessons)
    text = "".join(f"What is number {n}?\n{lesson}{above}{piece}\n" for n, piece in enumerate(pieces))
    notes = import_loose(text, lambda _: "")
    assert [card.question for card in notes.cards] == [f"What is number {n}?" for n in range(3)]
    assert not notes.left_over
    for card, piece in zip(notes.cards, pieces, strict=True):
        code = dedent(piece.expandtabs(4))
        assert (indent(code, "    ") if above.startswith("-") else code) in card.answer


def test_a_piece_of_code_that_is_left_over_is_listed_line_by_line() -> None:
    notes = import_loose("```sh\nls\n```\nWhat is a shell?\nA program.", lambda _: "")
    assert [(line.number, line.text) for line in notes.left_over] == [(1, "```sh"), (2, "ls"), (3, "```")]
