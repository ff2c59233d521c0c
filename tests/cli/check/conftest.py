"""A course to check."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked_course import SETTINGS, write


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"mkdocs.yml": SETTINGS, "docs/index.md": "# Course\n"})
    return tmp_path
