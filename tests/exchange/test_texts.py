"""Cards of other programs become blocks, by the command that an author calls.

`texts/` has a file for each case, named by the ending of the file that is imported: what stands in it, and below
`=== becomes` and `=== says` what the command prints and what it says beside. UPDATE_TEXTS=1 writes the latter two.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown import markdown

from mkdocs_flashcards.cli import main

FOLDER = Path(__file__).parent / "texts"
FILES = sorted(FOLDER.glob("*.txt"))
EXTENSIONS = ["flashcards", "admonition", "tables", "pymdownx.details", "pymdownx.superfences", "pymdownx.arithmatex"]


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_text("site_name: Course\nplugins: [flashcards]\n", encoding="utf-8")


def imported(path: Path) -> tuple[str, str, str, int]:
    """The text of a case, what the command prints and says, and its exit status."""
    text = path.read_text(encoding="utf-8").partition("=== becomes\n")[0]
    name = f"cards.{path.stem.partition('-')[0]}"
    Path(name).write_bytes(text.encode())
    result = CliRunner().invoke(main, ["import", name])
    assert not result.exception or isinstance(result.exception, SystemExit), result.exception
    return text, result.stdout, result.stderr, result.exit_code


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_text_becomes_what_an_author_would_have_typed(path: Path) -> None:
    text, blocks, said, _ = imported(path)
    whole = f"{text}=== becomes\n{blocks}=== says\n{said}"
    if os.environ.get("UPDATE_TEXTS"):
        path.write_text(whole, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == whole


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_blocks_build_without_a_mistake(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    _, blocks, said, status = imported(path)
    html = markdown(blocks, extensions=EXTENSIONS, extension_configs={"pymdownx.arithmatex": {"generic": True}})
    count = re.search(r"^(\d+) cards?\b", said, re.M)
    assert count, said
    assert html.count("<flash-card") == int(count[1])
    assert not caplog.messages
    assert not re.search(r"""<script|<[a-z][^>]*\s(?:on\w+=|(?:href|src)=["']?\s*javascript:)""", html)
    lost = re.search(r"left over|not imported", said) is not None
    assert status == (1 if lost else 0)
