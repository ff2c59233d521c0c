"""Progress and settings: backups and what comes back from them, resets and the way back, the reminder."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from ..axe import violations
from ..courses import Course, Student, at, recall, recalls
from ..logs import base36
from ..past import NOW, PREFIX, TODAY, Review, lines, many, remember, weeks
from ..progress import stored
from ..refused import NO_DATABASE, REFUSE
from ..waiting import eventually

Open = Callable[..., Student]
Files = Callable[..., Path]

NOTES = {
    "week-1/one": recalls("a", "b", "c", "d"),
    "week-2/two": recalls("e") + recall("f", "reverse=yes"),
}
LEARNED: list[Review] = [("a", 3, 3), ("b", 3, 1), ("e", 2, 3), ("f", 2, 3), ("f~r", 1, 3)]
BEFORE = ["Week 1 2 learning 2 new 2 due", "Week 2 2 learning 2 due"]


@pytest.fixture
def index(review: Open, page: Page) -> Callable[..., Page]:
    """Opens the index of a student with a past, with all that is offered there."""

    def opened(reviews: list[Review], *more: str, **settings: Any) -> Page:
        at(page, NOW)
        review(NOTES, at="review/", **settings)
        remember(page, reviews, *more)
        page.locator(".flash-keeping > summary").click()
        expect(page.locator(".flash-keeping section").last).to_be_visible()
        return page

    return opened


@pytest.fixture
def file(tmp_path: Path) -> Files:
    """Writes a file to restore from."""

    def written(content: object, name: str = "backup.json") -> Path:
        path = tmp_path / name
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, encoding="utf-8")
        return path

    return written


def backup(events: object, /, **more: Any) -> dict[str, Any]:
    return {"format": "mkdocs-flashcards", "version": 1, "events": events} | more


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def restore(page: Page, path: Path) -> None:
    with page.expect_file_chooser() as chooser:
        press(page, "Restore from a file")
    chooser.value.set_files(path)


def copies(page: Page) -> Any:
    return page.locator(".flash-keeping section").filter(has=page.get_by_role("heading", name="Backup"))


def log(page: Page) -> list[str]:
    """Every stored record of the log, without the one that tests put there."""
    lists = {key: lines for key, lines in stored(page).items() if ":settings:" not in key and not key.endswith(":past")}
    return sorted(line for lines in lists.values() for line in lines if line)


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


def other_course(events: list[str]) -> dict[str, Any]:
    return {**backup(events), "course": "/biology/"}


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


# Resets


def ask(page: Page) -> Any:
    return page.get_by_role("dialog")


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


# Settings


def test_new_cards_a_day(index: Callable[..., Page]) -> None:
    page = index([("a", 0, 3)])
    student = Student(page)
    assert student.to_do()["new"] == 5
    page.get_by_label("New cards per day").fill("3")
    page.keyboard.press("Tab")
    assert student.to_do()["new"] == 2
    expect(page.locator(".flash-live")).to_have_text("Saved.")
    page.reload()
    assert student.to_do()["new"] == 2


@pytest.mark.parametrize("typed", ["", "-1", "1.5", "1000", "1e9"])
def test_a_number_that_is_none_leaves_the_setting_as_it_was(index: Callable[..., Page], typed: str) -> None:
    page = index([])
    setting = page.get_by_label("New cards per day")
    setting.fill(typed)
    page.keyboard.press("Tab")
    expect(setting).to_have_value("20")


def test_a_setting_that_was_not_touched_stays_the_sites(index: Callable[..., Page]) -> None:
    page = index([], new_per_day=3)
    page.get_by_label("Answer buttons").select_option("4: Again, Hard, Good, Easy")
    stored = page.evaluate(
        "JSON.parse(localStorage.getItem(Object.keys(localStorage).find((key) => /settings/.test(key))))"
    )
    assert stored == {"grades": 4}


def test_grade_buttons(index: Callable[..., Page]) -> None:
    page = index([])
    page.get_by_label("Answer buttons").select_option("4: Again, Hard, Good, Easy")
    press(page, "Start review")
    press(page, "Show answer")
    expect(page.get_by_role("button", name="Hard")).to_be_visible()
    page.goto(page.url.split("#")[0] + "week-2/")
    press(page, "Start review")
    press(page, "Show answer")
    expect(page.get_by_role("button", name="Easy")).to_be_visible()


# Reminder


def reminder(page: Page) -> Any:
    return page.locator(".flash-notice")


@pytest.mark.parametrize(
    ("reviews", "told"),
    [(many(50, 4), True), (many(49, 8), False), (many(50, 2), False), (many(49, 3) + many(1, 8), True)],
)
def test_the_reminder_comes_when_there_is_something_to_lose(
    index: Callable[..., Page], reviews: list[Review], told: bool
) -> None:
    page = index(reviews)
    expect(page.locator(".flash-figures")).to_be_visible()
    expect(reminder(page)).to_have_count(1 if told else 0)
    if told:
        expect(reminder(page)).to_contain_text("50 reviews have no backup.")


def test_the_reminder_can_be_put_off_for_six_days(index: Callable[..., Page]) -> None:
    page = index(many(60, 20))
    press(page, "Later")
    expect(reminder(page)).to_have_count(0)
    expect(page.get_by_role("button", name="Start review")).to_be_focused()
    for moment, count in (("2026-12-01T19:00", 0), ("2026-12-01T21:00", 1)):
        at(page, moment)
        page.reload()
        expect(page.locator(".flash-figures")).to_be_visible()
        expect(reminder(page)).to_have_count(count)


def test_the_reminder_comes_on_the_page_of_a_week_too(review: Open, page: Page) -> None:
    """Who opens only that page, once a week, would be too late with the browser's seventh day."""
    at(page, NOW)
    review(NOTES, at="review/week-1/")
    remember(page, many(60, 5))
    expect(reminder(page)).to_contain_text("60 reviews have no backup.")


