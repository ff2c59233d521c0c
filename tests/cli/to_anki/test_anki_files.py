"""The file for Anki: its pictures, its bytes, and the command that writes it."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

pytest.importorskip("anki", reason="anki is not installed")
from anki.collection import Collection
from anki_collection import bring_in, only_note
from anki_course import CARD, PNG, SETTINGS, SUN, note, package

from mkdocs_flashcards.cli import main
from mkdocs_flashcards.exchange.export.anki import note_types

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
