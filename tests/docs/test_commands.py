"""The commands that the guide shows print what it shows, in a course of the files that the page shows above them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_flashcards.cli import COMMANDS, main

GUIDE = Path(__file__).parents[2] / "docs/guide"
STEP = re.compile(
    r'^(?P<fence>`{3,})(?:\w+ title="(?P<file>[^"]+)"|(?P<console>console))\n(?P<text>.*?)^(?P=fence)$', re.M | re.S
)
CALL = re.compile(r"^\$ (?P<call>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.M)
PAGE_OF = {"review": "assets"}  # both are for sites without the plugin; the week's review has a page of that name
PAGES = [page for page in sorted(GUIDE.glob("*.md")) if "$ mkdocs-flashcards" in page.read_text(encoding="utf-8")]


def calls(text: str) -> Iterator[tuple[str, str]]:
    for call in CALL.finditer(text):
        yield call["call"], call["output"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_command_prints_what_the_guide_shows(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_text("site_name: Course\nplugins: [flashcards]\n", encoding="utf-8")
    status = 0
    for step in STEP.finditer(page.read_text(encoding="utf-8")):
        if step["file"]:
            path = Path(step["file"])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step["text"], encoding="utf-8")
            continue
        for call, expected in calls(step["text"]):
            if call == "echo $?":
                assert expected == f"{status}\n"
                continue
            name, *arguments = shlex.split(call)
            assert name == "mkdocs-flashcards"
            result = CliRunner().invoke(main, arguments)
            status = result.exit_code
            assert result.output == expected, call


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_page_and_help(name: str) -> None:
    assert GUIDE / f"{PAGE_OF.get(name, name)}.md" in PAGES
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert "Examples:" in result.output
