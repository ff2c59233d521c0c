"""Students in haste: double clicks, more taps in a row and bursts of keys grade no card that nobody has seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ..courses import Student, recalls
from .small_courses import FIVE

Review = Callable[..., Student]


def test_the_second_of_a_double_click_means_nothing(review: Review, page: Page) -> None:
    student = review(FIVE)
    student.begin()
    first = student.asked()
    for part in (0.2, 0.8):
        student.hurry()
        show = page.get_by_role("button", name="Show answer")
        box = show.bounding_box()
        assert box
        show.dblclick(position={"x": box["width"] * part, "y": box["height"] / 2})
        expect(student.card.locator(".flash-reveal")).to_be_visible()
        assert (student.asked(), student.grades()) == (first, [])
        page.reload()
        while student.asked() != first:
            student.press("Skip")


def test_who_presses_the_same_again_means_it(review: Review, page: Page) -> None:
    student = review(FIVE)
    student.begin()
    for _ in range(3):
        student.press("Skip")
    assert student.position() == "2 left"
    page.get_by_role("button", name="Undo").dblclick()
    assert student.position() == "4 left"


TAP = """(button, [taps, kind]) => {
  const { right, top, height } = button.getBoundingClientRect();
  const place = { clientX: right - 20, clientY: top + height / 2 };
  for (let n = 0; n < taps; n++) {
    const tap = new window[kind]("click", { ...place, pointerType: "touch", detail: 1, bubbles: true });
    document.elementFromPoint(place.clientX, place.clientY).dispatchEvent(tap);
  }
}"""


@pytest.mark.parametrize("taps", [2, 3, 4])
@pytest.mark.parametrize("kind", ["PointerEvent", "MouseEvent"])
def test_nor_do_more_taps_in_a_row(review: Review, page: Page, taps: int, kind: str) -> None:
    """Of which browsers do not say that they follow one another, and some not even that they are taps."""
    student = review(FIVE)
    student.begin()
    student.hurry()
    page.get_by_role("button", name="Show answer").evaluate(TAP, [taps, kind])
    expect(student.card.locator(".flash-reveal")).to_be_visible()
    assert student.grades() == []
    # What is meant is taken at once.
    student.press("Forgot")
    assert len(student.grades()) == 1


@pytest.mark.parametrize("taps", [2, 3])
def test_taps_in_a_row_grade_one_card(review: Review, page: Page, taps: int) -> None:
    student = review(FIVE)
    student.begin()
    student.press("Show answer")
    student.hurry()
    page.get_by_role("button", name="Remembered").evaluate(TAP, [taps, "PointerEvent"])
    expect(page.get_by_role("button", name="Show answer")).to_be_visible()
    assert len(student.grades()) == 1


@pytest.mark.parametrize("taps", [2, 3])
def test_taps_in_a_row_overrule_once(review: Review, page: Page, taps: int) -> None:
    statements = "\n".join(f"```flashcard id={name}\n{name}?\n---\nTrue\n```\n" for name in "ab")
    student = review({"week-1/notes": statements})
    student.begin()
    student.press("False")
    student.hurry()
    page.get_by_role("button", name="I knew it").evaluate(TAP, [taps, "PointerEvent"])
    expect(page.get_by_role("button", name="I guessed")).to_be_visible()
    assert [grade.split(" ")[1] for grade in student.grades()][-1] == "3"
    page.get_by_role("button", name="Next card").evaluate(TAP, [taps, "PointerEvent"])
    expect(page.get_by_role("button", name="True", exact=True)).to_be_visible()
    assert len({grade.split(" ")[0] for grade in student.grades()}) == 1


def test_a_burst_of_keys_grades_no_card_that_nobody_has_seen(review: Review, page: Page) -> None:
    """Whether a key is held down, or pressed again and again; between cards too, and where a button has the focus."""
    student = review({"week-1/notes": recalls("a", "b")})
    student.begin()
    for _ in range(4):
        student.answer("Forgot")
    student.press("Show answer")
    student.hurry()
    page.keyboard.press("1")
    pause = page.locator(".flash-pause")
    expect(pause).to_be_visible()
    for key in ("Space", "Enter", "1", "2"):
        page.keyboard.press(key)
        page.keyboard.press(key)
    expect(pause).to_be_visible()
    student.press("Go on")
    for key in ("Space", "Enter"):
        for _ in range(3):
            page.keyboard.press(key)
            page.keyboard.down(key)
        page.keyboard.up(key)
    expect(page.get_by_role("button", name="Show answer")).to_be_visible()
    page.get_by_role("button", name="Show answer").focus()
    for _ in range(5):
        page.keyboard.down("Enter")
    assert len(student.grades()) == 5
