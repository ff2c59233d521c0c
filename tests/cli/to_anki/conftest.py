"""A course, and the collection of a student who imports its cards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from anki_course import SETTINGS

if TYPE_CHECKING:
    from anki.collection import Collection


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
    made = pytest.importorskip("anki.collection", reason="anki is not installed").Collection
    collection = made(str(folder / "collection.anki2"))
    yield collection
    assert collection.fix_integrity()[1], "Anki found something to mend"
    collection.close()
