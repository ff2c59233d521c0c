"""The printable sheet of a week: what is on it, and that nothing else is printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .. import samples
from ..courses import Student, recall, recalls

Open = Callable[..., Student]

LONG = "word " * 60
CODE = "```flashcard id=program\nHow is it written?\n---\n    def f():\n        return 1\n```\n"
IMAGE = '<img src="/line.svg" loading="lazy" alt="A line">'
PICTURE = f"```flashcard id=drawn\nWhat is this? {IMAGE}\n---\nA line, as here: {IMAGE}\n```\n"
LINE = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="9"><rect width="90" height="9"/></svg>'
TABS = """```flashcard id=tabs
Which?

=== "One"
    first

=== "Two"
    second
---
None.
```
"""
KINDS = {"week-1/notes": samples.KINDS + CODE + f"```flashcard id=long\nTell it all.\n---\n{LONG}\n```\n"}
COUNT = 14
PRINT = (
    "window.print = () => { const { dataset } = document.body; dataset.printed = Number(dataset.printed ?? 0) + 1; }"
)


@pytest.fixture
def sheet(review: Open, page: Page) -> Callable[..., Page]:
    """Opens a week's page and has its sheet made, as the printer would see it."""

    def made(notes: dict[str, str], **settings: Any) -> Page:
        page.add_init_script(PRINT)
        review(notes, **settings)
        page.get_by_role("button", name="Print a sheet").click()
        expect(page.locator("body")).to_have_attribute("data-printed", "1")
        page.emulate_media(media="print")
        return page

    return made


def part(page: Page, name: str, card: str) -> Any:
    return page.locator(f".flash-{name} > [data-card='{card}']")


def test_every_card_is_asked_and_answered(sheet: Callable[..., Page]) -> None:
    page = sheet(KINDS)
    expect(page.locator(".flash-sheet").get_by_role("heading", name="Week 1")).to_be_visible()
    expect(page.locator(".flash-asked > flash-card")).to_have_count(COUNT)
    expect(page.locator(".flash-solved > flash-card")).to_have_count(COUNT)
    expect(part(page, "asked", "recall")).to_contain_text("What is Docker?")
    expect(part(page, "solved", "recall").get_by_text("A tool that ships")).to_be_visible()
    expect(part(page, "solved", "recall").get_by_text("What is Docker?")).to_be_hidden()
    expect(part(page, "solved", "radio").get_by_text("instance of an image").last).to_be_visible()
    expect(part(page, "solved", "radio").get_by_text("a set of instructions")).to_be_hidden()
    expect(part(page, "solved", "cloze").locator("mark").first).to_have_text("optimizing")
    numbers = page.evaluate("getComputedStyle(document.querySelector('.flash-asked > flash-card'), '::before').content")
    assert numbers == 'counter(flash) "."'


def test_no_answer_is_to_be_seen_where_it_is_asked(sheet: Callable[..., Page]) -> None:
    page = sheet(KINDS)
    asked = page.locator(".flash-asked")
    for answer in (
        "A tool that ships",
        "an interpreter",
        "Most cloud machines",
        "optimizing",
        "Rotterdam",
        "def f",
        "dog",
    ):
        expect(asked.get_by_text(answer).filter(visible=True)).to_have_count(0)
    expect(asked.locator(".flash-hint, .flash-source, .flash-from").filter(visible=True)).to_have_count(0)


def test_there_is_room_to_write(sheet: Callable[..., Page]) -> None:
    page = sheet(KINDS)
    count = {card: part(page, "asked", card).locator(".flash-line").count() for card in ("recall", "list", "long")}
    assert count == {"recall": 2, "list": 3, "long": 5}
    expect(part(page, "asked", "tf").locator(".flash-options > li")).to_have_text(["True", "False"])
    expect(part(page, "asked", "radio").locator(".flash-options > li")).to_have_count(3)
    blanks = part(page, "asked", "cloze").locator(".flash-blank")
    assert [blank.inner_text() for blank in blanks.all()] == ["", ""]
    widths = {blank.evaluate("(blank) => blank.getBoundingClientRect().width") for blank in blanks.all()}
    assert len(widths) == 1
    assert widths.pop() > 120
    expect(part(page, "asked", "numbers").locator(".flash-blank").nth(1)).to_have_text("[country]")
    box = part(page, "asked", "program").locator(".flash-reveal").bounding_box()
    assert box
    assert box["height"] > 100


CIRCLE_ENDS = """(items) => items.map((item) => {
  const { top, height } = getComputedStyle(item, "::before");
  return item.getBoundingClientRect().height - parseFloat(top) - parseFloat(height);
})"""


@pytest.mark.parametrize("card", ["radio", "checkbox", "order"])
def test_options_in_two_columns_begin_side_by_side_and_none_is_cut(sheet: Callable[..., Page], card: str) -> None:
    page = sheet({"week-1/notes": samples.RADIO + samples.CHECKBOX + samples.ORDERING})
    items = part(page, "asked", card).locator(".flash-options > li")
    assert min(items.evaluate_all(CIRCLE_ENDS)) > 0
    tops = items.evaluate_all("(items) => items.map((item) => item.getBoundingClientRect().top)")
    assert min(tops[1:]) == pytest.approx(tops[0], abs=0.5)


