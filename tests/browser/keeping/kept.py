"""A student's progress, and what they do to save it, bring it back and reset it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from ..courses import recall, recalls
from ..past import Review
from ..progress import stored

NOTES = {
    "week-1/one": recalls("a", "b", "c", "d"),
    "week-2/two": recalls("e") + recall("f", "reverse=yes"),
}
LEARNED: list[Review] = [("a", 3, 3), ("b", 3, 1), ("e", 2, 3), ("f", 2, 3), ("f~r", 1, 3)]
BEFORE = ["Week 1 2 learning 2 new 2 due", "Week 2 2 learning 2 due"]


def backup(events: object, /, **more: Any) -> dict[str, Any]:
    return {"format": "mkdocs-flashcards", "version": 1, "events": events} | more


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def restore(page: Page, path: Path) -> None:
    with page.expect_file_chooser() as chooser:
        press(page, "Restore from a file")
    chooser.value.set_files(path)


def copies(page: Page) -> Any:
    return page.locator(".flash-keeping section").filter(has=page.get_by_role("heading", name="Backup"))


def log(page: Page) -> list[str]:
    """Every stored record of the log, without the one that tests put there."""
    lists = {key: lines for key, lines in stored(page).items() if ":settings:" not in key and not key.endswith(":past")}
    return sorted(line for lines in lists.values() for line in lines if line)


def other_course(events: list[str]) -> dict[str, Any]:
    return {**backup(events), "course": "/biology/"}


def ask(page: Page) -> Any:
    return page.get_by_role("dialog")


def reminder(page: Page) -> Any:
    return page.locator(".flash-notice")
