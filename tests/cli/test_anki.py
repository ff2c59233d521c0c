"""Packages for Anki, imported by Anki itself: what a student gets of them, now and after the course has changed."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

pytest.importorskip("anki", reason="anki is not installed")
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.notes import Note

from mkdocs_flashcards.cli import main
from mkdocs_flashcards.course import export_course, read_course
from mkdocs_flashcards.exchange.export.anki import as_package, note_types

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf50000003"
    "8201014f1b7f0d0000000049454e44ae426082"
)
SETTINGS = "site_name: My course\nsite_url: https://example.org/c/\nplugins: [flashcards]\n"
LATER = note_types.CHANGED + 1000


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Collection]:
    """A student's collection."""
    folder = tmp_path / "student"
    folder.mkdir()
    collection = Collection(str(folder / "collection.anki2"))
    yield collection
    assert collection.fix_integrity()[1], "Anki found something to mend"
    collection.close()


def note(text: str, path: str = "week-1/a.md") -> None:
    file = Path("docs", path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def package(*paths: str, changed: dict[str, int] | None = None) -> bytes:
    course = export_course(read_course(None, [Path(one) for one in paths]), print, takes_media=True)
    return as_package(replace(course, changed=changed or {}))


def bring_in(anki: Collection, content: bytes) -> Any:
    """Import a package as students do, with Anki's own settings; returns what its log says."""
    Path("cards.apkg").write_bytes(content)
    request = ImportAnkiPackageRequest(
        package_path=str(Path("cards.apkg").resolve()), options=ImportAnkiPackageOptions()
    )
    log = anki.import_anki_package(request).log
    anki.models._clear_cache()
    return log


def imported(anki: Collection, text: str, **changed: int) -> Any:
    note(text)
    return bring_in(anki, package(changed=changed))


def only_note(anki: Collection) -> Note:
    (number,) = anki.find_notes("")
    return anki.get_note(number)


def sides(anki: Collection) -> list[tuple[str, str]]:
    """What each card of a collection shows, without style."""
    shown = []
    for number in sorted(anki.find_cards(""), key=lambda one: (anki.get_card(one).due, anki.get_card(one).ord)):
        output = anki.get_card(number).render_output()
        shown.append((output.question_text, output.answer_text))
    return shown


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


# Cloze


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


def as_reader_sees(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_a_blank_of_whole_blocks(anki: Collection) -> None:
    imported(anki, "```cloze\nRivers:\n\n{{c1::- Rhine\n- Elbe::two}}\n```\n")
    ((question, answer),) = sides(anki)
    assert "[two]" in question
    assert "<li>Elbe</li>" in answer


# Imported again


def answer_first_card(anki: Collection) -> None:
    """Answer a card as a student, so that it has a schedule."""
    anki.decks.select(anki.decks.id("My course"))
    card = anki.sched.getCard()
    assert card
    card.start_timer()
    anki.sched.answerCard(card, 4)


SUN = "```cloze\nThe ==Sun== shines.\n```\n"
CARD = "```flashcard id=x tags=a\nWhy?\n---\n{}\n```\n"


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


# Files


def test_pictures_go_along_and_those_of_other_cards_do_not(anki: Collection) -> None:
    note("```flashcard\nWhich? ![p](../img/p%20q.png)\n---\nThis.\n```\n")
    note("```flashcard\nOther? ![o](../img/o.png)\n---\nThat.\n```\n", "week-2/b.md")
    Path("docs/img").mkdir()
    Path("docs/img/p q.png").write_bytes(PNG)
    Path("docs/img/o.png").write_bytes(PNG + b"other")
    bring_in(anki, package("docs/week-1"))
    (name,) = re.findall(r'src="([^"]+)"', only_note(anki)["Question"])
    assert Path(anki.media.dir(), name).read_bytes() == PNG
    assert len(list(Path(anki.media.dir()).iterdir())) == 1
    assert not anki.media.check().missing


def test_a_picture_that_is_not_there_is_shown_from_the_site() -> None:
    note("```flashcard\nWhich? ![p](p.png)\n---\nThis.\n```\n")
    assert b"https://example.org/c/week-1/p.png" in fields(package())


def fields(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("collection.anki2")


def test_the_same_source_gives_the_same_bytes() -> None:
    note(CARD.format("So. ![p](p.png)") + "\n```cloze\nThe ==Sun==.\n```\n")
    Path("docs/week-1/p.png").write_bytes(PNG)
    assert package() == package()


def test_the_version_of_the_database_is_not_in_the_bytes() -> None:
    note(CARD.format("So."))
    assert fields(package())[96:100] == bytes(4)


def test_all_numbers_differ_and_look_like_times() -> None:
    note("".join(f"```flashcard reverse=yes\nWhy {n}?\n---\nSo.\n```\n\n" for n in range(300)))
    Path("c.anki2").write_bytes(fields(package()))
    database = sqlite3.connect("c.anki2")
    numbers = [one for (one,) in database.execute("SELECT id FROM cards")]
    database.close()
    assert len(set(numbers)) == 600
    assert all(1_400_000_000_000 <= one < 1_700_000_000_000 for one in numbers)


def test_the_fields_are_frozen() -> None:
    """A field more or less makes a conflict of each note that a student has: use a spare one."""
    names = {one["name"]: [field["name"] for field in one["flds"]] for one in note_types.note_types().values()}
    spare = ["Spare 1", "Spare 2", "Spare 3"]
    card = ["Question", "Options", "Hint", "Answer", "Explanation", "Source", "Link", "Reverse", "Id", *spare]
    assert names["MkDocs Flashcards"] == card
    assert names["MkDocs Flashcards Cloze"] == ["Text", "Hint", "Explanation", "Source", "Link", "Id", *spare]
    assert list(note_types.note_types()) == ["1764028800001", "1764028800002"]


# The command


def test_the_command_writes_a_package_and_says_what_it_lacks(anki: Collection) -> None:
    note(CARD.format("So."))
    result = CliRunner().invoke(main, ["export", "--to", "anki", "-o", "cards.apkg"])
    assert result.exit_code == 0
    assert "edits" in result.output
    assert bring_in(anki, Path("cards.apkg").read_bytes()).new
    assert json.loads(zipfile.ZipFile("cards.apkg").read("media")) == {}


def test_the_lock_file_says_when_a_card_changed(anki: Collection) -> None:
    def brought_in() -> tuple[Any, str]:
        result = CliRunner().invoke(main, ["export", "--to", "anki", "-o", "out.apkg", "--yes"])
        assert result.exit_code == 0
        return bring_in(anki, Path("out.apkg").read_bytes()), result.output

    note(CARD.format("So.") + SUN)
    assert CliRunner().invoke(main, ["pin", "--lock"]).exit_code == 0
    lock = Path("flashcards.lock")
    lock.write_text(re.sub('"changed": "....', '"changed": "2025', lock.read_text(encoding="utf-8")), encoding="utf-8")
    log, said = brought_in()
    assert (len(log.new), said) == (2, "")
    note(CARD.format("As we saw.") + SUN)
    log, said = brought_in()
    assert (len(log.updated), len(log.duplicate)) == (0, 2)
    assert said.startswith("1 card has changed since flashcards.lock was written.")
    assert CliRunner().invoke(main, ["pin", "--lock"]).exit_code == 0
    Path("mkdocs.yml").write_text(SETTINGS.replace("My course", "A new name"), encoding="utf-8")
    log, said = brought_in()
    assert (len(log.updated), len(log.duplicate), len(log.new), said) == (1, 1, 0, "")


def test_a_package_is_not_printed() -> None:
    note(CARD.format("So."))
    result = CliRunner().invoke(main, ["export", "--to", "anki"])
    assert result.exit_code == 2
    assert "-o" in result.output
