"""A session, as a student goes through it: one card after another, to a pause or to the end."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ..courses import Student, recalls
from .hands import by_keyboard, by_mouse
from .small_courses import BREAK, FIVE, KINDS, MANY, THREE

Review = Callable[..., Student]


@pytest.mark.parametrize("hands", [by_mouse, by_keyboard])
def test_a_whole_session(review: Review, hands: Callable[[Student], None]) -> None:
    student = review(KINDS)
    assert student.to_do() == {"card": 5}
    if hands is by_keyboard:
        student.page.keyboard.press("Tab")
        student.page.keyboard.press("Enter")
    else:
        student.begin()
    for n in range(1, 6):
        assert student.position() == f"{6 - n} left"
        expect(student.live).to_contain_text(f"{6 - n} left")
        expect(student.session.locator(":focus")).to_have_count(1)
        hands(student)
    expect(student.page.get_by_role("heading", name="Done for now")).to_be_focused()
    assert student.end()[0] == "5 cards, all known right away."
    assert sorted(student.grades()) == ["cloze 3", "list 3", "radio 3", "recall 3", "tf 3"]


@pytest.mark.parametrize("over", ["http", "file"])
def test_works_served_under_a_strict_policy_and_from_a_folder(review: Review, over: str) -> None:
    student = review(THREE, over=over)
    student.begin()
    assert sorted(student.all_answers()) == ["one", "three", "two"]


def test_every_grade_is_saved_at_once(review: Review) -> None:
    student = review(THREE)
    student.begin()
    first = student.answer()
    assert student.grades() == [f"{first} 3"]
    second = student.answer("Forgot")
    assert student.grades() == [f"{first} 3", f"{second} 1"]


def test_what_was_forgotten_comes_back_before_the_end(review: Review) -> None:
    student = review(FIVE)
    student.begin()
    lost = student.answer("Forgot")
    assert student.position() == "5 left · 1 again"
    asked = student.all_answers()
    assert asked[-1] == lost
    assert len(asked) == 5
    assert student.end()[0] == "5 cards, 4 of them known right away."
    for _ in range(2):
        student.press("Only the missed card")
        assert student.asked() == lost
        assert student.page.url.endswith("#review-missed")
        student.answer("Forgot")
        student.answer()


@pytest.mark.parametrize(
    ("lang", "grades", "said"),
    [
        ("en", 2, ["today", "in 2 days"]),
        ("en", 4, ["today", "tomorrow", "in 2 days", "in 8 days"]),
        ("nl", 2, ["vandaag", "overmorgen"]),
    ],
)
def test_each_grade_says_when_the_card_would_come_back(review: Review, lang: str, grades: int, said: list[str]) -> None:
    student = review(THREE, grades=grades, html=f'lang="{lang}"')
    student.begin()
    student.press("Show answer")
    expect(student.card.locator(".flash-grade > small")).to_have_text(said)
    expect(student.card.get_by_role("button", name="Again" if grades == 4 else "Forgot", exact=True)).to_have_attribute(
        "aria-description", said[0]
    )


BAR = "(bar) => [...bar.children].map((part) => Number(part.style.flexGrow))"


def test_the_bar_moves_with_every_answer(review: Review) -> None:
    student = review(FIVE)
    student.begin()
    bar = student.page.locator(".flash-top > .flash-bar")
    assert bar.evaluate(BAR) == [0, 0, 5]
    student.answer("Forgot")
    assert (bar.evaluate(BAR), student.position()) == ([0, 1, 5], "5 left · 1 again")
    student.answer()
    assert (bar.evaluate(BAR), student.position()) == ([1, 1, 4], "4 left · 1 again")
    student.press("Undo")
    assert (bar.evaluate(BAR), student.position()) == ([0, 1, 5], "5 left · 1 again")


def test_every_twenty_answers_an_end_is_offered(review: Review) -> None:
    student = review(MANY, new_per_day=43)
    student.begin()
    press = student.page.keyboard.press
    lost = student.answer("Forgot")
    for _ in range(19):
        student.answer()
    expect(student.page.get_by_role("heading", name=BREAK)).to_be_focused()
    # The forgotten card has come back in the meantime, and is known.
    assert "19 cards done, 24 to go." in student.session.inner_text()
    press("u")
    assert student.asked() != lost
    student.answer()
    press("Space")
    for _ in range(20):
        student.answer()
    expect(student.page.get_by_role("heading", name=BREAK)).to_be_focused()
    press("1")
    expect(student.page.locator(".flash-summary")).to_be_visible()
    assert len(student.grades()) == 42


def test_a_card_forgotten_three_times_is_offered_its_note(review: Review) -> None:
    student = review({"week-1/notes": "# Ships\n" + recalls("a", "b")})
    student.begin()
    lost = student.answer("Forgot")
    other = student.answer()
    for _ in range(2):
        assert student.answer("Forgot") == lost
    expect(student.page.get_by_role("heading", name="Missed three times")).to_be_focused()
    expect(student.session.get_by_role("link", name="Ships")).to_have_attribute("href", re.compile(f"#card-{lost}$"))
    student.page.keyboard.press("u")
    assert student.answer("Forgot") == lost
    student.press("Go on")
    expect(student.page.locator(".flash-summary")).to_be_visible()
    # It stays due.
    student.press("Back to the overview")
    assert student.grades().count(f"{other} 3") == 1
    student.press("Only the missed card")
    assert student.asked() == lost


COVERED = """() => [[5, 5], [innerWidth / 2, innerHeight / 2], [innerWidth - 5, innerHeight - 5]]
  .every(([x, y]) => document.elementFromPoint(x, y).closest(".flash-session"))"""


def test_a_session_covers_the_page(review: Review) -> None:
    """Nothing of the page is seen, and no key leads to it."""
    student = review(THREE)
    heading = student.page.locator("h1")
    student.begin()
    assert student.page.evaluate(COVERED)
    expect(heading).to_be_hidden()
    for _ in range(9):
        student.page.keyboard.press("Tab")
        expect(student.page.locator("body > :not(:has(.flash-session)):focus, main > :focus")).to_have_count(0)
    student.press("Leave")
    expect(heading).to_be_visible()
    expect(student.page.locator("[inert]")).to_have_count(0)


def test_the_back_row_of_a_lecture_room_can_read_a_card(review: Review, page: Page) -> None:
    student = review(FIVE)
    student.begin()
    size = "(card) => parseFloat(getComputedStyle(card).fontSize)"
    before = student.card.evaluate(size)
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement")
    assert student.card.evaluate(size) > before
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("() => !document.fullscreenElement")
    assert student.card.evaluate(size) == before
