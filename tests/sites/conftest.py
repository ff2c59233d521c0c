"""Tests of whole sites: each is a folder of small texts, built as `mkdocs build` would."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")

from whole_site import Site

# A job of its own installs it: it takes 90 MB, and nothing else needs it.
collect_ignore = [] if find_spec("zensical") else ["neighbours/test_site_zensical.py"]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An empty site."""
    return Site(tmp_path)


@pytest.fixture(autouse=True)
def _same_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Relative paths, of snippets for one, count from the folder of the site, as they do for an author."""
    monkeypatch.chdir(tmp_path)
