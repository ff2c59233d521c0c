"""Progress is kept twice, in localStorage and in a database: either may be lost, refuse, fill up or never answer."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from .. import samples
from ..conftest import FLAGS, find_chromium, wait_for_widgets
from ..courses import Course, Student, at, recalls
from ..past import NOW, lines, remember, weeks
from ..progress import grades, stored
from ..waiting import eventually
from .answering import answer

Show = Callable[..., Page]
Courses = Callable[..., Course]

NOTES = {"week-1/one": recalls("a", "b", "c", "d")}
FOUND = ["Week 1 2 learning 2 new 2 due"]
LEARNED = [("a", 3, 3), ("b", 3, 1)]

IN_DATABASE = """() => new Promise((found, failed) => {
  const opening = indexedDB.open("flashcards", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("lists");
  opening.onerror = failed;
  opening.onsuccess = () => {
    const lists = opening.result.transaction("lists").objectStore("lists").getAll();
    lists.onerror = failed;
    lists.onsuccess = () => { opening.result.close(); found(lists.result.flatMap((text) => text.split("\\n"))); };
  };
})"""

# Ways in which a database can fail a page.
FAIL = {
    "absent": "Object.defineProperty(window, 'indexedDB', { value: undefined })",
    "refused": "IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError'); }",
    "broken": "IDBDatabase.prototype.transaction = () => { throw new DOMException('', 'InvalidStateError'); }",
    "full": """IDBObjectStore.prototype.put = function () {
      this.transaction.abort();
      return {};
    }""",
    # So that nobody waits for what is waited for in vain, time runs faster.
    "silent": """{
      IDBFactory.prototype.open = () => ({});
      const { setTimeout } = window;
      window.setTimeout = (what, wait, ...given) => setTimeout(what, wait / 20, ...given);
    }""",
}
NO_LOCAL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }"


def in_database(page: Page) -> list[str]:
    """What the database holds once all that was written to it before is there: card and grade of each event."""
    lines = [one.split(" ") for one in page.evaluate(IN_DATABASE) if not one.startswith("{")]
    return sorted(f"{card} {grade}" for _, card, _, _, grade in lines)


def empty_local(page: Page) -> None:
    """As if the browser had crashed before it wrote localStorage to the disk."""
    page.evaluate("localStorage.clear()")


def open_index(page: Page, courses: Courses) -> None:
    at(page, NOW)
    page.goto(courses(NOTES).http("review/"))
    page.locator("flash-review:not(:empty)").wait_for(state="attached")


def test_a_grade_in_a_note_is_kept_twice(show: Show) -> None:
    page = show(samples.RECALL)
    answer(page, "Remembered")
    eventually(page, lambda: in_database(page), ["recall 3"])
    page.get_by_role("button", name="Undo").click()
    eventually(page, lambda: len(in_database(page)), 2)
    assert len(grades(page)) == 2


def test_what_localstorage_lost_comes_back(page: Page, courses: Courses) -> None:
    open_index(page, courses)
    page.get_by_text("Progress and settings").click()
    page.get_by_label("New cards per day").fill("1")
    page.get_by_label("New cards per day").press("Tab")
    remember(page, LEARNED)
    eventually(page, lambda: in_database(page), ["a 3", "b 1"])
    before = stored(page)
    assert ['{"fresh":1}'] in before.values()
    empty_local(page)
    page.reload()
    eventually(page, lambda: weeks(page), FOUND)
    eventually(page, lambda: stored(page), before)
    expect(page.locator(".flash-about").first).to_have_text("2 due, 1 new")


def test_half_a_list_is_made_whole(page: Page, courses: Courses) -> None:
    """A crash loses the last minutes of a list, not all of it."""
    open_index(page, courses)
    remember(page, LEARNED)
    eventually(page, lambda: in_database(page), ["a 3", "b 1"])
    (key,) = stored(page)
    page.evaluate("([key, line]) => localStorage.setItem(key, line)", [key, lines(LEARNED)[0]])
    page.reload()
    eventually(page, lambda: weeks(page), FOUND)
    eventually(page, lambda: stored(page)[key], lines(LEARNED))


def test_what_the_database_lost_is_copied_again(page: Page, courses: Courses) -> None:
    open_index(page, courses)
    remember(page, LEARNED)
    eventually(page, lambda: in_database(page), ["a 3", "b 1"])
    page.goto("about:blank")
    page.goto(courses(NOTES).http("week-1/one/"))
    page.evaluate("() => new Promise((done) => { indexedDB.deleteDatabase('flashcards').onsuccess = done; })")
    open_index(page, courses)
    eventually(page, lambda: in_database(page), ["a 3", "b 1"])
    assert weeks(page) == FOUND


def test_a_session_waits_for_what_only_the_database_has(page: Page, courses: Courses) -> None:
    """An address that starts a session at once must not ask as new what was learned."""
    open_index(page, courses)
    remember(page, [(card, 1, 4) for card in "abcd"])
    eventually(page, lambda: len(in_database(page)), 4)
    empty_local(page)
    page.goto("about:blank")
    page.goto(courses(NOTES).http("review/#review"))
    expect(page.locator(".flash-session")).to_be_visible()
    expect(page.locator(".flash-stage > flash-card")).to_have_count(0)


def test_another_course_of_the_host_is_left_alone(page: Page, courses: Courses) -> None:
    open_index(page, courses)
    remember(page, LEARNED)
    eventually(page, lambda: len(in_database(page)), 2)
    empty_local(page)
    other = courses({"week-1/two": recalls("a", "b")})
    page.goto(other.http("review/"))
    expect(page.locator(".flash-week-count")).to_have_text("2 cards")
    assert stored(page) == {}


@pytest.mark.parametrize("how", FAIL)
def test_a_database_that_fails_is_no_problem(page: Page, courses: Courses, how: str) -> None:
    page.add_init_script(FAIL[how])
    page.goto(courses(NOTES).http("review/week-1/"))
    student = Student(page)
    student.begin()
    assert len(student.all_answers()) == 4
    assert len(grades(page)) == 4
    expect(page.locator(".flash-problem")).to_have_count(0)


@pytest.mark.parametrize("way", ["note", "review"])
def test_a_full_localstorage_is_no_problem_either(page: Page, courses: Courses, way: str) -> None:
    page.add_init_script(NO_LOCAL)
    if way == "note":
        page.goto(courses(NOTES).http("week-1/one/"))
        wait_for_widgets(page)
        page.locator("#card-a").get_by_role("button", name="Show answer").click()
        page.locator("#card-a").get_by_role("button", name="Remembered").click()
    else:
        page.goto(courses(NOTES).http("review/week-1/"))
        student = Student(page)
        student.begin()
        student.answer()
        student.press("Leave")
    eventually(page, lambda: len(in_database(page)), 1)
    expect(page.locator(".flash-problem")).to_have_count(0)
    assert stored(page) == {}
    page.goto(courses(NOTES).http("review/"))
    eventually(page, lambda: weeks(page), ["Week 1 1 learning 3 new"])


@pytest.mark.parametrize("how", FAIL)
def test_where_neither_keeps_anything_it_is_said(page: Page, courses: Courses, how: str) -> None:
    page.add_init_script(NO_LOCAL)
    page.add_init_script(FAIL[how])
    page.goto(courses(NOTES).http("review/week-1/"))
    student = Student(page)
    student.begin()
    student.answer()
    expect(page.locator(".flash-problem")).to_contain_text("no room left for your progress")
    student.all_answers()


def test_a_connection_that_the_browser_closes_is_opened_again(show: Show) -> None:
    page = show(samples.RECALL)
    answer(page, "Forgot")
    eventually(page, lambda: in_database(page), ["recall 1"])
    page.evaluate("""async () => {
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function (...given) {
        IDBDatabase.prototype.transaction = transaction;
        this.close();
        return transaction.apply(this, given);
      };
    }""")
    page.get_by_role("button", name="Undo").click()
    eventually(page, lambda: len(in_database(page)), 2)


def test_a_tab_keeps_what_another_has_cleared(context: BrowserContext, courses: Courses) -> None:
    address = courses(NOTES).http("review/week-1/")
    first, second = context.new_page(), context.new_page()
    for tab in (first, second):
        tab.goto(address)
    student = Student(first)
    student.begin()
    student.answer()
    empty_local(second)
    eventually(first, lambda: len(grades(first)), 1)


def test_only_what_another_tab_adds_is_heard(modules: Callable[..., Any]) -> None:
    """A tab that hears the whole list at each grade would hold two million rows after two thousand."""
    script = """({ Store, heard }) => {
      const store = new Store("/", "now");
      const lines = [1, 2, 3].map((n) => `${n} a tkuekw 20700 3`);
      const key = "flashcards:1:/:other";
      const text = (n) => lines.slice(0, n).join("\\n");
      return [[null, text(1)], [text(1), text(2)], [text(2), text(3)], ["x", text(3)], [text(3), null]]
        .map(([oldValue, newValue]) => heard(store, { key, oldValue, newValue }).map(({ n }) => n)); }"""
    assert modules("progress/storage/store progress/storage/reconcile", script) == [[1], [2], [3], [1, 2, 3], []]


# A crash


@contextmanager
def own_browser(driver: Playwright, profile: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A browser of its own process group, to be killed: the address to drive it by, and the process."""
    path = find_chromium() or driver.chromium.executable_path
    port = profile / "DevToolsActivePort"
    port.unlink(missing_ok=True)
    process = subprocess.Popen(
        [path, *FLAGS, "--headless", "--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        until = monotonic() + 20
        while not (port.exists() and "\n" in port.read_text()):
            assert monotonic() < until
            sleep(0.02)
        yield f"http://127.0.0.1:{port.read_text().splitlines()[0]}", process
    finally:
        kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_a_browser_that_is_killed_right_after_a_grade_has_kept_it(
    driver: Playwright, courses: Courses, tmp_path: Path
) -> None:
    course = courses(NOTES)
    for before in range(int(os.environ.get("KILLS", "3"))):
        with own_browser(driver, tmp_path / "profile") as (address, process):
            page = driver.chromium.connect_over_cdp(address).contexts[0].new_page()
            page.goto(course.http("week-1/one/"))
            wait_for_widgets(page)
            assert len(in_database(page)) == before
            page.locator("#card-a").get_by_role("button", name="Show answer").click()
            page.locator("#card-a").get_by_role("button", name="Remembered").click()
            eventually(page, lambda page=page: len(in_database(page)), before + 1)
            kill(process)
        with own_browser(driver, tmp_path / "profile") as (address, _):
            page = driver.chromium.connect_over_cdp(address).contexts[0].new_page()
            page.goto(course.http("review/"))
            page.locator("flash-review:not(:empty)").wait_for(state="attached")
            eventually(page, lambda page=page: len(grades(page)), before + 1)
