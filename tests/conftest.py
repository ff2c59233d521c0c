"""What holds for all tests."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import jinja2
import pytest
from mkdocs.theme import Theme


def pytest_collection_finish() -> None:
    """Eight thousand tests stay until the end; the garbage collector need not look at them again and again."""
    gc.freeze()


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
