"""What a student does with blanks, with the mouse: right, almost, wrong, given up, and numbers one by one."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from .. import samples
from ..progress import grades
from ..waiting import eventually

Show = Callable[..., Page]


def card(page: Page, name: str) -> Locator:
    return page.locator(f"#card-{name}")


def press(where: Locator, name: str) -> None:
    where.locator(".flash-actions").get_by_role("button", name=name, exact=True).click()


def test_cloze_right(show: Show) -> None:
    page = show(samples.CLOZE)
    cloze = card(page, "cloze")
    cloze.get_by_label("Blank 1").fill(" Optimising")
    cloze.get_by_label("Blank 2").fill("satisficing")
    press(cloze, "Check")
    expect(cloze.locator(".flash-result")).to_have_text("Right.")
    # Not letter for letter the same: the expected text stands beside it.
    expect(cloze.locator(".flash-typed").nth(0)).to_have_text("right: Optimising optimising")
    expect(cloze.locator(".flash-typed").nth(1)).to_have_text("right: satisficing")
    expect(cloze.locator(".flash-filled")).to_be_hidden()
    expect(cloze.get_by_text("Latency")).to_be_visible()
    assert grades(page) == ["cloze 3"]


def test_cloze_almost_is_for_the_student_to_decide(show: Show) -> None:
    page = show(samples.CLOZE)
    cloze = card(page, "cloze")
    cloze.get_by_label("Blank 1").fill("optimizing")
    cloze.get_by_label("Blank 2").fill("satisfcing")
    press(cloze, "Check")
    expect(cloze.locator(".flash-result")).to_have_text("Almost. You decide.")
    typed = cloze.locator(".flash-typed").nth(1)
    expect(typed.locator("del")).to_have_text("satisfcing")
    expect(typed.locator("ins")).to_have_text("satisficing")
    expect(typed.locator("ins b")).to_have_text("i")
    assert grades(page) == []
    press(cloze, "Remembered")
    assert grades(page) == ["cloze 3"]


def test_cloze_wrong_and_empty(show: Show) -> None:
    page = show(samples.CLOZE)
    cloze = card(page, "cloze")
    press(cloze, "Check")
    expect(cloze.get_by_label("Blank 1")).to_be_focused()
    cloze.get_by_label("Blank 2").fill("other")
    press(cloze, "Check")
    expect(cloze.locator(".flash-typed").nth(0)).to_have_text("optimizing")
    expect(cloze.locator(".flash-typed").nth(1)).to_contain_text("not right")
    assert grades(page) == ["cloze 1"]
    press(cloze, "Try again")
    expect(cloze.get_by_label("Blank 1")).to_be_focused()
    expect(cloze.get_by_label("Blank 2")).to_have_value("")
    expect(cloze.locator(".flash-typed")).to_have_count(0)


def test_cloze_given_up(show: Show) -> None:
    page = show(samples.CLOZE)
    cloze = card(page, "cloze")
    press(cloze, "Show answer")
    expect(cloze.locator(".flash-typed")).to_have_text(["optimizing", "satisficing"])
    press(cloze, "Forgot")
    assert grades(page) == ["cloze 1"]


def test_typed_text_is_never_markup(show: Show) -> None:
    page = show(samples.CLOZE)
    cloze = card(page, "cloze")
    cloze.get_by_label("Blank 1").fill("<img src=x onerror=alert(1)>")
    press(cloze, "Check")
    expect(cloze.locator("img")).to_have_count(0)
    expect(cloze.locator("del").first).to_have_text("<img src=x onerror=alert(1)>")


def test_case_counts_in_code(show: Show) -> None:
    page = show(samples.CODE)
    code = card(page, "code")
    code.get_by_label("Blank 1").fill("Sum")
    press(code, "Check")
    expect(code.locator(".flash-result")).to_have_text("Not right.")
    expect(code.locator("pre ins")).to_have_text("sum")


def test_each_number_is_graded_on_its_own(show: Show) -> None:
    page = show(samples.NUMBERS)
    numbers = card(page, "numbers")
    expect(numbers.get_by_label("Blank 2")).to_have_attribute("placeholder", "country")
    numbers.get_by_label("Blank 1").fill("rotterdam")
    numbers.get_by_label("Blank 2").fill("Belgium")
    press(numbers, "Check")
    expect(numbers.locator(".flash-status")).to_have_text("Noted: 1 of 2 remembered.")
    assert grades(page) == ["numbers~1 3", "numbers~2 1"]
    press(numbers, "I knew it")
    assert grades(page)[2:] == ["numbers~2 -2", "numbers~2 3"]


def test_the_student_decides_only_what_is_open(show: Show) -> None:
    page = show(samples.NUMBERS)
    numbers = card(page, "numbers")
    numbers.get_by_label("Blank 1").fill("Roterdam")
    numbers.get_by_label("Blank 2").fill("Belgium")
    press(numbers, "Check")
    eventually(page, lambda: grades(page), ["numbers~2 1"])
    press(numbers, "Remembered")
    assert grades(page) == ["numbers~2 1", "numbers~1 3"]


def test_what_cannot_be_typed_is_the_students_to_judge(show: Show) -> None:
    page = show(samples.MATH)
    math = card(page, "math")
    math.get_by_label("Blank").fill("power")
    press(math, "Check")
    expect(math.locator(".flash-result")).to_have_count(0)
    expect(math.locator(".flash-typed")).to_have_text("right: power")
    expect(math.locator(".flash-filled")).to_be_visible()
    assert grades(page) == []
    press(math, "Remembered")
    assert grades(page) == ["math 3"]
