"""Nothing that an author or a site names can take the place of anything of ours: headings, ids, weeks and words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from mkdocs_flashcards.extension.translations import load_translations

from .. import samples
from ..courses import Student, recall
from ..waiting import eventually

Review = Callable[..., Student]

IDS = ("constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "length", "then")
HEADINGS = (
    "Review",
    "Session",
    "Flashcards",
    "Flash card",
    "Flash review",
    "Card one",
    "Card one question",
    "Card question",
)
# What other scripts put there under these names is used where it is there.
GLOBALS = ("MathJax", "renderMathInElement", "document$", "hljs", "mermaid", "lightbox", "site", "shared", "kinds", "t")
NAMES_OF_CARDS = """() => [...document.querySelectorAll("flash-card")].map((card) =>
  document.getElementById(card.getAttribute("aria-labelledby")).textContent.trim())"""
IDS_OF_PAGE = "() => [...document.querySelectorAll('[id]')].map(({ id }) => id)"


def headed(*headings: str) -> str:
    return "# Notes\n\n" + "".join(f"## {heading}\n\nText.\n\n" for heading in headings)


def test_a_heading_takes_the_place_of_nothing_that_scripts_share(review: Review, page: Page) -> None:
    notes = {"week-1/a": "# Flashcards\n\n```flashcard id=one\nOne?\n---\nYes.\n```\n"}
    student = review(notes, at="review/", words={"review": "Flashcards"})
    # An element's id becomes a name on `window`.
    expect(page.locator("#flashcards")).to_be_attached()
    student.begin()
    expect(student.card).to_contain_text("One?")


def test_a_card_is_named_by_its_question_whatever_the_headings(review: Review, page: Page) -> None:
    # A card that stands twice in the page has its id once.
    cards = recall("one") + recall("one-question") + samples.RADIO + recall("one")
    review({"week-1/a": headed(*HEADINGS) + cards})
    page.goto(page.url.replace("review/week-1", "week-1/a"))
    eventually(page, lambda: page.locator("flash-card[data-ready]").count(), 4)
    names = page.evaluate(NAMES_OF_CARDS)
    assert names == ["What is one?", "What is one-question?", "What is a container?", "What is one?"]
    ids = page.evaluate(IDS_OF_PAGE)
    assert len(set(ids)) == len(ids)
    # Themes do not escape them.
    assert page.evaluate("(ids) => ids.every((id) => document.querySelector('#' + id)?.id === id)", ids)


@pytest.mark.parametrize("at", ["review/week-1/", "review/"])
def test_an_id_is_no_name_of_an_object(review: Review, page: Page, at: str) -> None:
    notes = {"week-1/a": "\n".join(recall(name, "reverse=yes") for name in IDS)}
    student = review(notes, at=at)
    page.evaluate("location.hash = 'review-all'")
    asked = student.all_answers()
    assert sorted(asked) == sorted([*IDS, *(name + "~r" for name in IDS)])
    assert sorted(student.grades()) == sorted(f"{name} 3" for name in asked)
    student.press("Undo")
    student.answer("Forgot")
    student.answer()
    student.press("Back to the overview")
    page.reload()
    expect(page.get_by_role("button", name=f"Practise all {2 * len(IDS)} cards")).to_be_visible()
    expect(page.get_by_role("button", name="Only the missed card")).to_be_visible()


@pytest.mark.parametrize("at", ["review/constructor/", "review/"])
def test_a_week_is_no_name_of_an_object(review: Review, page: Page, at: str) -> None:
    weeks = ("constructor", "ordering", "index")
    notes = {f"notes/{week}": recall(f"in-{week}", f"week={week}") for week in weeks}
    student = review(notes, at=at)
    page.evaluate("location.hash = 'review-all'")
    wanted = weeks if at == "review/" else weeks[:1]
    assert sorted(student.all_answers()) == sorted(f"in-{week}" for week in wanted)


@pytest.mark.parametrize("name", GLOBALS)
def test_an_id_is_not_taken_for_a_script(review: Review, page: Page, name: str) -> None:
    student = review({"week-1/a": recall("one") + "<pre>\n</pre>\n"}, at="review/")
    page.evaluate(
        "(id) => document.querySelector('main').prepend(Object.assign(document.createElement('h2'), { id }))", name
    )
    assert page.evaluate("(name) => window[name] instanceof HTMLElement", name)
    student.begin()
    # It has the focus once all is done for it.
    expect(student.card).to_be_focused()
    student.answer()
    expect(page.locator(".flash-summary")).to_be_visible()


def test_a_word_is_text(review: Review, page: Page) -> None:
    odd = "<b>&amp;\"'</script>"
    words = {key: odd + word for key, word in load_translations("en").table.items() if isinstance(word, str)}
    words["hint"] = odd
    student = review({"week-1/a": samples.KINDS + recall("one", "hint=x")}, words={**words, "start": odd})
    expect(page.get_by_role("button", name=odd, exact=True)).to_be_visible()
    page.evaluate("location.hash = 'review-all'")
    expect(student.card).to_be_visible()
    expect(page.locator(".flash-position")).to_contain_text(odd)
    expect(page.locator("b, main > :not(flash-review) script")).to_have_count(0)
    page.goto(page.url.split("review/")[0] + "week-1/a/")
    expect(page.locator("#card-one").get_by_role("button").first).to_contain_text(odd)
    expect(page.locator("b")).to_have_count(0)
