"""No text makes the scanner or a pattern run wild: ten times the text takes about ten times as long, not a hundred.

The limit is far above what is needed (well under 0.2 s each) and far below what a runaway pattern takes (minutes).
"""

from __future__ import annotations

import time

import pytest
from pages import render

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


def seconds(text: str, extensions: list[str]) -> float:
    start = time.perf_counter()
    render(text, extensions)
    return time.perf_counter() - start


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize(
    "around",
    [
        pytest.param("```````flashcard\n{}\n```````", id="question"),
        pytest.param("```````flashcard\nWhy?\n---\n{}\n```````", id="answer"),
        pytest.param("```````cloze\n{}\n```````", id="cloze"),
        pytest.param("```````cloze\n==a==\n\n{}\n```````", id="beside a blank"),
        pytest.param("```````flashcard {}\nWhy?\n---\nSo.\n```````", id="header"),
        pytest.param("{}\n\n```````flashcard\nWhy?\n---\nSo.\n```````\n\n{}", id="page"),
    ],
)
def test_a_long_row_of_one_piece(piece: str, around: str) -> None:
    """With no extension but ours, since what others do with such a text is theirs."""
    row = piece * (SIZE // len(piece))
    if "{}\n---" not in around and around.startswith("```````flashcard {}"):
        row = row.replace("\n", " ")
    text = around.replace("{}", row)
    plain = seconds(text.replace("flashcard", "python").replace("cloze", "python"), [])
    assert seconds(text, []) - plain < 1
