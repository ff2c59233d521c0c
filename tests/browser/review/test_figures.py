"""The student's own picture on the index: weeks, calendar, forecast, share remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from mkdocs_flashcards.extension.translations import languages

from ..axe import violations
from ..courses import Course, Student, at, recall, recalls
from ..past import NOW, TODAY, Review, many, remember, weeks

Open = Callable[..., Student]
Modules = Callable[..., Any]

NOTES = {
    "week-1/one": recalls("a", "b", "c", "d"),
    "week-2/two": recalls("e") + recall("f", "reverse=yes"),
    "week-10/three": recalls("g"),
}
DARK = '<link rel="stylesheet" href="/course/dark.css">'


@pytest.fixture
def index(review: Open, page: Page) -> Callable[..., Page]:
    """Opens the index of a student with a past."""

    def opened(reviews: list[Review], *more: str, **settings: Any) -> Page:
        at(page, NOW)
        review(settings.pop("notes", NOTES), at="review/", **settings)
        remember(page, reviews, *more)
        expect(page.locator(".flash-figures")).to_be_visible()
        return page

    return opened


def figure(page: Page, title: str) -> Any:
    return page.locator(".flash-figures > div").filter(has=page.get_by_role("heading", name=title, exact=True))


def test_before_the_first_review_nothing_is_drawn(review: Open) -> None:
    page = review(NOTES, at="review/").page
    expect(page.get_by_role("button", name="Start review")).to_be_visible()
    expect(page.get_by_role("heading")).to_have_text(["Review"])
    assert weeks(page) == ["Week 1 4 cards", "Week 2 2 cards", "Week 10 1 card"]


def test_weeks_say_how_far_their_cards_are_and_what_is_due(index: Callable[..., Page]) -> None:
    page = index([("a", 40, 3), ("b", 1, 1), ("c", 0, 3), ("f", 0, 3), ("e", 0, 4)])
    one, two = "Week 1 3 learning 1 new 2 due", "Week 2 2 learning"
    assert weeks(page) == [one, two, "Week 10 1 card"]
    bar = page.locator(".flash-weeks .flash-bar").first
    expect(bar).to_have_role("img")
    expect(bar).to_have_accessible_name("3 learning, 1 new")
    assert bar.evaluate("(bar) => [...bar.children].map((part) => Number(part.style.flexGrow))") == [0, 3, 1]


LONG = [(50, 4), (42, 4)]  # the days ago, and the grade: known for months


def test_a_card_is_known_for_long_only_after_weeks(index: Callable[..., Page]) -> None:
    page = index([("a", days, given) for days, given in LONG] + [("b", 0, 4)])
    assert weeks(page)[0].startswith("Week 1 1 known well 1 learning 2 new")


def test_a_card_with_two_sides_is_as_far_as_the_weaker(index: Callable[..., Page]) -> None:
    well = [("f", days, given) for days, given in LONG]
    assert weeks(index([*well, ("f~r", 0, 3)]))[1].startswith("Week 2 1 learning 1 new")


def test_the_calendar_has_a_square_for_each_day(index: Callable[..., Page]) -> None:
    page = index([*many(9, 0), *many(1, 1), *many(4, 30), *many(5, 200)])
    calendar = figure(page, "Reviews")
    expect(calendar).to_contain_text("14 reviews in the last 16 weeks")
    drawn = calendar.get_by_role("img")
    expect(drawn).to_have_accessible_name("Calendar of the last 16 weeks: 14 reviews on 3 days, at most 9 on one day.")
    # Fifteen whole weeks, and Monday to Wednesday.
    expect(drawn.locator("rect")).to_have_count(15 * 7 + 3)
    strengths = drawn.locator("rect").evaluate_all("(days) => days.map((day) => day.getAttribute('class').at(-1))")
    assert strengths[-3:] == ["0", "2", "4"]
    assert drawn.locator("rect title").last.text_content() == "Wed, Nov 25: 9"
    labels = drawn.locator("text").all_text_contents()
    assert labels == ["M", "W", "F", "Sep", "Oct", "Nov", "0", "9"]
    expect(drawn.locator(".flash-today title")).to_have_text(["Wed, Nov 25: 9"])


def test_the_calendar_keeps_what_was_reset_and_what_vanished(index: Callable[..., Page]) -> None:
    page = index([("a", 2, 3), ("gone", 2, 3), ("a", 1, 0)])
    expect(figure(page, "Reviews")).to_contain_text("2 reviews in the last 16 weeks")
    expect(figure(page, "Due soon")).to_contain_text("0 today, 0 within 14 days.")


@pytest.mark.parametrize(
    ("locale", "weekdays", "squares"), [("en-US", "MWF", 4), ("en-GB", "MWF", 3), ("ar-EG", "MWF", 5)]
)
def test_the_week_begins_where_the_students_does(
    browser: Browser, courses: Callable[..., Course], locale: str, weekdays: str, squares: int
) -> None:
    context = browser.new_context(locale=locale, timezone_id="Europe/Amsterdam")
    page = context.new_page()
    at(page, NOW)
    page.goto(courses(NOTES).http("review/"))
    remember(page, many(3, 0))
    drawn = figure(page, "Reviews").get_by_role("img")
    expect(drawn.locator("rect")).to_have_count(15 * 7 + squares)
    assert "".join(drawn.locator("text").all_text_contents()[:3]) == weekdays
    context.close()


def test_the_forecast_counts_what_is_overdue_today(index: Callable[..., Page]) -> None:
    # Remembered once, a card comes back after two days.
    page = index([("a", 50, 3), ("b", 2, 3), ("c", 1, 3), ("d", 0, 1), ("e", 0, 3)])
    forecast = figure(page, "Due soon")
    expect(forecast).to_contain_text("3 today, 5 within 14 days.")
    drawn = forecast.get_by_role("img")
    expect(drawn).to_have_accessible_name("Wed, Nov 25: 3. Thu, Nov 26: 1. Fri, Nov 27: 1")
    heights = drawn.locator("rect").evaluate_all("(bars) => bars.map((bar) => Number(bar.getAttribute('height')))")
    assert heights == [84, 28, 28]


def test_what_comes_later_is_not_in_the_forecast(index: Callable[..., Page]) -> None:
    page = index([("a", 30, 4), ("a", 20, 4), ("a", 1, 4)])
    expect(figure(page, "Due soon")).to_contain_text(", 0 within 14 days.")


def test_the_share_remembered_is_said_plainly(index: Callable[..., Page]) -> None:
    first = [(card, 20, 3) for card in "abcdef"]
    again = [(card, 10, 3 if card in "abcde" else 1) for card in "abcdef"]
    third = [(card, 5, 3 if card in "abcd" else 1) for card in "abcdef"]
    page = index([*first, *again, *third], retention=0.85)
    expect(figure(page, "Remembered")).to_contain_text("75% of 12 reviews in the last 30 days. Goal: 85%.")


@pytest.mark.parametrize(
    ("events", "found"),
    [
        # New ones tell nothing, nor does what was asked again on the same day.
        ([(card, 3, 1) for card in range(20)], (None, 0)),
        ([(card, day, 3 if n else 1) for card in range(10) for day in (5, 3) for n in (0, 1)], (0, 10)),
        ([(card, day, 3) for card in range(10) for day in (45, 31)], (None, 0)),
        ([(card, day, 3) for card in range(10) for day in (45, 29)], (1, 10)),
        ([(card, day, 2) for card in range(9) for day in (5, 3)], (None, 9)),
        # A reset makes it new again, and does not unmake what was recalled before.
        ([(card, day, grade) for card in range(10) for day, grade in ((5, 3), (4, 1), (3, 0), (2, 3))], (0, 10)),
        ([(card, day, 3) for card in range(10) for day in (5, -3)], (None, 0)),
    ],
)
def test_what_counts_as_remembered(modules: Modules, events: list[Review], found: tuple[float | None, int]) -> None:
    log = [
        {
            "name": "past",
            "n": n,
            "card": str(card),
            "time": (TODAY - ago) * 86400 + n,
            "day": TODAY - ago,
            "grade": grade,
        }
        for n, (card, ago, grade) in enumerate(sorted(events, key=lambda event: -event[1]), 1)
    ]
    script = """({ Schedule, history, recalled }, [log, today]) => {
      const { share, n } = recalled(history(new Schedule(log, today, { retention: 0.9, exam: null })), today);
      return [share >= 0 ? share : null, n];
    }"""
    assert tuple(modules("progress/schedule progress/reviews stats/counts", script, [log, TODAY])) == found


def test_reviews_of_later_days_wait(index: Callable[..., Page]) -> None:
    page = index([("a", 0, 3), ("b", -2, 3)])
    expect(figure(page, "Reviews")).to_contain_text("1 review in the last 16 weeks")


def test_the_picture_follows_what_another_tab_does(index: Callable[..., Page], context: Any) -> None:
    page = index([("a", 0, 3)])
    other = context.new_page()
    at(other, NOW)
    other.goto(page.url)
    remember(other, [("b", 0, 3), ("c", 0, 3)], name="other")
    expect(figure(page, "Reviews")).to_contain_text("3 reviews in the last 16 weeks")
    assert weeks(page)[0] == "Week 1 3 learning 1 new"


@pytest.mark.parametrize("head", ["", DARK], ids=["light", "dark"])
def test_axe_finds_nothing(index: Callable[..., Page], head: str) -> None:
    page = index([*many(60, 20), *many(6, 9), *many(6, 3, grade=1), ("a", 0, 3)], head=head)
    expect(figure(page, "Remembered")).to_be_visible()
    page.get_by_text("Progress and settings").click()
    expect(page.get_by_role("button", name="Reset", exact=True)).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("language", languages())
def test_320_pixels_are_enough_for_the_settings_in_each_language(review: Open, page: Page, language: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    review({"week-1/one": NOTES["week-1/one"]}, at="review/", language=language, html=f'lang="{language}"')
    page.locator(".flash-keeping > summary").click()
    expect(page.locator(".flash-keeping select").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_320_pixels_are_enough(index: Callable[..., Page], page: Page, direction: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    index([*many(600, 20), *many(9, 3)], html=f'lang="en" dir="{direction}"')
    page.get_by_text("Progress and settings").click()
    expect(page.get_by_role("button", name="Reset", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    sizes = page.locator(".flash-figures text").evaluate_all(
        "(texts) => texts.map((text) => text.getBoundingClientRect().height)"
    )
    assert min(sizes) >= 9


def test_time_goes_where_reading_goes(index: Callable[..., Page]) -> None:
    page = index(many(9, 3), html='lang="ar" dir="rtl"')
    drawn = figure(page, "Reviews").get_by_role("img").locator("rect")
    first, last = drawn.first.bounding_box(), drawn.last.bounding_box()
    assert first
    assert last
    assert first["x"] > last["x"]
    matrix = page.locator(".flash-figures text").first.evaluate("(text) => text.getScreenCTM().a")
    assert matrix > 0


@pytest.mark.parametrize("lang", ["en_US", "", "x", "de"])
def test_any_name_of_a_language_will_do(index: Callable[..., Page], lang: str) -> None:
    page = index(many(9, 3), html=f'lang="{lang}"')
    name = "So., 22. Nov.: 9" if lang == "de" else "Nov"
    expect(figure(page, "Reviews").locator("rect title").nth(-4)).to_contain_text(name)


def test_fingers_find_what_they_can_press(browser: Browser, courses: Callable[..., Course]) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    at(page, NOW)
    page.goto(courses(NOTES).http("review/"))
    remember(page, many(9, 3))
    page.get_by_text("Progress and settings").click()
    small = page.evaluate(
        "[...document.querySelectorAll('button, select, summary, .flash-weeks a, label > input')]"
        ".filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)"
        ".map((element) => element.outerHTML)"
    )
    assert small == []
    context.close()


def test_figures_print_and_buttons_do_not(index: Callable[..., Page]) -> None:
    page = index([*many(60, 20), *many(9, 3)])
    page.get_by_text("Progress and settings").click()
    page.emulate_media(media="print")
    expect(figure(page, "Reviews").get_by_role("img")).to_be_visible()
    expect(page.get_by_role("button").filter(visible=True)).to_have_count(0)


def test_forced_colours_keep_the_strengths(index: Callable[..., Page], page: Page) -> None:
    page.emulate_media(forced_colors="active")
    index([*many(9, 0), *many(1, 1)])
    fills = (
        figure(page, "Reviews")
        .locator("rect")
        .evaluate_all(
            "(days) => days.slice(-3).map((day) => [getComputedStyle(day).fill, getComputedStyle(day).fillOpacity])"
        )
    )
    assert len({fill for fill, _ in fills}) == 1
    assert len({opacity for _, opacity in fills}) == 3


@pytest.mark.parametrize("today", ["2026-11-28T12:00", "2026-12-02T12:00", "2027-01-05T12:00"])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_no_name_is_cut_at_the_edge_of_a_picture(
    courses: Callable[..., Course], page: Page, today: str, direction: str
) -> None:
    """Also where a month has just begun, so that its name would stand in the last column."""
    at(page, today)
    page.goto(courses(NOTES, html=f'lang="en" dir="{direction}"').http("review/"))
    remember(page, many(3, 0))
    drawn = figure(page, "Reviews").get_by_role("img")
    outside = drawn.evaluate(
        """(svg) => [...svg.querySelectorAll("text")].filter((text) => {
          const [inner, outer] = [text.getBoundingClientRect(), svg.getBoundingClientRect()];
          return inner.left < outer.left - 1 || inner.right > outer.right + 1;
        }).map((text) => text.textContent)"""
    )
    assert outside == []
