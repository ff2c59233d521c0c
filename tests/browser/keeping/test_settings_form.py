"""Settings as the student sees and changes them on the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ..courses import Student
from .kept import press


def test_new_cards_a_day(index: Callable[..., Page]) -> None:
    page = index([("a", 0, 3)])
    student = Student(page)
    assert student.to_do()["new"] == 5
    page.get_by_label("New cards per day").fill("3")
    page.keyboard.press("Tab")
    assert student.to_do()["new"] == 2
    expect(page.locator(".flash-live")).to_have_text("Saved.")
    page.reload()
    assert student.to_do()["new"] == 2


@pytest.mark.parametrize("typed", ["", "-1", "1.5", "1000", "1e9"])
def test_a_number_that_is_none_leaves_the_setting_as_it_was(index: Callable[..., Page], typed: str) -> None:
    page = index([])
    setting = page.get_by_label("New cards per day")
    setting.fill(typed)
    page.keyboard.press("Tab")
    expect(setting).to_have_value("20")


def test_a_setting_that_was_not_touched_stays_the_sites(index: Callable[..., Page]) -> None:
    page = index([], new_per_day=3)
    page.get_by_label("Answer buttons").select_option("4: Again, Hard, Good, Easy")
    stored = page.evaluate(
        "JSON.parse(localStorage.getItem(Object.keys(localStorage).find((key) => /settings/.test(key))))"
    )
    assert stored == {"grades": 4}


def test_grade_buttons(index: Callable[..., Page]) -> None:
    page = index([])
    page.get_by_label("Answer buttons").select_option("4: Again, Hard, Good, Easy")
    press(page, "Start review")
    press(page, "Show answer")
    expect(page.get_by_role("button", name="Hard")).to_be_visible()
    page.goto(page.url.split("#")[0] + "week-2/")
    press(page, "Start review")
    press(page, "Show answer")
    expect(page.get_by_role("button", name="Easy")).to_be_visible()
