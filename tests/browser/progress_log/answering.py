"""An answer to the only card of a page."""

from __future__ import annotations

from playwright.sync_api import Page


def answer(page: Page, grade: str) -> None:
    page.locator("flash-card").get_by_role("button", name="Show answer").click()
    page.get_by_role("button", name=grade).click()
