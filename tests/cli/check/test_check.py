"""`mkdocs-flashcards check`, called as an author calls it, beside a build of the same course."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from checked_course import GOOD, NO_ANSWER, SETTINGS, check, lines_of_build, without_columns, write
from click.testing import CliRunner

from mkdocs_flashcards.cli import main

GUIDE = Path(__file__).parents[3] / "docs/guide"
MISTAKE = re.compile(r"^(?P<fence>`{4,})md\n(?P<source>.*?)^(?P=fence)$", re.M | re.S)
OTHER = "```flashcard\nWhy?\n---\nFor fun.\n```\n"


EXAMPLES = MISTAKE.findall((GUIDE / "mistakes.md").read_text(encoding="utf-8"))


def test_the_guide_has_examples_of_mistakes() -> None:
    assert len(EXAMPLES) > 20


@pytest.mark.parametrize("source", [source for _, source in EXAMPLES])
def test_a_mistake_is_found_in_the_words_and_at_the_line_of_the_build(
    source: str, course: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(course, {"docs/week-1/x.md": f"---\ntitle: X\n---\n\n# X\n\n{source}"})
    expected = lines_of_build(course, caplog)
    result = check()
    assert without_columns(result.output) == expected
    assert result.exit_code == (1 if expected else 0)


OWNERS = ("!! note", "?? tip", '== "Tab"', "-item", "1.Item", "-5 degrees", "Wow!! nice")
OWNERS += ("!!! note", "??? tip", '=== "Tab"', '!!! note "Tip"\n    text', "1) Item", "• Item", "Term\n:   Definition")
INDENTED_CARD = GOOD.replace("\n", "\n    ").rstrip() + "\n"
INDENTED = {
    "an example in indented code": "Text:\n\n    ```flashcard\n    Why?\n    ```\n",
    "a card in an item": "- An item:\n\n    ```flashcard\n    Why?\n    ```\n",
    "a card in an element": f"<div>\n\n{GOOD}\n</div>\n",
    "a name that is a language": "```cloze\nA text\n```\n",
    "a bad week": f"---\nweek: a/b\n---\n\n{GOOD}",
    "Windows line ends": NO_ANSWER.replace("\n", "\r\n"),
    "two cards that contradict each other": f"{GOOD}\n{OTHER}",
    "an example in a longer fence": f"````md\n{NO_ANSWER}````\n",
    **{f"a card below {line!r}": f"{line}\n\n    {INDENTED_CARD}" for line in OWNERS},
}


@pytest.mark.parametrize("name", INDENTED)
def test_what_only_markdown_can_tell_is_told_as_the_build_does(
    name: str, course: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (course / "docs/x.md").write_bytes(INDENTED[name].encode())
    expected = lines_of_build(course, caplog)
    assert without_columns(check().output) == expected


def test_a_contradiction_names_the_other_note_though_it_was_not_asked_for(course: Path) -> None:
    write(course, {"docs/a.md": GOOD, "docs/b.md": OTHER, "docs/c.md": NO_ANSWER})
    (line,) = check("docs/b.md").output.splitlines()
    assert line.startswith("docs/b.md:1:1: the same question has a different answer at docs/a.md:1.")


def test_the_column_is_where_the_block_begins(course: Path) -> None:
    write(course, {"docs/a.md": "- An item:\n\n    ```flashcard\n    Why?\n    ```\n"})
    assert check().output.startswith("docs/a.md:3:5: ")


def test_json_has_a_finding_for_each_mistake(course: Path) -> None:
    write(course, {"docs/a.md": NO_ANSWER})
    (found,) = json.loads(check("--format", "json").output)
    assert {**found, "message": ""} == {"path": "docs/a.md", "line": 1, "column": 1, "message": "", "kind": "mistake"}
    assert found["message"].startswith("expected a line ---")


def test_github_gets_commands_of_one_line_each(course: Path) -> None:
    write(course, {"docs/a,b.md": "```flashcard 100%: really\nWhy?\n---\nSo.\n```\n"})
    output = check("--format", "github").output
    assert output.startswith("::error file=docs/a%2Cb.md,line=1,col=1::")
    assert "100%25: really" in output
    assert output.count("\n") == 1


def test_nothing_is_said_where_all_is_well(course: Path) -> None:
    write(course, {"docs/a.md": GOOD})
    result = check()
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("mkdocs.yml", SETTINGS.replace("[flashcards]", "[flashcards: {retention: 3}]"), "mkdocs.yml:2:1: "),
        ("flashcards.lock", "<<<<<<< HEAD\n{}\n", "flashcards.lock:1:1: "),
    ],
)
def test_a_file_that_speaks_of_all_notes_stands_for_the_course(
    name: str, text: str, expected: str, course: Path
) -> None:
    write(course, {name: text, "docs/a.md": NO_ANSWER})
    found = check(name)
    assert found.output == check().output
    assert expected in found.output
    assert "docs/a.md:1:1: " in found.output
    assert check(name, "docs/index.md").output == found.output
    assert found.exit_code == 1


@pytest.mark.parametrize(
    "path", ["mkdocs.yml", "course/flashcards.lock", "docs/week-1/a.md", "docs/b.markdown", "a.ipynb"]
)
def test_the_hook_runs_for_all_files_of_a_course(path: str) -> None:
    (hook,) = yaml.safe_load((GUIDE.parents[1] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert re.search(hook["files"], path)
    assert not re.search(hook["files"], f"{path}.py")


def test_custom_tags_in_the_settings_need_nothing_to_be_installed(course: Path) -> None:
    tags = "theme: {name: nowhere, language: de}\nplugins:\n  - nothing.of.the.kind: !!python/name:none.such\n"
    more = "markdown_extensions:\n  - admonition\n  - no.such.extension\n  - pymdownx.emoji:\n      emoji_index: "
    more += "!!python/name:material.none\nsite_url: !ENV [NO_SUCH_NAME, 'https://x.y/']\nextra: !relative $config_dir\n"
    write(course, {"mkdocs.yml": tags + more, "docs/a.md": NO_ANSWER})
    result = check()
    assert result.exit_code == 1, result.output
    assert result.output.startswith("docs/a.md:1:1: ")


@pytest.mark.parametrize("settings", ["a: [1\n", "- a\n- b\n", "INHERIT: mkdocs.yml\n", "INHERIT: none.yml\n", "\0"])
def test_settings_that_cannot_be_read_are_a_wrong_call(settings: str, course: Path) -> None:
    write(course, {"mkdocs.yml": settings})
    result = check()
    assert result.exit_code == 2
    assert "mkdocs.yml" in result.output or "none.yml" in result.output


def test_without_settings_all_notes_below_the_current_folder_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"a/b.md": NO_ANSWER, ".venv/c.md": NO_ANSWER, "site/d.md": NO_ANSWER, "e.txt": NO_ANSWER})
    assert [line.split(": ")[0] for line in check().output.splitlines()] == ["a/b.md:1:1"]
    assert check("e.txt").output.startswith("e.txt:1:1: ")


@pytest.mark.parametrize(
    "settings",
    [
        f"{SETTINGS}exclude_docs: |\n  /drafts/\n",
        f"{SETTINGS}draft_docs: |\n  drafts/\n",
        SETTINGS.replace("flashcards", "flashcards, {exclude: {glob: drafts/*}}"),
        SETTINGS.replace("flashcards", "flashcards, {exclude: {glob: [x, drafts/*]}}"),
        SETTINGS.replace("flashcards", "flashcards, {exclude: {regex: ['(', 'draft.*/a']}}"),
    ],
)
def test_notes_that_are_not_published_are_left_out(settings: str, course: Path) -> None:
    write(course, {"mkdocs.yml": settings, "docs/drafts/a.md": NO_ANSWER})
    assert check().exit_code == 0
    assert check("docs/drafts/a.md").exit_code == 1
    write(course, {"docs/b.md": NO_ANSWER})
    assert check().output.count("\n") == 1


def test_a_note_that_is_no_text_is_reported_and_the_others_are_checked(course: Path) -> None:
    (course / "docs/a.md").write_bytes(b"\xff\xfe\x00```flashcard")
    write(course, {"docs/b.md": NO_ANSWER})
    first, second = check().output.splitlines()
    assert first == "docs/a.md: expected text in UTF-8. Save the file in this encoding."
    assert second.startswith("docs/b.md:1:1: ")


@pytest.mark.usefixtures("course")
def test_a_path_that_is_not_there_is_a_wrong_call() -> None:
    result = check("docs/none.md")
    assert result.exit_code == 2
    assert "none.md" in result.output


def test_a_thousand_notes_are_not_rendered(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(course, {f"docs/{number}.md": GOOD.replace("Why", f"Why {number}") for number in range(1000)})
    monkeypatch.setattr("mkdocs_flashcards.course.render.Markdown", None)
    assert check().exit_code == 0


@pytest.mark.parametrize("command", ["check", "list", "pin", "export --to json", "review docs/review"])
def test_notes_that_are_not_there_are_an_error(course: Path, command: str) -> None:
    write(course, {"mkdocs.yml": f"{SETTINGS}docs_dir: notes\n"})
    result = CliRunner().invoke(main, command.split())
    assert (result.exit_code, "notes: this folder" in result.output) == (2, True)


WRONG = "site_name: Course\nplugins:\n  - search\n  - flashcards:\n      unit: lecture\n      week_pattern: (\\d+)\n"
SHAPE = "Invalid config options for the 'flashcards' plugin."
BOTH = "mkdocs.yml:6:1: Plugin 'flashcards' option 'week_pattern': week_pattern and unit both define what a week is."


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (WRONG, [BOTH]),
        (f"{WRONG}      exam: soon\n", [BOTH, "mkdocs.yml:7:1: Plugin 'flashcards' option 'exam': expected a day"]),
        (f"{WRONG}      exams: soon\n", [BOTH, "mkdocs.yml:7:1: Plugin 'flashcards' option 'exams': Unrecognised"]),
        ("plugins:\n  - flashcards:\n      unit: !ENV NO_SUCH_NAME\n", []),
        ("plugins:\n  - flashcards:\n      enabled: !ENV [NO_SUCH_NAME, true]\n", []),
        ("plugins:\n  - flashcards:\n", []),
        *(
            (f"plugins:\n  - flashcards: {options}\n", [f"mkdocs.yml:2:1: {SHAPE}"])
            for options in ("yes", "lecture", "[unit: lecture]")
        ),
    ],
)
def test_settings_that_the_build_does_not_accept_are_mistakes(settings: str, expected: list[str], course: Path) -> None:
    write(course, {"mkdocs.yml": settings, "docs/lecture-1.md": GOOD})
    result = check()
    found = sorted(result.stdout.splitlines())
    assert len(found) == len(expected)
    assert all(line.startswith(start) for line, start in zip(found, expected, strict=True))
    assert result.exit_code == (1 if expected else 0)


@pytest.mark.parametrize("command", ["check docs/lecture-1.md", "list", "pin --dry-run", "export --to json"])
def test_other_commands_say_so_and_go_on_without_them(command: str, course: Path) -> None:
    write(course, {"mkdocs.yml": WRONG, "docs/lecture-1.md": GOOD})
    result = CliRunner().invoke(main, command.split())
    assert (result.exit_code, BOTH in result.stderr) == (0, True)
