"""The commands in a site of Zensical, whose settings are zensical.toml; and in a folder without settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_flashcards.cli import main

CARD = "```flashcard\n{}?\n---\nYes.\n```\n"
IN_BOX = "!!! note\n\n    " + CARD.format("Boxed").replace("\n", "\n    ") + "\n"
IN_TAB = '=== "A tab"\n\n    ' + CARD.format("Tabbed").replace("\n", "\n    ") + "\n"
IN_HTML = '<div markdown="1">\n\n' + CARD.format("Inside") + "\n</div>\n"
NOTE = f"# Start\n\n{IN_BOX}{IN_TAB}{IN_HTML}"
NAMED = """\
[project.markdown_extensions.admonition]
[project.markdown_extensions.md_in_html]
[project.markdown_extensions.pymdownx.superfences]
custom_fences = [{ name = "mermaid", class = "mermaid", format = "pymdownx.superfences.fence_code_format" }]
[project.markdown_extensions.pymdownx.emoji]
emoji_index = "zensical.extensions.emoji.twemoji"
emoji_generator = "zensical.extensions.emoji.to_svg"
[project.markdown_extensions.pymdownx.blocks.caption]
[project.markdown_extensions.zensical.extensions.preview]
"""


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/a.md").write_text(NOTE, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, [*arguments])
    return result.exit_code, result.output


def settings(course: Path, text: str) -> None:
    (course / "zensical.toml").write_text(f'[project]\nsite_name = "Course"\ndocs_dir = "notes"\n{text}', "utf-8")


def test_a_site_that_names_no_extensions_has_those_of_zensical(course: Path) -> None:
    settings(course, "")
    assert run("check") == (0, "")


def test_the_extensions_that_a_site_names_count_and_no_others(course: Path) -> None:
    settings(course, NAMED)
    status, said = run("check")
    assert status == 1
    assert said.startswith("notes/a.md:13:5: ")
    assert said.count("opens nothing") == said.count("\n") == 1
    settings(course, f"{NAMED}[project.markdown_extensions.pymdownx.tabbed]\nalternate_style = true\n")
    assert run("check") == (0, "")


def test_language_navigation_and_the_plugins_own_settings_are_read(course: Path) -> None:
    settings(
        course,
        'theme.language = "de"\nnav = [{ "Vorlesung 3" = ["a.md"] }]\n[project.plugins.flashcards]\nunit = "lecture"\n',
    )
    status, said = run("list", "--format", "json")
    assert status == 0
    assert {one["week"] for one in json.loads(said)} == {"Vorlesung 3"}


def test_what_is_wrong_in_the_settings_has_its_line(course: Path) -> None:
    settings(course, "[project.plugins.flashcards]\nretention = 7\n")
    status, said = run("check")
    assert status == 1
    assert said.startswith("zensical.toml:5:1: Plugin 'flashcards' option 'retention'")
    settings(course, "x = \n")
    status, said = run("check")
    assert status == 2
    assert "zensical.toml: Invalid value (at line 4, column 5)." in said


def test_mkdocs_yml_counts_first(course: Path) -> None:
    settings(course, "")
    (course / "mkdocs.yml").write_text("site_name: Course\ndocs_dir: other\n", encoding="utf-8")
    (course / "other").mkdir()
    assert json.loads(run("list", "--format", "json")[1]) == []


def test_without_settings_any_usual_extension_may_be_there() -> None:
    assert run("check", "notes") == (0, "")
