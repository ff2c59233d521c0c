"""Everything by keyboard, only while the focus is in the card, and in the way of neither typing nor the theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .. import samples
from ..progress import grades

Show = Callable[..., Page]

TELL_OF_KEYS = "window.heard = []; addEventListener('keydown', (event) => window.heard.push(event.key))"


def focus(page: Page, name: str) -> None:
    page.locator(f"#card-{name}").evaluate("(card) => card.focus()")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.className || document.activeElement.localName"))


def walk(page: Page, *keys: str) -> None:
    for key in keys:
        if len(key) > 1 and key.startswith("'"):
            page.keyboard.type(key[1:])
            page.wait_for_function("() => window[Symbol.for('mkdocs-flashcards')].judgeBlank")
        else:
            page.keyboard.press(key)


@pytest.mark.parametrize(
    ("cards", "keys", "expected"),
    [
        (samples.RECALL.replace('hint="Think of shipping."', ""), ["Tab", "Enter", "Tab", "Tab", "Enter"], "recall 1"),
        (samples.LIST, ["Tab", "Enter", "Enter", "Enter", "2"], "list 3"),
        (samples.LIST, ["Tab", "Tab", "Space", "1"], "list 1"),
        (samples.TRUE_FALSE, ["Tab", "Enter"], "tf 3"),
        (samples.TRUE_FALSE, ["Tab", "Tab", "Space"], "tf 1"),
        (samples.RADIO, ["Tab", "ArrowDown", "Tab", "Enter"], "radio 3"),
        (samples.RADIO, ["Tab", "ArrowDown", "Enter"], "radio 3"),
        (samples.CHECKBOX, ["Tab", "Space", "Tab", "Tab", "Space", "Enter"], "checkbox 3"),
        (samples.CLOZE, ["Tab", "'optimizing", "Enter", "'satisficing", "Enter"], "cloze 3"),
        (samples.CLOZE, ["Tab", "'x", "Tab", "Tab", "Enter"], "cloze 1"),
        (samples.CODE, ["Tab", "'sum", "Enter"], "code 3"),
        (samples.NUMBERS, ["Tab", "Tab", "Tab", "Tab", "Enter", "2"], "numbers~1 3"),
        (samples.MATH, ["Tab", "'power", "Enter", "1"], "math 1"),
    ],
)
def test_each_kind_from_the_top_of_the_page(show: Show, cards: str, keys: list[str], expected: str) -> None:
    page = show(cards)
    walk(page, *keys)
    assert grades(page)[0] == expected
    assert focused(page) != "body"


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_reveal_and_grade_on_the_card(show: Show, key: str) -> None:
    page = show(samples.RECALL)
    page.evaluate(TELL_OF_KEYS)
    focus(page, "recall")
    page.keyboard.press("1")
    assert grades(page) == []
    page.keyboard.press(key)
    expect(page.locator(".flash-reveal")).to_be_visible()
    expect(page.locator(".flash-reveal")).to_be_focused()
    page.keyboard.press("2")
    page.keyboard.press("2")
    assert grades(page) == ["recall 3"]
    page.keyboard.press("1")
    assert grades(page) == ["recall 3", "recall -1", "recall 1"]
    # What the card used, no shortcut of the theme's hears.
    assert page.evaluate("window.heard") == ["1"]


def test_a_click_in_the_card_gives_it_the_keys(show: Show) -> None:
    page = show(samples.RECALL)
    page.get_by_text("What is Docker?").click()
    page.keyboard.press("Space")
    expect(page.locator(".flash-reveal")).to_be_visible()


def test_outside_the_card_there_are_no_keys(show: Show) -> None:
    page = show(samples.RECALL)
    page.locator("h1").click()
    walk(page, "Space", "Enter", "1", "2")
    expect(page.locator(".flash-reveal")).to_be_hidden()
    assert grades(page) == []


@pytest.mark.parametrize("key", ["Control+1", "Alt+1", "Meta+1", "3", "f", "s", "/"])
def test_other_keys_are_left_alone(show: Show, key: str) -> None:
    page = show(samples.RECALL)
    focus(page, "recall")
    page.keyboard.press("Space")
    page.evaluate(TELL_OF_KEYS)
    page.keyboard.press(key)
    assert grades(page) == []
    assert page.evaluate("window.heard.length") > 0


def test_a_key_held_down_counts_once(show: Show) -> None:
    page = show(samples.LIST)
    focus(page, "list")
    page.keyboard.down("Space")
    page.keyboard.down("Space")
    page.keyboard.down("Space")
    page.keyboard.up("Space")
    expect(page.locator(".flash-items > li").filter(visible=True)).to_have_count(1)


def test_typing_types(show: Show) -> None:
    page = show(samples.CLOZE)
    page.get_by_label("Blank 1").click()
    page.keyboard.type("1 2 /f")
    expect(page.get_by_label("Blank 1")).to_have_value("1 2 /f")
    assert grades(page) == []


def test_enter_skips_blanks_that_are_filled(show: Show) -> None:
    page = show(samples.CLOZE)
    page.get_by_label("Blank 2").fill("satisficing")
    page.get_by_label("Blank 1").focus()
    page.keyboard.type("optimizing")
    page.keyboard.press("Enter")
    expect(page.locator(".flash-result")).to_have_text("Right.")
    expect(page.locator(".flash-result")).to_be_focused()


def test_enter_that_ends_a_composition_checks_nothing(show: Show) -> None:
    page = show(samples.CODE)
    page.get_by_label("Blank 1").fill("sum")
    ends = "new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true })"
    page.get_by_label("Blank 1").evaluate(f"(input) => input.dispatchEvent({ends})")
    expect(page.locator(".flash-result")).to_have_count(0)


def test_links_and_hints_keep_their_enter(show: Show) -> None:
    page = show(samples.RECALL)
    page.get_by_text("Hint", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Think of shipping.")).to_be_visible()
    expect(page.locator(".flash-reveal")).to_be_hidden()
    focus(page, "recall")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="its site").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#docker")


def test_the_focus_is_never_lost(show: Show) -> None:
    page = show(samples.RECALL)
    for name in ("Show answer", "Remembered", "Undo", "Forgot", "Try again"):
        button = page.locator(".flash-actions").get_by_role("button", name=name)
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator("flash-card:focus-within")).to_have_count(1)
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", name
