"""What a student does with each kind of card, with the mouse."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from .. import samples
from ..progress import grades

Show = Callable[..., Page]


def card(page: Page, name: str) -> Locator:
    return page.locator(f"#card-{name}")


def press(where: Locator, name: str) -> None:
    where.locator(".flash-actions").get_by_role("button", name=name, exact=True).click()


def test_recall(show: Show) -> None:
    page = show(samples.RECALL)
    recall = card(page, "recall")
    expect(recall.locator(".flash-reveal")).to_be_hidden()
    press(recall, "Show answer")
    expect(recall.locator(".flash-reveal")).to_be_visible()
    expect(page.locator(".flash-live")).to_have_text("Answer shown.")
    assert grades(page) == []
    press(recall, "Remembered")
    expect(recall.locator(".flash-status")).to_have_text("Noted: remembered.")
    expect(page.locator(".flash-live")).to_have_text("Noted: remembered.")
    assert grades(page) == ["recall 3"]


def test_taking_back_and_trying_again(show: Show) -> None:
    page = show(samples.RECALL)
    recall = card(page, "recall")
    press(recall, "Show answer")
    press(recall, "Forgot")
    press(recall, "Undo")
    expect(page.locator(".flash-live")).to_have_text("Undone.")
    press(recall, "Remembered")
    assert grades(page) == ["recall 1", "recall -1", "recall 3"]
    press(recall, "Try again")
    expect(recall.locator(".flash-reveal")).to_be_hidden()
    expect(recall.get_by_role("button", name="Show answer")).to_be_focused()
    assert len(grades(page)) == 3


def test_hint_and_source(show: Show) -> None:
    page = show(samples.RECALL)
    hint = page.get_by_text("Think of shipping.")
    expect(hint).to_be_hidden()
    page.get_by_text("Hint", exact=True).click()
    expect(hint).to_be_visible()
    expect(page.locator(".flash-reveal")).to_be_hidden()
    expect(page.get_by_text("Source: Ungraded Lab - Introduction to Docker")).to_be_visible()


def test_list_one_by_one(show: Show) -> None:
    page = show(samples.LIST)
    cards = card(page, "list")
    items = cards.locator(".flash-items > li")
    explanation = cards.get_by_text("usual mistake")
    expect(cards).to_have_attribute("data-label", re.compile("List · 3"))
    press(cards, "Show next")
    expect(items.filter(visible=True)).to_have_text(["the model"])
    expect(page.locator(".flash-live")).to_have_text("1 of 3: the model")
    expect(explanation).to_be_hidden()
    press(cards, "Show next")
    expect(items.filter(visible=True)).to_have_count(2)
    expect(cards.get_by_text("2 of 3")).to_be_visible()
    press(cards, "Show next")
    expect(items.filter(visible=True)).to_have_count(3)
    expect(explanation).to_be_visible()
    press(cards, "Forgot")
    assert grades(page) == ["list 1"]


def test_list_all_at_once_after_one(show: Show) -> None:
    page = show(samples.LIST)
    cards = card(page, "list")
    press(cards, "Show next")
    press(cards, "Show all")
    expect(cards.locator(".flash-items > li").filter(visible=True)).to_have_count(3)
    press(cards, "Remembered")
    press(cards, "Try again")
    press(cards, "Show next")
    expect(cards.locator(".flash-items > li").filter(visible=True)).to_have_count(1)


def test_true_false(show: Show) -> None:
    page = show(samples.TRUE_FALSE)
    statement = card(page, "tf")
    press(statement, "True")
    expect(statement.locator(".flash-result")).to_have_text("Right.")
    expect(statement.get_by_text("Most cloud machines")).to_be_visible()
    expect(page.locator(".flash-live")).to_have_text("Right. Noted: remembered.")
    assert grades(page) == ["tf 3"]


def test_overruling_takes_back_and_grades_anew(show: Show) -> None:
    page = show(samples.TRUE_FALSE)
    statement = card(page, "tf")
    press(statement, "False")
    expect(statement.locator(".flash-result")).to_have_text("Not right.")
    press(statement, "I knew it")
    expect(statement.locator(".flash-status")).to_have_text("Noted: remembered.")
    press(statement, "I guessed")
    assert grades(page) == ["tf 1", "tf -1", "tf 3", "tf -3", "tf 1"]


def test_radio(show: Show) -> None:
    page = show(samples.RADIO)
    options = card(page, "radio")
    radios = options.get_by_role("radio")
    expect(options).to_have_accessible_name("What is a container?")
    expect(radios.nth(1)).to_have_accessible_name("a running instance of an image")
    press(options, "Check")
    expect(page.locator(".flash-live")).to_have_text("Choose an answer first.")
    expect(radios.first).to_be_focused()
    assert grades(page) == []
    radios.first.check()
    press(options, "Check")
    shown = options.locator(".flash-options:not(.flash-solution) > li")
    expect(shown.nth(0)).to_contain_text("not right")
    expect(shown.nth(1).locator(".flash-verdict")).to_have_text("right")
    expect(shown.nth(2).locator(".flash-verdict")).to_have_count(0)
    expect(options.locator(".flash-solution")).to_be_hidden()
    expect(options.get_by_text("Images by themselves")).to_be_visible()
    assert grades(page) == ["radio 1"]


def test_options_may_change_places_the_second_time(show: Show) -> None:
    page = show(samples.RADIO)
    options = card(page, "radio")
    for _ in range(3):
        options.get_by_role("radio", name="running").check()
        press(options, "Check")
        expect(options.locator(".flash-result")).to_have_text("Right.")
        press(options, "Try again")
        expect(options.get_by_role("radio", checked=True)).to_have_count(0)
        expect(options.locator(".flash-options:not(.flash-solution) .flash-verdict")).to_have_count(0)
    assert grades(page) == ["radio 3"] * 3


def test_checkboxes_want_exactly_the_right_ones(show: Show) -> None:
    page = show(samples.CHECKBOX)
    options = card(page, "checkbox")
    options.get_by_role("checkbox", name="two").check()
    press(options, "Check")
    expect(options.locator(".flash-result")).to_have_text("Not right.")
    press(options, "Try again")
    texts = options.locator(".flash-options:not(.flash-solution) > li")
    expect(texts).to_have_text(["two", "four", "five"])
    options.get_by_role("checkbox", name="two").check()
    options.get_by_role("checkbox", name="five").check()
    press(options, "Check")
    expect(options.locator(".flash-result")).to_have_text("Right.")
    assert grades(page) == ["checkbox 1", "checkbox 3"]


def test_a_set_of_short_cards(show: Show) -> None:
    page = show(samples.SET)
    second = page.locator("flash-card").nth(1)
    press(second, "Show answer")
    expect(second.get_by_text("the velocity")).to_be_visible()
    expect(page.get_by_text("the dog")).to_be_hidden()
    press(second, "Remembered")
    assert len(grades(page)) == 1


def test_a_mistake_is_shown_and_is_no_widget(show: Show) -> None:
    page = show(samples.MISTAKE)
    expect(page.get_by_role("note")).to_contain_text("This card has a mistake")
    expect(page.get_by_role("note").get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize(("more", "focused"), [("", ".flash-question"), ("---\nSince 1971.\n", ".flash-reveal")])
def test_the_focus_goes_to_what_there_is_to_read(show: Show, more: str, focused: str) -> None:
    """Where the blanks are filled in place and nothing is explained, there is no box below."""
    page = show(f"```cloze\nThe first letter is ==alpha==.\n{more}```\n")
    page.get_by_role("button", name="Show answer").focus()
    page.keyboard.press("Enter")
    expect(page.locator(focused)).to_be_focused()
    expect(page.locator(".flash-reveal")).to_be_visible(visible=bool(more))
