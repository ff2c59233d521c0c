"""An exam in sight: more new cards a day, so that each is seen in time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ..courses import Student, at, recalls

Review = Callable[..., Student]
WEEKS = {f"week-{week}/note": recalls(*(f"card-{week}-{n}" for n in range(15))) for week in (1, 2)}


@pytest.mark.parametrize("place", ["review/", "review/week-1/"])
def test_new_cards_are_raised_for_the_whole_course(review: Review, page: Page, place: str) -> None:
    """A week's page has half of the cards, and counts those of the course."""
    at(page, "2026-11-24T12:00")
    student = review(WEEKS, place, new_per_day=4, exam="2026-11-30")
    assert student.to_do() == {"card": 10}
    expect(page.locator(".flash-exam")).to_have_text(
        "Exam on Mon, Nov 30: 10 new a day, so that you see every card in time."
    )
    student.begin()
    assert len(student.all_answers()) == 10
    student.press("Back to the overview")
    expect(page.locator(".flash-begin")).to_contain_text("Nothing is due now.")


def test_the_next_day_has_as_many(review: Review, page: Page) -> None:
    at(page, "2026-11-24T12:00")
    student = review(WEEKS, "review/", new_per_day=4, exam="2026-11-30")
    student.begin()
    student.all_answers()
    at(page, "2026-11-25T12:00")
    page.goto(page.url.partition("#")[0])
    assert student.to_do()["new"] == 10


@pytest.mark.parametrize("exam", ["2027-06-01", "2026-11-23"])
def test_an_exam_far_away_or_over_says_nothing(review: Review, page: Page, exam: str) -> None:
    at(page, "2026-11-24T12:00")
    student = review(WEEKS, "review/", new_per_day=4, exam=exam)
    assert student.to_do() == {"card": 4}
    expect(page.locator(".flash-exam")).to_have_count(0)


def test_who_wants_no_new_cards_is_told_how_many_will_not_be_seen(review: Review, page: Page) -> None:
    at(page, "2026-11-24T12:00")
    review(WEEKS, "review/", new_per_day=0, exam="2026-11-30")
    expect(page.locator(".flash-exam")).to_have_text("Not seen before the exam on Mon, Nov 30: 30 cards.")
