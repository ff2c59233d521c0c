"""The ids of cards are frozen: a student's progress is kept under them, in thousands of browsers.

If a test here fails, the code is wrong, not the test. An id that changes makes every card of every course a new one,
and no student gets back what they had reached. Nobody can mend that afterwards.
"""

from __future__ import annotations

import re
import unicodedata

import pytest
from reading import card_of, id_of

from mkdocs_flashcards.cards import CardSet, card_id, find_fences, parse

FROZEN = [
    ("flashcard", "What is Docker?", "g2j57z4fv7jd"),
    ("flashcard", "When serving an ML model, which three components are key?", "li4g53rjy2z2"),
    ("flashcard", "Où est le café *Größe*?", "gur6cecerl2v"),
    ("flashcard", "東京はどこですか。", "ttztiivjiwiv"),
    ("flashcard", "ما عاصمة مصر؟", "izrfwl7qbxt4"),
    ("flashcard", "Solve $x^2 = 4$ for\n\n$$\na_{1} * b\n$$", "pzfmtyfzmlmn"),
    ("flashcard", "What does this print?\n\n```python\nif x:\n    print('A')\n```", "67sl5kuxv2iw"),
    ("flashcard", 'What is ![this](../img/cat.png) in [the notes](week-1/notes.md#part "Notes")?', "42r2b3ekrh6k"),
    (
        "cloze",
        "The metric you push is the ==optimizing|optimising== one, the other the ==satisficing== one.",
        "eaoyvoa74hes",
    ),
    (
        "cloze",
        "{{c1::Mitochondria}} turn sugar into {{c2::ATP::three letters}}, and plants have them {{c1::too}}.",
        "ps4ss77f6kyu",
    ),
    ("cloze", "Ich gebe d____ klein____ Kind.\n---\nem\nen", "hlbrkbpixfon"),
    ("cloze", "The area is $A = ==\\pi r^2==$ and `len==(x)==`.", "6nehgfjaajdc"),
    ("cloze", "```python\nfor ==x== in xs:\n    ==print==(x)\n```", "3fepbyeho4sh"),
]


@pytest.mark.parametrize(("name", "question", "id"), FROZEN)
def test_frozen(name: str, question: str, id: str) -> None:  # noqa: A002
    (fence,) = find_fences(
        [f"``````{name}", *question.split("\n"), *([] if name == "cloze" else ["---", "A."]), "``````"]
    )
    card = parse(fence).card  # whatever is said about it today
    assert card
    assert card.id == id


def test_an_id_is_short_and_safe_in_a_link() -> None:
    assert re.fullmatch("[a-z2-7]{12}", id_of("What?"))


def test_composed_and_decomposed_letters_are_the_same() -> None:
    question = "Où est le café Größe İstanbul 한국?"
    forms = {unicodedata.normalize(form, question) for form in ("NFC", "NFD")}
    assert len(forms) == 2
    assert len({id_of(form) for form in forms}) == 1


def test_windows_and_old_mac_lines_are_the_same() -> None:
    assert card_id("flashcard", "a\nb") == card_id("flashcard", "a\r\nb") == card_id("flashcard", "a\rb")


def test_blank_space_around_the_question_does_not_matter() -> None:
    assert id_of("What?") == id_of("\n\nWhat?\n\n") == id_of("  What?  ") == id_of("   \nWhat?\n\t")


def test_blank_space_within_the_question_does() -> None:
    """Two spaces at the end of a line are a line break, four at its beginning are code."""
    assert id_of("a\nb") != id_of("a  \nb")
    assert id_of("a b") != id_of("a  b")


@pytest.mark.parametrize(
    "place",
    [
        "{}",
        "- {}",
        "1. text\n\n    {}",
        "- a\n    - b\n\n        {}",
        "> {}",
        "> > {}",
        "- a\n\n    > {}",
        '!!! note "x"\n\n    {}',
        "[^1]:\n    {}",
    ],
)
def test_the_place_in_the_page_does_not_matter(place: str) -> None:
    block = "```flashcard\nWhat does this do?\n\n```python\nif x:\n    y()\n```\n---\nIt calls.\n```"
    before, _, _ = place.rpartition("\n")
    opening = place.rpartition("\n")[2]
    first = opening.replace("{}", "")
    further = re.sub(r"[-*]|\d\.", lambda marker: " " * len(marker[0]), first)
    lines = block.split("\n")
    text = "\n".join([before, first + lines[0], *(further + line for line in lines[1:])])
    assert card_of(text).id == card_of(block).id


def test_the_answer_its_kind_and_the_options_do_not_matter() -> None:
    first = card_of("```flashcard\nWhat?\n---\nThis.\n```")
    assert first.id == card_of('~~~~ { .flashcard week=3 source="x" hint=y }\nWhat?\n-----\nTrue\n~~~~').id
    assert first.id == card_of("```flashcard\nWhat?\n---\n- [x] a\n- [ ] b\n```").id


