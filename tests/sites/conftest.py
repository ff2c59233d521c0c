"""Tests of whole sites: each is a folder of small texts, built as `mkdocs build` would."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import jinja2
import pytest
from mkdocs.theme import Theme

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


class Compiled(jinja2.BytecodeCache):
    """Templates that were compiled before, by any build."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


@pytest.fixture(scope="session", autouse=True)
def _templates() -> Iterator[None]:
    """Compile each template of a theme once: half of the time of a build with Material goes into its templates.

    Jinja compares the source, so a template that has changed is compiled anew.
    """
    compiled, get_env = Compiled(), Theme.get_env

    def with_compiled(theme: Theme) -> jinja2.Environment:
        env = get_env(theme)
        env.bytecode_cache = compiled
        return env

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Theme, "get_env", with_compiled)
        yield
