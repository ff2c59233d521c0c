"""The lock file itself: what it says of each card and when, and files that cannot be used or were merged."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from locked_course import LOCK, SETTINGS, THREE, built, card, ids, lock, locked, note, run


def test_the_file_names_each_card_and_nothing_in_the_notes_changes() -> None:
    text = "# Notes\n\n" + "".join(THREE)
    path = note(text)
    result = run("pin", "--lock")
    assert (result.exit_code, result.output) == (0, "flashcards.lock: 3 cards (3 new)\n")
    assert path.read_text(encoding="utf-8") == text
    assert set(locked()) == ids()
    before = LOCK.read_bytes()
    assert run("pin", "--lock").output == "flashcards.lock: 3 cards\n"
    assert LOCK.read_bytes() == before


def test_each_card_is_a_line() -> None:
    note("".join(THREE))
    lock()
    before = LOCK.read_text(encoding="utf-8").splitlines()
    note("".join([THREE[0], card("Two?", "Another answer."), THREE[2]]))
    lock()
    after = LOCK.read_text(encoding="utf-8").splitlines()
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


CHANGES: dict[str, Callable[[str], str]] = {
    "the answer": lambda text: text.replace("An answer", "The answer"),
    "a hint": lambda text: text.replace("flashcard", 'flashcard hint="Think"'),
    "a tag": lambda text: text.replace("flashcard", "flashcard tags=a"),
    "the other way round": lambda text: text.replace("flashcard", "flashcard reverse=yes"),
}
NO_CHANGES: dict[str, Callable[[str], str]] = {
    "an id": lambda text: text,
    "a week": lambda text: text.replace("flashcard", "flashcard week=3"),
    "its place": lambda text: f"# Notes\n\n{card('Other?')}{text}",
    "line ends": lambda text: text.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("name", [*CHANGES, *NO_CHANGES])
def test_the_time_is_that_of_the_last_change_of_what_a_card_says(name: str) -> None:
    path = note(THREE[0])
    lock()
    (own,) = ids()
    old = re.sub(r'"changed": "[^"]+"', '"changed": "2026-01-02T03:04:05Z"', LOCK.read_text(encoding="utf-8"))
    LOCK.write_text(old, encoding="utf-8")
    change = {**CHANGES, **NO_CHANGES}[name]
    path.write_bytes(change(THREE[0]).encode())
    if name == "an id":
        run("pin", "--yes")
    lock()
    assert (locked()[own]["changed"] == "2026-01-02T03:04:05Z") == (name in NO_CHANGES)


BROKEN = {
    "a newer version": ('{"version": 2, "cards": []}', "newer version"),
    "the marks of a merge": ('{\n<<<<<<< HEAD\n"version": 1\n=======\n"version": 1\n>>>>>>> other\n}', ":2:"),
    "no JSON": ("{", ":1:"),
    "another JSON": ("[1, 2]", "not written by"),
    "no version": ('{"course": "a", "deck": "a", "notes": {}}', "not written by"),
    "version true": ('{"version": true, "course": 3, "deck": "a", "notes": {}}', "not written by"),
    "a card without an id": ('{"version": 1, "course": "a", "deck": "a", "notes": {"a.md": [{}]}}', "not written by"),
    "cards that are none": ('{"version": 1, "course": "a", "deck": "a", "notes": {"a.md": 3}}', "not written by"),
    "nested deeply": ("[" * 100_000, "not written by"),
    "an endless number": ('{"version": 1e999, "notes": {}}', "not written by"),
}


@pytest.mark.parametrize(("text", "said"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_cannot_be_used_is_said_and_stays(text: str, said: str, caplog: pytest.LogCaptureFixture) -> None:
    path = note("".join(THREE))
    before = path.read_bytes()
    LOCK.write_text(text, encoding="utf-8")
    warnings = built(caplog)
    assert len(warnings) == 1
    assert warnings[0].startswith("WARNING flashcards.lock:")
    assert said in warnings[0]
    assert Path("site/index.html").exists() or Path("site/a/index.html").exists()
    for command in (
        ["check"],
        ["pin", "--lock", "--yes"],
        ["pin", "--was", "docs/a.md:1", "--yes"],
        ["export", "--to", "json"],
    ):
        result = run(*command)
        assert result.exit_code == 1
        assert said in result.output
        assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)
    assert (LOCK.read_text(encoding="utf-8"), path.read_bytes()) == (text, before)


def test_bytes_that_are_no_text(caplog: pytest.LogCaptureFixture) -> None:
    note(THREE[0])
    LOCK.write_bytes(b"\xff\xfe\x00\x01")
    assert "UTF-8" in built(caplog)[0]
    assert run("check").exit_code == 1


def test_the_cards_of_both_sides_of_a_merge_are_read() -> None:
    """Without the comma that is missing between them, and each card once."""
    note(THREE[0])
    lock()
    ours = LOCK.read_text(encoding="utf-8")
    (line,) = [line for line in ours.splitlines() if '"id"' in line]
    newer = line.replace('"changed": "20', '"changed": "21')
    other = line.replace('"id": "', '"id": "x')
    LOCK.write_text(ours.replace(line, f"{line}\n{newer}\n{other},"), encoding="utf-8")
    note(THREE[0], "a.md")
    result = run("check")
    assert "1 card of flashcards.lock is gone: x" in result.stdout
    lock()
    assert [one["changed"][:2] for one in locked().values()] == ["21"]


@pytest.mark.parametrize("arguments", [["--lock", "docs"], ["--was", "a.md:1", "docs"], ["--lock", "--was", "a.md:1"]])
def test_the_command_does_one_thing(arguments: list[str]) -> None:
    assert run("pin", *arguments).exit_code == 2


def test_without_a_lock_file_nothing_is_known() -> None:
    note(THREE[0])
    result = run("pin", "--was", "docs/a.md:1", "--yes")
    assert (result.exit_code, "no flashcards.lock" in result.output) == (1, True)


def test_without_settings_single_notes_say_nothing_of_others() -> None:
    Path("mkdocs.yml").unlink()
    note(THREE[0])
    note(THREE[1], "b.md")
    lock()
    assert run("check", "docs/a.md").exit_code == 0
    note("Nothing")
    assert run("check").exit_code == 1


def test_a_renamed_course_keeps_its_name_in_anki() -> None:
    note(THREE[0])
    lock()
    Path("mkdocs.yml").write_text(SETTINGS.replace("Course", "Another name"), encoding="utf-8")
    lock()
    said = json.loads(LOCK.read_text(encoding="utf-8"))
    assert (said["course"], said["deck"]) == ("Course", "Course")


def test_a_build_says_what_its_packages_for_anki_lack(caplog: pytest.LogCaptureFixture) -> None:
    Path("mkdocs.yml").write_text("site_name: Course\nplugins:\n  - flashcards: {exports: [anki]}\n", encoding="utf-8")
    path = note(THREE[0])
    assert "There is no flashcards.lock" in built(caplog)[0]
    lock()
    assert not built(caplog)
    path.write_text(card("One?", "Another answer"), encoding="utf-8")
    assert "1 card has changed since flashcards.lock was written" in built(caplog)[0]
    LOCK.write_text("{", encoding="utf-8")
    assert "use the course's current name" in built(caplog)[0]