def test_who_answers_writes_a_name_and_the_date(sheet: Callable[..., Page]) -> None:
    page = sheet(KINDS)
    expect(page.locator(".flash-blanks > span")).to_have_text(["Name:", "Date:"])


@pytest.fixture
def cutouts(review: Open, page: Page) -> Page:
    """The cards of all kinds, to be cut out, as the printer would see them."""
    page.add_init_script(PRINT)
    review(KINDS)
    page.get_by_role("button", name="Print cards to cut out").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "1")
    page.emulate_media(media="print")
    return page


def test_cards_to_cut_out_have_two_sides(cutouts: Page) -> None:
    expect(cutouts.locator(".flash-cutout")).to_have_count(COUNT)
    expect(cutouts.locator("main")).to_be_hidden()
    card = cutouts.locator(".flash-cutout").filter(has=cutouts.locator("[data-card=recall]"))
    front, back = card.locator(".flash-asked").bounding_box(), card.locator(".flash-solved").bounding_box()
    assert front
    assert back
    assert abs(front["width"] - back["width"]) <= 2
    assert front["y"] == back["y"]
    expect(card.get_by_text("What is Docker?").filter(visible=True)).to_have_count(1)
    expect(card.get_by_text("A tool that ships").filter(visible=True)).to_have_count(1)


def test_the_front_of_a_card_to_cut_out_tells_no_answer(cutouts: Page) -> None:
    front = cutouts.locator(".flash-asked")
    for answer in ("A tool that ships", "an interpreter", "optimizing", "Rotterdam", "def f", "dog"):
        expect(front.get_by_text(answer).filter(visible=True)).to_have_count(0)
    expect(front.locator(".flash-line, .flash-mend").filter(visible=True)).to_have_count(0)


def test_nothing_else_is_printed_while_it_is_there(sheet: Callable[..., Page]) -> None:
    page = sheet(KINDS)
    expect(page.locator("main")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".flash-sheet")).to_have_count(0)
    expect(page.locator("main")).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.get_by_role("button", name="Start review")).to_be_visible()


def test_it_is_not_seen_on_the_screen(sheet: Callable[..., Page]) -> None:
    page = sheet(KINDS)
    page.emulate_media(media="screen")
    expect(page.locator(".flash-sheet")).to_be_hidden()
    expect(page.locator("main")).to_be_visible()
    page.get_by_role("button", name="Print a sheet").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "2")
    expect(page.locator(".flash-sheet")).to_have_count(1)


def test_copies_leave_their_originals_alone(sheet: Callable[..., Page]) -> None:
    page = sheet({"week-1/notes": samples.KINDS + TABS})
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))
    expect(page.locator(".flash-sheet [data-ready], .flash-sheet [name]")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Start review").click()
    expect(page.locator(".flash-stage > flash-card")).to_be_visible()


@pytest.mark.parametrize("there", [True, False])
def test_pictures_have_come_before_it_is_printed(review: Open, page: Page, there: bool) -> None:
    page.add_init_script(
        "window.print = () => { document.body.dataset.printed = [...document.querySelectorAll('.flash-sheet img')]"
        ".map(({ complete, naturalWidth }) => complete + ' ' + naturalWidth); }"
    )
    page.route("**/line.svg", lambda route: route.fulfill(content_type="image/svg+xml", body=LINE if there else "none"))
    review({"week-1/notes": recalls(*"abcdefghijkl") + PICTURE})
    page.get_by_role("button", name="Print a sheet").click()
    # One that cannot be had holds nothing up.
    printed = ",".join(["true 90" if there else "true 0"] * 4)
    expect(page.locator("body")).to_have_attribute("data-printed", printed)


def test_answers_begin_on_a_page_of_their_own(sheet: Callable[..., Page]) -> None:
    page = sheet({"week-1/notes": recall("alone")})
    assert len(re.findall(rb"/Type /Page\b", page.pdf(format="A4"))) == 2


def test_it_is_black_on_white_in_a_dark_site(sheet: Callable[..., Page]) -> None:
    page = sheet(KINDS, head='<link rel="stylesheet" href="/course/dark.css">')
    colours = page.evaluate(
        "[...new Set([...document.querySelectorAll('.flash-sheet *')].filter((element) => element.checkVisibility())"
        ".map((element) => getComputedStyle(element).color))]"
    )
    assert colours == ["rgb(0, 0, 0)"]


def test_in_the_themes(browser: Browser, themed: Path) -> None:
    # Some themes complain of what is not there without a search.
    page = browser.new_page()
    page.add_init_script(PRINT)
    page.goto(themed.as_uri())
    page.get_by_role("button", name="Print a sheet").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "1")
    page.emulate_media(media="print")
    seen = page.evaluate(
        "[...document.body.querySelectorAll(':not(.flash-sheet, .flash-sheet *)')]"
        ".filter((element) => element.getClientRects().length).map((element) => element.outerHTML.slice(0, 80))"
    )
    assert seen == []
    sheet = page.locator(".flash-sheet")
    box, card = sheet.bounding_box(), part(page, "asked", "list").bounding_box()
    assert box
    assert card
    assert abs(box["width"] - card["width"]) < 40
    assert box["x"] < 40
    page.close()
