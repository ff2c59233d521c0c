"""Packages for Anki, imported again: what a student has earned and written stays when the course changes."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("anki", reason="anki is not installed")
from anki.collection import Collection
from anki_collection import answer_first_card, bring_in, imported, only_note, sides
from anki_course import CARD, LATER, SETTINGS, note, package

from mkdocs_flashcards.exchange.export.anki import note_types


def test_the_same_file_again_changes_nothing(anki: Collection) -> None:
    imported(anki, CARD.format("So."), x=LATER)
    log = imported(anki, CARD.format("So."), x=LATER)
    assert (len(log.duplicate), anki.note_count()) == (1, 1)


def test_an_edit_reaches_the_student_and_their_schedule_stays(anki: Collection) -> None:
    imported(anki, CARD.format("So."))
    answer_first_card(anki)
    before = anki.get_card(anki.find_cards("")[0])
    log = imported(anki, CARD.replace("Why?", "Why not?").format("Thus."), x=LATER)
    after = anki.get_card(anki.find_cards("")[0])
    assert (len(log.updated), anki.note_count(), anki.card_count()) == (1, 1, 1)
    assert only_note(anki)["Answer"] == "<p>Thus.</p>"
    assert (after.due, after.ivl, after.reps, after.type) == (before.due, before.ivl, before.reps, before.type)
    assert after.reps == 1


def test_what_the_student_wrote_stays_while_the_card_does_not_change(anki: Collection) -> None:
    imported(anki, CARD.format("So."), x=LATER)
    own = only_note(anki)
    own["Answer"], own.tags = "My own words", ["mine"]
    anki.update_note(own)
    imported(anki, CARD.format("So.") + "\n```flashcard\nNew?\n---\nYes.\n```\n", x=LATER)
    (number,) = anki.find_notes("Id:x")
    assert (anki.get_note(number)["Answer"], anki.get_note(number).tags) == ("My own words", ["mine"])
    assert anki.note_count() == 2


def test_a_card_stays_in_the_deck_the_student_moved_it_to(anki: Collection) -> None:
    imported(anki, CARD.format("So."))
    anki.set_deck(anki.find_cards(""), anki.decks.id("Mine"))
    imported(anki, CARD.format("Thus."), x=LATER)
    assert anki.decks.name(anki.get_card(anki.find_cards("")[0]).did) == "Mine"


def test_a_week_and_then_the_course_are_no_duplicates(anki: Collection) -> None:
    note("```flashcard\nOne?\n---\nYes.\n```\n")
    note("```flashcard\nTwo?\n---\nYes.\n```\n", "week-10/b.md")
    bring_in(anki, package("docs/week-1"))
    log = bring_in(anki, package())
    assert (len(log.new), len(log.duplicate), anki.card_count()) == (1, 1, 2)
    names = {deck.name for deck in anki.decks.all_names_and_ids()}
    assert {"My course", "My course::Week 01", "My course::Week 10"} <= names


def test_the_same_question_in_two_courses_is_two_notes(anki: Collection) -> None:
    imported(anki, CARD.format("So."))
    Path("mkdocs.yml").write_text(SETTINGS.replace("My course", "Another course"), encoding="utf-8")
    log = imported(anki, CARD.format("Not so."), x=LATER)
    assert (len(log.new), anki.note_count()) == (1, 2)


def test_a_card_that_becomes_a_cloze_is_a_new_note(anki: Collection) -> None:
    imported(anki, CARD.format("So."))
    log = imported(anki, "```cloze id=x\nThe ==Sun==.\n```\n", x=LATER)
    assert (len(log.new), len(log.conflicting), anki.note_count()) == (1, 0, 2)


def test_a_card_of_another_kind_is_the_same_note(anki: Collection) -> None:
    imported(anki, CARD.format("So."))
    log = imported(anki, CARD.format("- [x] a\n- [ ] b"), x=LATER)
    assert (len(log.updated), len(log.conflicting), anki.note_count()) == (1, 0, 1)


def test_two_colons_in_a_name_make_no_deck_below(anki: Collection) -> None:
    settings = "site_name: 'C::C++::'\nplugins: [flashcards: {words: {week: 'Part::{n}'}}]\n"
    Path("mkdocs.yml").write_text(settings, encoding="utf-8")
    imported(anki, CARD.format("So."))
    assert {deck.name for deck in anki.decks.all_names_and_ids()} == {"Default", "C:C++", "C:C++::Part:01"}


def test_newer_templates_replace_older_ones(anki: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    imported(anki, CARD.format("So."))
    monkeypatch.setattr(note_types, "CHANGED", LATER)
    monkeypatch.setattr(note_types, "ANSWER", "unused")
    monkeypatch.setitem(note_types.CARD_TEMPLATES, "Card", ("New {{Question}}", "{{Answer}}"))
    imported(anki, CARD.format("So."))
    assert sides(anki)[0][0] == "New <p>Why?</p>"
