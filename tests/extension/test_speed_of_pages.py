"""What comes after parsing must not run wild either (tests/cards/test_speed.py holds what comes before)."""

from __future__ import annotations

import time

import pytest
from pages import Site

SIZE = 20_000
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
    "qzblank",
    "qzblankazq ",
    "qzfrom",
    "qzfromxazq ",
    "<span>qzpartzq",
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
    row = (piece * (SIZE // len(piece))).replace("\n", "\n      ")
    start = time.perf_counter()
    SITE.page(row)
    plain = time.perf_counter() - start
    start = time.perf_counter()
    SITE.page(around.replace("{}", row))
    assert time.perf_counter() - start < 1 + 3 * plain
