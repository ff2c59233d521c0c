"""A course that moves to Zensical: the same cards, review pages and addresses as in MkDocs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_flashcards.cli import main

SETTINGS = """\
site_name: Course
plugins: [search, flashcards]
theme: {name: material, font: false}
markdown_extensions: [flashcards, admonition]
extra_css: [assets/flashcards.css]
extra_javascript: [assets/flashcards.js]
"""
CARD = "```flashcard\nWhat is [this](b.md)? ![p](p.png)\n---\nA letter.\n```\n"


def test_cards_and_review_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("docs/week-1").mkdir(parents=True)
    Path("mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    Path("docs/week-1/a.md").write_text(f"# A\n\n{CARD}", encoding="utf-8")
    Path("docs/week-1/b.md").write_text("# B\n", encoding="utf-8")
    Path("docs/week-1/p.png").write_bytes(b"")
    Path("docs/index.md").write_text("# Course\n", encoding="utf-8")
    for command in (["assets", "docs/assets"], ["review", "docs/review"]):
        assert CliRunner().invoke(main, command).exit_code == 0
    done = subprocess.run([sys.executable, "-m", "zensical", "build"], capture_output=True, text=True, check=False)
    assert "No issues found" in done.stdout + done.stderr
    (card,) = re.findall(r'data-card="(\w+)"', Path("site/week-1/a/index.html").read_text(encoding="utf-8"))
    page = Path("site/review/week-1/index.html").read_text(encoding="utf-8")
    assert re.findall(r'<flash-card id="card-(\w+)"', page) == [card]
    addresses = re.findall(r'(?:src|href)="([^"#?:]*)', page[page.index("<article") : page.index("</article")])
    addresses += re.findall(r'data-(?:more|session)="([^ "]+) ([^ "]+)"', page)[0]
    for address in filter(None, addresses):
        target = Path("site/review/week-1", address)
        assert (target / "index.html" if target.is_dir() else target).exists(), address
    assert Path("site/review/flashcards-week-1.js").exists()
