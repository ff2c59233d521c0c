"""A course with a lock file, and what the build and the commands say about it."""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_flashcards.cli import main

LOCK = Path("flashcards.lock")
SETTINGS = "site_name: Course\nplugins: [flashcards]\n"


def run(*arguments: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=answer)


def card(question: str, answer: str = "", header: str = "") -> str:
    return f"```flashcard{header}\n{question}\n---\n{answer or f'An answer to {question}'}\n```\n\n"


def note(text: str, name: str = "a.md") -> Path:
    path = Path("docs", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def lock() -> None:
    result = run("pin", "--lock")
    assert result.exit_code == 0, result.output


def locked() -> dict[str, dict[str, str]]:
    notes = json.loads(LOCK.read_text(encoding="utf-8"))["notes"]
    return {one["id"]: one for cards in notes.values() for one in cards}


def ids() -> set[str]:
    return {one["id"] for one in json.loads(run("list", "--format", "json").stdout)}


def built(caplog: pytest.LogCaptureFixture, **settings: object) -> list[str]:
    caplog.clear()
    with caplog.at_level(logging.INFO, "mkdocs.plugins.flashcards"):
        build(load_config("mkdocs.yml", **settings))
    records = [one for one in caplog.records if one.name == "mkdocs.plugins.flashcards"]
    return [
        f"{one.levelname} {one.getMessage()}"
        for one in records
        if "week" not in one.getMessage() and "Flash cards:" not in one.getMessage()
    ]


THREE = [card("One?"), card("Two?"), card("Three?")]


def reworded(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The places of cards that seem to be reworded, which the build and `check` say alike."""
    said = [line for line in built(caplog) if "stands in its place" in line]
    checked = [line for line in run("check").stdout.splitlines() if "stands in its place" in line]
    assert [re.sub(r"^WARNING ", "", one) for one in said] == [re.sub(r":1: ", ": ", one, count=1) for one in checked]
    return [one.split(": ")[0].removeprefix("WARNING ") for one in said]