def test_the_name_of_the_fence_does() -> None:
    assert card_id("flashcard", "What?") != card_id("cloze", "What?")


def test_capital_letters_and_marks_do() -> None:
    assert len({id_of(question) for question in ("What?", "what?", "What", "*What?*", "`What?`")}) == 5


LINKS = [
    ("[x](a/b.md)", "[x](../c/b.md)"),
    ("[x](b.md#part)", "[x](../../b.md#part)"),
    ("![x](img/cat.png)", "![x](../img/cat.png)"),
    ("![x](img/cat.png){ width=5 }", "![x](cat.png){ width=5 }"),
    ('[x](a/b.md "Title")', '[x](b.md "Title")'),
    ("[x](<a/b.md>)", "[x](<b.md>)"),
    ('<img src="a/b.png">', '<img src="../b.png">'),
    ("<a href='a/b/'>x</a>", "<a href='../b/'>x</a>"),
    ("[x][r]\n\n[r]: a/b.md", "[x][r]\n\n[r]: ../b.md"),
    ("[![x](a/b.png)](c/d.md)", "[![x](b.png)](../d.md)"),
]


@pytest.mark.parametrize(("one", "other"), LINKS)
def test_targets_of_links_are_cut_to_the_file_name(one: str, other: str) -> None:
    """A note that is moved into another folder gets other links, and the same cards."""
    assert id_of(one) == id_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[x](a/b.md)", "[x](a/c.md)"),
        ("[x](b.md)", "[y](b.md)"),
        ("![x](cat.png)", "![x](dog.png)"),
        ("[x](b.md#one)", "[x](b.md#two)"),
        # in code a path is what the question is about
        ("`[x](a/b.md)`", "`[x](b.md)`"),
        ("```html\n<img src='a/b.png'>\n```", "```html\n<img src='b.png'>\n```"),
        ("`a/b`", "`b`"),
        ("a/b", "b"),
    ],
)
def test_what_else_differs_is_another_card(one: str, other: str) -> None:
    assert id_of(one) != id_of(other)


def test_the_answers_of_blanks_do_not_matter() -> None:
    assert id_of("The ==cat== sat.", "cloze") == id_of("The ==dog|hound== sat.", "cloze")
    assert id_of("The ==cat== sat.", "cloze") == id_of("The ==cat== sat.\n---\nWhy.", "cloze")
    assert id_of("`==x== = 1`", "cloze") == id_of("`==y== = 1`", "cloze")


def test_another_notation_is_the_same_card() -> None:
    """An author who moves their cards from paper to equals signs, or from Anki, keeps the students' progress."""
    ids = {
        id_of("The ==cat== sat on the ==mat==.", "cloze"),
        id_of("The {{c1::cat}} sat on the {{c2::mat::a rug}}.", "cloze"),
        id_of("The ____ sat on the ____.\n---\ncat\nmat", "cloze"),
        id_of("The ___ sat on the ________.\n---\n1. cat\n2. mat|rug\n---\nWhy.", "cloze"),
    }
    assert len(ids) == 1


def test_blanks_at_another_place_or_of_another_number_are_another_card() -> None:
    ids = [
        id_of("The ==cat== sat.", "cloze"),
        id_of("The cat ==sat==.", "cloze"),
        id_of("The ==cat== ==sat==.", "cloze"),
        id_of("The {{c1::cat}} {{c1::sat}}.", "cloze"),
        id_of("The {{c2::cat}} sat.", "cloze"),
    ]
    assert len(set(ids)) == 5


def test_an_id_of_the_author_wins() -> None:
    assert card_of("```flashcard id=docker\nWhat?\n---\nThis.\n```").id == "docker"
    assert card_of("```cloze { #docker }\nWhat ==this==?\n```").id == "docker"


def rows(text: str) -> list[str]:
    (fence,) = find_fences(text.split("\n"))
    card = parse(fence).card
    assert isinstance(card, CardSet)
    return [row.id for row in card.cards]


TABLE = "| Wort | word |\n|---|---|\n| der Hund | dog |\n| `x\\|y` | or |"


def test_rows_of_a_set_are_frozen() -> None:
    assert rows(f"```flashcard\n{TABLE}\n```") == ["3brwvmk5z6aw", "ybuv57caz3xf"]


def test_a_row_is_the_same_card_whatever_stands_around_it() -> None:
    first, _ = rows(f"```flashcard\n{TABLE}\n```")
    assert rows("```flashcard\nA|B\n:--|--:\nx|y\nder Hund|dogs\n```")[1] == first
    assert first == id_of("der Hund")


def test_rows_of_a_set_with_an_id_of_the_author() -> None:
    first, second = rows(f"```flashcard\n{TABLE}\n```")
    assert rows(f"```flashcard id=voc\n{TABLE}\n```") == [f"voc~{first}", f"voc~{second}"]
