"""The progress log in the browser's storage: several tabs, and storage that is full, refused or broken."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .. import samples
from ..conftest import Site, wait_for_widgets
from ..progress import grades, stored
from ..refused import NO_DATABASE, REFUSE
from .answering import answer

Show = Callable[..., Page]


def test_a_line_for_an_event_under_a_key_for_a_page_load(show: Show) -> None:
    page = show(samples.RECALL)
    answer(page, "Remembered")
    ((key, lines),) = stored(page).items()
    assert re.fullmatch(r"flashcards:1:/course/:[0-9a-z]{12}", key)
    assert re.fullmatch(r"1 recall [0-9a-z]{6} \d{5} 3", lines[0])


def test_two_tabs_at_once_keep_everything(site: Site, context: BrowserContext) -> None:
    address = site.http(site.write(samples.RECALL))
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        tab.goto(address)
        wait_for_widgets(tab)
    for tab in tabs:
        tab.get_by_role("button", name="Show answer").click()
    tabs[0].get_by_role("button", name="Forgot").click()
    tabs[1].get_by_role("button", name="Remembered").click()
    tabs[0].get_by_role("button", name="Undo").click()
    tabs[0].get_by_role("button", name="Remembered").click()
    assert sorted(grades(tabs[0])) == ["recall -1", "recall 1", "recall 3", "recall 3"]
    assert len(stored(tabs[0])) == 2


def test_every_load_adds_and_none_takes_away(show: Show) -> None:
    page = show(samples.RECALL)
    for _ in range(3):
        answer(page, "Forgot")
        page.reload()
        wait_for_widgets(page)
        expect(page.locator(".flash-reveal")).to_be_hidden()
    assert grades(page) == ["recall 1"] * 3


def test_a_bad_record_stays_and_costs_only_itself(show: Show) -> None:
    page = show(samples.RECALL)
    key = "flashcards:1:/course/:old"
    page.evaluate("([key]) => localStorage.setItem(key, '1 recall tow8ax 20780 3\\n<b>broken</b>\\n')", [key])
    answer(page, "Forgot")
    assert stored(page)[key] == ["1 recall tow8ax 20780 3", "<b>broken</b>", ""]
    records = page.evaluate(
        "async () => new (await import('./modules/progress/storage/store.js')).Store('/course/').records()",
    )
    assert records[:2] == ["old 1 recall tow8ax 20780 3", "old <b>broken</b>"] or records[1:] == [
        "old 1 recall tow8ax 20780 3",
        "old <b>broken</b>",
    ]


def test_a_scope_is_its_own(show: Show) -> None:
    page = show(samples.RECALL)
    answer(page, "Forgot")
    script = "async (scope) => new (await import('./modules/progress/storage/store.js')).Store(scope).records().length"
    assert page.evaluate(script, "/course/") == 1
    assert page.evaluate(script, "/") == 0
    assert page.evaluate(script, "/cour") == 0


@pytest.mark.parametrize(
    ("course", "script", "scope"),
    [
        (None, "https://x.org/assets/flashcards.0.js", "/"),
        (None, "https://x.org/course/assets/flashcards.0.js", "/course/"),
        (None, "file:///home/me/my%20course/assets/flashcards.0.js", "/home/me/my%20course/"),
        ("algebra", "https://x.org/1.0/assets/flashcards.0.js", "algebra"),
    ],
)
def test_scope_of_a_script(page: Page, site: Site, course: str | None, script: str, scope: str) -> None:
    page.goto(site.http(site.write("", script=False)))
    found = page.evaluate(
        "async ([course, script]) => (await import('./modules/progress/storage/store.js')).scopeOf(course, script)",
        [course, script],
    )
    assert found == scope


@pytest.mark.parametrize("how", REFUSE)
def test_refused_storage_is_said_once_and_the_session_goes_on(page: Page, show: Show, how: str, tmp_path: Path) -> None:
    page.add_init_script(REFUSE[how])
    show(samples.RECALL + samples.TRUE_FALSE)
    page.locator("#card-recall").get_by_role("button", name="Show answer").click()
    page.get_by_role("button", name="Forgot").click()
    problem = page.locator("#card-recall .flash-problem")
    expect(problem).to_contain_text("does not let this page save your progress")
    expect(page.locator(".flash-live")).to_contain_text("does not let this page save")
    page.get_by_role("button", name="True", exact=True).click()
    expect(page.locator(".flash-problem")).to_have_count(1)
    expect(page.locator("#card-tf .flash-status")).to_have_text("Noted: remembered.")
    saved = save(page, tmp_path)
    assert [line.split(" ")[2] for line in saved["events"]] == ["recall", "tf"]


def test_full_storage_is_said_and_made_up_for(show: Show, tmp_path: Path) -> None:
    page = show(samples.RECALL)
    page.evaluate(NO_DATABASE)
    page.evaluate(
        """() => {
          let piece = "x".repeat(1 << 20);
          for (let n = 0; piece; n++) {
            try { localStorage.setItem("other" + n, piece); } catch { piece = piece.slice(0, piece.length >> 1); }
          }
        }"""
    )
    answer(page, "Forgot")
    expect(page.locator(".flash-problem")).to_contain_text("no room left for your progress")
    assert stored(page) == {}
    saved = save(page, tmp_path)
    assert (saved["format"], saved["version"], len(saved["events"])) == ("mkdocs-flashcards", 1, 1)
    page.evaluate("localStorage.removeItem('other0')")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".flash-problem")).to_have_count(0)
    expect(page.locator(".flash-live")).to_have_text("Your progress is being saved again.")
    assert grades(page) == ["recall 1", "recall -1"]


def save(page: Page, folder: Path) -> dict[str, Any]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save progress to a file").click()
    assert download.value.suggested_filename == "flashcards.json"
    path = folder / "saved.json"
    download.value.save_as(path)
    saved: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return saved


def test_the_file_holds_what_other_loads_stored(page: Page, show: Show, tmp_path: Path) -> None:
    show(samples.RECALL)
    answer(page, "Remembered")
    page.evaluate("localStorage.setItem('flashcards:1:/course/:old', 'broken')")
    page.add_init_script(REFUSE["no writing"])
    page.reload()
    wait_for_widgets(page)
    answer(page, "Forgot")
    saved = save(page, tmp_path)
    assert sorted(line.split(" ")[-1] for line in saved["events"]) == ["1", "3", "broken"]
