"""Items to put into order in a note: by buttons, by keys, by dragging."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from .. import samples
from ..conftest import Site, wait_for_widgets
from ..progress import grades
from .ordering_items import RIGHT, grip, items_of, places, press, sort

Show = Callable[..., Page]


@pytest.mark.parametrize("over", ["http", "file"])
def test_sorted_is_right(show: Show, over: str) -> None:
    page = show(samples.ORDERING, over=over)
    assert sorted(places(page)) == RIGHT
    assert places(page) != RIGHT
    sort(page)
    assert places(page) == RIGHT
    press(page, "Check")
    expect(page.locator(".flash-result")).to_have_text("Right.")
    expect(page.get_by_text("right place")).to_have_count(4)
    expect(page.get_by_text("cannot be run")).to_be_visible()
    # The items stand in order already.
    expect(page.locator(".flash-items")).to_be_hidden()
    assert grades(page) == ["order 3"]


def test_partly_right_is_not_right(show: Show) -> None:
    page = show(samples.ORDERING)
    sort(page)
    items_of(page).last.get_by_role("button", name="Move up:").click()
    press(page, "Check")
    expect(page.locator(".flash-result")).to_have_text("Not right.")
    said = [item.get_attribute("data-verdict") for item in items_of(page).all()]
    assert said == ["right", "right", "wrong", "wrong"]
    signs = page.locator(".flash-options .flash-verdict").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one, '::before').content[1])"
    )
    assert signs == ["✓", "✓", "✗", "✗"]
    expect(page.locator(".flash-items > li")).to_have_text(
        ["Write a Dockerfile", "Build an image", "Run a container", "Remove the container"]
    )
    expect(page.locator(".flash-items")).to_be_visible()
    assert grades(page) == ["order 1"]
    press(page, "I knew it")
    assert grades(page)[-1] == "order 3"


def test_the_answer_without_a_try_is_for_the_student_to_grade(show: Show) -> None:
    page = show(samples.ORDERING)
    press(page, "Show answer")
    expect(page.locator(".flash-items")).to_be_visible()
    expect(page.get_by_role("button", name="Move")).to_have_count(0)
    expect(page.locator(".flash-verdict")).to_have_count(0)
    press(page, "Forgot")
    assert grades(page) == ["order 1"]


def test_names_and_what_is_said(show: Show) -> None:
    page = show(samples.ORDERING)
    first, last = items_of(page).first, items_of(page).last
    text = first.inner_text().split("\n")[0]
    expect(first.get_by_role("button", name=f"Move down: {text}", exact=True)).to_be_enabled()
    for item, way in ((first, "up"), (last, "down")):
        expect(item.get_by_role("button", name=f"Move {way}:")).to_have_attribute("aria-disabled", "true")
    first.get_by_role("button", name="Move down:").click()
    expect(page.locator(".flash-live")).to_have_text(f"2 of 4: {text}")


def test_arrow_keys_move_the_item_that_has_the_focus(show: Show) -> None:
    page = show(samples.ORDERING)
    before = places(page)
    button = items_of(page).first.get_by_role("button", name="Move down:")
    button.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".flash-live")).to_contain_text("3 of 4")
    assert places(page) == [before[1], before[2], before[0], before[3]]
    assert page.evaluate("document.activeElement.closest('[data-place]').dataset.place") == before[0]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator(".flash-live")).to_contain_text("3 of 4")
    # At an end there is nowhere to go, and nothing else happens.
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(page.locator(".flash-live")).to_contain_text("4 of 4")
    assert places(page) == [*before[1:], before[0]]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_dragged_by_the_mouse(show: Show, direction: str) -> None:
    page = show(samples.ORDERING, html=f'lang="en" dir="{direction}"')
    before = places(page)
    page.mouse.move(*grip(page, 0))
    page.mouse.down()
    x, y = grip(page, 2)
    page.mouse.move(x, y + 2, steps=6)
    page.mouse.up()
    expect(page.locator(".flash-live")).to_contain_text("3 of 4")
    assert places(page) == [before[1], before[2], before[0], before[3]]
    expect(page.locator("[data-dragged]")).to_have_count(0)
    # Far outside is the end.
    page.mouse.move(*grip(page, 3))
    page.mouse.down()
    page.mouse.move(5, 5, steps=3)
    page.mouse.up()
    expect(page.locator(".flash-live")).to_contain_text("1 of 4")
    assert places(page) == [before[3], before[1], before[2], before[0]]


def test_dragged_by_a_finger_which_still_scrolls_elsewhere(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(site.http(site.write(samples.ORDERING)))
    wait_for_widgets(page)
    before = places(page)
    (x, start), (_, end) = grip(page, 0), grip(page, 1)
    session = context.new_cdp_session(page)
    for kind, points in (
        ("touchStart", [{"x": x, "y": start}]),
        ("touchMove", [{"x": x, "y": (start + end) / 2}]),
        ("touchMove", [{"x": x, "y": end + 4}]),
        ("touchEnd", []),
    ):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(page.locator(".flash-live")).to_contain_text("2 of 4")
    assert places(page) == [before[1], before[0], *before[2:]]
    blocked = "(all) => all.map((one) => getComputedStyle(one).touchAction)"
    assert set(page.locator(".flash-grip").evaluate_all(blocked)) == {"none"}
    assert set(page.locator(".flash-options li, .flash-text, .flash-moves").evaluate_all(blocked)) == {"auto"}
    context.close()


def test_tried_again_it_is_mixed_again(show: Show) -> None:
    page = show(samples.ORDERING)
    before = places(page)
    for _ in range(3):
        sort(page)
        press(page, "Check")
        press(page, "Try again")
        now = places(page)
        assert now not in (before, RIGHT)
        expect(page.locator(".flash-options .flash-verdict, [data-verdict]")).to_have_count(0)
        expect(items_of(page).first.get_by_role("button", name="Move up:")).to_be_focused()
        before = now


def test_without_luck_it_is_not_in_order_either(show: Show, page: Page) -> None:
    page.add_init_script("Math.random = () => 0.999")  # leaves a list as it is
    show(samples.ORDERING)
    sort(page)
    press(page, "Check")
    press(page, "Try again")
    assert places(page) == RIGHT[::-1]


def test_without_script_it_can_be_read(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.http(site.write(samples.ORDERING)))
    shown = items_of(page).all_inner_texts()
    page.get_by_text("Show answer").click()
    answer = page.locator(".flash-items > li").all_inner_texts()
    assert sorted(shown) == sorted(answer)
    assert shown != answer
    context.close()


def test_cards_that_arrive_before_their_script_become_widgets(show: Show) -> None:
    """As under instant navigation: from a note without such a card to one with it."""
    page = show(samples.RECALL)
    page.evaluate(
        "(html) => document.querySelector('main').append("
        "...new DOMParser().parseFromString(html, 'text/html').body.childNodes)",
        samples.render(samples.ORDERING),
    )
    expect(page.locator("#card-order")).not_to_have_attribute("data-ready", "")
    for _ in range(2):
        page.add_script_tag(url="assets/flashcards-ordering.js")
    expect(page.locator("#card-order .flash-actions")).to_have_count(1)
    press(page.locator("#card-order"), "Check")  # type: ignore[arg-type]
    assert grades(page) == ["order 1"]
