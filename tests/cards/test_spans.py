"""Where hyphens, equals signs and dollars are the author's own business."""

from __future__ import annotations

import pytest

from mkdocs_flashcards.cards.spans import find_spans, masked, separators

ZONES = [
    ("plain text", []),
    ("`a`", [("code", "`a`")]),
    ("`` a`b ``", [("code", "`` a`b ``")]),
    ("`a\nb`", [("code", "`a\nb`")]),
    ("`a\n\nb`", []),
    ("`a", []),
    ("``a`", []),
    (r"\`a`", [("escape", r"\`")]),
    ("```\na\n```", [("fenced", "```\na\n```")]),
    ("~~~py\n```\n~~~", [("fenced", "~~~py\n```\n~~~")]),
    ("````\n```\n````", [("fenced", "````\n```\n````")]),
    ("> ```\n> a\n> ```", [("fenced", "> ```\n> a\n> ```")]),
    ("- x\n    ```\n    a\n    ```", [("fenced", "    ```\n    a\n    ```")]),
    ("$a$", [("math", "$a$")]),
    ("$a\nb$", [("math", "$a\nb$")]),
    ("it costs $5 or $6", []),
    ("$ a$ and $a $", []),
    (r"\$a$", [("escape", r"\$")]),
    (r"$a\$b$", [("math", r"$a\$b$")]),
    ("$$\na\n$$", [("math", "$$\na\n$$")]),
    (r"\(a\)", [("math", r"\(a\)")]),
    ("\\[\na\n\\]", [("math", "\\[\na\n\\]")]),
    (r"\\(a\\)", []),
    ("\\begin{align}\na\n\\end{align}", [("math", "\\begin{align}\na\n\\end{align}")]),
    ("<!-- a -->", [("raw", "<!-- a -->")]),
    ("<!-- a\n\n---\n-->", [("raw", "<!-- a\n\n---\n-->")]),
    ("<pre>\n---\n</pre>", [("raw", "<pre>\n---\n</pre>")]),
    ("<pre>\n---", []),
    ("a\n\n    b\n\nc", [("fenced", "    b\n\n")]),
    ("- a\n\n    b\n\nc", []),
    ("!!! note\n    b", []),
]


@pytest.mark.parametrize(("text", "expected"), ZONES)
def test_zones(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(span.kind, text[span.start : span.end]) for span in find_spans(text)] == expected


@pytest.mark.parametrize(("text", "expected"), ZONES)
def test_what_is_masked_has_the_same_length_and_lines(text: str, expected: list[tuple[str, str]]) -> None:
    prose = masked(text, find_spans(text))
    assert len(prose) == len(text)
    assert [at for at, char in enumerate(prose) if char == "\n"] == [at for at, char in enumerate(text) if char == "\n"]
    for _, piece in expected:
        assert piece not in prose or not piece.strip()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\n---\nb", [1]),
        ("a\n----------\nb", [1]),
        ("a\n---  \nb", [1]),
        ("a\n   ---\nb", [1]),
        ("---", [0]),
        ("a\n---\nb\n---\nc", [1, 3]),
        ("a\n--\nb", []),
        ("a\n- - -\nb", []),
        ("a\n--- x\nb", []),
        ("| a | b |\n|---|---|", []),
        ("a | b\n--- | ---", []),
        ("- x\n\n    ---\n", []),
        ("> ---", []),
        ("```yaml\n---\n```\n---", [3]),
        ("~~~\n---\n~~~", []),
        ("$$\n---\n$$\n---", [3]),
        ("\\[\n---\n\\]", []),
        ("<!--\n---\n-->\n---", [3]),
        # a line of hyphens is never part of a piece of code or math within a sentence
        ("Is it ` or '?\n---\nIt is `.", [1]),
        ("`a\n---\nb`", [1]),
        ("$5\n---\n$6", [1]),
        ("$5\n---\nor 5$", [1]),
        ("\\(a\n---\nb\\)", [1]),
        ("it`s\n\n---\nit`s", [2]),
    ],
)
def test_separators(text: str, lines: list[int]) -> None:
    assert [text.count("\n", 0, start) for start, _ in separators(text)] == lines
