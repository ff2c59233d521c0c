"""What the page of all weeks asks: across weeks, by tag, mixed, limited, and without weeks that do not come."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from ..courses import Course, Student, at, recall, recalls
from ..progress import grades
from .review_courses import WEEKS, hold_weeks, scripts

Review = Callable[..., Student]


def test_the_index_asks_across_all_weeks_and_loads_what_it_needs(review: Review) -> None:
    student = review(WEEKS, at="review/", new_per_day=9)
    assert student.to_do() == {"card": 9}
    assert scripts(student.page) == []
    student.begin()
    asked = student.all_answers()
    assert sorted(asked) == ["a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3"]
    assert scripts(student.page) == ["week-1", "week-2"]
    weeks = [card[0] in "ab" for card in asked]
    assert weeks not in (sorted(weeks), sorted(weeks, reverse=True))


TAGGED = {
    "week-1/one": recall("a", 'tags="sql"') + recall("b", 'tags="sql, C++ & more"') + recall("c"),
    "week-2/two": recall("d", "tags=sql reverse=yes") + recall("e", "tags=Later"),
}


def test_a_review_of_the_cards_with_one_tag(review: Review) -> None:
    student = review(TAGGED, at="review/")
    tags = student.page.locator(".flash-tags a")
    assert tags.all_inner_texts() == ["C++ & more", "Later", "sql"]
    tags.get_by_text("C++ & more").click()
    expect(student.card).to_be_visible()
    assert student.all_answers() == ["b"]
    student.press("Back to the overview")
    tags.get_by_text("sql").click()
    expect(student.card).to_be_visible()
    student.page.reload()
    expect(student.card).to_be_visible()
    assert sorted(student.all_answers()) == ["a", "d"]
    assert scripts(student.page) == ["week-1", "week-2"]


@pytest.mark.parametrize(
    "address", ["#review?tag=none", "#review?tag=", "#review?tag=%E0%A4%A", "#review?nonsense", "#review?"]
)
def test_an_address_with_a_tag_of_no_card_is_said_to_lead_nowhere(review: Review, address: str) -> None:
    student = review(TAGGED, at=f"review/{address}")
    expect(student.page.locator(".flash-missing")).to_have_text("There are no cards at this address.")
    assert student.page.evaluate("location.hash") == ""
    student.begin()
    student.page.evaluate("(address) => { location.hash = address; }", address)
    expect(student.page.locator(".flash-missing")).to_be_visible()
    expect(student.session).to_have_count(0)


def test_a_course_without_tags_offers_none(review: Review) -> None:
    student = review(WEEKS, at="review/")
    expect(student.page.locator(".flash-tags")).to_have_count(0)


def test_due_and_new_take_turns(review: Review, page: Page) -> None:
    at(page, "2026-11-23T20:00")
    student = review(WEEKS, new_per_day=2)
    student.begin()
    learned = student.all_answers()
    at(page, "2026-11-26T20:00")
    student.press("Back to the overview")
    page.reload()
    assert student.to_do() == {"card": 4, "due": 2, "new": 2}
    student.begin()
    asked = student.all_answers()
    assert len(asked) == 4
    assert set(learned) < set(asked)
    assert sum(card in learned for card in asked[:2]) == 1


def test_notes_are_mixed(review: Review) -> None:
    student = review(WEEKS)
    student.begin()
    asked = [card[0] for card in student.all_answers()]
    assert asked in (list("ababab"), list("bababa"))


def test_new_cards_are_limited_over_the_whole_course(review: Review) -> None:
    student = review(WEEKS, new_per_day=4)
    assert student.to_do() == {"card": 4}
    student.begin()
    student.answer()
    student.answer("Forgot")
    student.press("Leave")
    student.page.get_by_role("heading").first.wait_for()
    student = review(WEEKS, at="review/week-2/", new_per_day=4)
    assert student.to_do() == {"card": 2, "new": 2}
    student.begin()
    assert len(student.all_answers()) == 2
    student.press("Back to the overview")
    expect(student.page.get_by_text("Nothing is due now.")).to_be_visible()
    expect(student.page.get_by_text("Next: tomorrow, 1 card, about 1 minute.")).to_be_visible()


def test_a_week_that_cannot_be_loaded_is_left_out(courses: Callable[..., Course], context: BrowserContext) -> None:
    page = context.new_page()
    page.route("**/flashcards-week-1.*", lambda route: route.fulfill(body=""))
    page.goto(courses(WEEKS).http("review/#review"))
    student = Student(page)
    expect(student.session).to_be_visible()
    asked = student.all_answers()
    assert sorted(asked) == ["c1", "c2", "c3", "d1", "d2", "d3"]
    missing = page.get_by_text("The cards for Week 1 could not be loaded.")
    expect(missing).to_have_count(1)
    expect(page.locator(".flash-live")).to_be_attached()
    for n in range(1, 7):
        student.press("Undo")
        assert student.asked() == asked[-n]
    page.unroute("**/flashcards-week-1.*")
    student.press("Leave")
    student.press("Practise all 12 cards")
    assert len(student.all_answers()) == 12


def test_a_week_that_takes_its_time(courses: Callable[..., Course], page: Page) -> None:
    held = hold_weeks(page)
    page.goto(courses(WEEKS).http("review/"))
    student = Student(page)
    student.press("Start review")
    expect(page.get_by_text("Loading…")).to_be_visible()
    expect(student.session).to_be_focused()
    page.keyboard.press("Space")
    held[0].continue_()
    expect(student.card).to_be_focused()
    assert grades(page) == []


def test_leaving_while_a_week_is_on_its_way(courses: Callable[..., Course], page: Page) -> None:
    held = hold_weeks(page)
    page.goto(courses(WEEKS).http("review/"))
    student = Student(page)
    student.press("Start review")
    student.press("Leave")
    with page.expect_event("requestfinished"):
        held[0].continue_()
    expect(student.session).to_have_count(0)


def test_undo_does_not_reach_behind_a_week_that_did_not_come(review: Review, page: Page) -> None:
    # Without chance the first week comes first.
    page.add_init_script("Math.random = () => 0")
    page.route("**/flashcards-week-1.*", lambda route: route.fulfill(body=""))
    student = review(WEEKS, at="review/", new_per_day=12)
    student.begin()
    expect(page.locator(".flash-missing")).to_contain_text("The cards for Week 1 could not be loaded.")
    asked = student.asked()
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    page.keyboard.press("u")
    assert student.asked() == asked
    student.all_answers()
    assert len(student.grades()) == len(set(student.grades())) == 6


def test_a_card_of_two_weeks_is_had_from_the_one_that_comes(review: Review, page: Page) -> None:
    page.route("**/flashcards-week-2.*", lambda route: route.fulfill(body=""))
    student = review({"week-1/a": recalls("both"), "week-2/b": recalls("both")}, at="review/")
    student.begin()
    assert student.all_answers() == ["both"]


def test_where_no_week_comes_nothing_is_done(review: Review, page: Page) -> None:
    page.route("**/flashcards-week-*", lambda route: route.fulfill(body=""))
    student = review(WEEKS, at="review/", new_per_day=5)
    student.press("Start review")
    expect(page.locator(".flash-summary")).to_be_visible()
    expect(page.get_by_role("heading", name="Done for now")).to_have_count(0)
    page.unroute("**/flashcards-week-*")
    student.press("Start review")
    assert len(student.all_answers()) == 5
