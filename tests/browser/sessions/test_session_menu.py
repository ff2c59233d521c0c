"""The menu of a card in a session: resetting it, and mending it."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from ..courses import Student, recalls
from ..waiting import eventually
from .small_courses import THREE

Review = Callable[..., Student]


def test_a_card_can_be_reset_where_it_is_asked(review: Review) -> None:
    student = review(THREE)
    expect(student.page.get_by_role("button", name="Reset this card")).to_have_count(0)
    student.begin()
    lost = student.answer("Forgot")
    while student.asked() != lost:
        student.answer()
    student.press("Reset this card")
    student.page.locator(".flash-ask").get_by_role("button", name="Reset").click()
    eventually(student.page, lambda: student.grades()[-1], f"{lost} 0")
    assert student.asked() == lost
    student.answer()
    assert student.grades()[-1] == f"{lost} 3"


EDIT, REPORT = "Edit this card", "Report a problem with this card"


def test_a_card_can_be_mended_from_the_menu(review: Review) -> None:
    student = review({"week-1/notes": "# Ships\n\n" + recalls("a")}, repo="https://github.com/one/course")
    student.begin()
    student.page.get_by_role("button", name="More", exact=True).click()
    edit = student.page.get_by_role("link", name=EDIT)
    expect(edit).to_have_attribute("href", re.compile(r"/edit/master/docs/week-1/notes\.md#L3$"))
    # The session stays open.
    expect(edit).to_have_attribute("target", "_blank")
    expect(student.page.get_by_role("link", name=REPORT)).to_have_count(1)
    student.page.keyboard.press("Escape")
    student.press("Show answer")
    expect(student.page.get_by_role("link", name=EDIT)).to_have_count(0)


def test_in_a_note_a_card_can_be_mended_once_its_answer_is_there(review: Review, page: Page) -> None:
    review({"week-1/notes": recalls("a")}, repo="https://github.com/one/course")
    page.get_by_role("link", name="notes").first.click()
    expect(page.get_by_role("link", name=EDIT)).to_have_count(0)
    page.get_by_role("button", name="Show answer").click()
    expect(page.get_by_role("link", name=EDIT)).to_be_visible()
    expect(page.get_by_role("link", name=REPORT)).to_be_visible()


def test_a_reset_in_a_session_is_undone_like_anything_else(review: Review) -> None:
    student = review(THREE)
    student.begin()
    lost = student.answer("Forgot")
    kept = student.answer()
    while student.asked() != lost:
        student.answer()
    student.press("Reset this card")
    student.page.locator(".flash-ask").get_by_role("button", name="Reset").click()
    eventually(student.page, lambda: student.grades()[-1], f"{lost} 0")
    student.press("Undo")
    assert student.asked() == lost
    # The reset is what was taken back, and nothing else.
    assert student.grades()[-1] == f"{lost} -{student.grades().index(f'{lost} 0') + 1}"
    assert [grade for grade in student.grades() if " -" in grade] == student.grades()[-1:]
    assert f"{kept} 3" in student.grades()


def test_a_question_does_not_outlive_its_session(review: Review, page: Page) -> None:
    student = review(THREE)
    student.begin()
    lost = student.answer("Forgot")
    while student.asked() != lost:
        student.answer()
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Reset this card").dblclick()
    expect(page.locator(".flash-ask")).to_have_count(1)
    page.go_back()
    expect(page.locator(".flash-ask")).to_have_count(0)
    assert not [grade for grade in student.grades() if grade.endswith(" 0")]
