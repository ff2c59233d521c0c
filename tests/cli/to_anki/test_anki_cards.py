"""Packages for Anki, imported by Anki itself: both sides of each kind of card, and the blanks of clozes."""

from __future__ import annotations

import pytest

pytest.importorskip("anki", reason="anki is not installed")
from anki.collection import Collection
from anki_collection import answer_first_card, as_reader_sees, bring_in, imported, only_note, sides
from anki_course import LATER, note, package

KINDS = {
    "recall": ("Why?\n---\nSo.", 1, ["Why?"], ["So."]),
    "list": ("Which?\n---\n- one\n- two\n\nBecause.", 1, ["Which?", "2 items"], ["one", "two", "Because."]),
    "true-false": ("Is it?\n---\nTrue. Indeed.", 1, ["Is it?", "True", "False"], ["True. Indeed."]),
    "choice": ("Which?\n---\n- [x] yes\n- [ ] no\n\nBecause.", 1, ["☐ yes", "☐ no"], ["☑ yes", "☐ no", "Because."]),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_both_sides(anki: Collection, kind: str) -> None:
    body, count, front, back = KINDS[kind]
    log = imported(anki, f"```flashcard hint=Think source='Lab *1*' tags='a b, c'\n{body}\n```\n")
    assert (len(log.new), anki.card_count()) == (1, count)
    ((question, answer),) = sides(anki)
    for piece in [*front, "Hint", "Think"]:
        assert piece in question
    for piece in [*back, "Source: Lab <em>1</em>", 'href="https://example.org/c/week-1/a/#card-']:
        assert piece in answer
    assert set(back) & set(question.split("\n")) == set()
    assert anki.decks.name(anki.get_card(anki.find_cards("")[0]).did) == "My course::Week 01"
    assert only_note(anki).tags == ["a_b", "c"]


def test_an_ordering_is_mixed_in_front(anki: Collection) -> None:
    imported(anki, "```flashcard order=yes\nOrder?\n---\n1. first\n2. second\n3. third\n```\n")
    ((question, answer),) = sides(anki)
    in_front = [question.index(item) for item in ("first", "second", "third")]
    behind = [answer.index(item) for item in ("first", "second", "third")]
    assert in_front != sorted(in_front)
    assert behind == sorted(behind)


def test_a_row_of_a_table_says_its_columns(anki: Collection) -> None:
    imported(anki, "```flashcard reverse=yes\n| Word | Meaning |\n|---|---|\n| dog | perro |\n```\n")
    (question, _), (reverse, _) = sides(anki)
    assert "Word" in question
    assert "dog" in question
    assert "perro" not in question
    assert "Meaning" in reverse
    assert "perro" in reverse
    assert "dog" not in reverse


def test_a_reverse_that_comes_later_is_a_second_card(anki: Collection) -> None:
    imported(anki, "```flashcard id=x\nWhy?\n---\nSo.\n```\n")
    answer_first_card(anki)
    log = imported(anki, "```flashcard id=x reverse=yes\nWhy?\n---\nSo.\n```\n", x=LATER)
    assert (len(log.updated), anki.card_count(), anki.note_count()) == (1, 2, 1)
    assert sorted(anki.get_card(one).reps for one in anki.find_cards("")) == [0, 1]


def test_blanks_without_numbers_are_asked_together(anki: Collection) -> None:
    imported(anki, "```cloze\nThe ==Sun== and ==Moon==.\n---\nBoth.\n```\n")
    ((question, answer),) = sides(anki)
    assert question.count("[...]") == 2
    assert "Sun" not in question.replace('data-cloze="Sun"', "")
    assert "Both." in answer


def test_blanks_with_numbers_are_cards_of_their_own(anki: Collection) -> None:
    imported(anki, "```cloze\n{{c1::Rome::city}}, {{c3::Oslo}}, {{c1::Bern}}\n```\n")
    first, second = sides(anki)
    assert "[city]" in first[0]
    assert "Oslo" in first[0]
    assert "[...]" in second[0]
    assert "Rome" in second[0]


MARKS = {
    "braces": ("a ==`{{x}}`== b `{{y}}`", "{{x}}", "{{y}}"),
    "two colons": ("a ==`std::x`== b `std::y`", "std::x", "std::y"),
    "a colon before a hint": ("in {{c1::x:::letter}} it", "x", "it"),
    "a brace at the end": ("in ==`{x}`== and `{`==`y`==`}`", "{x}", "}"),
    "a formula": ("$x^{==\\frac{1}{2}==}$ {{{a}}}", r"\frac{1}{2}", "{{{a}}}"),
    "a formula with braces at its end": ("so {{c1::$\\frac{1}{ {2}}$}} it", r"\(\frac{1}{ {2}}\)", "it"),
    "nothing but a formula": ("$==x==$", "x", ""),
    "nothing but a formula in a blank": ("==$x^{2}$==", "x^{2}", ""),
    "code": ("```py\nf(==a==)\n```", "a", "f("),
    "Anki's own commands": ("==`[sound:x]`== and `[$]`", "[sound:x]", "[$]"),
}


@pytest.mark.parametrize("name", MARKS)
def test_every_blank_makes_a_card_with_its_answer(anki: Collection, name: str) -> None:
    text, answer, around = MARKS[name]
    note(f"````cloze\n{text}\n````\n")
    log = bring_in(anki, package())
    assert (len(log.new), anki.note_count(), anki.card_count()) == (1, 1, 1)
    ((_, shown),) = sides(anki)
    plain = as_reader_sees(shown)
    assert answer in plain
    assert around in plain


def test_a_blank_of_whole_blocks(anki: Collection) -> None:
    imported(anki, "```cloze\nRivers:\n\n{{c1::- Rhine\n- Elbe::two}}\n```\n")
    ((question, answer),) = sides(anki)
    assert "[two]" in question
    assert "<li>Elbe</li>" in answer
