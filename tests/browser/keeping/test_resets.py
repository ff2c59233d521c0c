"""Resets: of a week and of everything, once asked, and the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from ..axe import violations
from ..courses import at
from ..logs import base36
from ..past import NOW, PREFIX, many, remember, weeks
from ..waiting import eventually
from .kept import BEFORE, LEARNED, ask, log, press


def test_one_week_is_reset_once_asked_and_comes_back(index: Callable[..., Page]) -> None:
    page = index(LEARNED)
    page.get_by_label("What to reset").select_option("Week 2")
    press(page, "Reset")
    expect(ask(page)).to_have_accessible_name("Reset: Week 2")
    expect(ask(page)).to_contain_text("2 cards become new again. You can undo this later.")
    expect(page.locator(":focus")).to_have_text("Cancel")
    ask(page).get_by_role("button", name="Reset").click()
    expect(page.locator(".flash-live")).to_have_text("Reset.")
    eventually(page, lambda: weeks(page), [BEFORE[0], "Week 2 2 cards"])
    assert [line.split(" ")[1::3] for line in log(page)] == [["e", "0"], ["f", "0"], ["f~r", "0"]]
    expect(page.locator(".flash-resets > li")).to_contain_text("Week 2")
    press(page, "Undo")
    expect(page.locator(".flash-live")).to_have_text("Undone.")
    expect(page.locator(".flash-resets > li")).to_have_count(0)
    eventually(page, lambda: weeks(page), BEFORE)


@pytest.mark.parametrize("how", ["Cancel", "Escape"])
def test_who_thinks_better_of_it_loses_nothing(index: Callable[..., Page], how: str) -> None:
    page = index(LEARNED)
    press(page, "Reset")
    if how == "Cancel":
        press(page, "Cancel")
    else:
        page.keyboard.press("Escape")
    expect(ask(page)).to_have_count(0)
    expect(page.get_by_role("button", name="Reset", exact=True)).to_be_focused()
    eventually(page, lambda: (weeks(page), log(page)), (BEFORE, []))


def test_everything_is_reset_also_what_belongs_to_no_card_now(index: Callable[..., Page]) -> None:
    page = index([*LEARNED, ("gone", 5, 3)])
    page.get_by_label("What to reset").select_option("All cards")
    press(page, "Reset")
    expect(ask(page)).to_contain_text("5 cards become new again.")
    ask(page).get_by_role("button", name="Reset").click()
    eventually(page, lambda: weeks(page), ["Week 1 4 cards", "Week 2 2 cards"])
    expect(page.get_by_text("Nothing has been reviewed yet.")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    assert len(log(page)) == 6
    # What happened has happened.
    expect(page.locator(".flash-figures")).to_contain_text("6 reviews in the last 16 weeks")


def test_another_tab_does_not_disturb_a_question(index: Callable[..., Page]) -> None:
    page = index(LEARNED)
    press(page, "Reset")
    page.evaluate(f"dispatchEvent(new StorageEvent('storage', {{ key: {PREFIX} + 'other', newValue: '' }}))")
    expect(page.locator(".flash-below > [data-coming]")).to_have_count(0)
    ask(page).get_by_role("button", name="Reset").click()
    expect(page.locator(".flash-resets > li")).to_contain_text("Week 1")


def test_the_way_back_is_there_for_a_month(index: Callable[..., Page]) -> None:
    page = index(LEARNED)
    press(page, "Reset")
    ask(page).get_by_role("button", name="Reset").click()
    expect(page.locator(".flash-resets > li")).to_have_count(1)
    for moment, count in (("2026-12-24T20:00", 1), ("2026-12-26T20:00", 0)):
        at(page, moment)
        page.reload()
        page.locator(".flash-keeping > summary").click()
        expect(page.locator(".flash-keeping section").last).to_be_visible()
        expect(page.locator(".flash-resets > li")).to_have_count(count)
        eventually(page, lambda: weeks(page)[0], "Week 1 4 cards")


def test_what_was_learned_since_stays_when_a_reset_is_undone(index: Callable[..., Page]) -> None:
    page = index([*LEARNED, ("a", 2, 0), ("a", 1, 3)])
    press(page, "Undo")
    expect(page.locator(".flash-resets > li")).to_have_count(0)
    page.get_by_label("What to reset").select_option("Week 1")
    expect(page.locator(".flash-figures")).to_contain_text("6 reviews in the last 16 weeks")


def test_all_that_there_is_by_now_is_reset(index: Callable[..., Page], context: BrowserContext) -> None:
    """Not what there was when the part was opened: another tab may have gone on."""
    page = index([])
    expect(page.get_by_text("Nothing has been reviewed yet.")).to_be_visible()
    other = context.new_page()
    at(other, NOW)
    other.goto(page.url)
    remember(other, LEARNED, name="other")
    what = page.get_by_label("What to reset")
    what.focus()
    what.select_option("All cards")
    remember(other, [("c", 1, 3)], name="again")
    expect(page.locator(".flash-weeks .flash-bar").first).to_have_accessible_name("3 learning, 1 new")
    press(page, "Reset")
    expect(ask(page)).to_contain_text("5 cards become new again.")
    ask(page).get_by_role("button", name="Reset").click()
    expect(page.locator(".flash-week-state")).to_have_count(0)


def test_thousands_of_resets_do_no_harm(index: Callable[..., Page]) -> None:
    page = index(LEARNED)
    now, today = page.evaluate("Math.floor(Date.now() / 1000)"), page.evaluate("Math.floor(Date.now() / 86400000)")
    many_resets = [f"{n} a {base36(now - n)} {today} 0" for n in range(1, 5000)]
    remember(page, LEARNED, *many_resets, f"9999 a {base36(now + 200000)} {today + 2} 0")
    page.locator(".flash-keeping > summary").click()
    expect(page.locator(".flash-resets > li")).to_have_count(20)


def test_before_the_first_review_there_is_nothing_to_reset(index: Callable[..., Page]) -> None:
    page = index([])
    expect(page.get_by_text("Nothing has been reviewed yet.")).to_be_visible()
    expect(page.get_by_role("button", name="Reset", exact=True)).to_have_count(0)


def test_by_keyboard_alone(index: Callable[..., Page]) -> None:
    page = index(LEARNED)
    page.locator(".flash-keeping > summary").focus()
    names = []
    for _ in range(6):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.dataset.flash ?? document.activeElement.localName"))
    assert names == ["input", "select", "backup", "restore", "select", "reset"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    eventually(page, lambda: weeks(page)[0], "Week 1 4 cards")
    for _ in range(3):
        if page.evaluate("document.activeElement.dataset.flash") == "undo":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".flash-resets > li")).to_have_count(0)
    eventually(page, lambda: weeks(page), BEFORE)


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_axe_finds_nothing_in_a_question_and_after_it(index: Callable[..., Page], palette: str) -> None:
    head = '<link rel="stylesheet" href="/course/dark.css">' if palette == "dark" else ""
    page = index([*LEARNED, *many(60, 30)], head=head)
    press(page, "Reset")
    expect(ask(page)).to_be_visible()
    assert violations(page) == []
    ask(page).get_by_role("button", name="Reset").click()
    expect(page.locator(".flash-resets > li")).to_be_visible()
    assert violations(page) == []
