"""A course that is checked and built, for both to be compared."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_flashcards.cli import main

SETTINGS = "site_name: Course\nplugins: [flashcards]\n"
GOOD = "```flashcard\nWhy?\n---\nBecause.\n```\n"
NO_ANSWER = "```flashcard\nWhy?\n```\n"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def lines_of_build(course: Path, caplog: pytest.LogCaptureFixture) -> list[str]:
    with caplog.at_level(logging.WARNING, "mkdocs.plugins.flashcards"):
        build(load_config(str(course / "mkdocs.yml")))
    return sorted({one.getMessage() for one in caplog.records if one.name == "mkdocs.plugins.flashcards"})


def without_columns(output: str) -> list[str]:
    return sorted(re.sub(r"^([^:]+:\d+):\d+: ", r"\1: ", line) for line in output.splitlines())
