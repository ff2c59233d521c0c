"""`mkdocs-flashcards assets`: files for sites that are built without the plugin."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_flashcards.cli import main


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: C\nplugins: [{flashcards: {course: algebra, language: de}}]\n", encoding="utf-8"
    )
    return tmp_path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["assets", *arguments])


def test_both_files_are_written_with_the_words_and_the_course_of_the_site() -> None:
    assert call("docs/assets").exit_code == 0
    script = Path("docs/assets/flashcards.js").read_text(encoding="utf-8")
    assert '"course":"algebra"' in script
    assert "Antwort zeigen" in script
    assert Path("docs/assets/flashcards.css").stat().st_size > 5000


def test_a_second_time_changes_nothing_and_a_changed_file_is_not_written_over() -> None:
    call("docs/assets")
    assert call("docs/assets").exit_code == 0
    path = Path("docs/assets/flashcards.css")
    path.write_text("mine", encoding="utf-8")
    result = call("docs/assets")
    assert result.exit_code == 1
    assert "this file exists" in result.stderr
    assert path.read_text(encoding="utf-8") == "mine"
    assert call("docs/assets", "--yes").exit_code == 0
    assert path.read_text(encoding="utf-8") != "mine"
