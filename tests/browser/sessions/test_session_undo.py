"""Second thoughts in a session: undo, overruling what was judged, and skipping."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from .. import samples
from ..courses import Student, recall
from .small_courses import FIVE, THREE

Review = Callable[..., Student]


def test_undo_goes_back_as_far_as_the_session(review: Review) -> None:
    student = review(FIVE)
    student.begin()
    asked = [student.answer(), student.answer("Forgot"), student.answer()]
    press = student.page.keyboard.press
    for n in (2, 1, 0):
        press("u")
        assert student.asked() == asked[n]
        expect(student.live).to_contain_text("Undone.")
        expect(student.card.locator(".flash-reveal")).to_be_hidden()
    assert student.position() == "5 left"
    press("u")
    assert student.grades() == [
        f"{asked[0]} 3",
        f"{asked[1]} 1",
        f"{asked[2]} 3",
        f"{asked[2]} -3",
        f"{asked[1]} -2",
        f"{asked[0]} -1",
    ]
    expect(student.page.get_by_role("button", name="Undo")).to_be_disabled()
    assert sorted(student.all_answers()) == ["a", "b", "c", "d", "e"]


def test_undo_after_the_last_card(review: Review) -> None:
    student = review(THREE)
    student.begin()
    last = student.all_answers()[-1]
    student.press("Undo")
    assert student.asked() == last
    student.answer("Forgot")
    student.answer()
    assert student.end()[0] == "3 cards, 2 of them known right away."


def test_a_judged_card_waits_and_may_be_overruled(review: Review) -> None:
    student = review({"week-1/notes": samples.TRUE_FALSE})
    student.begin()
    student.press("False")
    expect(student.card.locator(".flash-result")).to_be_focused()
    assert student.grades() == ["tf 1"]
    student.press("I knew it")
    assert student.grades() == ["tf 1", "tf -1", "tf 3"]
    expect(student.card.get_by_role("button", name="I guessed")).to_be_visible()
    student.page.keyboard.press("1")
    assert student.grades()[-1] == "tf 1"
    student.page.keyboard.press("2")
    student.page.keyboard.press("Enter")
    assert student.end()[0] == "1 card, all known right away."


def test_undo_of_a_judged_card_asks_it_again(review: Review) -> None:
    student = review({"week-1/notes": samples.TRUE_FALSE})
    student.begin()
    student.press("False")
    student.page.keyboard.press("u")
    expect(student.card.locator(".flash-result")).to_have_count(0)
    student.press("True")
    student.press("Next card")
    assert student.grades() == ["tf 1", "tf -1", "tf 3"]


def test_what_was_judged_counts_also_when_the_student_does_not_go_on(review: Review) -> None:
    student = review({"week-1/notes": samples.TRUE_FALSE + recall("one")})
    while True:
        student.press("Practise all 2 cards")
        if student.asked() == "tf":
            break
        student.press("Leave")
    student.press("True")
    student.press("Skip")
    assert student.asked() == "one"
    student.press("Undo")
    student.press("True")
    student.press("Leave")
    assert student.to_do() == {"card": 1, "new": 1}
    assert student.grades() == ["tf 3", "tf -1", "tf 3"]


def test_an_almost_right_answer_is_the_students_to_judge(review: Review) -> None:
    student = review({"week-1/notes": samples.CLOZE})
    student.begin()
    student.card.get_by_label("Blank 1").fill("optimising")
    student.card.get_by_label("Blank 2").fill("satisfcing")
    student.press("Check")
    expect(student.card.locator(".flash-reveal")).to_be_visible()
    assert student.grades() == []
    student.page.keyboard.press("Space")
    assert student.grades() == ["cloze 3"]


def test_skipping_notes_nothing_and_can_be_undone(review: Review) -> None:
    student = review(THREE)
    student.begin()
    skipped = student.asked()
    student.press("Skip")
    assert student.asked() != skipped
    assert student.position() == "2 left"
    student.press("Undo")
    assert student.asked() == skipped
    student.press("Skip")
    asked = student.all_answers()
    assert skipped not in asked
    assert len(asked) == len(student.grades()) == 2
    student.press("Back to the overview")
    assert student.to_do() == {"card": 1, "new": 1}