def test_the_reminder_comes_at_the_end_of_a_session(review: Open, page: Page) -> None:
    at(page, NOW)
    student = review(NOTES, at="review/week-1/")
    remember(page, many(48, 0, "e"))
    expect(page.get_by_role("button", name="Start review")).to_be_visible()
    expect(reminder(page)).to_have_count(0)
    student.begin()
    assert len(student.all_answers()) == 4
    expect(page.locator(".flash-summary .flash-notice")).to_contain_text("52 reviews have no backup.")


PERSIST = """window.asked = 0;
navigator.storage.persist = async () => { window.asked++; return true; };"""


@pytest.mark.parametrize(("days", "asked"), [(2, 0), (3, 1)])
def test_the_browser_is_asked_once_to_keep_the_data_from_the_third_day_on(
    index: Callable[..., Page], days: int, asked: int
) -> None:
    reviews = [review for ago in range(1, days + 1) for review in many(1, ago)]
    page = index([])
    page.add_init_script(PERSIST)
    remember(page, reviews)
    expect(page.locator(".flash-figures")).to_be_visible()
    eventually(page, lambda: page.evaluate("asked"), asked)
    page.reload()
    expect(page.locator(".flash-figures")).to_be_visible()
    eventually(page, lambda: page.evaluate("asked"), 0)


def test_the_first_backup_asks_for_it_too(index: Callable[..., Page]) -> None:
    page = index(many(3, 0))
    page.evaluate(f"() => {{ {PERSIST} }}")
    with page.expect_download():
        press(page, "Save progress to a file")
    eventually(page, lambda: page.evaluate("asked"), 1)


# Clocks


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


def test_a_backup_ends_the_reminder_until_there_is_more_to_lose(index: Callable[..., Page]) -> None:
    page = index(many(60, 20))
    with page.expect_download():
        reminder(page).get_by_role("button", name="Save progress to a file").click()
    expect(reminder(page)).to_have_count(0)
    at(page, "2026-12-20T20:00")
    remember(page, many(49, -5), name="later")
    expect(page.locator(".flash-figures")).to_be_visible()
    expect(reminder(page)).to_have_count(0)
    remember(page, many(50, -5), name="later")
    expect(reminder(page)).to_contain_text("50 reviews have no backup.")


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
