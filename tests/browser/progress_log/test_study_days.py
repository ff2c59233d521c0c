"""Study days across time zones: they begin at four, and a journey makes none of hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser

from ..conftest import Site
from ..logs import DAY, Event
from .schedule_states import state

Modules = Callable[..., Any]
ZONES = ["America/St_Johns", "America/Los_Angeles", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Kiritimati"]
STUDY_DAYS = """async (times) => {
  const { studyDay } = await import("./modules/progress/study-day.js");
  return times.map((time) => studyDay(new Date(time)));
}"""


@pytest.mark.parametrize("zone", ZONES)
def test_a_study_day_begins_at_four_wherever_the_student_is(browser: Browser, site: Site, zone: str) -> None:
    """Every hour of a year, and so each change of the clocks, with the minute before."""
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    moments = [begin + timedelta(hours=n // 2, minutes=-(n % 2)) for n in range(2 * 366 * 24)]
    page = browser.new_page(timezone_id=zone)
    page.goto(site.http(site.write("", script=False)))
    found = page.evaluate(STUDY_DAYS, [moment.timestamp() * 1000 for moment in moments])
    page.close()
    local = [moment.astimezone(ZoneInfo(zone)) for moment in moments]
    assert found == [(at.date() - date(1970, 1, 1)).days - (at.hour < 4) for at in local]


def test_a_journey_west_makes_no_day_of_hours(browser: Browser, site: Site, modules: Modules) -> None:
    """Auckland on Tuesday morning, and some hours later Honolulu, where it is Monday; then Tuesday there."""
    script = """async (times) => {
      const { Store } = await import("./modules/progress/storage/store.js");
      return times.map((time) => new Store("/").add("docker", { grade: 3 }, new Date(time)));
    }"""

    def graded(zone: str, *times: str) -> list[Event]:
        page = browser.new_page(timezone_id=zone)
        page.goto(site.http(site.write("", script=False)))
        moments = [datetime.fromisoformat(time).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000 for time in times]
        events: list[Event] = page.evaluate(script, moments)
        page.close()
        return events

    (before,) = graded("Pacific/Auckland", "2026-11-24T10:00")
    hours, day = graded("Pacific/Honolulu", "2026-11-23T20:00", "2026-11-24T20:00")
    today = day["day"] - DAY
    assert [event["day"] - before["day"] for event in (hours, day)] == [-1, 0]
    both = state(modules, before, hours, today=today)
    assert both["memory"]["stability"] == pytest.approx(2.3065, rel=0.01)
    assert state(modules, hours, before, today=today) == both
    assert state(modules, before, hours, day, today=today)["memory"]["stability"] > 4
