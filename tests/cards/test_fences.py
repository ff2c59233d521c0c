"""The scanner: where a block of ours begins and ends, line by line."""

from __future__ import annotations

import pytest

from mkdocs_flashcards.cards import find_fences, may_have_cards


def spans(text: str) -> list[tuple[str, int, int, bool]]:
    """Name, first line, line after the last, and whether something is wrong with the fence."""
    return [(f.name, f.start, f.end, f.mistake is not None) for f in find_fences(text.split("\n"))]


@pytest.mark.parametrize(
    "opening",
    [
        "```flashcard",
        "~~~flashcard",
        "`````flashcard",
        "``` flashcard",
        "```\tflashcard",
        "```Flashcard",
        "```.flashcard",
        "```{.flashcard}",
        "``` { .flashcard #a }",
        "```{flashcard}",
        "```flashcard id=a",
        "```flashcard{#a}",
        '```flashcard hint="use `len`"',
        "   ```flashcard",
        "> ```flashcard",
        ">```flashcard",
        "> > ```flashcard",
        "- ```flashcard",
        "1. ```flashcard",
        "10) ```flashcard",
        ":   ```flashcard",
        "[^1]: ```flashcard",
        "\t```flashcard",
    ],
)
def test_openings(opening: str) -> None:
    assert may_have_cards(opening)
    (fence,) = find_fences([opening])
    assert fence.name == "flashcard"


