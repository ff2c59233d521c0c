"""The end of a session: what it says, counts, and offers as the next step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ..courses import Student, at, recalls
from ..logs import base36
from ..past import NOW, TODAY, remember
from .small_courses import FIVE, MANY, THREE

Review = Callable[..., Student]
MAIN = ".flash-summary .flash-main"


def test_an_early_end_says_what_is_left_for_today(review: Review) -> None:
    student = review(MANY, new_per_day=43)
    student.begin()
    for _ in range(20):
        student.answer()
    student.page.locator("[data-flash=enough]").click()
    expect(student.page.get_by_role("heading", name="That’s it for now")).to_be_focused()
    assert student.end() == ["20 cards, all known right away.", "Left for today: 23 cards, about 8 minutes."]
    expect(student.page.locator(MAIN)).to_have_text("Back to the overview")
    expect(student.page.locator(".flash-position")).to_be_hidden()
    student.press("Go on")
    expect(student.card).to_be_visible()


def test_what_was_missed_too_often_is_the_next_step(review: Review) -> None:
    student = review({"week-1/notes": recalls("a", "b")})
    student.begin()
    lost = student.answer("Forgot")
    student.answer()
    for _ in range(2):
        student.answer("Forgot")
    student.press("Go on")
    expect(student.page.get_by_role("heading", name="Done for now")).to_be_focused()
    # So the overview says too: see below.
    assert student.end()[:2] == ["2 cards, 1 of them known right away.", "Left for today: 1 card, about 1 minute."]
    expect(student.page.locator(".flash-ring")).to_have_text("50%")
    expect(student.page.locator(MAIN)).to_have_text("Only the missed card")
    box = student.page.locator(MAIN).bounding_box()
    assert box
    assert box["height"] < 80
    student.page.locator(MAIN).click()
    assert student.asked() == lost
    student.press("Leave")
    assert student.to_do()["due"] == 1


def test_the_end_counts_cards_and_shows_no_ring_of_nothing(review: Review) -> None:
    student = review({"week-1/notes": recalls("a")})
    student.begin()
    student.answer("Forgot")
    student.answer()
    assert student.end()[0] == "1 card, none known yet."
    expect(student.page.locator(".flash-ring")).to_have_count(0)
    expect(student.page.get_by_role("button", name="Only the missed card")).to_be_visible()


def test_what_the_end_offers_again_is_what_this_session_missed(review: Review) -> None:
    """Not all of today's, which the overview offers: the number is that of the sentence above."""
    student = review({"week-1/notes": recalls("a", "b", "c")})
    student.begin()
    student.all_answers("a", "b")
    student.press("Only the 2 missed cards")
    student.all_answers("b")
    assert student.end()[0] == "2 cards, 1 of them known right away."
    student.press("Only the missed card")
    assert (student.asked(), student.position()) == ("b", "1 left")
    student.page.go_back()
    student.press("Only the 2 missed cards")
    assert student.position() == "2 left"


@pytest.mark.parametrize(("ago", "said"), [((1, 2), ["3 days in a row"]), ((2,), []), ((1, 3), ["2 days in a row"])])
def test_days_in_a_row(review: Review, page: Page, ago: tuple[int, ...], said: list[str]) -> None:
    at(page, NOW)
    student = review(FIVE)
    remember(page, [("a", days, 3) for days in ago])
    student.begin()
    student.all_answers()
    assert student.end()[2:] == said


@pytest.mark.parametrize(("seconds", "minutes"), [(30, "12 minutes"), (300, "8 minutes")])
def test_the_students_own_pace_says_how_long_it_takes(review: Review, page: Page, seconds: int, minutes: str) -> None:
    """Breaks are no answers: where there is nothing but breaks, the usual pace holds."""
    at(page, NOW)
    review(MANY, new_per_day=23)
    day = TODAY - 1
    times = [base36(day * 86400 + 50000 + n * seconds) for n in range(30)]
    remember(page, [], *(f"{n} other {time} {day} 3" for n, time in enumerate(times, 1)))
    expect(page.locator(".flash-lead")).to_have_text(f"23 cards, about {minutes}")


def test_the_end_comes_without_a_connection(review: Review, page: Page) -> None:
    page.route("**/flashcards-more.*", lambda route: route.fulfill(body=""))
    student = review(THREE)
    student.begin()
    student.all_answers()
    expect(page.get_by_role("heading", name="Done for now")).to_be_focused()
    student.press("Back to the overview")


def test_the_end_says_what_was_left_out(review: Review) -> None:
    student = review(THREE)
    student.begin()
    for _ in range(3):
        student.press("Skip")
    expect(student.page.get_by_role("heading", name="Done for now")).to_have_count(0)
    student.press("Start review")
    assert len(student.all_answers()) == 3
    expect(student.page.get_by_role("heading", name="Done for now")).to_be_focused()
