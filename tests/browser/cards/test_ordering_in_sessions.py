"""Items to put into order in a session: asked in another order each time, and loaded only where they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .. import samples
from ..conftest import wait_for_widgets
from ..courses import Student
from .ordering_items import RIGHT, places


@pytest.mark.parametrize("at", ["review/", "review/week-1/"])
@pytest.mark.parametrize("over", ["http", "file"])
def test_asked_in_a_session(review: Callable[..., Student], at: str, over: str) -> None:
    student = review({"week-1/notes": samples.ORDERING}, at, over=over)
    student.begin()
    page = student.page
    stage = page.locator(".flash-stage")
    expect(stage.get_by_role("button", name="Move up:")).to_have_count(4)
    for place in RIGHT:
        item = stage.locator(f".flash-options > [data-place='{place}']")
        while places(stage).index(place) >= int(place):
            item.get_by_role("button", name="Move up:").click()
    student.press("Check")
    expect(stage.locator(".flash-result")).to_have_text("Right.")
    student.press("Next card")
    expect(stage.get_by_role("heading", name="Done for now")).to_be_visible()
    assert student.grades() == ["order 3"]


def test_space_checks_what_was_put_in_order(review: Callable[..., Student]) -> None:
    student = review({"week-1/notes": samples.ORDERING})
    student.begin()
    stage, legend = student.page.locator(".flash-stage"), student.page.locator(".flash-keys")
    expect(legend).to_contain_text("Show answer")
    stage.get_by_role("button", name="Move down:").first.click()
    expect(legend).to_contain_text("Check")
    student.page.locator(".flash-position").click()
    student.page.keyboard.press("Space")
    expect(stage.locator(".flash-result")).to_be_visible()


def test_each_time_in_a_session_in_another_order(review: Callable[..., Student]) -> None:
    student = review({"week-1/notes": samples.ORDERING}, "review/week-1/")
    student.begin()
    stage, before = student.page.locator(".flash-stage"), list[str]()
    for _ in range(3):
        expect(stage.get_by_role("button", name="Move up:")).to_have_count(4)
        now = places(stage)
        assert now not in (before, RIGHT)
        before = now
        student.press("Show answer")
        student.press("Forgot")


def test_a_session_of_a_week_asks_it_also_where_the_connection_ends(review: Callable[..., Student], page: Page) -> None:
    student = review({"week-1/notes": samples.ORDERING})
    with (
        page.expect_request_finished(lambda one: "flashcards-ordering" in one.url and one.url.endswith(".js")),
        page.expect_request_finished(lambda one: "flashcards-session" in one.url),
    ):
        page.mouse.move(50, 50)
    page.route("**/flashcards-*", lambda route: route.abort())
    student.begin()
    expect(student.card.get_by_role("button", name="Move up:")).to_have_count(4)


def test_a_session_goes_on_without_what_cannot_be_loaded(review: Callable[..., Student], page: Page) -> None:
    page.route("**/flashcards-ordering.*", lambda route: route.fulfill(body=""))
    student = review({"week-1/notes": samples.ORDERING + samples.RECALL})
    student.begin()
    assert student.asked() == "recall"
    student.answer()
    expect(page.locator(".flash-summary")).to_be_visible()
    expect(page.locator(".flash-problems")).to_contain_text("This part could not be loaded.")


def test_a_note_without_such_a_card_loads_nothing_of_it(review: Callable[..., Student]) -> None:
    page = review({"week-1/notes": samples.RECALL, "week-1/sorted": samples.ORDERING}).page
    address = page.url.partition("review/")[0]
    loaded = (
        "[...document.querySelectorAll('link, script')].filter(({ href, src }) => /ordering/.test(href ?? src)).length"
    )
    page.goto(address + "week-1/notes/")
    wait_for_widgets(page)
    assert page.evaluate(loaded) == 0
    page.goto(address + "week-1/sorted/")
    wait_for_widgets(page)
    assert page.evaluate(loaded) == 2
