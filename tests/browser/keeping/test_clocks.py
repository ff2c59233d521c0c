"""Clocks that were ahead or in another zone: what was reviewed stays, what has not been yet waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from ..courses import at
from ..logs import base36
from ..past import NOW, TODAY, many, remember, weeks
from ..waiting import eventually
from .kept import reminder


def test_who_has_flown_west_keeps_what_was_reviewed(index: Callable[..., Page]) -> None:
    """The calendar here calls the day of these reviews tomorrow, but they are over."""
    page = index([])
    time = int(datetime.fromisoformat(f"{NOW}+01:00").timestamp()) - 20 * 60
    remember(page, [], *(f"{n} {card} {base36(time + n)} {TODAY + 1} 3" for n, card in enumerate("abcd", 1)))
    eventually(page, lambda: weeks(page)[0], "Week 1 4 learning")
    expect(reminder(page)).to_have_count(0)


def test_what_a_clock_that_was_ahead_has_written_waits_and_the_page_says_so(index: Callable[..., Page]) -> None:
    page = index(many(60, -2) + many(2, 3))
    expect(reminder(page)).to_have_text("A clock was ahead. Not counted yet: 60 reviews.")
    eventually(page, lambda: weeks(page)[0], "Week 1 2 learning 2 new 2 due")
    at(page, "2026-11-28T20:00")
    page.reload()
    eventually(page, lambda: weeks(page)[0], "Week 1 4 learning")
    expect(page.get_by_text("A clock was ahead.")).to_have_count(0)


@pytest.mark.parametrize("time", [9e14, -5, 1e12])
def test_a_backup_from_a_time_that_has_not_been_is_none(index: Callable[..., Page], time: float) -> None:
    page = index([])
    key = "Object.keys(localStorage).find((key) => /settings/.test(key))"
    page.get_by_label("New cards per day").fill("7")
    page.keyboard.press("Tab")
    page.evaluate(
        f"(time) => localStorage.setItem({key}, JSON.stringify({{ backup: {{ time, events: 1 }}, putOff: time }}))",
        time,
    )
    remember(page, many(60, 20))
    expect(reminder(page)).to_have_count(1)
    page.locator(".flash-keeping > summary").click()
    expect(page.get_by_text("No backup yet.")).to_be_visible()
