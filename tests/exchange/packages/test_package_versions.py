"""Packages of Anki as blocks: the same whichever version of Anki wrote them."""

from __future__ import annotations

from pathlib import Path

import pytest
from anki_packages import CLOZE_TYPE, PNG, Entry, database, package
from package_import import block, call, imported


@pytest.fixture
def by_anki(tmp_path: Path) -> None:
    """The same notes in each form that Anki itself writes."""
    pytest.importorskip("anki", reason="anki is not installed")
    from anki.collection import Collection, ExportAnkiPackageOptions  # noqa: PLC0415

    folder = tmp_path / "anki"
    folder.mkdir()
    collection = Collection(str(folder / "collection.anki2"))
    collection.media.write_data("a b.png", PNG)
    for name, fields, deck, tags in NOTES:
        kind = collection.models.by_name(name)
        assert kind
        note = collection.new_note(kind)
        note.fields[: len(fields)] = fields
        note.tags = tags
        note.guid = f"no id: {fields[0]}"
        collection.add_note(note, collection.decks.id(deck) or 1)
    for name, legacy in (("new.apkg", False), ("old.apkg", True)):
        options = ExportAnkiPackageOptions(with_media=True, legacy=legacy)
        collection.export_anki_package(out_path=str(tmp_path / name), options=options, limit=None)
    collection.export_collection_package(str(tmp_path / "all.colpkg"), include_media=True, legacy=False)


NOTES: list[tuple[str, list[str], str, list[str]]] = [
    ("Basic", ["What is <b>x</b>?", r"\(x &lt; 2\)"], "Course::Week 3", ["a", "b::c", "marked"]),
    ("Basic (and reversed card)", ["dog", "perro"], "Course", []),
    ("Basic (optional reversed card)", ["cat", "gato", "y"], "Course", []),
    ("Basic (optional reversed card)", ["cow", "vaca", ""], "Course", []),
    ("Basic (type in the answer)", ["7 + 1?", "8"], "Course", []),
    ("Cloze", ["The {{c1::<i>sun</i>::star}}, the {{c2::moon}}", "Sky"], "Course", []),
    ("Basic", ['<img src="a b.png">?', "a picture"], "Course", []),
]
EXPECTED = [
    block("What is **x**?\n---\n\\(x < 2\\)", 'flashcard week=3 tags="a, b::c"'),
    block("dog\n---\nperro", "flashcard reverse=yes"),
    block("cat\n---\ngato", "flashcard reverse=yes"),
    block("cow\n---\nvaca"),
    block("7 + 1?\n---\n8"),
    block("The {{c1::*sun*::star}}, the {{c2::moon}}\n---\nSky", "cloze"),
    block("![](a%20b.png)?\n---\na picture"),
]


@pytest.mark.usefixtures("by_anki")
@pytest.mark.parametrize("name", ["new.apkg", "old.apkg", "all.colpkg"])
def test_anki_itself(name: str) -> None:
    result = call(name, "--into", "docs/note.md", "--yes")
    assert result.exit_code == 0, result.stderr
    assert Path("docs/note.md").read_text(encoding="utf-8") == "\n".join(EXPECTED)
    assert Path("docs/a b.png").read_bytes() == PNG
    assert "7 cards\n1 picture for docs\n" in result.stderr
    again = call(name, "--into", "docs/note.md", "--yes")
    assert (again.exit_code, again.stderr) == (0, "7 cards are there already\n")
    assert sorted(path.name for path in Path("docs").iterdir()) == ["a b.png", "note.md"]


def test_a_bare_collection_is_read(tmp_path: Path) -> None:
    (tmp_path / "collection.anki2").write_bytes(database(Entry(("a", "b"))))
    assert call("collection.anki2").stdout == block("a\n---\nb")


def test_parts_of_pictures_that_are_hidden_are_listed() -> None:
    occlusion = Entry(("{{c1::image-occlusion:rect:left=.1}}", "x"), CLOZE_TYPE)
    result = imported(package(occlusion, Entry(("a", "b"))))
    assert (result.exit_code, result.stdout) == (1, block("a\n---\nb"))
    assert "deck.apkg:1: left over: it hides parts of a picture" in result.stderr
