"""Loose notes: whatever was typed, each line is in one card or left over, and weeks come out as they were meant."""

from __future__ import annotations

import random
import re

import pytest
from loose_weeks import CELLS, NUMBERED, PLANTS, SORTING, WEEKS

from mkdocs_flashcards.cards import Scan, parse
from mkdocs_flashcards.cards.verdicts import verdicts_in
from mkdocs_flashcards.exchange.loose import LooseNotes, import_loose, shape_of
from mkdocs_flashcards.exchange.loose.line import without_marker
from mkdocs_flashcards.exchange.loose.lines import lines_of
from mkdocs_flashcards.exchange.loose.reading import read
from mkdocs_flashcards.exchange.write_blocks import write_blocks


def week_in(title: str) -> str:
    """Stands for the site's own rules of weeks."""
    return title[1:2] if title.startswith("W") and title[1:2].isdigit() else "3" if title.startswith("Week 3") else ""


def imported(text: str) -> LooseNotes:
    return import_loose(text, week_in)


def kind(name: str, notes: LooseNotes) -> list[str]:
    """The kinds of the cards, as a site of the language would have them."""
    verdicts = verdicts_in({"cells": "de", "databases": "zh"}.get(name, "en"), "", "")
    cards = [parse(fence, verdicts).card for fence in Scan(write_blocks(notes.cards).text).fences]
    return [getattr(card, "kind", "") for card in cards]


@pytest.mark.parametrize("name", WEEKS)
def test_a_week_comes_out_as_it_was_meant(name: str) -> None:
    text, expected = WEEKS[name]
    notes = imported(text)
    assert notes.left_over == []
    found = [(card.source, card.question.split("\n")[0], card.answer.split("\n")[0], card.week) for card in notes.cards]
    week = {
        "plants": "3",
        "cells": "2",
        "sorting": "4",
        "terms": "5",
        "numbered": "6",
        "words": "7",
        "points": "8",
    }.get(name, "1")
    assert found == [(source, question, answer, week) for _, source, question, answer in expected]
    assert kind(name, notes) == [one[0] for one in expected]


def test_where_it_is_not_certain_where_a_card_begins_a_comment_says_so() -> None:
    text = PLANTS.replace(
        "Why are leaves green?", "Leaves take up light of some colours.\nWhy do such leaves look green?"
    )
    notes = imported(text.replace("red\nblue", "red\nblue\n"))
    assert [bool(card.doubt) for card in notes.cards] == [False] * 5
    notes = imported(PLANTS.replace("True or False\nGas exchange\nFalse", "\nGas exchange\nThat is wrong."))
    assert any(card.doubt for card in notes.cards)
    assert "<!-- check: " in write_blocks(notes.cards).text


def test_several_weeks_in_one_text() -> None:
    notes = imported(f"{SORTING}{NUMBERED}\n{CELLS}")
    assert [card.week for card in notes.cards] == [*"4444", *"66666", *"22222"]
    assert [line.text for line in notes.titles] == ["W6", "W2 - Zellbiologie Karteikarten"]
    lessons = imported("W1\nWhat?\nW1 video\nThat.\nWhy?\nW2 video\nSo.\nHow?\nW3 video\nThus.")
    assert [card.source for card in lessons.cards] == ["W1 video", "W2 video", "W3 video"]
    assert not lessons.titles


def test_headings_and_titles_above_some_of_the_questions_are_lessons() -> None:
    notes = imported(
        "W3 Physics\n\nHeat\nWhat is entropy?\nA measure of disorder.\nWhat flows?\nHeat.\n\n## Light ##\n"
        "Q3. Name two colours\nred\nblue\nIs it a wave?\nIt is both."
    )
    assert [(card.source, card.question) for card in notes.cards] == [
        ("Heat", "What is entropy?"),
        ("Heat", "What flows?"),
        ("Light", "Name two colours"),
        ("Light", "Is it a wave?"),
    ]
    assert [line.text for line in notes.titles] == ["Heat", "## Light ##"]
    assert not notes.left_over


def test_a_title_without_a_week_is_the_lesson_of_cards_that_have_none() -> None:
    notes = imported(SORTING.replace("W4 Sorting", "Lecture 4 - Sorting"))
    assert [line.text for line in notes.titles] == ["Lecture 4 - Sorting"]
    assert [card.source for card in notes.cards] == ["Lecture 4 - Sorting"] * 4
    assert not notes.left_over


def test_a_title_without_a_week_is_left_over_where_each_card_has_its_lesson() -> None:
    notes = imported(CELLS.replace("W2 - Zellbiologie Karteikarten", "Vorlesung Zellbiologie"))
    assert [line.text for line in notes.left_over] == ["Vorlesung Zellbiologie"]
    assert not notes.titles


PIECES = [line for text, _ in WEEKS.values() for line in text.split("\n")] + [
    "1. It floats. T",
    "[F] It sinks.",
    "Answers",
    "1. What is it?",
    "2. Name it.",
    "2. two",
    "Is that true or false?",
    "# not a heading",
    "==not a blank==",
    "{{c1::not::a blank}}",
    "```",
    "~~~",
    "---",
    "- [x] an option",
    "<script>alert(1)</script>",
    "a | b",
    "| a | b |",
    "![](x)",
    "1. one",
    "> quoted",
    "!!! note",
    "/// note",
    "{{ macro }}",
    "____",
    "$x_1$ and $y_2$",
    "[ref]: http://x",
    "*emphasis* _and_ `code`",
]


def letters(text: str) -> str:
    """What is left of a text when it is escaped, in any way."""
    return re.sub(r"&#?\w+;|\W|_", "", re.sub(r"&lt;|&#\d+;", "", text))


@pytest.mark.parametrize("seed", range(300))
def test_no_line_is_lost_and_none_is_invented(seed: int) -> None:
    dice = random.Random(seed)
    text = "\n".join(dice.choices(PIECES, k=dice.randint(0, 40)))
    lines = lines_of(text)
    for shape in (None, shape_of("question,answer"), shape_of("source,question,answer")):
        (reading,) = read([lines], shape)
        placed = [line for card in reading.cards for line in (*card.question, *card.source, *card.answer)]
        in_order = sorted(lines, key=lambda line: line.number)
        assert sorted([*placed, *reading.left_over], key=lambda line: line.number) == in_order
    notes = imported(text)
    seen = letters(" ".join(f"{card.source} {card.question} {card.answer}" for card in notes.cards))
    left = {line.number for line in (*notes.left_over, *notes.titles)}
    for line in lines[1:]:  # the first may be the title
        assert line.number in left or letters(without_marker(line.text)) in seen or line.text in ("F", "Answers")
    result = write_blocks(notes.cards)
    fences = Scan(result.text).fences
    assert len(fences) == len(result.blocks)
    assert not [mistake for fence in fences for mistake in parse(fence).mistakes]
    assert len(result.blocks) + len(result.refused) == len(notes.cards)
