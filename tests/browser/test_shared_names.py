"""What the scripts share hangs on nothing that a page's own ids can take the place of."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from .courses import Student

NOTES = {"week-1/a": "# Flashcards\n\n```flashcard id=one\nOne?\n---\nYes.\n```\n"}


def test_a_heading_takes_the_place_of_nothing_that_scripts_share(review: Callable[..., Student], page: Page) -> None:
    student = review(NOTES, at="review/", words={"review": "Flashcards"})
    # An element's id becomes a name on `window`.
    expect(page.locator("#flashcards")).to_be_attached()
    student.begin()
    expect(student.card).to_contain_text("One?")
