"""A student's past: reviews as their browser would have stored them, for a page that is opened later."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from playwright.sync_api import Page, expect

from .logs import base36

# A Wednesday evening.
NOW = "2026-11-25T20:00"
TODAY = date(2026, 11, 25).toordinal() - date(1970, 1, 1).toordinal()
PREFIX = "document.querySelector('flash-review').controller.page.store.prefix"

# Card, days ago, grade.
Review = tuple[str, int, int]


def lines(reviews: Iterable[Review]) -> list[str]:
    """The lines of one list; later ones of a day come later in it."""
    made = []
    for n, (card, ago, grade) in enumerate(reviews, 1):
        day = TODAY - ago
        made.append(f"{n} {card} {base36(day * 86400 + 15 * 3600 + n)} {day} {grade}")
    return made


def remember(page: Page, reviews: Iterable[Review], *more: str, name: str = "past") -> None:
    """Put reviews, and other lines as they are, into the store of the course that the page is of; and come back."""
    text = "\n".join([*lines(reviews), *more])
    page.evaluate(f"([name, text]) => localStorage.setItem({PREFIX} + name, text)", [name, text])
    page.reload()
    page.locator("flash-review:not(:empty)").wait_for(state="attached")


def many(count: int, ago: int, cards: str = "abcdef", grade: int = 3) -> list[Review]:
    """So many reviews on one day."""
    return [(cards[n % len(cards)], ago, grade) for n in range(count)]


def weeks(page: Page) -> list[str]:
    """What each week says, as it is seen, once it is drawn."""
    expect(page.locator(".flash-below > [data-coming]")).to_have_count(0)
    said: list[str] = page.evaluate(
        """[...document.querySelectorAll(".flash-weeks > li")].map((row) => {
          const bar = row.querySelector(".flash-bar")?.ariaLabel.replaceAll(",", "") ?? "";
          const [name, ...rest] = row.innerText.split(/\\s*\\n\\s*/);
          return [name, bar, ...rest].filter(Boolean).join(" "); })"""
    )
    return said
