"""Files to restore from that are foreign, cut off, made to attack or of another course."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ..past import lines, weeks
from ..progress import stored
from ..refused import NO_DATABASE
from ..waiting import eventually
from .kept import BEFORE, LEARNED, backup, copies, log, other_course, press, restore

Files = Callable[..., Path]
GOOD = "other 1 a tow8ax 20780 3"
FOREIGN = "This file is not a backup of these cards."
REFUSED: dict[str, tuple[object, str]] = {
    "empty": ("", FOREIGN),
    "a picture": ("\x89PNG\r\n\x1a\n\x00\x00", FOREIGN),
    "a page": ("<!doctype html><script>alert(1)</script>", FOREIGN),
    "null": ("null", FOREIGN),
    "a list": ([GOOD], FOREIGN),
    "another program's": ({"format": "anki", "version": 1, "events": [GOOD]}, FOREIGN),
    "no version": ({"format": "mkdocs-flashcards", "events": [GOOD]}, FOREIGN),
    "no list": (backup([GOOD], events=GOOD), FOREIGN),
    "newer": (backup([GOOD], version=2), "This backup comes from a newer version"),
    "huge": (" " * 20_000_001, "This file is too large to be a backup."),
    "deep": ("[" * 200_000, FOREIGN),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_backup_is_refused_in_a_plain_sentence(index: Callable[..., Page], file: Files, name: str) -> None:
    page = index(LEARNED)
    before = stored(page)
    content, said = REFUSED[name]
    restore(page, file(content))
    expect(copies(page)).to_contain_text(said)
    expect(copies(page)).to_contain_text("Your progress has not changed.")
    expect(page.locator(".flash-live")).to_contain_text(said)
    assert stored(page) == before
    eventually(page, lambda: weeks(page), BEFORE)


def test_a_file_that_is_cut_off_gives_what_it_has(index: Callable[..., Page], file: Files) -> None:
    page = index([])
    text = json.dumps(backup(["other " + line for line in lines(LEARNED)]), indent=1)
    restore(page, file(text[: text.index(" f~r ") + 2]))
    expect(copies(page)).to_contain_text("The end of this file is missing. What could be read was restored.")
    expect(copies(page)).to_contain_text("4 reviews were restored.")
    expect(copies(page)).to_contain_text("No backup yet.")
    assert len(log(page)) == 4


ATTACKS = [
    '1 <img/src=x/onerror="document.body.dataset.hit=1"> tow8ax 20780 3',
    "1 __proto__ tow8ax 20780 3",
    "1 constructor tow8ax 20780 3",
    "1 a zzzzzzzzz 20780 3",
    "1 a tow8ax 99999999 3",
    "1 a tow8ax -999999 3",
    "1 a tow8ax 999999 3",
    "0 a tow8ax 20780 3",
    "1 a tow8ax 20780 9",
    "1 a tow8ax 20780 -past.1",
    "1 " + "a" * 300 + " tow8ax 20780 3",
]


def test_a_file_made_to_attack_is_taken_record_by_record(index: Callable[..., Page], file: Files) -> None:
    page = index(LEARNED)
    events = [*(f"evil{n} {line}" for n, line in enumerate(ATTACKS)), 5, None, {"card": "a"}, [[]], "<b>", GOOD]
    more = {"__proto__": {"grade": 1}, "unread": ["<script>alert(1)</script>"]}
    restore(page, file(backup(events, **more)))
    # GOOD, and those whose cards are merely strange.
    expect(copies(page)).to_contain_text("3 reviews were restored.")
    expect(copies(page)).to_contain_text("14 records could not be read.")
    assert page.evaluate("document.body.dataset.hit ?? ({}).grade ?? null") is None
    expect(page.locator(".flash-below img, .flash-below script, .flash-below b")).to_have_count(0)
    eventually(page, lambda: weeks(page)[1], BEFORE[1])
    page.reload()
    expect(page.locator(".flash-figures")).to_contain_text("in the last 16 weeks")
    eventually(page, lambda: weeks(page)[1], BEFORE[1])


def test_a_broken_record_of_the_log_costs_only_itself(index: Callable[..., Page]) -> None:
    page = index(LEARNED, "<img src=x onerror=alert(1)>", "99 a")
    expect(copies(page)).to_contain_text("2 records could not be read.")
    eventually(page, lambda: weeks(page), BEFORE)


def test_a_full_store_is_said(index: Callable[..., Page], file: Files) -> None:
    page = index([])
    page.evaluate(NO_DATABASE)
    page.evaluate(
        """() => {
          let piece = "x".repeat(1 << 20);
          for (let n = 0; piece; n++) {
            try { localStorage.setItem("other" + n, piece); } catch { piece = piece.slice(0, piece.length >> 1); }
          }
        }"""
    )
    restore(page, file(backup(["other " + line for line in lines(LEARNED)])))
    expect(copies(page)).to_contain_text("This browser has no room left for your progress.")
    expect(page.locator(".flash-problem")).to_contain_text("It lasts until you leave this page.")
    eventually(page, lambda: weeks(page), BEFORE)


def test_another_courses_backup_is_restored_only_after_a_question(index: Callable[..., Page], file: Files) -> None:
    page = index(LEARNED)
    before = stored(page)
    path = file(other_course([f"other {line}" for line in lines([("cell", 1, 3)])]))
    restore(page, path)
    expect(page.get_by_role("dialog")).to_contain_text("This backup is of another course, /biology/.")
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    expect(copies(page)).to_contain_text("Your progress has not changed.")
    assert stored(page) == before
    restore(page, path)
    page.get_by_role("dialog").get_by_role("button", name="Restore", exact=True).click()
    expect(copies(page)).to_contain_text("1 review was restored.")
    eventually(page, lambda: weeks(page), BEFORE)
    added = {key: lines for key, lines in stored(page).items() if key not in before}
    assert [key.split(":")[2] for key in added if "settings" not in key] == ["/biology/"]


def test_a_file_that_was_cut_names_its_course_too(index: Callable[..., Page], file: Files, tmp_path: Path) -> None:
    page = index(LEARNED)
    with page.expect_download() as download:
        press(page, "Save progress to a file")
    download.value.save_as(tmp_path / "saved.json")
    saved = (tmp_path / "saved.json").read_text(encoding="utf-8")
    own = json.loads(saved)["course"]
    restore(page, file(saved[: saved.rindex("]")].replace(json.dumps(own), '"/biology/"')))
    expect(page.get_by_role("dialog")).to_contain_text("This backup is of another course, /biology/.")


def test_a_course_that_has_moved_takes_its_backup_here(index: Callable[..., Page], file: Files) -> None:
    page = index([])
    restore(page, file(other_course([f"other {line}" for line in lines(LEARNED)])))
    page.get_by_role("dialog").get_by_role("button", name="Restore", exact=True).click()
    expect(copies(page)).to_contain_text("5 reviews were restored.")
    eventually(page, lambda: weeks(page), BEFORE)


@pytest.mark.parametrize("course", [7, "", "a b", "<b>", "x" * 300, None, "a:b"])
def test_a_course_that_no_file_of_ours_names_is_ignored(
    index: Callable[..., Page], file: Files, course: object
) -> None:
    page = index([])
    restore(page, file({**backup([f"other {line}" for line in lines(LEARNED)]), "course": course}))
    expect(copies(page)).to_contain_text("5 reviews were restored.")
