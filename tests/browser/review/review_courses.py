"""Courses for the review pages, and what their pages have loaded."""

from __future__ import annotations

from playwright.sync_api import Page, Route

from .. import samples
from ..courses import recall, recalls
from ..looks import PALETTES

WEEKS = {
    "week-1/one": recalls("a1", "a2", "a3"),
    "week-1/two": recalls("b1", "b2", "b3"),
    "week-2/three": recalls("c1", "c2", "c3"),
    "week-3/four": recalls("d1", "d2", "d3"),
}
KINDS = {"week-1/notes": samples.KINDS + recall("turned", "reverse=yes")}
FIVE = {"week-1/notes": recalls("a", "b", "c", "d", "e")}
DRESS = {palette: tag.replace("dark.css", "/course/dark.css") for palette, tag in PALETTES.items()}


def scripts(page: Page) -> list[str]:
    """The weeks whose cards have been loaded."""
    found = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1))")
    return sorted({name.split(".")[0].removeprefix("flashcards-") for name in found if "flashcards-week" in name})


def hold_weeks(page: Page) -> list[Route]:
    """Let every week's cards wait on their way."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/flashcards-week-*", hold)
    return held
