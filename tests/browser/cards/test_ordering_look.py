"""How items to put into order look: contrast, small screens, verdicts, and on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from .. import samples
from ..axe import violations
from ..conftest import Site, wait_for_widgets
from ..courses import Student
from .ordering_items import LONG, RIGHT, grip, items_of, places, press, sort

Show = Callable[..., Page]


@pytest.mark.parametrize("palette", ["", '<link rel="stylesheet" href="dark.css">'])
def test_axe_finds_nothing(show: Show, palette: str) -> None:
    page = show(samples.ORDERING + LONG.replace("id=order", "id=long"), head=palette)
    assert violations(page) == []
    press(page.locator("#card-order"), "Check")  # type: ignore[arg-type]
    press(page.locator("#card-long"), "Show answer")  # type: ignore[arg-type]
    assert violations(page) == []


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_buttons_lie_over_nothing_on_the_narrowest_screen(browser: Browser, site: Site, direction: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(site.http(site.write(samples.ORDERING + LONG, html=f'lang="en" dir="{direction}"')))
    wait_for_widgets(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    covered = page.evaluate("""[...document.querySelectorAll(".flash-options > li")].filter((item) => {
      const [text, grip, moves] = [".flash-text", ".flash-grip", ".flash-moves"]
        .map((name) => item.querySelector(name).getBoundingClientRect());
      return [grip, moves].some(({ left, right }) => left < text.right && text.left < right);
    }).length""")
    assert covered == 0
    small = page.locator(".flash-move").evaluate_all(
        "(all) => all.filter((one) => one.getBoundingClientRect().height < 44 || one.clientWidth < 24).length"
    )
    assert small == 0
    context.close()


def test_no_item_changes_its_height_when_it_is_judged(show: Show) -> None:
    page = show(samples.ORDERING)
    heights = "(all) => all.map((one) => Math.round(one.getBoundingClientRect().height))"
    before = items_of(page).evaluate_all(heights)
    press(page, "Check")
    expect(page.locator(".flash-result")).to_be_visible()
    assert items_of(page).evaluate_all(heights) == before


def test_forced_colours_show_what_is_dragged_and_the_verdicts(show: Show, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    show(samples.ORDERING)
    page.mouse.move(*grip(page, 0))
    page.mouse.down()
    expect(page.locator("[data-dragged]")).to_have_css("outline-style", "solid")
    page.mouse.up()
    page.mouse.move(0, 0)
    sort(page)
    items_of(page).last.get_by_role("button", name="Move up:").click()
    press(page, "Check")
    expect(page.locator(".flash-options .flash-verdict").first).to_be_visible()


def test_on_paper_it_has_boxes_and_the_key_at_the_end(review: Callable[..., Student], page: Page) -> None:
    page.add_init_script("window.print = () => { document.body.dataset.printed = ''; }")
    review({"week-1/notes": samples.ORDERING})
    press(page, "Print a sheet")
    expect(page.locator("body")).to_have_attribute("data-printed", "")
    page.emulate_media(media="print")
    asked, solved = page.locator(".flash-asked"), page.locator(".flash-solved")
    assert places(asked) != RIGHT
    look = """(all) => all.map((one) => getComputedStyle(one, "::before")).map((box) =>
      [box.display, box.borderTopStyle, parseFloat(box.width) > 15, box.content])"""
    boxes = items_of(asked).evaluate_all(look)
    assert boxes == [["block", "solid", True, '""']] * 4
    expect(asked.locator(".flash-items, .flash-line").filter(visible=True)).to_have_count(0)
    expect(asked.get_by_text("cannot be run").filter(visible=True)).to_have_count(0)
    expect(solved.locator(".flash-items > li").filter(visible=True)).to_have_count(4)
    expect(items_of(solved).filter(visible=True)).to_have_count(0)


def test_a_printed_note_has_boxes_and_no_buttons(show: Show) -> None:
    page = show(samples.ORDERING)
    page.emulate_media(media="print")
    expect(page.locator(".flash-grip, .flash-moves").filter(visible=True)).to_have_count(0)
    shown = items_of(page).first.evaluate("(item) => getComputedStyle(item, '::before').display")
    assert shown == "block"
