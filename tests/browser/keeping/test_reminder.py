"""The reminder to make a backup, and asking the browser to keep the data."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ..courses import Student, at
from ..past import NOW, Review, many, remember
from ..waiting import eventually
from .kept import NOTES, press, reminder

Open = Callable[..., Student]


# Reminder


@pytest.mark.parametrize(
    ("reviews", "told"),
    [(many(50, 4), True), (many(49, 8), False), (many(50, 2), False), (many(49, 3) + many(1, 8), True)],
)
def test_the_reminder_comes_when_there_is_something_to_lose(
    index: Callable[..., Page], reviews: list[Review], told: bool
) -> None:
    page = index(reviews)
    expect(page.locator(".flash-figures")).to_be_visible()
    expect(reminder(page)).to_have_count(1 if told else 0)
    if told:
        expect(reminder(page)).to_contain_text("50 reviews have no backup.")


def test_the_reminder_can_be_put_off_for_six_days(index: Callable[..., Page]) -> None:
    page = index(many(60, 20))
    press(page, "Later")
    expect(reminder(page)).to_have_count(0)
    expect(page.get_by_role("button", name="Start review")).to_be_focused()
    for moment, count in (("2026-12-01T19:00", 0), ("2026-12-01T21:00", 1)):
        at(page, moment)
        page.reload()
        expect(page.locator(".flash-figures")).to_be_visible()
        expect(reminder(page)).to_have_count(count)


def test_the_reminder_comes_on_the_page_of_a_week_too(review: Open, page: Page) -> None:
    """Who opens only that page, once a week, would be too late with the browser's seventh day."""
    at(page, NOW)
    review(NOTES, at="review/week-1/")
    remember(page, many(60, 5))
    expect(reminder(page)).to_contain_text("60 reviews have no backup.")


def test_the_reminder_comes_at_the_end_of_a_session(review: Open, page: Page) -> None:
    at(page, NOW)
    student = review(NOTES, at="review/week-1/")
    remember(page, many(48, 0, "e"))
    expect(page.get_by_role("button", name="Start review")).to_be_visible()
    expect(reminder(page)).to_have_count(0)
    student.begin()
    assert len(student.all_answers()) == 4
    expect(page.locator(".flash-summary .flash-notice")).to_contain_text("52 reviews have no backup.")


PERSIST = """window.asked = 0;
navigator.storage.persist = async () => { window.asked++; return true; };"""


@pytest.mark.parametrize(("days", "asked"), [(2, 0), (3, 1)])
def test_the_browser_is_asked_once_to_keep_the_data_from_the_third_day_on(
    index: Callable[..., Page], days: int, asked: int
) -> None:
    reviews = [review for ago in range(1, days + 1) for review in many(1, ago)]
    page = index([])
    page.add_init_script(PERSIST)
    remember(page, reviews)
    expect(page.locator(".flash-figures")).to_be_visible()
    eventually(page, lambda: page.evaluate("asked"), asked)
    page.reload()
    expect(page.locator(".flash-figures")).to_be_visible()
    eventually(page, lambda: page.evaluate("asked"), 0)


def test_the_first_backup_asks_for_it_too(index: Callable[..., Page]) -> None:
    page = index(many(3, 0))
    page.evaluate(f"() => {{ {PERSIST} }}")
    with page.expect_download():
        press(page, "Save progress to a file")
    eventually(page, lambda: page.evaluate("asked"), 1)


# Clocks


def test_a_backup_ends_the_reminder_until_there_is_more_to_lose(index: Callable[..., Page]) -> None:
    page = index(many(60, 20))
    with page.expect_download():
        reminder(page).get_by_role("button", name="Save progress to a file").click()
    expect(reminder(page)).to_have_count(0)
    at(page, "2026-12-20T20:00")
    remember(page, many(49, -5), name="later")
    expect(page.locator(".flash-figures")).to_be_visible()
    expect(reminder(page)).to_have_count(0)
    remember(page, many(50, -5), name="later")
    expect(reminder(page)).to_contain_text("50 reviews have no backup.")
