"""What a session asks of a card: its hint and source, its sides, rows, numbers and options in their order."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from .. import samples
from ..courses import Student, at, recall
from ..progress import grades
from .small_courses import KINDS

Review = Callable[..., Student]
NUMBERS = {"week-1/notes": samples.NUMBERS}
REVERSED = {"week-1/notes": recall("one", "reverse=yes hint=Guess")}


def test_hint_source_and_the_way_to_the_note(review: Review) -> None:
    student = review({"week-1/notes": "# Ships\n" + samples.RECALL})
    student.begin()
    student.card.get_by_text("Hint", exact=True).press("Enter")
    expect(student.card.get_by_text("Think of shipping.")).to_be_visible()
    expect(student.card.locator(".flash-reveal")).to_be_hidden()
    # Either may give the answer away.
    place = student.session.get_by_role("link", name="Ships")
    source = student.session.get_by_text("Ungraded Lab - Introduction to Docker")
    expect(place).to_have_count(0)
    expect(source).to_be_hidden()
    student.press("Show answer")
    expect(source).to_be_visible()
    student.session.get_by_role("link", name="Ships").click()
    expect(student.page.locator("#card-recall")).to_be_visible()
    assert student.page.url.endswith("/week-1/notes/#card-recall")
    student.page.go_back()
    expect(student.card).to_be_visible()
    expect(student.card.get_by_text("Think of shipping.")).to_be_hidden()


# What is asked


def test_numbers_are_asked_one_at_a_time_on_different_days(review: Review, page: Page) -> None:
    at(page, "2026-11-23T20:00")
    student = review(NUMBERS)
    assert student.to_do() == {"card": 1}
    student.begin()
    expect(student.card.locator(".flash-question")).to_have_text("is a port in Netherlands.", use_inner_text=True)
    student.card.get_by_label("Blank 1").fill("rotterdam")
    student.press("Check")
    expect(student.card.locator(".flash-result")).to_have_text("Right.")
    student.press("Next card")
    assert grades(page) == ["numbers~1 3"]
    expect(page.get_by_role("heading", name="Done for now")).to_be_visible()
    at(page, "2026-11-24T20:00")
    page.reload()
    expect(student.card.locator(".flash-question")).to_have_text("Rotterdam is a port in .", use_inner_text=True)
    student.press("Show answer")
    expect(student.card.locator(".flash-typed")).to_have_text("Netherlands")
    student.press("Forgot")
    assert sorted(grades(page)) == ["numbers~1 3", "numbers~2 1"]


def test_the_other_way_round(review: Review, page: Page) -> None:
    at(page, "2026-11-23T20:00")
    student = review(REVERSED)
    student.begin()
    expect(student.card.locator(".flash-question")).to_have_text("What is one?")
    student.answer()
    expect(page.get_by_role("heading", name="Done for now")).to_be_visible()
    at(page, "2026-11-24T20:00")
    page.reload()
    expect(student.card.locator(".flash-question")).to_have_text("It is the answer to one.")
    expect(student.card.get_by_text("Hint")).to_have_count(0)
    student.press("Show answer")
    expect(student.card.locator(".flash-reveal")).to_have_text("What is one?")
    student.press("Remembered")
    assert sorted(grades(page)) == ["one 3", "one~r 3"]


def test_a_list_the_other_way_round_is_a_question(review: Review, page: Page) -> None:
    student = review(
        {"week-1/notes": "```flashcard id=colours reverse=yes\nWhich three?\n---\n- red\n- green\n- blue\n```\n"}
    )
    labels = {}
    student.press("Practise all 2 cards")
    while student.has_more():
        labels[student.asked()] = student.card.get_attribute("data-label")
        student.press("Skip")
    assert labels == {"colours": "≡ List · 3", "colours~r": "? Question"}
    student.press("Back to the overview")
    expect(page.locator("flash-card")).to_have_attribute("data-label", "≡ List · 3")


@pytest.mark.parametrize("at", ["review/week-1/", "review/"])
def test_the_rows_of_a_table_with_an_id_are_cards_of_their_own(review: Review, at: str) -> None:
    table = "| Deutsch | English |\n| --- | --- |\n| Vogel | bird |\n| Baum | tree |\n"
    rows = f"```flashcard id=words reverse=yes\n{table}```\n"
    student = review({"week-1/notes": rows}, at)
    student.begin()
    asked = student.all_answers()
    # A row and its other side give one another away, so only one of each is asked today.
    assert len(asked) == 2
    assert all(card.startswith("words~") for card in asked)
    assert len({card.removesuffix("~r") for card in asked}) == 2
    assert sorted(student.grades()) == sorted(f"{card} 3" for card in asked)


def test_options_stand_in_another_order_unless_they_are_numbered(review: Review) -> None:
    student = review({"week-1/notes": samples.RADIO + samples.CHECKBOX})
    orders: dict[str, list[str]] = {"radio": [], "checkbox": []}
    for _ in range(6):
        student.press("Practise all 2 cards")
        for _ in range(2):
            orders[student.asked()].append(" ".join(student.card.locator(".flash-option").all_inner_texts()))
            student.press("Skip")
        student.press("Back to the overview")
    assert len(set(orders["checkbox"])) == 1
    assert all(one != other for one, other in pairwise(orders["radio"]))


def test_ids_stand_once_in_the_page(review: Review) -> None:
    note = "```flashcard id=one\nWhat[^1]?\n---\nThat. <span id='here'>x</span> [there](#here)\n```\n\n[^1]: Really.\n"
    student = review({"week-1/notes": note})
    student.begin()
    ids = student.page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))
    student.press("Show answer")
    student.card.get_by_role("link", name="there").click()
    # A link within the card does not end the session.
    expect(student.card).to_be_visible()
    student.press("Remembered")
    assert student.grades() == ["one 3"]


def test_the_list_below_stays_as_it_is(review: Review) -> None:
    student = review(KINDS)
    page = student.page
    expect(page.locator(".flash-list [data-ready], .flash-list .flash-actions")).to_have_count(0)
    page.locator(".flash-list summary", has_text="Show answer").first.click()
    expect(page.get_by_text("A tool that ships")).to_be_visible()
    student.press("Practise all 5 cards")
    expect(page.locator(".flash-list").filter(visible=True)).to_have_count(0)
    for _ in range(5):
        expect(student.card.locator(".flash-reveal")).to_be_hidden()
        student.press("Skip")


# Coming and going


TWO = "```flashcard id=two\nWhich?\n---\n- [x] good\n- [ ] bad\n```\n"


@pytest.mark.parametrize(("chance", "first"), [("0", "bad"), ("0.99", "good")])
def test_two_options_may_stand_in_either_order(review: Review, page: Page, chance: str, first: str) -> None:
    page.add_init_script(f"Math.random = () => {chance}")
    student = review({"week-1/notes": TWO})
    student.begin()
    expect(student.card.locator("li").first).to_contain_text(first)
