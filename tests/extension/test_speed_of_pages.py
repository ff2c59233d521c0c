"""What comes after parsing must not run wild either (tests/cards/test_speed.py holds what comes before)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pages import Site

sys.path.insert(0, str(Path(__file__).parent.parent))

from growth import FACTOR, grows_in_proportion, seconds

SIZE = 2_000  # characters of the smaller text
SITE = Site([])  # with no extension but ours, since what others do with such a text is theirs
PIECES = [
    "<pre>",
    "<pre>\n",
    "<pre></pre>",
    "<code>",
    "<script>",
    "<",
    "<i>",
    ' id="a"',
    "<b id='a'>",
    "q",
    "qaaaaaaaaaaaaxbz ",
    "<i>qaaaaaaaaaaaaxbz</i>",
    "<!--",
    "</b>",
    "<td>",
    "<p>",
    "&lt;",
    "</li>",
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize(
    "around",
    [
        pytest.param("```````cloze\nThe ==*answer*== is:\n\n{}\n```````", id="cloze"),
        pytest.param("```````flashcard\nWhich?\n---\n- [x] a\n- [ ] {}\n```````", id="choice"),
    ],
)
def test_a_long_row_of_one_piece(piece: str, around: str) -> None:
    def row(size: int) -> str:
        return (piece * (size // len(piece))).replace("\n", "\n      ")

    plain = seconds(lambda: SITE.page(row(SIZE * FACTOR)))
    assert grows_in_proportion(lambda size: lambda: SITE.page(around.replace("{}", row(size))), SIZE, beside=3 * plain)


def numbered(text: str) -> Callable[[int], str]:
    return lambda size: "".join(text.replace("#", str(n)) for n in range(size // len(text)))


CARD = "```flashcard\nQuestion #?\n---\nAnswer.\n```\n"
SHAPES = {
    "cards, text between them, no blank line": numbered(f"{CARD}Text.\n"),
    "cards without a blank line": numbered(CARD),
    "cards in a list": numbered("- item\n\n    " + CARD.replace("\n", "\n    ") + "\n"),
    "examples in indented code": numbered("    " + CARD.replace("\n", "\n    ") + "text\n"),
    "cards with tags": numbered(CARD.replace("?", " <b>?").replace(".", "</div>.") + "\n"),
    "cards without an answer": numbered("```flashcard\nQuestion #?\n```\n\n"),
    "cards without anything": numbered("```flashcard\n```\n\n"),
    "cards without an end": numbered("```flashcard\nQuestion #?\n---\nAnswer.\n\n# Heading\n\n"),
    "the same question with other answers": numbered("```flashcard\nQuestion?\n---\nAnswer #.\n```\n\n"),
    "cards in raw HTML": numbered(f"<div>\n{CARD}</div>\n\n"),
    "blanks that cannot be filled in": numbered("```cloze\nQuestion # [a](==b==)\n```\n\n"),
    "cards from elsewhere": numbered(CARD.replace("Question", '--8<-- "x"') + "\n"),
    "rows with one question": lambda size: f"```flashcard\n|a|b|\n|-|-|\n{numbered('|q|a#|' + chr(10))(size)}```",
    "blanks": lambda size: f"```cloze\n{numbered('==a#== ')(size)}\n```",
    "blanks in code": lambda size: f"~~~cloze\n```py\n{numbered('x = ==a#==' + chr(10))(size)}```\n~~~",
    "blanks in inline code": lambda size: f"```cloze\n{numbered('`x ==a#==` ')(size)}\n```",
    "blanks with markup": lambda size: f"```cloze\n{numbered('==*a#*== ')(size)}\n```",
    "options": lambda size: f"```flashcard\nWhich?\n---\n- [x] b\n{numbered('- [ ] a#' + chr(10))(size)}```",
    "items": lambda size: f"```flashcard\nWhich?\n---\n- b\n{numbered('- <b> a#' + chr(10))(size)}```",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_many_of_a_kind(shape: str) -> None:
    text = SHAPES[shape]
    assert grows_in_proportion(lambda size: lambda: SITE.page(text(size)), 3 * SIZE)