@pytest.mark.parametrize(
    "line",
    [
        "```flashcards",
        "```flashcard-set",
        "```flashcard_x",
        "```clozeer",
        "``flashcard",
        "flashcard",
        "```python flashcard",
        "text ```flashcard",
        "```flashcard``` is inline code",
        "```",
        "~~flashcard",
        "# ```flashcard",
    ],
)
def test_no_openings(line: str) -> None:
    assert spans(line) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```flashcard\na\n```", [("flashcard", 0, 3, False)]),
        ("```flashcard\n```", [("flashcard", 0, 2, False)]),
        ("```flashcard\na\n`````", [("flashcard", 0, 3, False)]),
        ("```flashcard\na\n   ```", [("flashcard", 0, 3, False)]),
        ("```flashcard\na\n```  ", [("flashcard", 0, 3, False)]),
        ("````flashcard\n```\na\n```\n````", [("flashcard", 0, 5, False)]),
        ("```flashcard\n```py\na\n```\nb\n```", [("flashcard", 0, 6, False)]),
        ("```flashcard\n```py\na\n````\nb\n```", [("flashcard", 0, 6, False)]),
        ("```flashcard\n~~~\n```\n~~~\n```", [("flashcard", 0, 5, False)]),
        ("~~~cloze\n```py\n~~~\n```\n~~~", [("cloze", 0, 5, False)]),
        ("```flashcard\n- x\n    ```py\n    a\n    ```\n```", [("flashcard", 0, 6, False)]),
        ("```flashcard\n> ```py\n> a\n> ```\n```", [("flashcard", 0, 5, False)]),
        ("```flashcard\n```py\na\n```\n```py\nb\n```\n```", [("flashcard", 0, 8, False)]),
        ("```flashcard\na ``` b\n```", [("flashcard", 0, 3, False)]),
        ("```flashcard\n``` a` b\n```", [("flashcard", 0, 3, False)]),
        ("- x\n\n    ```flashcard\n    a\n    ```", [("flashcard", 2, 5, False)]),
        ("> ```flashcard\n> a\n> ```", [("flashcard", 0, 3, False)]),
        ("> ```flashcard\n>\n> a\n> ```", [("flashcard", 0, 4, False)]),
        ("```cloze\na\n```\n```flashcard\nb\n```", [("cloze", 0, 3, False), ("flashcard", 3, 6, False)]),
        # the end is missing
        ("```flashcard\na", [("flashcard", 0, 2, True)]),
        ("```flashcard\na\n\n\n", [("flashcard", 0, 2, True)]),
        ("````flashcard\na\n```", [("flashcard", 0, 3, True)]),
        ("```flashcard\na\n~~~", [("flashcard", 0, 3, True)]),
        ("```flashcard\na\n```cloze\nb\n```", [("flashcard", 0, 2, True), ("cloze", 2, 5, False)]),
        ("```flashcard\na\n````cloze\nb\n````", [("flashcard", 0, 2, True), ("cloze", 2, 5, False)]),
        ("```flashcard\na\n~~~cloze\nb\n~~~", [("flashcard", 0, 2, True), ("cloze", 2, 5, False)]),
        ("~~~flashcard\n```\na\n~~~\n\n```cloze\nb\n```", [("flashcard", 0, 4, True), ("cloze", 5, 8, False)]),
        ("```flashcard\na\n\n# H\n\n```cloze\nb\n```", [("flashcard", 0, 2, True), ("cloze", 5, 8, False)]),
        ("    ```flashcard\n    a\nb", [("flashcard", 0, 2, True)]),
        ("> ```flashcard\n> a\nb", [("flashcard", 0, 2, True)]),
        # a card in a card
        ("````flashcard\na\n```cloze\nb\n```\n````", [("flashcard", 0, 6, True)]),
        ("```flashcard\na\n~~~cloze\nb\n~~~\n```", [("flashcard", 0, 6, True)]),
        # examples
        ("````md\n```flashcard\na\n```\n````", []),
        ("~~~\n```flashcard\na\n```\n~~~", []),
        ("> ````\n> ```flashcard\n> a\n> ```\n> ````", []),
        ("<!--\n```flashcard\na\n```\n-->", []),
        ("<pre>\n```flashcard\na\n```\n</pre>", []),
        ("<script>\n```cloze\na\n```\n</script>", []),
        # not examples: what seems to be around them ends before, or is none
        ("````md\n```flashcard\na\n```", [("flashcard", 1, 4, False)]),
        ("<!-- x -->\n```flashcard\na\n```", [("flashcard", 1, 4, False)]),
        ("a <!-- b\n\n```flashcard\na\n```\n-->", [("flashcard", 2, 5, False)]),
        ("`<!--` b\n```flashcard\na\n```\n-->", [("flashcard", 1, 4, False)]),
        ("<pre>x</pre>\n```flashcard\na\n```", [("flashcard", 1, 4, False)]),
        ("<prefix>\n```flashcard\na\n```\n</pre>", [("flashcard", 1, 4, False)]),
        ("- ````\n  a\n\n```flashcard\na\n```\n````", [("flashcard", 3, 6, False)]),
    ],
)
def test_where_blocks_begin_and_end(text: str, expected: list[tuple[str, int, int, bool]]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("```flashcard\na\n  b\n```", "a\n  b"),
        ("    ```flashcard\n    a\n      b\n\n    c\n    ```", "a\n  b\n\nc"),
        ("\t```flashcard\n\ta\n\t\tb\n\t```", "a\n    b"),
        ("> ```flashcard\n> a\n>   b\n>\n> ```", "a\n  b\n"),
        ("> ```flashcard\n>a\n> ```", "a"),
        ("- ```flashcard\n  a\n    b\n  ```", "a\n  b"),
        ("10. ```flashcard\n    a\n    ```", "a"),
        ("> - ```flashcard\n>   a\n>   ```", "a"),
        ("  ```flashcard\n  a\n b\n  ```", "a\nb"),
    ],
)
def test_bodies_lose_the_indentation_of_their_place(text: str, body: str) -> None:
    (fence,) = find_fences(text.split("\n"))
    assert not fence.mistake
    assert fence.body == body
    assert fence.raw == text


def test_a_text_without_our_names_is_not_scanned() -> None:
    assert not may_have_cards("```python\nflashcard = 1\n```\n\n~~~\ncloze\n~~~\n")


@pytest.mark.parametrize(
    "text", ["```flashcard\nQ?\n---\nA.\n\t```\nText.", "```python\nx\n\n\t```flashcard\n\tQ?\n\t```\n```"]
)
def test_a_tab_before_a_fence_counts_as_the_spaces_that_it_stands_for(text: str) -> None:
    """Some sites keep tabs in their code, and then they are here too."""
    assert spans(text) == spans(text.expandtabs(4))
