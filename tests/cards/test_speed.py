"""No text makes the scanner or a pattern run wild: eight times the text takes about eight times as long."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_flashcards.cards import find_fences, parse
from mkdocs_flashcards.cards.identity import card_id

sys.path.insert(0, str(Path(__file__).parent.parent))

from growth import grows_in_proportion

SIZE = 2_000  # characters of the smaller text
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
    "```flashcards\n",
    "/// flashcards\n",
    "/// flashcards\na\n///\n",
    "a ```flashcard\n",
    "<flashcard\n",
    "<flashcard q=a\n",
    "[flashcard]\n",
    "card ",
    "flash-card > ",
    "~~~clozes\n```flashcards\n",
    "```flashcards\na\n```\n",
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
    "++",
    "++a+",
    "++==a==+",
    "x ==:=== ",
    "</==a==>",
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
    def page(size: int) -> str:
        row = piece * (size // len(piece))
        return around.replace("{}", row.replace("\n", " ") if around.endswith("flashcard {}") else row)

    assert grows_in_proportion(lambda size: reading(page(size)), SIZE)


def reading(text: str) -> Callable[[], object]:
    """All that is done with a text before Markdown sees it."""
    lines = text.split("\n")

    def read() -> None:
        for fence in find_fences(lines):
            parse(fence)
            card_id(fence.name, fence.body)

    return read


def lengths(begin: str, sign: str, end: str) -> Callable[[int], str]:
    """Runs of a sign, each longer than the one before. As many characters as the size says, not as many runs."""
    return lambda size: "".join(f"{begin}{sign * length}{end}" for length in range(3, int((2 * size) ** 0.5)))


def numbered(text: str) -> Callable[[int], str]:
    return lambda size: "".join(text.replace("#", str(n)) for n in range(size // len(text)))


CARD = "```flashcard\nQuestion #\n---\nAnswer\n```\n"
SHAPES: dict[str, tuple[str, Callable[[int], str]]] = {
    "runs of backticks": ("~~~~~flashcard\n{}\n---\nSo.\n~~~~~", lengths("a ", "`", " ")),
    "fences": ("~~~~~flashcard\n{}\n---\nSo.\n~~~~~", lengths("", "`", "py\n")),
    "fences around": ("{}\n\n~~~flashcard\nWhy?\n---\nSo.\n~~~", lengths("", "`", "py\n")),
    "environments": ("~~~flashcard\n{}\n---\nSo.\n~~~", lengths("\\begin{", "a", "}\n")),
    "blanks of many numbers": ("~~~cloze\n{}\n~~~", numbered("{{c1#::answer}} ")),
    "blanks in code, one each": ("~~~cloze\n{}\n~~~", numbered("`a ==b#==` ")),
    "blanks in formulas, one each": ("~~~cloze\n{}\n~~~", numbered("$a ==b#==$ ")),
    "blanks with code": ("~~~cloze\n{}\n~~~", numbered("==`a#`== ")),
    "blanks in code blocks, one each": ("~~~cloze\n{}\n~~~", numbered("```py\nx = ==a#==\n```\n\n")),
    "mistyped blanks": ("~~~cloze\n==a==\n{}\n~~~", numbered("==== # \n")),
    "blanks of another notation": ("~~~cloze\n==a==\n{}\n~~~", numbered("____ # \n")),
    "indented code": ("~~~flashcard\n{}\n---\nSo.\n~~~", numbered("a\n\n    b#\n\n")),
    "options": ("~~~flashcard {}\nWhy?\n---\nSo.\n~~~", numbered("a#=b ")),
    "rows": ("~~~flashcard\n|a|b|\n|-|-|\n{}~~~", numbered("|q#|a|\n")),
    "rows without an answer": ("~~~flashcard\n|a|b|\n|-|-|\n{}~~~", numbered("|q#||\n")),
    "cards": ("{}", numbered(CARD)),
    "cards without an end": ("{}", numbered(CARD.removesuffix("```\n"))),
    "quoted cards": ("{}", numbered("> " + CARD.replace("\n", "\n> "))),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_many_of_a_kind(shape: str) -> None:
    around, row = SHAPES[shape]
    assert grows_in_proportion(lambda size: reading(around.replace("{}", row(size))), 10 * SIZE)
