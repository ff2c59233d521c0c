"""How a review page looks: contrast, small screens, fingers, print, forced colours and movement."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from .. import samples
from ..axe import violations
from ..courses import Course, Student, recall, recalls
from ..looks import PALETTES, WATCH
from ..refused import REFUSE
from .review_courses import DRESS, FIVE, KINDS

Review = Callable[..., Student]


def every_state(student: Student) -> list[str]:
    """What axe finds wrong on the overview, in a session with each kind of card, asked and answered, and at its end."""
    page, wrong = student.page, violations(student.page)
    student.press("Practise all 15 cards")
    while student.card.count():
        wrong += violations(page)
        row = student.card.locator(".flash-actions")
        for name in ("Show all", "Show answer"):
            if row.get_by_role("button", name=name).count():
                row.get_by_role("button", name=name).click()
        wrong += violations(page)
        student.press("Remembered")
    return wrong + violations(page)


@pytest.mark.parametrize("palette", PALETTES)
def test_axe_finds_nothing_from_overview_to_end(review: Review, palette: str) -> None:
    student = review(KINDS, head=DRESS[palette])
    assert every_state(student) == []


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("where", ["review/", "review/week-1/"])
def test_axe_finds_nothing_with_and_without_anything_due(review: Review, palette: str, where: str) -> None:
    student = review(FIVE, at=where, head=DRESS[palette])
    assert violations(student.page) == []
    student.begin()
    student.page.keyboard.press("Space")
    student.page.keyboard.press("1")
    student.all_answers()
    student.press("Back to the overview")
    assert violations(student.page) == []


@pytest.mark.parametrize("palette", PALETTES)
def test_axe_finds_nothing_in_a_judged_card_and_when_progress_is_not_kept(
    courses: Callable[..., Course], page: Page, palette: str
) -> None:
    page.add_init_script(REFUSE["no writing"])
    head = DRESS[palette]
    page.goto(courses({"week-1/notes": samples.TRUE_FALSE}, head=head, grades=4).http("review/week-1/#review"))
    Student(page).press("False")
    expect(page.locator(".flash-problem")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("buttons", [2, 4])
def test_320_pixels_are_enough(review: Review, page: Page, direction: str, buttons: int) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    student = review(KINDS, html=f'lang="en" dir="{direction}"', grades=buttons)
    fits = "document.documentElement.scrollWidth <= 320"
    assert page.evaluate(fits)
    student.press("Practise all 15 cards")
    while student.card.count():
        assert page.evaluate(fits)
        show = student.card.locator("[data-flash=show], [data-flash=all]")
        show.click()
        assert page.evaluate(fits)
        student.card.locator("[data-grade='3']").click()
    assert page.evaluate(fits)


def test_fingers_find_the_buttons(courses: Callable[..., Course], browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    small = (
        "[...document.querySelectorAll('flash-review button, .flash-session button')]"
        ".filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)"
        ".map((element) => element.textContent)"
    )
    page.goto(courses(FIVE).http("review/week-1/"))
    student = Student(page)
    expect(page.get_by_role("button", name="Start review")).to_be_visible()
    assert page.evaluate(small) == []
    student.begin()
    assert page.evaluate(small) == []
    student.press("Show answer")
    assert page.evaluate(small) == []
    expect(page.locator(".flash-keys")).to_be_hidden()
    context.close()


def test_nothing_moves_from_card_to_card(review: Review, page: Page) -> None:
    page.add_init_script(WATCH)
    student = review({"week-1/notes": recalls("a", "b") + samples.RADIO + samples.CODE})
    student.begin()
    places = set()
    for _ in range(4):
        places.add(student.card.locator(".flash-actions").evaluate("(row) => row.getBoundingClientRect().top"))
        student.card.locator("[data-flash=show]").click()
        student.card.locator("[data-grade='3']").click()
    assert len(places) == 1


def test_a_long_answer_leaves_the_buttons_in_reach(review: Review, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 600})
    note = "```flashcard id=long\nLong?\n---\n" + "Many words.\n\n" * 60 + "```\n" + recall("short")
    student = review({"week-1/notes": note})
    student.begin()
    for _ in range(2):
        student.press("Show answer")
        box = page.get_by_role("button", name="Remembered").bounding_box()
        assert box
        assert box["y"] + box["height"] <= 600
        page.mouse.wheel(0, 5000)
        student.press("Remembered")
    top = student.session.evaluate("(session) => session.getBoundingClientRect().top")
    assert top >= 0


def test_print_shows_the_list_and_no_buttons(review: Review, page: Page) -> None:
    review(FIVE)
    page.emulate_media(media="print")
    expect(page.locator(".flash-reveal").filter(visible=True)).to_have_count(5)
    expect(page.locator("button").filter(visible=True)).to_have_count(0)


def test_forced_colours_keep_the_progress(review: Review, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    student = review(FIVE)
    student.begin()
    expect(page.locator(".flash-bar")).to_have_css("forced-color-adjust", "none")


def test_forced_colours_draw_the_ring_in_the_colour_of_the_text(review: Review, page: Page) -> None:
    """The theme's own colours may be those for another background."""
    page.emulate_media(forced_colors="active")
    student = review(FIVE, head=DRESS["dark"])
    student.begin()
    student.all_answers("a")
    ring = page.locator(".flash-ring > circle").last
    text = page.locator(".flash-summary").evaluate("(panel) => getComputedStyle(panel).color")
    expect(ring).to_have_css("stroke", text)


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_reduced_motion(review: Review, page: Page, motion: str, moves: bool) -> None:
    page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
    student = review(FIVE)
    student.begin()
    found = student.card.locator(".flash-main").evaluate("(button) => getComputedStyle(button).transitionDuration")
    assert (found.split(",")[0] != "0s") == moves


