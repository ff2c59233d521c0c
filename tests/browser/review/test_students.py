"""Other students' terms: one who comes when they feel like it, one with two devices, one whose exam is set late.

What the overview, a session and its end say must agree on each of their days, and nothing they answered may be lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from ..courses import Course, Student, at, recall, recalls
from ..progress import stored
from ..shared import Shared

BEGIN = date(2026, 9, 7)
NOTES = {
    f"week-{week}/note": recalls(*(f"card-{week}-{n}" for n in range(5))) + recall(f"turned-{week}", "reverse=yes")
    for week in (1, 2)
}
ITEMS = 2 * 7
# The same order each time a test runs.
BY_CHANCE = "Math.random = () => (n = (n * 48271) % 2147483647) / 2147483647;"


@pytest.fixture
def course(courses: Callable[..., Course]) -> Course:
    return courses(NOTES, new_per_day=6)


def answers(page: Page) -> set[str]:
    """All that is stored, by the page load that it comes from and its number there."""
    found: set[str] = set()
    for key, lines in stored(page).items():
        if key.startswith("flashcards:1:"):
            records = [line.split(" ") for line in lines if line]
            # What was restored says where it comes from in its line, and all else in the name of its list.
            found.update(" ".join(one[:2]) if len(one) > 5 else f"{key.rpartition(':')[2]} {one[0]}" for one in records)
    return found


def counted(texts: list[str]) -> int:
    """The first number in what is said; none where nothing is."""
    return next((int(n) for text in texts for n in re.findall(r"\d+", text)), 0)


def evening(page: Page, course: Course, now: datetime, chance: Random, most: int = 1000) -> list[str]:
    """What a student answers at one go, at most so much, comparing what is said on the way; the items, as often."""
    at(page, now)
    page.add_init_script(f"{{ let n = {chance.randrange(1, 2**31)}; {BY_CHANCE} }}")
    page.goto(course.http("review/"))
    page.locator("flash-review:not(:empty)").wait_for(state="attached")
    student, answered, forgotten = Student(page), list[str](), list[str]()
    student.hurry()
    to_do = student.to_do()
    if not page.get_by_role("button", name="Start review").count():
        expect(page.get_by_text("Nothing is due now.")).to_be_visible()
        return answered
    promised = to_do["card"]
    student.begin()
    assert student.position() == f"{promised} left"
    before = len(answers(page))
    while student.has_more() and len(answered) < most:
        now_asked = student.asked()
        forgets = chance.random() < 0.25
        answered.append(student.answer("Forgot" if forgets else "Remembered"))
        if forgets:
            forgotten.append(now_asked)
    assert len(answers(page)) == before + len(answered)
    if student.card.count():
        left = counted([student.position()])
        student.press("Leave")
        assert student.to_do()["card"] == left, "on the overview, after leaving early"
        return answered
    said = student.end()
    done = len(set(answered))
    assert done == promised
    assert counted(said) == done
    missed = set(forgotten)
    known = {0: f"{done} card", done: "none known yet"}.get(len(missed), f"{done - len(missed)} of them")
    assert known in said[0], said
    student.press("Back to the overview")
    about = page.locator(".flash-begin .flash-about").inner_text()
    # What was missed three times is still due, though the session has given it up.
    given_up = sum(forgotten.count(item) > 2 for item in missed)
    if given_up or any(text.startswith("Left for today") for text in said):
        left_over = counted([text for text in said if text.startswith("Left for today")])
        assert student.to_do()["card"] == left_over == (given_up or left_over)
    else:
        assert about in said, "when the next cards come"
    return answered


def test_who_comes_irregularly_finds_what_was_promised(shared: Shared, course: Course) -> None:
    chance = Random(1)
    zones = ["Europe/Amsterdam", "America/Los_Angeles", "Pacific/Auckland"]
    day, total, state = 0, 0, None
    for zone in zones:
        day += 2  # a flight east takes longer than the clock there is ahead
        context = shared.new(timezone_id=zone, storage_state=state)
        for _ in range(3):
            day += chance.choice([1, 1, 2, 5, 13])
            hour = chance.choice([5, 12, 23])
            now = datetime.combine(BEGIN + timedelta(days=day), datetime.min.time(), ZoneInfo(zone))
            page = context.new_page()
            total += len(evening(page, course, now + timedelta(hours=hour), chance, chance.choice([3, 1000])))
            assert len(answers(page)) == total
            page.close()
        state = context.storage_state()
        context.close()


def saved(page: Page, place: Path) -> Path:
    """Save progress to a file, as a student does."""
    page.locator(".flash-keeping > summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save progress to a file").first.click()
    download.value.save_as(place)
    return place


def restored(page: Page, file: Path) -> None:
    if not page.locator(".flash-keeping[open]").count():
        page.locator(".flash-keeping > summary").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Restore from a file").click()
    chooser.value.set_files(file)
    expect(page.get_by_text(re.compile("restored|already here")).first).to_be_visible()


def test_two_devices_that_exchange_backups_agree(shared: Shared, course: Course, tmp_path: Path) -> None:
    chance = Random(9)
    devices: list[BrowserContext] = [shared.new(timezone_id="Europe/Amsterdam") for _ in range(2)]
    day, total, minute = 0, 0, 0
    for turn in range(3):
        pages = [device.new_page() for device in devices]
        for page in pages:
            day += chance.choice([0, 1, 3])
            now = datetime.combine(BEGIN + timedelta(days=day), datetime.min.time(), ZoneInfo("Europe/Amsterdam"))
            minute += 1  # of what was answered at one moment on two devices, nobody can say what came last
            now += timedelta(hours=20, minutes=minute)
            total += len(evening(page, course, now, chance, chance.choice([4, 1000])))
        for page in pages:
            at(page, now)
            page.goto(course.http("review/"))
            page.locator("flash-review:not(:empty)").wait_for(state="attached")
        files = [saved(page, tmp_path / f"{turn}-{n}.json") for n, page in enumerate(pages)]
        for page, file in zip(pages, reversed(files), strict=True):
            restored(page, file)
            page.reload()
            page.locator("flash-review:not(:empty)").wait_for(state="attached")
        said = [page.locator(".flash-begin").inner_text() for page in pages]
        assert said[0] == said[1]
        assert [len(answers(page)) for page in pages] == [total, total]
        for page in pages:
            page.close()
    for device in devices:
        device.close()


def test_an_exam_set_late_still_shows_every_card(shared: Shared, courses: Callable[..., Course]) -> None:
    """The first days without an exam, at one new card a day; then it is set, for nine days ahead."""
    chance = Random(3)
    exam = BEGIN + timedelta(days=13)
    plain, late = courses(NOTES, new_per_day=1), courses(NOTES, new_per_day=1, exam=exam)
    context = shared.new(timezone_id="Europe/Amsterdam")
    seen: set[str] = set()
    for day in range(13):
        now = datetime.combine(BEGIN + timedelta(days=day), datetime.min.time(), ZoneInfo("Europe/Amsterdam"))
        page = context.new_page()
        seen.update(evening(page, plain if day < 4 else late, now + timedelta(hours=20), chance))
        page.close()
    assert len(seen) == ITEMS
    context.close()
