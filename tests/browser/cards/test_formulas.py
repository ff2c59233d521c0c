"""Blanks in formulas, and blanks around whole blocks: nobody types these answers."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from ..courses import Course, Student, at
from ..progress import grades

Review = Callable[..., Student]

FORMULA = r"""
```cloze id=euler
{{c1::Euler}} found ${{c2::e^{i\pi}::power}} = -1$.
```
"""
TWO = r"""
```cloze id=sum
$${{c1::x::a letter}} + {{c2::y}} < 1$$
```
"""
BLOCK = """
```cloze id=states
The states are {{c1::

- solid
- liquid

::two of them}} and {{c2::gas}}.
```
"""


def test_each_number_of_a_formula_is_asked_on_its_own(review: Review, page: Page) -> None:
    page.add_init_script("window.MathJax = { typesetPromise: async ([card]) => { card.dataset.typeset = ''; } };")
    at(page, "2026-11-23T20:00")
    student = review({"week-1/notes": FORMULA})
    student.begin()
    question, filled = student.card.locator(".flash-question"), student.card.locator(".flash-filled")
    expect(question).to_have_text(r" found ${e^{i\pi}} = -1$.", use_inner_text=True)
    expect(student.card).to_have_attribute("data-typeset", "")
    student.card.get_by_label("Blank 1").fill("euler")
    student.press("Check")
    expect(student.card.locator(".flash-result")).to_have_text("Right.")
    student.press("Next card")
    expect(page.get_by_role("heading", name="Done for now")).to_be_visible()
    at(page, "2026-11-24T20:00")
    page.reload()
    expect(question).to_have_text(r"Euler found ${\boxed{\text{power}}} = -1$.", use_inner_text=True)
    student.press("Show answer")
    expect(filled).to_have_text(r"Euler found ${\boxed{e^{i\pi}}} = -1$.", use_inner_text=True)


def test_two_numbers_in_one_formula(review: Review, page: Page) -> None:
    at(page, "2026-11-23T20:00")
    student = review({"week-1/notes": TWO})
    student.begin()
    question, filled = student.card.locator(".flash-question"), student.card.locator(".flash-filled")
    expect(question).to_have_text(r"$${\boxed{\text{a letter}}} + {y} < 1$$", use_inner_text=True)
    student.press("Show answer")
    expect(filled).to_have_text(r"$${\boxed{x}} + {y} < 1$$", use_inner_text=True)
    student.press("Remembered")
    at(page, "2026-11-24T20:00")
    page.reload()
    expect(question).to_have_text(r"$${x} + {\boxed{\,?\,}} < 1$$", use_inner_text=True)


def test_a_formula_in_a_note_has_all_its_boxes(courses: Callable[..., Course], page: Page) -> None:
    course = courses({"week-1/notes": FORMULA})
    page.goto(course.http("week-1/notes/"))
    card = page.locator("#card-euler")
    expect(card.locator(".flash-question")).to_contain_text(r"${\boxed{\text{power}}} = -1$")
    expect(card.locator(".flash-question > p > .flash-formula")).to_have_text(
        r"${\boxed{\text{power}}} = -1$", use_inner_text=True
    )


def test_a_blank_around_blocks_is_a_box_that_the_student_grades(review: Review, page: Page) -> None:
    at(page, "2026-11-23T20:00")
    student = review({"week-1/notes": BLOCK})
    student.begin()
    question = student.card.locator(".flash-question")
    expect(question.locator("div.flash-blank")).to_have_text("[two of them]")
    expect(question).to_contain_text("and gas.")
    expect(student.card.locator("input")).to_have_count(0)
    student.press("Show answer")
    expect(student.card.locator(".flash-fill li")).to_have_text(["solid", "liquid"])
    student.press("Remembered")
    at(page, "2026-11-24T20:00")
    page.reload()
    expect(question.locator("li")).to_have_text(["solid", "liquid"])
    student.card.get_by_label("Blank 2").fill("gas")
    student.press("Check")
    expect(student.card.locator(".flash-result")).to_have_text("Right.")
    student.press("Next card")
    assert sorted(grades(page)) == ["states~1 3", "states~2 3"]
