"""Waiting for what a page does only after the action that asked for it has returned."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from playwright.sync_api import Page

LONGEST = 5.0


def eventually(page: Page, read: Callable[[], object], wanted: object) -> None:
    """Read until it is what is wanted; in the end say what was read last."""
    until = monotonic() + LONGEST
    while (found := read()) != wanted and monotonic() < until:
        page.wait_for_timeout(20)
    assert found == wanted
