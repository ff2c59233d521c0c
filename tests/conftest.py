"""What holds for all tests."""

from __future__ import annotations

import gc


def pytest_collection_finish() -> None:
    """Eight thousand tests stay until the end; the garbage collector need not look at them again and again."""
    gc.freeze()
