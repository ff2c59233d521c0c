"""Cards that the lock file knows and the notes no longer have: said with their ids, forgotten only with a yes."""

from __future__ import annotations

from pathlib import Path

import pytest
from locked_course import LOCK, THREE, built, card, ids, lock, locked, note, run


def test_cards_that_are_gone_are_said_with_their_ids(caplog: pytest.LogCaptureFixture) -> None:
    note("".join(THREE))
    note(card("Four?"), "more/b.md")
    lock()
    one = sorted(ids())
    note(THREE[0])
    Path("docs/more/b.md").unlink()
    gone = set(one) - ids()
    said = [line for line in built(caplog) if "gone" in line]
    assert [line.split(" of ")[0] for line in said] == ["INFO docs/a.md: 2 cards", "INFO docs/more/b.md: 1 card"]
    assert all(name in " ".join(said) for name in gone)
    result = run("check")
    assert result.exit_code == 1
    assert [line.split(" of ")[0] for line in result.stdout.splitlines()] == [
        "docs/a.md: 2 cards",
        "docs/more/b.md: 1 card",
    ]
    lock()
    assert run("check").exit_code == 0


def test_a_card_that_moves_is_not_gone(caplog: pytest.LogCaptureFixture) -> None:
    note("".join(THREE))
    lock()
    note(THREE[0])
    note(THREE[2] + THREE[1], "b.md")
    assert (built(caplog), run("check").output) == ([], "")


def test_only_some_notes_are_checked() -> None:
    note(THREE[0])
    note(THREE[1], "b.md")
    lock()
    note("Nothing")
    note("Nothing", "b.md")
    assert [line.split(":")[0] for line in run("check", "docs/b.md").stdout.splitlines()] == ["docs/b.md"]


def test_a_cloze_that_becomes_another_kind_is_a_new_card_in_anki() -> None:
    note("```cloze id=sun\nThe ==Sun== shines.\n```\n")
    lock()
    note(card("What shines?", "The Sun", " id=sun"))
    result = run("check")
    assert (result.exit_code, "Anki" in result.stdout) == (1, True)
    lock()
    assert run("check").output == ""


def test_nothing_is_forgotten_without_a_yes() -> None:
    note(THREE[0])
    lock()
    before = LOCK.read_bytes()
    note(card("1?", "An answer to One?"))
    result = run("pin", "--lock")
    assert (result.exit_code, LOCK.read_bytes()) == (1, before)
    assert "pin --was docs/a.md:1" in result.output
    assert run("pin", "--lock", "--dry-run").exit_code == 0
    assert LOCK.read_bytes() == before
    assert run("pin", "--lock", "--yes").exit_code == 0
    assert set(locked()) == ids()


@pytest.mark.parametrize("text", ["```flashcard\nOne?\n```\n", "```flashcard week=\nOne?\n---\nAn answer\n```\n"])
def test_a_block_with_a_mistake_is_not_forgotten(text: str) -> None:
    note(THREE[0])
    lock()
    before = LOCK.read_bytes()
    note(text)
    result = run("pin", "--lock", "--yes")
    assert (result.exit_code, LOCK.read_bytes()) == (1, before)
    assert "docs/a.md:1" in result.output