def test_cards_in_a_list_have_no_room_for_buttons_that_do_not_come(review: Review, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 640})
    review({"week-1/notes": recall("plain") + samples.TRUE_FALSE}, at="review/week-1/")
    below = (
        "(cards) => cards.map((card) => card.querySelector('.flash-origin').getBoundingClientRect().top"
        " - card.querySelector('summary').getBoundingClientRect().bottom)"
    )
    plain, true_false = page.locator(".flash-list flash-card").evaluate_all(below)
    assert true_false == pytest.approx(plain, abs=1)


# https://www.w3.org/TR/WCAG22/#text-spacing
SPACED = """() => {
  const style = new CSSStyleSheet();
  const spaces = { "letter-spacing": "0.12em", "line-height": 1.5, "word-spacing": "0.16em" };
  const rules = Object.entries(spaces).map(([name, space]) => `${name}: ${space} !important;`);
  style.replaceSync(`* { ${rules.join(" ")} }`);
  document.adoptedStyleSheets = [style];
}"""
COVERED = """(buttons) => buttons.filter((button) => {
  const key = button.querySelector("kbd").getBoundingClientRect();
  const text = document.createRange();
  text.selectNodeContents(button.firstChild);
  return text.getBoundingClientRect().right > key.left && key.width;
}).map((button) => button.textContent)"""


@pytest.mark.parametrize("width", [320, 390, 560, 800])
@pytest.mark.parametrize("grades", [2, 4])
def test_no_key_lies_on_the_words_of_its_button(review: Review, page: Page, width: int, grades: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    student = review(FIVE, grades=grades)
    student.begin()
    student.press("Show answer")
    page.evaluate(SPACED)
    buttons = page.locator(".flash-stage .flash-grade")
    expect(buttons).to_have_count(grades)
    assert buttons.evaluate_all(COVERED) == []


def test_a_cards_own_keys_look_as_the_theme_has_them(review: Review, browser: Browser) -> None:
    """The signs of our keys go where there is no keyboard. What a card says of keys does not."""
    notes = {"week-1/notes": "```flashcard id=keys\nWhat does <kbd>Ctrl</kbd> do?\n---\nNothing alone.\n```\n"}
    address = review(notes).page.url
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address + "#review")
    expect(page.locator(".flash-stage .flash-question kbd")).to_be_visible()
    page.get_by_role("button", name="Show answer").tap()
    expect(page.locator(".flash-stage .flash-grade > kbd").first).to_be_hidden()
    context.close()
