"""What a review page shows around its sessions: counts, modes, days, other tabs, and pages that come and go."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from .. import samples
from ..courses import Course, Student, at, recall
from ..progress import grades
from ..refused import REFUSE
from ..waiting import eventually
from .review_courses import FIVE, WEEKS

Review = Callable[..., Student]
RUN_AGAIN = """() => Promise.all([...document.querySelectorAll("main script[src]")].map((old) => new Promise((done) => {
  const script = document.createElement("script");
  script.src = old.src;
  script.async = false;
  script.onload = done;
  document.querySelector("main").append(script);
})))"""


def test_practise_all_and_only_the_missed(review: Review) -> None:
    student = review(FIVE, new_per_day=2)
    student.press("Practise all 5 cards")
    assert student.page.url.endswith("#review-all")
    student.all_answers("c", "d")
    student.press("Back to the overview")
    student.press("Only the 2 missed cards")
    assert sorted(student.all_answers()) == ["c", "d"]


def test_nothing_due_says_when_and_offers_practice(review: Review, page: Page) -> None:
    at(page, "2026-11-23T20:00")
    student = review(FIVE)
    student.begin()
    student.all_answers("a")
    assert student.end()[1] == "Next: tomorrow, 1 card, about 1 minute."
    student.press("Back to the overview")
    expect(page.get_by_role("button", name="Start review")).to_have_count(0)
    page.goto(page.url + "#review")
    expect(page.get_by_role("heading", name="Nothing is due now.")).to_be_focused()
    student.press("Practise all 5 cards")
    expect(student.card).to_be_visible()


def test_a_page_that_stays_open_overnight_is_up_to_date_in_the_morning(review: Review, page: Page) -> None:
    at(page, "2026-11-23T23:00")
    student = review(FIVE, new_per_day=2)
    student.begin()
    student.all_answers()
    student.press("Back to the overview")
    expect(page.get_by_text("Nothing is due now.")).to_be_visible()
    at(page, "2026-11-24T03:59")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text("Nothing is due now.")).to_be_visible()
    at(page, "2026-11-24T04:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    eventually(page, lambda: student.to_do().get("new"), 2)


def test_a_session_that_begins_in_the_morning_is_of_that_day(review: Review, page: Page) -> None:
    at(page, "2026-11-23T23:00")
    student = review(FIVE, new_per_day=2)
    student.begin()
    student.all_answers()
    student.press("Back to the overview")
    at(page, "2026-11-26T09:00")
    page.evaluate("location.hash = 'review'")
    assert student.position() == "4 left"


def test_the_student_is_not_moved_when_counts_change(review: Review, page: Page) -> None:
    student = review(FIVE)
    page.get_by_role("button", name="Start review").focus()
    page.evaluate(
        """() => {
          const key = `flashcards:1:${location.pathname.split("review")[0]}:abc`;
          const newValue = "1 a tkuekw 20700 3";
          localStorage.setItem(key, newValue);
          dispatchEvent(new StorageEvent("storage", { key, newValue }));
        }"""
    )
    eventually(page, student.to_do, {"card": 5, "due": 1, "new": 4})
    expect(page.get_by_role("button", name="Start review")).to_be_focused()


@pytest.mark.parametrize("how", REFUSE)
def test_refused_storage_is_said_and_the_session_goes_on(courses: Callable[..., Course], page: Page, how: str) -> None:
    page.add_init_script(REFUSE[how])
    page.goto(courses(FIVE).http("review/week-1/#review"))
    student = Student(page)
    student.answer()
    problem = student.session.locator(".flash-problem")
    expect(problem).to_contain_text("does not let this page save your progress")
    student.answer()
    expect(problem).to_have_count(1)
    student.all_answers()
    assert student.end()[0].startswith("5 cards")
    with page.expect_download() as download:
        problem.get_by_role("button", name="Save progress to a file").click()
    assert download.value.suggested_filename.endswith(".json")


def test_scripts_may_run_again(review: Review) -> None:
    student = review(WEEKS, at="review/")
    student.page.evaluate(RUN_AGAIN)
    student.begin()
    assert len(student.all_answers()) == 12
    expect(student.page.locator(".flash-below")).to_have_count(1)


def test_under_instant_navigation(courses: Callable[..., Course], page: Page) -> None:
    """Content is put in place of other content, then its scripts run again."""
    course = courses(WEEKS)
    swap = (
        "async (address) => { const text = await (await fetch(address)).text();"
        "const next = new DOMParser().parseFromString(text, 'text/html').querySelector('main');"
        "history.pushState(null, '', address);"
        "document.querySelector('main').replaceWith(document.adoptNode(next)); }"
    )
    page.goto(course.http("week-1/one/"))
    student = Student(page)
    for _ in range(2):
        page.evaluate(swap, course.http("review/week-1/"))
        page.evaluate(RUN_AGAIN)
        page.locator("flash-review:not(:empty)").wait_for()
        student.begin()
        student.answer()
        student.press("Show answer")
        page.evaluate(swap, course.http("week-1/one/"))
        expect(student.session).to_have_count(0)
    assert len(grades(page)) == 2
    page.evaluate(swap, course.http("review/"))
    page.evaluate(RUN_AGAIN)
    page.locator("flash-review:not(:empty)").wait_for()
    student.begin()
    assert len(student.all_answers()) == 10


def test_an_element_that_leaves_and_comes_back_has_one_of_everything(review: Review) -> None:
    student = review(WEEKS, at="review/")
    expect(student.page.get_by_text("Progress and settings")).to_be_attached()
    before = student.page.locator("main").evaluate("(main) => main.textContent")
    student.page.evaluate(
        "() => { const review = document.querySelector('flash-review'); const next = review.nextSibling;"
        "review.remove(); next.before(review); }"
    )
    expect(student.page.get_by_text("Progress and settings")).to_be_attached()
    assert student.page.locator("main").evaluate("(main) => main.textContent") == before
    student.begin()
    student.answer()
    assert len(student.grades()) == 1


def test_without_script_a_week_is_a_list(courses: Callable[..., Course], browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(courses(WEEKS).http("review/week-1/"))
    for summary in page.get_by_text("Show answer", exact=True).all():
        summary.click()
    expect(page.locator(".flash-reveal").filter(visible=True)).to_have_count(6)
    context.close()


@pytest.mark.parametrize("missed", [(), ("turned", "turned~r")])
def test_practice_says_how_much_it_asks_from_beginning_to_end(review: Review, missed: tuple[str, ...]) -> None:
    """Each number of a card and its other side are asked: a card of their own to whoever answers them."""
    student = review({"week-1/notes": samples.NUMBERS + recall("turned", "reverse=yes")})
    student.press("Practise all 4 cards")
    expect(student.card).to_be_visible()
    assert student.position() == "4 left"
    assert len(student.all_answers(*missed)) == 4 + len(missed)
    known = "2 of them" if missed else "all"
    assert student.end()[0] == f"4 cards, {known} known right away."
