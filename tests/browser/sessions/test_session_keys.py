"""The keys of a session: what each does, and which belong to the theme, to other layouts and to what is typed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .. import samples
from ..courses import Student, recall
from .small_courses import FIVE, THREE

Review = Callable[..., Student]
TELL_OF_KEYS = "window.heard = []; addEventListener('keydown', (event) => window.heard.push(event.key))"


def test_keys_grade_two_ways(review: Review) -> None:
    student = review(THREE)
    student.begin()
    press = student.page.keyboard.press
    press("1")
    press("2")
    assert student.grades() == []
    first = student.asked()
    for key in ("Enter", "1"):
        press(key)
    second = student.asked()
    for key in ("Space", "2"):
        press(key)
    third = student.asked()
    for key in ("Space", "Enter"):
        press(key)
    assert student.grades() == [f"{first} 1", f"{second} 3", f"{third} 3"]
    for key in ("Space", "3", "4"):
        press(key)
    assert len(student.grades()) == 3


def test_keys_grade_four_ways_where_the_site_says_so(review: Review) -> None:
    student = review(FIVE, grades=4)
    student.begin()
    for key in ("4", "3", "2", "Space"):
        student.page.keyboard.press("Space")
        names = [re.compile(rf"^{name}.*{n}$") for n, name in enumerate(["Again", "Hard", "Good", "Easy"], 1)]
        expect(student.card.locator(".flash-grade")).to_have_text(names)
        student.page.keyboard.press(key)
    assert [grade.split(" ")[1] for grade in student.grades()] == ["4", "3", "2", "3"]
    student.answer("Again")
    assert student.grades()[-1].endswith(" 1")


@pytest.mark.parametrize("key", ["Control+2", "Alt+2", "Meta+2"])
def test_keys_with_a_modifier_are_the_themes(review: Review, key: str) -> None:
    student = review(THREE)
    student.begin()
    student.page.keyboard.press("Space")
    student.page.evaluate(TELL_OF_KEYS)
    student.page.keyboard.press(key)
    assert student.grades() == []
    assert student.page.evaluate("window.heard.length") > 0


@pytest.mark.parametrize("key", ["f", "s", "p", "n", ".", ",", "/"])
def test_no_key_leads_to_what_is_behind_the_session(review: Review, key: str) -> None:
    student = review(THREE)
    student.begin()
    student.page.evaluate(TELL_OF_KEYS)
    student.page.keyboard.press(key)
    assert (student.grades(), student.page.evaluate("window.heard")) == ([], [])


def test_the_theme_hears_none_of_our_keys(review: Review) -> None:
    student = review(FIVE)
    student.begin()
    student.page.evaluate(TELL_OF_KEYS)
    for key in ("Space", "Space", "Enter", "1", "Space", "2", "u", "Space", "Enter"):
        student.page.keyboard.press(key)
    assert student.page.evaluate("window.heard") == []
    assert len(student.grades()) == 5


def test_keys_of_other_layouts_count_by_their_place(review: Review) -> None:
    """The digits of a French keyboard are shifted; a Russian one has no u."""
    student = review(THREE)
    student.begin()
    asked = student.asked()
    student.page.keyboard.press("Space")
    send = "(element, how) => element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...how }))"
    student.focused().evaluate(send, {"key": "é", "code": "Digit2"})
    assert student.grades() == [f"{asked} 3"]
    student.focused().evaluate(send, {"key": "г", "code": "KeyU"})
    assert student.grades() == [f"{asked} 3", f"{asked} -1"]


def test_a_key_held_down_answers_once(review: Review) -> None:
    student = review(THREE)
    student.begin()
    for _ in range(5):
        student.page.keyboard.down("Space")
    student.page.keyboard.up("Space")
    assert student.grades() == []
    expect(student.card.locator(".flash-reveal")).to_be_visible()


def test_a_click_beside_the_card_gives_it_the_keys(review: Review) -> None:
    student = review(THREE)
    student.begin()
    student.page.locator(".flash-position").click()
    student.page.keyboard.press("Space")
    expect(student.card.locator(".flash-reveal")).to_be_visible()


def test_no_frame_jumps_from_text_to_text(review: Review) -> None:
    """The focus follows what is read, but only what can be pressed shows that it has it."""
    student = review({"week-1/notes": samples.RECALL})
    student.begin()
    page = student.page
    page.keyboard.press("Space")
    expect(student.card.locator(".flash-reveal")).to_be_focused()
    expect(student.focused()).to_have_css("outline-style", "none")
    page.keyboard.press("2")
    expect(page.get_by_role("heading", name="Done for now")).to_be_focused()
    expect(student.focused()).to_have_css("outline-style", "none")
    page.keyboard.press("Tab")
    expect(student.focused()).to_have_css("outline-style", "solid")


def test_typing_types(review: Review) -> None:
    student = review({"week-1/notes": samples.CLOZE})
    student.begin()
    student.card.get_by_label("Blank 1").click()
    student.page.keyboard.type("u 1 2 4")
    expect(student.card.get_by_label("Blank 1")).to_have_value("u 1 2 4")
    assert student.grades() == []


def test_letters_go_into_the_first_empty_blank(review: Review) -> None:
    """Who begins to type undoes no answer, and fills no screen."""
    student = review({"week-1/notes": recall("first") + samples.CLOZE})
    student.begin()
    while student.asked() != "cloze":
        student.press("Skip")
    student.page.locator(".flash-position").click()
    student.page.keyboard.type("fu2")
    expect(student.card.get_by_label("Blank 1")).to_have_value("fu2")
    student.card.focus()
    student.page.keyboard.type("x")
    expect(student.card.get_by_label("Blank 2")).to_have_value("x")
    assert student.grades() == []


def test_undo_has_its_key_once_the_blanks_are_checked(review: Review) -> None:
    student = review({"week-1/notes": recall("first") + samples.CLOZE})
    student.begin()
    if student.asked() == "cloze":
        student.answer("Forgot")
    student.answer()
    legend = student.page.locator(".flash-keys")
    expect(legend).to_have_text("↵Show answer")
    student.press("Show answer")
    expect(legend).to_contain_text("Undo")
    student.page.keyboard.press("u")
    expect(student.card).to_have_attribute("data-card", "first")


def test_space_and_legend_check_what_was_picked(review: Review) -> None:
    student = review({"week-1/notes": samples.RADIO})
    student.begin()
    legend = student.page.locator(".flash-keys")
    expect(legend).to_have_text("SpaceShow answer")
    student.card.get_by_role("radio").first.check()
    expect(legend).to_have_text("↵Check")
    student.page.locator(".flash-position").click()
    student.page.keyboard.press("Space")
    expect(student.card.locator(".flash-result")).to_be_visible()


def test_enter_in_the_last_of_empty_blanks_gives_up(review: Review) -> None:
    student = review({"week-1/notes": samples.CLOZE})
    student.begin()
    student.card.get_by_label("Blank 1").click()
    student.page.keyboard.press("Enter")
    expect(student.card.get_by_label("Blank 2")).to_be_focused()
    student.page.keyboard.press("Enter")
    student.press("Forgot")
    assert student.grades() == ["cloze 1"]


def test_the_legend_says_what_enter_does_with_what_is_typed(review: Review) -> None:
    student = review({"week-1/notes": samples.CLOZE})
    student.begin()
    legend = student.page.locator(".flash-keys")
    expect(legend).to_have_text("↵Show answer")
    student.card.get_by_label("Blank 1").fill("x")
    expect(legend).to_have_text("↵Check")
    student.card.get_by_label("Blank 1").fill(" ")
    expect(legend).to_have_text("↵Show answer")
    student.card.get_by_label("Blank 1").fill("x")
    student.card.focus()
    student.page.keyboard.press("Space")
    expect(student.card.locator(".flash-typed").first).to_be_visible()


def test_enter_that_ends_a_letter_checks_nothing(review: Review) -> None:
    """Safari says of it only by its code that it belongs to a letter that is being put together."""
    student = review({"week-1/notes": samples.CLOZE})
    student.begin()
    student.card.get_by_label("Blank 2").fill("x")
    student.card.get_by_label("Blank 2").evaluate(
        "(input) => input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }))"
    )
    expect(student.card.locator(".flash-reveal")).to_be_hidden()
