"""What a review page loads, and when; and what it says of what cannot be loaded."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ..courses import Student
from ..waiting import eventually
from .review_courses import FIVE, WEEKS

Review = Callable[..., Student]


def files(page: Page) -> list[str]:
    found = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1))")
    return sorted(re.sub(r"\.\w+(?=\.\w+$)", "", name) for name in found if re.match("flashcards(?!-week)", name))


LOADED = ["flashcards-review.css", "flashcards-review.js", "flashcards.css", "flashcards.js"]


@pytest.mark.parametrize("place", ["review/", "review/week-1/"])
def test_what_is_not_wanted_is_not_loaded(review: Review, page: Page, place: str) -> None:
    student = review(WEEKS, at=place)
    eventually(page, lambda: files(page), LOADED)
    with page.expect_request("**/flashcards-session.*"):
        page.mouse.move(50, 50)
    student.begin()
    eventually(page, lambda: files(page), sorted([*LOADED, "flashcards-session.css", "flashcards-session.js"]))
    assert student.answer()


def test_a_pointer_that_rests_is_no_reader(review: Review, page: Page) -> None:
    """Browsers report where it is when a page appears under it."""
    review(WEEKS, at="review/")
    move = "(x) => { dispatchEvent(new PointerEvent('pointermove', { movementX: x })); }"
    page.evaluate(move, 0)
    eventually(page, lambda: files(page), LOADED)
    page.evaluate(move, 3)
    eventually(page, lambda: files(page), sorted([*LOADED, "flashcards-session.css", "flashcards-session.js"]))


def test_a_reminder_that_cannot_be_loaded_is_not_missed(review: Review, page: Page) -> None:
    """Nobody waits for it: without a connection, the end of a session is as it always is."""
    page.route("**/flashcards-more.*", lambda route: route.fulfill(body=""))
    student = review(FIVE)
    student.begin()
    with page.expect_response("**/flashcards-more.*.js"):
        student.all_answers()
    expect(page.locator(".flash-summary")).to_be_visible()
    with page.expect_response("**/flashcards-more.*.js"):
        student.press("Back to the overview")
    expect(page.locator(".flash-missing")).to_have_count(0)


def test_a_session_that_cannot_be_loaded_is_said(review: Review, page: Page) -> None:
    page.route("**/flashcards-session.*", lambda route: route.fulfill(body=""))
    student = review(FIVE)
    with page.expect_response("**/flashcards-session.*"):
        page.mouse.move(50, 50)
    expect(page.locator(".flash-missing")).to_have_count(0)
    student.press("Start review")
    expect(page.locator(".flash-panel")).to_contain_text("This part could not be loaded.")
    expect(page.locator(".flash-missing")).to_have_count(1)
    page.unroute("**/flashcards-session.*")
    student.begin()
    assert len(student.all_answers()) == 5


def test_a_sheet_that_cannot_be_loaded_is_said(review: Review, page: Page) -> None:
    page.route("**/flashcards-more.*", lambda route: route.fulfill(body=""))
    student = review(FIVE)
    student.press("Print a sheet")
    expect(page.locator(".flash-panel")).to_contain_text("This part could not be loaded.")
