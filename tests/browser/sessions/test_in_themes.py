"""A session in real themes, each of which has rules of its own for what stands in a card."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from ..courses import Student

# How large code is beside the label of its card, which no theme knows.
SIZES = """(card) => {
  const size = (element, pseudo) => parseFloat(getComputedStyle(element, pseudo).fontSize);
  return [...card.querySelectorAll("code, pre code *")].map((code) => size(code) / size(card));
}"""


def test_code_is_as_large_as_the_text_around_it_allows(browser: Browser, themed: Path) -> None:
    # Some themes complain of what is not there without a search.
    page = browser.new_page()
    page.goto(themed.as_uri())
    student = Student(page)
    page.locator("[data-flash=review-all]").click()
    sizes: list[float] = []
    while student.has_more():
        sizes += student.card.evaluate(SIZES)
        student.press("Skip")
    expect(page.locator(".flash-summary")).to_be_visible()
    assert len(sizes) > 3
    assert all(0.8 < size <= 1 for size in sizes)
    page.close()
