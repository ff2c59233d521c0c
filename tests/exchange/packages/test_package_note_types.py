"""Note types that somebody made: every note is one card or is listed."""

from __future__ import annotations

import pytest
from anki_packages import Entry, Type, package
from package_import import block, blocks_of, imported

WORD = Type(
    ("Word", "Meaning", "Example", "Sound"),
    (
        (
            "<div class=w>{{Word}}</div> {{Sound}}",
            "{{FrontSide}}<hr id=answer>{{Meaning}}{{#Example}}<br>e.g. {{Example}}{{/Example}}",
        ),
        ("{{Meaning}}", "{{FrontSide}}<hr id=answer>{{Word}}"),
    ),
    "Vocabulary",
)


def one_sided(front: str, back: str) -> Type:
    return Type(("A", "B", "C"), ((front, back),), "Own")


@pytest.mark.parametrize(
    ("front", "back", "expected"),
    [
        ("{{A}}", "{{A}}<hr id=answer>{{B}} {{C}}", "a\n---\nb c"),
        ("{{A}}", '{{FrontSide}}<hr id="answer">{{B}}', "a\n---\nb"),
        ("{{A}}", "{{FrontSide}}{{B}}", "a\n---\nb"),
        ("{{A}}", "{{A}}: {{B}}", "a\n---\n&#58; b"),
        ("{{A}}?", "{{^C}}none{{/C}}{{#C}}<p>{{B}}</p>{{C}}{{/C}}", "a?\n---\nb\n\nc"),
        ("{{text:A}}{{type:B}}", "{{B}}", "a\n---\nb"),
        ("{{A}}{{type:B}}", "{{FrontSide}}<hr id=answer>{{type:B}}", "a\n---\nb"),
        ("{{B}}{{type:B}}", "{{C}}", "b\n---\nc"),
        ("{{ A }}<script>run()</script><style>b{}</style><!-- {{C}} -->", "{{B}}", "a\n---\nb"),
        ("{{A}}{{Tags}}{{Missing}}", "{{tts en_US:B}}{{B}}", "a\n---\nb"),
        ("<div></div>", "{{B}}", "a\n---\nb\n\nc"),
    ],
)
def test_templates_say_what_is_asked(front: str, back: str, expected: str) -> None:
    result = imported(package(Entry(("a", "b", "c"), one_sided(front, back))))
    assert result.stdout == block(expected)


def test_scripts_of_templates_are_said_once() -> None:
    kind = one_sided("{{A}}<script>run({{C}})</script>", "{{B}}")
    result = imported(package(Entry(("a", "b", ""), kind), Entry(("c", "d", ""), kind)))
    assert (result.exit_code, result.stdout) == (0, block("a\n---\nb") + "\n" + block("c\n---\nd"))
    said = "deck.apkg:1: not carried over: the script in the templates of the note type 'Own'"
    assert result.stderr == f"2 cards\n{said}\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("furigana", "<ruby>日本<rt>にほん</rt></ruby>の"),
        ("kanji", "日本の"),
        ("kana", "にほんの"),
        ("text", "日本[にほん]の"),
    ],
)
def test_readings(name: str, expected: str) -> None:
    kind = one_sided(f"{{{{{name}:A}}}}", "{{B}}")
    assert blocks_of(Entry(("日本[にほん]の", "b", ""), kind)) == block(f"{expected}\n---\nb")


def test_a_hint_becomes_the_hint() -> None:
    shown = one_sided("{{A}}{{hint:C}}", "{{B}}")
    assert blocks_of(Entry(("a", "b", "c"), shown)) == block("a\n---\nb", "flashcard hint=c")


def test_a_note_type_that_asks_both_ways() -> None:
    both = Entry(("perro", "dog", "El perro", ""), WORD, cards=(0, 1))
    one = Entry(("gato", "cat", "", ""), WORD)
    other = Entry(("vaca", "cow", "", ""), WORD, cards=(1,))
    assert blocks_of(both, one, other) == "\n".join(
        [
            block("perro\n---\ndog  \ne.g. El perro", "flashcard reverse=yes"),
            block("gato\n---\ncat"),
            block("cow\n---\nvaca"),
        ]
    )


def test_a_verdict_is_not_asked_the_other_way_round() -> None:
    result = imported(package(Entry(("Dogs bark.", "<b>True</b>, mostly", "", ""), WORD, cards=(0, 1))))
    assert result.exit_code == 0
    comment, _, rest = result.stdout.partition(" -->\n")
    assert comment == "<!-- check: this kind of card cannot be asked the other way round"
    assert rest == block("Dogs bark.\n---\n**True**, mostly")


def test_cards_that_are_no_reverse_and_fields_that_no_card_shows_are_listed_once() -> None:
    kind = Type(("A", "B", "C"), (("{{A}}", "{{B}}"), ("{{A}}!", "{{B}}")), "Own")
    entries = [Entry((f"a{number}", "b", "c"), kind, cards=(0, 1)) for number in range(3)]
    result = imported(package(*entries))
    assert (result.exit_code, result.stdout.count("```flashcard")) == (1, 3)
    assert result.stderr.split("\n")[1:3] == [
        "deck.apkg:1: left over: other cards of the note type 'Own' than the reverse of the first (3 in all)",
        "deck.apkg:1: left over: the field 'C' of the note type 'Own', which no card shows (3 in all)",
    ]


def test_notes_that_can_be_no_card_are_listed() -> None:
    result = imported(package(Entry(("", "")), Entry(("a", "")), Entry(("[sound:x.mp3]", "b")), Entry(("c", "d"))))
    assert (result.exit_code, result.stdout) == (1, block("c\n---\nd"))
    assert [line.split(": ")[0] for line in result.stderr.split("\n")[1:-1]] == [f"deck.apkg:{n}" for n in (1, 2, 3)]


def test_ids_that_a_card_can_have_are_kept() -> None:
    entries = [
        Entry(("a", "b"), guid="good-id.1"),
        Entry(("c", "d"), guid="q(*%/"),
        *[Entry((x, x), guid="twice") for x in "ef"],
        Entry(("g", "h"), guid="Qx7.b2aRtK"),  # as Anki makes them, and by chance an id
        Entry(("k", "l"), guid="zbAjbZuwMW"),
        Entry(("i", "j"), guid="w01-euler"),
    ]
    headers = [line for line in blocks_of(*entries).split("\n") if line.startswith("```f")]  # fmt: skip
    assert headers == ["```flashcard id=good-id.1", *["```flashcard"] * 5, "```flashcard id=w01-euler"]


def test_options_by_letters_are_a_choice() -> None:
    entry = Entry(("Which?<br>A) one<br>B) two", "B"))
    assert blocks_of(entry) == block("Which?\n---\n- [ ] one\n- [x] two")


def test_what_is_not_carried_over_stands_above_the_card() -> None:
    result = imported(package(Entry(("a[sound:x.mp3]", "b<script>c</script>"))))
    assert result.exit_code == 0
    doubts = "the recording x.mp3 was not carried over; an element script was not carried over"
    assert result.stdout == f"<!-- check: {doubts} -->\n" + block("a\n---\nb")
