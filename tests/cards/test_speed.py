"""No text makes the scanner or a pattern run wild: a row of 20,000 characters takes time in proportion.

What is needed is far below that; what a runaway pattern takes is far above.
"""

from __future__ import annotations

import time

import pytest

from mkdocs_flashcards.cards import find_fences, parse
from mkdocs_flashcards.cards.identity import card_id

SIZE = 20_000
PIECES = [
    "$",
    "$ ",
    "$a",
    "$$",
    "$$\n",
    "`",
    "` ",
    "`a",
    "``` ",
    "```\n",
    "```a\n",
    "~~~\n",
    "=",
    "==",
    "== ",
    "==a",
    "==a ",
    "==a==",
    "=a",
    "{",
    "{{",
    "{{c1::",
    "{{c1::a",
    "{{c1::a}}",
    "}",
    "_",
    "_ ",
    "____ ",
    "___ ",
    "-",
    "- ",
    "---\n",
    "- [x] ",
    "- [x] a\n",
    "- a\n",
    "- a\n\n",
    "1. a\n\n    b\n\n",
    "|",
    "a|",
    "|a|b|\n",
    "|-|-|\n",
    "<pre",
    "<pre>",
    "<pre>\n",
    "<!--",
    "<!--\n",
    "-->",
    "<",
    "\\",
    "\\(",
    "\\[",
    "\\[\n",
    "\\begin{a}\n",
    "[",
    "[a](",
    "](",
    "](<",
    "![",
    'src="',
    "> ",
    ">",
    "> ```\n",
    "    ",
    "    a\n\n",
    "\n",
    " \n",
    "\t",
    "True ",
    "*",
    "qzblankazq",
    "&",
    '"',
    "'",
    'a="',
    "é",
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize(
    "around",
    [
        pytest.param("```````flashcard\n{}\n```````", id="question"),
        pytest.param("```````flashcard\nWhy?\n---\n{}\n```````", id="answer"),
        pytest.param("```````cloze\n{}\n```````", id="cloze"),
        pytest.param("```````cloze\n==a==\n\n{}\n```````", id="beside a blank"),
        pytest.param("```````flashcard {}", id="header"),
        pytest.param("{}\n\n```````flashcard\nWhy?\n---\nSo.\n```````\n\n{}", id="page"),
    ],
)
def test_a_long_row_of_one_piece(piece: str, around: str) -> None:
    row = piece * (SIZE // len(piece))
    if around.endswith("flashcard {}"):
        row = row.replace("\n", " ")
    lines = around.replace("{}", row).split("\n")
    start = time.process_time()
    for fence in find_fences(lines):
        parse(fence)
        card_id(fence.name, fence.body)
    assert time.process_time() - start < 5
