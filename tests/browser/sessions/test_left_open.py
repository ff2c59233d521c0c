"""Sessions that are left open: in two tabs, overnight, and while the student reads a note."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from ..courses import Course, Student, at, recalls

Courses = Callable[..., Course]
Review = Callable[..., Student]

FIVE = {"week-1/notes": recalls("a", "b", "c", "d", "e")}
# A page that has been looked away from.
LOOKED_AT = "document.dispatchEvent(new Event('visibilitychange'))"


@pytest.fixture
def tabs(courses: Courses, context: BrowserContext) -> tuple[Student, Student]:
    """Two tabs with the same week, each in a session."""
    both = []
    for _ in range(2):
        page = context.new_page()
        page.goto(courses(FIVE).http("review/week-1/"))
        both.append(Student(page))
    for student in both:
        student.begin()
    return both[0], both[1]


def graded_once(student: Student) -> bool:
    """Whether all five cards were graded, none twice."""
    return sorted(grade.split(" ")[0] for grade in student.grades()) == list("abcde")


def test_a_session_that_begins_in_another_tab_goes_on_from_here(courses: Courses, context: BrowserContext) -> None:
    pages = [context.new_page() for _ in range(2)]
    for page in pages:
        page.goto(courses(FIVE).http("review/week-1/"))
    one, two = map(Student, pages)
    one.begin()
    done = one.answer()
    expect(two.page.locator(".flash-about")).to_have_text("4 new")
    two.begin()
    assert two.asked() != done


def test_what_one_tab_has_asked_the_other_skips(tabs: tuple[Student, Student]) -> None:
    one, two = tabs
    for turn in range(3):
        (one if turn % 2 else two).answer()
        for student in tabs:
            expect(student.page.locator(".flash-position")).to_have_text(f"{4 - turn} left")
    two.all_answers()
    expect(one.page.get_by_role("button", name="Back to the overview")).to_be_visible()
    assert graded_once(one)


def test_a_card_that_another_tab_has_graded_gives_way(tabs: tuple[Student, Student]) -> None:
    one, two = tabs
    looked_at = one.asked()
    one.press("Show answer")
    while two.asked() != looked_at:
        two.answer()
    two.answer()
    # It may have been the last one.
    expect(one.page.locator(f'.flash-stage > [data-card="{looked_at}"]')).to_have_count(0)
    one.all_answers()
    assert graded_once(one)


def test_what_another_tab_has_missed_it_asks_again(tabs: tuple[Student, Student]) -> None:
    one, two = tabs
    missed = two.answer("Forgot")
    expect(one.page.locator(".flash-position")).to_have_text("4 left")
    assert missed not in one.all_answers()
    assert two.asked() == missed


def test_undo_is_right_after_another_tab_has_taken_cards(tabs: tuple[Student, Student]) -> None:
    one, two = tabs
    lost = one.answer("Forgot")
    expect(two.page.locator(".flash-position")).to_have_text("4 left")
    two.answer()
    two.answer()
    expect(one.page.locator(".flash-position")).to_have_text("3 left · 1 again")
    one.press("Undo")
    assert one.asked() == lost
    expect(one.page.locator(".flash-position")).to_have_text("3 left")
    assert len(set(one.all_answers())) == 3


def test_a_card_whose_answer_is_being_read_stays(courses: Courses, context: BrowserContext) -> None:
    course = courses({"week-1/notes": "\n".join(f"```flashcard id={n}\n{n}?\n---\nTrue\n```\n" for n in "abcde")})
    both = []
    for _ in range(2):
        page = context.new_page()
        page.goto(course.http("review/week-1/"))
        both.append(Student(page))
        both[-1].begin()
    one, two = both
    read = one.asked()
    one.press("True")
    expect(two.page.locator(".flash-position")).to_have_text("4 left")
    two.press("True")
    two.press("Next card")
    expect(one.page.locator(".flash-position")).to_have_text("4 left")
    assert one.asked() == read
    one.press("Next card")
    expect(one.card).not_to_have_attribute("data-card", read)
    assert one.position() == "3 left"


def test_a_session_left_open_overnight_asks_what_is_due_in_the_morning(review: Review, page: Page) -> None:
    at(page, "2026-11-23T23:00")
    student = review(FIVE, new_per_day=3)
    student.begin()
    first = student.answer("Forgot")
    at(page, "2026-11-24T03:59")
    page.evaluate(LOOKED_AT)
    expect(student.card).to_be_visible()
    at(page, "2026-11-24T04:01")
    page.evaluate(LOOKED_AT)
    heading = page.get_by_role("heading", name="A new day has begun. This is due now:")
    expect(heading).to_be_focused()
    # One that was missed, and as many new ones as a day has.
    expect(page.locator(".flash-pause")).to_contain_text("4 cards, about 1 minute")
    student.press("Go on")
    assert student.position() == "4 left · 1 again"
    asked = student.all_answers()
    assert len(asked) == 4
    assert first in asked


def test_the_morning_may_come_with_an_answer(review: Review, page: Page) -> None:
    at(page, "2026-11-24T03:58")
    student = review(FIVE, new_per_day=3)
    student.begin()
    student.press("Show answer")
    at(page, "2026-11-24T04:01")
    student.press("Remembered")
    expect(page.get_by_role("heading", name="A new day has begun. This is due now:")).to_be_focused()
    # The grade is of the new day, and can still be taken back.
    expect(page.locator(".flash-pause")).to_contain_text("2 cards")
    student.press("Undo")
    expect(student.card).to_be_visible()
    assert student.position() == "3 left"


def test_practice_goes_on_overnight(review: Review, page: Page) -> None:
    at(page, "2026-11-23T23:00")
    student = review(FIVE, at="review/week-1/#review-all")
    known = student.answer()
    at(page, "2026-11-24T08:00")
    page.evaluate(LOOKED_AT)
    assert known not in student.all_answers()


def test_the_end_of_yesterday_is_not_that_of_today(review: Review, page: Page) -> None:
    at(page, "2026-11-23T23:00")
    student = review(FIVE, new_per_day=2)
    student.begin()
    student.all_answers()
    expect(page.get_by_role("button", name="Back to the overview")).to_be_visible()
    at(page, "2026-11-24T08:00")
    page.evaluate(LOOKED_AT)
    expect(page.locator(".flash-pause")).to_contain_text("2 cards")
    student.press("Go on")
    assert len(student.all_answers()) == 2


# A browser brings a page back that it has kept whole. (The headless shell keeps none.)
BROUGHT_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


@pytest.mark.parametrize("mode", ["review", "review-all", "review-missed"])
def test_a_session_in_a_page_that_comes_back_goes_on(review: Review, page: Page, mode: str) -> None:
    page.clock.install()
    student = review(FIVE)
    if mode == "review-missed":
        student.begin()
        student.all_answers("a", "b", "c", "d", "e", by_mouse=True)
        student.press("Back to the overview")
        # The log has whole seconds.
        page.clock.fast_forward(2000)
    page.evaluate(f"location.hash = '{mode}'")
    known = [student.answer(), student.answer()]
    student.press("Show answer")
    page.clock.fast_forward(2000)
    page.evaluate(BROUGHT_BACK)
    expect(student.card.locator(".flash-reveal")).to_be_hidden()
    assert student.position() == "3 left"
    assert not set(known) & set(student.all_answers(by_mouse=True))
    student.press("Back to the overview")
    expect(page.locator(".flash-list flash-card")).to_have_count(5)


def test_what_was_graded_while_the_page_was_kept_is_not_asked(review: Review, page: Page) -> None:
    student = review(FIVE)
    student.begin()
    first = student.answer()
    other = next(card for card in "abcde" if card != first)
    # A page that is kept hears nothing.
    page.evaluate(
        """(card) => {
          const [key, line] = Object.entries(localStorage).find(([key]) => key.startsWith("flashcards:1:"));
          localStorage.setItem(key.slice(0, key.lastIndexOf(":") + 1) + "abc", line.replace(/ \\S+/, " " + card));
        }""",
        other,
    )
    page.evaluate(BROUGHT_BACK)
    expect(page.locator(".flash-position")).to_have_text("3 left")
    assert other not in student.all_answers()
