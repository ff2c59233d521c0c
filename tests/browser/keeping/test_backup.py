"""Backups: what is in one, and that it brings everything back, also on another device."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from ..courses import Course
from ..past import lines, weeks
from ..progress import stored
from ..refused import REFUSE
from ..waiting import eventually
from .kept import BEFORE, LEARNED, NOTES, backup, copies, log, press, restore

Files = Callable[..., Path]


# Backup and restore


def test_a_backup_is_named_after_course_and_day_and_holds_everything(
    index: Callable[..., Page], tmp_path: Path
) -> None:
    page = index(LEARNED, "<b>broken</b>", course="algebra-1")
    expect(copies(page)).to_contain_text("No backup yet.")
    expect(copies(page)).to_contain_text("1 record could not be read.")
    with page.expect_download() as download:
        press(page, "Save progress to a file")
    assert download.value.suggested_filename == "flashcards-algebra-1-2026-11-25.json"
    expect(copies(page)).to_contain_text("Last backup: Nov 25, 2026")
    download.value.save_as(tmp_path / "saved.json")
    saved = json.loads((tmp_path / "saved.json").read_text(encoding="utf-8"))
    events = ["past " + line for line in lines(LEARNED)]
    events.append("past <b>broken</b>")
    assert saved == {**backup(events), "course": "algebra-1"}


def test_a_course_without_a_name_is_told_by_its_folder(index: Callable[..., Page]) -> None:
    page = index(LEARNED)
    folder = page.url.split("/")[-3]
    with page.expect_download() as download:
        press(page, "Save progress to a file")
    assert download.value.suggested_filename == f"flashcards-{folder}-2026-11-25.json"


def test_another_device_goes_on_where_this_one_was(index: Callable[..., Page], file: Files) -> None:
    page = index([("c", 0, 3)])
    path = file(backup(["other " + line for line in lines(LEARNED)]))
    restore(page, path)
    expect(copies(page)).to_contain_text("5 reviews were restored.")
    expect(copies(page)).not_to_contain_text("already here")
    expect(page.locator(".flash-live")).to_contain_text("5 reviews were restored.")
    eventually(page, lambda: weeks(page), ["Week 1 3 learning 1 new 2 due", BEFORE[1]])
    expect(page.locator(".flash-figures")).to_contain_text("6 reviews in the last 16 weeks")
    page.reload()
    expect(page.locator(".flash-figures")).to_contain_text("6 reviews in the last 16 weeks")


def test_the_same_file_twice_changes_nothing(index: Callable[..., Page], file: Files) -> None:
    page = index([("c", 0, 3)])
    path = file(backup(["other " + line for line in lines(LEARNED)]))
    restore(page, path)
    expect(copies(page)).to_contain_text("5 reviews were restored.")
    before = stored(page)
    restore(page, path)
    expect(copies(page)).to_contain_text("All 5 reviews were already here.")
    expect(copies(page)).not_to_contain_text("restored")
    assert stored(page) == before


def test_the_focus_stays_on_the_button_that_was_pressed(index: Callable[..., Page], file: Files) -> None:
    page = index(LEARNED)
    with page.expect_download():
        press(page, "Save progress to a file")
    expect(copies(page)).to_contain_text("Last backup:")
    expect(page.get_by_role("button", name="Save progress to a file")).to_be_focused()
    restore(page, file(["no backup"]))
    expect(copies(page)).to_contain_text("Your progress has not changed.")
    expect(page.get_by_role("button", name="Restore from a file")).to_be_focused()


def test_a_backup_that_comes_home_changes_nothing(index: Callable[..., Page], tmp_path: Path) -> None:
    page = index([*LEARNED, ("a", 0, 0)])
    with page.expect_download() as download:
        press(page, "Save progress to a file")
    download.value.save_as(tmp_path / "saved.json")
    restore(page, tmp_path / "saved.json")
    expect(copies(page)).to_contain_text("All 5 reviews were already here.")
    assert log(page) == []


def test_whoever_restored_everything_has_a_copy(index: Callable[..., Page], file: Files) -> None:
    page = index([])
    restore(page, file(backup(["other " + line for line in lines(LEARNED)])))
    expect(copies(page)).to_contain_text("Last backup: Nov 25, 2026")


def test_a_file_with_less_than_everything_is_no_copy(index: Callable[..., Page], file: Files) -> None:
    page = index([("c", 0, 3)])
    restore(page, file(backup(["other " + line for line in lines(LEARNED)])))
    expect(copies(page)).to_contain_text("No backup yet.")


# Clocks


@pytest.mark.parametrize("how", REFUSE)
def test_refused_storage_is_said_and_the_log_can_be_saved(
    browser: Browser, courses: Callable[..., Course], how: str, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.add_init_script(REFUSE[how])
    page.goto(courses(NOTES).http("review/"))
    page.locator(".flash-keeping > summary").click()
    path = tmp_path / "backup.json"
    path.write_text(json.dumps(backup(["other " + line for line in lines(LEARNED)])), encoding="utf-8")
    restore(page, path)
    problem = page.locator(".flash-problem")
    expect(problem).to_contain_text("This browser does not let this page save your progress.")
    with page.expect_download() as download:
        problem.get_by_role("button", name="Save progress to a file").click()
    download.value.save_as(tmp_path / "saved.json")
    assert len(json.loads((tmp_path / "saved.json").read_text(encoding="utf-8"))["events"]) == 5
    expect(problem).to_be_visible()
    page.close()


def test_two_courses_on_one_host_do_not_mix(
    index: Callable[..., Page], courses: Callable[..., Course], context: BrowserContext
) -> None:
    index(LEARNED)
    other = context.new_page()
    other.goto(courses(NOTES, course="other").http("review/"))
    expect(other.get_by_role("button", name="Start review")).to_be_visible()
    eventually(other, lambda: weeks(other), ["Week 1 4 cards", "Week 2 2 cards"])
