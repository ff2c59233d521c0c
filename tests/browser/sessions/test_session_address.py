"""Coming and going: the address of a session, links, reloads, and pages that are kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ..courses import Student, at, recall
from ..progress import stored
from .small_courses import FIVE, THREE

Review = Callable[..., Student]


def test_the_address_begins_a_session_and_back_ends_it(review: Review) -> None:
    student = review(THREE)
    student.begin()
    assert student.page.url.endswith("#review")
    student.answer()
    student.page.go_back()
    expect(student.session).to_have_count(0)
    assert not student.page.url.endswith("#review")
    assert student.to_do() == {"card": 2, "new": 2}
    expect(student.page.get_by_role("button", name="Start review")).to_be_focused()
    student.page.go_forward()
    assert student.position() == "2 left"


def test_leaving_is_going_back(review: Review) -> None:
    student = review(THREE)
    length = student.page.evaluate("history.length")
    student.begin()
    student.press("Leave")
    expect(student.session).to_have_count(0)
    student.begin()
    assert student.page.evaluate("history.length") == length + 1


# As under Material's instant navigation, which fetches the page again although only what follows its "#" has gone.
FETCHED_AGAIN = """() => {
  document.querySelector("main").dataset.old = "";
  addEventListener("popstate", async () => {
    const text = await (await fetch(location.pathname)).text();
    const next = new DOMParser().parseFromString(text, "text/html").querySelector("main");
    document.querySelector("main").replaceWith(document.adoptNode(next));
  });
}"""


def test_leaving_keeps_the_focus_where_the_theme_replaces_the_page(review: Review, page: Page) -> None:
    student = review(THREE)
    page.evaluate(FETCHED_AGAIN)
    student.begin()
    student.press("Leave")
    expect(page.locator("main[data-old]")).to_have_count(0)
    expect(page.get_by_role("button", name="Start review")).to_be_focused()


def test_an_address_from_elsewhere(review: Review) -> None:
    student = review(THREE, at="review/week-1/#review")
    student.answer()
    student.press("Leave")
    expect(student.session).to_have_count(0)
    assert student.page.url.endswith("/review/week-1/")
    assert student.to_do() == {"card": 2, "new": 2}


def test_a_reload_goes_on_where_it_was(review: Review) -> None:
    student = review(THREE)
    student.begin()
    first = student.answer()
    lost = student.answer("Forgot")
    student.page.reload()
    assert student.position() == "2 left"
    asked = student.all_answers()
    assert first not in asked
    assert lost in asked
    assert len(asked) == 2


def test_a_page_kept_alive_shows_no_old_answer(review: Review) -> None:
    student = review(THREE)
    student.begin()
    student.answer()
    student.press("Show answer")
    student.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(student.card).to_have_count(1)
    expect(student.card.locator(".flash-reveal")).to_be_hidden()
    assert student.position() == "2 left"
    assert len(student.all_answers()) == 2


def test_the_session_outlives_the_night(review: Review, page: Page) -> None:
    at(page, "2026-11-23T23:50")
    student = review(THREE)
    student.begin()
    student.answer()
    at(page, "2026-11-24T04:10")
    assert len(student.all_answers()) == 2
    assert student.end()[1] == "Next: tomorrow, 1 card, about 1 minute."
    days = {line.split(" ")[3] for lines in stored(page).values() for line in lines}
    assert len(days) == 2


@pytest.mark.parametrize("mode", ["review-all", "review-missed"])
def test_a_reload_asks_nothing_again_that_was_known(review: Review, mode: str) -> None:
    student = review(FIVE)
    student.begin()
    student.all_answers("a", "b", "c", "d", "e")
    # The log has whole seconds.
    student.page.clock.install()
    student.page.clock.fast_forward(2000)
    student.page.goto(student.page.url.partition("#")[0] + "?#" + mode)
    lost = student.answer("Forgot")
    known = [student.answer(), student.answer()]
    student.page.reload()
    asked = student.all_answers(by_mouse=True)
    assert lost in asked
    assert len(asked) == 3
    assert not set(known) & set(asked)
    student.page.goto(student.page.url.partition("#")[0])
    student.page.goto(student.page.url + "#" + mode)
    assert len(student.all_answers(by_mouse=True)) == 5


def test_a_theme_that_changes_the_address_does_not_end_the_session(review: Review) -> None:
    """As Material does while one scrolls, where navigation.tracking is on."""
    student = review(THREE)
    student.begin()
    first = student.answer()
    student.page.evaluate("history.replaceState({}, '', '#from-week-1-notes')")
    student.page.reload()
    assert first not in student.all_answers()
    student.press("Back to the overview")
    expect(student.session).to_have_count(0)
    student.page.reload()
    expect(student.page.locator(".flash-panel")).to_be_visible()
    expect(student.session).to_have_count(0)


INSIDE = """```flashcard id=in
See [the end](#end)?
---
{: #start }

Answer.

## The end {#end}
```
"""


def test_links_to_places_in_a_session_do_not_leave_it(review: Review) -> None:
    student = review({"week-1/notes": INSIDE + recall("other")})
    student.begin()
    while student.asked() != "in":
        student.answer()
    student.press("Show answer")
    student.card.get_by_role("link", name="the end").click()
    expect(student.card.get_by_role("heading", name="The end")).to_be_focused()
    assert student.page.url.endswith("#review")
    student.press("Leave")
    expect(student.session).to_have_count(0)
