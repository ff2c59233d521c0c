"""What the student's log holds, as the tests look at it."""

from __future__ import annotations

from playwright.sync_api import Page


def stored(page: Page) -> dict[str, list[str]]:
    """The lines in the store, by key."""
    found: dict[str, list[str]] = page.evaluate(
        "Object.fromEntries(Object.keys(localStorage).filter((key) => key.startsWith('flashcards:')).sort()"
        ".map((key) => [key, localStorage.getItem(key).split('\\n')]))"
    )
    return found


def grades(page: Page) -> list[str]:
    """Card and grade of every event; one that takes another back as a minus and that one's number."""
    found = []
    for lines in stored(page).values():
        for line in lines:
            _, card, _, _, what = line.split(" ")
            found.append(f"{card} {'-' + what.split('.')[1] if what.startswith('-') else what}")
    return found
