"""What a review page shows around its sessions: counts, modes, weeks, days, other tabs, and how all of it looks."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from .. import samples
from ..axe import violations
from ..courses import Course, Student, at, recall, recalls
from ..looks import PALETTES, WATCH
from ..progress import grades
from ..refused import REFUSE
from ..waiting import eventually

Review = Callable[..., Student]

WEEKS = {
    "week-1/one": recalls("a1", "a2", "a3"),
    "week-1/two": recalls("b1", "b2", "b3"),
    "week-2/three": recalls("c1", "c2", "c3"),
    "week-3/four": recalls("d1", "d2", "d3"),
}
KINDS = {"week-1/notes": samples.KINDS + recall("turned", "reverse=yes")}
FIVE = {"week-1/notes": recalls("a", "b", "c", "d", "e")}

DRESS = {palette: tag.replace("dark.css", "/course/dark.css") for palette, tag in PALETTES.items()}

RUN_AGAIN = """() => Promise.all([...document.querySelectorAll("main script[src]")].map((old) => new Promise((done) => {
  const script = document.createElement("script");
  script.src = old.src;
  script.async = false;
  script.onload = done;
  document.querySelector("main").append(script);
})))"""


def scripts(page: Page) -> list[str]:
    """The weeks whose cards have been loaded."""
    found = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1))")
    return sorted({name.split(".")[0].removeprefix("flashcards-") for name in found if "flashcards-week" in name})


def hold_weeks(page: Page) -> list[Route]:
    """Let every week's cards wait on their way."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/flashcards-week-*", hold)
    return held


def test_the_index_asks_across_all_weeks_and_loads_what_it_needs(review: Review) -> None:
    student = review(WEEKS, at="review/", new_per_day=9)
    assert student.to_do() == {"card": 9}
    assert scripts(student.page) == []
    student.begin()
    asked = student.all_answers()
    assert sorted(asked) == ["a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3"]
    assert scripts(student.page) == ["week-1", "week-2"]
    weeks = [card[0] in "ab" for card in asked]
    assert weeks not in (sorted(weeks), sorted(weeks, reverse=True))


TAGGED = {
    "week-1/one": recall("a", 'tags="sql"') + recall("b", 'tags="sql, C++ & more"') + recall("c"),
    "week-2/two": recall("d", "tags=sql reverse=yes") + recall("e", "tags=Later"),
}


def test_a_review_of_the_cards_with_one_tag(review: Review) -> None:
    student = review(TAGGED, at="review/")
    tags = student.page.locator(".flash-tags a")
    assert tags.all_inner_texts() == ["C++ & more", "Later", "sql"]
    tags.get_by_text("C++ & more").click()
    expect(student.card).to_be_visible()
    assert student.all_answers() == ["b"]
    student.press("Back to the overview")
    tags.get_by_text("sql").click()
    expect(student.card).to_be_visible()
    student.page.reload()
    expect(student.card).to_be_visible()
    assert sorted(student.all_answers()) == ["a", "d"]
    assert scripts(student.page) == ["week-1", "week-2"]


@pytest.mark.parametrize(
    "address", ["#review?tag=none", "#review?tag=", "#review?tag=%E0%A4%A", "#review?nonsense", "#review?"]
)
def test_an_address_with_a_tag_of_no_card_is_said_to_lead_nowhere(review: Review, address: str) -> None:
    student = review(TAGGED, at=f"review/{address}")
    expect(student.page.locator(".flash-missing")).to_have_text("There are no cards at this address.")
    assert student.page.evaluate("location.hash") == ""
    student.begin()
    student.page.evaluate("(address) => { location.hash = address; }", address)
    expect(student.page.locator(".flash-missing")).to_be_visible()
    expect(student.session).to_have_count(0)


def test_a_course_without_tags_offers_none(review: Review) -> None:
    student = review(WEEKS, at="review/")
    expect(student.page.locator(".flash-tags")).to_have_count(0)


def test_due_and_new_take_turns(review: Review, page: Page) -> None:
    at(page, "2026-11-23T20:00")
    student = review(WEEKS, new_per_day=2)
    student.begin()
    learned = student.all_answers()
    at(page, "2026-11-26T20:00")
    student.press("Back to the overview")
    page.reload()
    assert student.to_do() == {"card": 4, "due": 2, "new": 2}
    student.begin()
    asked = student.all_answers()
    assert len(asked) == 4
    assert set(learned) < set(asked)
    assert sum(card in learned for card in asked[:2]) == 1


def test_notes_are_mixed(review: Review) -> None:
    student = review(WEEKS)
    student.begin()
    asked = [card[0] for card in student.all_answers()]
    assert asked in (list("ababab"), list("bababa"))


def test_new_cards_are_limited_over_the_whole_course(review: Review) -> None:
    student = review(WEEKS, new_per_day=4)
    assert student.to_do() == {"card": 4}
    student.begin()
    student.answer()
    student.answer("Forgot")
    student.press("Leave")
    student.page.get_by_role("heading").first.wait_for()
    student = review(WEEKS, at="review/week-2/", new_per_day=4)
    assert student.to_do() == {"card": 2, "new": 2}
    student.begin()
    assert len(student.all_answers()) == 2
    student.press("Back to the overview")
    expect(student.page.get_by_text("Nothing is due now.")).to_be_visible()
    expect(student.page.get_by_text("Next: tomorrow, 1 card, about 1 minute.")).to_be_visible()


def test_a_week_that_cannot_be_loaded_is_left_out(courses: Callable[..., Course], context: BrowserContext) -> None:
    page = context.new_page()
    page.route("**/flashcards-week-1.*", lambda route: route.fulfill(body=""))
    page.goto(courses(WEEKS).http("review/#review"))
    student = Student(page)
    expect(student.session).to_be_visible()
    asked = student.all_answers()
    assert sorted(asked) == ["c1", "c2", "c3", "d1", "d2", "d3"]
    missing = page.get_by_text("The cards for Week 1 could not be loaded.")
    expect(missing).to_have_count(1)
    expect(page.locator(".flash-live")).to_be_attached()
    for n in range(1, 7):
        student.press("Undo")
        assert student.asked() == asked[-n]
    page.unroute("**/flashcards-week-1.*")
    student.press("Leave")
    student.press("Practise all 12 cards")
    assert len(student.all_answers()) == 12


def test_a_week_that_takes_its_time(courses: Callable[..., Course], page: Page) -> None:
    held = hold_weeks(page)
    page.goto(courses(WEEKS).http("review/"))
    student = Student(page)
    student.press("Start review")
    expect(page.get_by_text("Loading…")).to_be_visible()
    expect(student.session).to_be_focused()
    page.keyboard.press("Space")
    held[0].continue_()
    expect(student.card).to_be_focused()
    assert grades(page) == []


def test_leaving_while_a_week_is_on_its_way(courses: Callable[..., Course], page: Page) -> None:
    held = hold_weeks(page)
    page.goto(courses(WEEKS).http("review/"))
    student = Student(page)
    student.press("Start review")
    student.press("Leave")
    with page.expect_event("requestfinished"):
        held[0].continue_()
    expect(student.session).to_have_count(0)


def test_practise_all_and_only_the_missed(review: Review) -> None:
    student = review(FIVE, new_per_day=2)
    student.press("Practise all 5 cards")
    assert student.page.url.endswith("#review-all")
    student.all_answers("c", "d")
    student.press("Back to the overview")
    student.press("Only the 2 missed cards")
    assert sorted(student.all_answers()) == ["c", "d"]


def test_nothing_due_says_when_and_offers_practice(review: Review, page: Page) -> None:
    at(page, "2026-11-23T20:00")
    student = review(FIVE)
    student.begin()
    student.all_answers("a")
    assert student.end()[1] == "Next: tomorrow, 1 card, about 1 minute."
    student.press("Back to the overview")
    expect(page.get_by_role("button", name="Start review")).to_have_count(0)
    page.goto(page.url + "#review")
    expect(page.get_by_role("heading", name="Nothing is due now.")).to_be_focused()
    student.press("Practise all 5 cards")
    expect(student.card).to_be_visible()


def test_a_page_that_stays_open_overnight_is_up_to_date_in_the_morning(review: Review, page: Page) -> None:
    at(page, "2026-11-23T23:00")
    student = review(FIVE, new_per_day=2)
    student.begin()
    student.all_answers()
    student.press("Back to the overview")
    expect(page.get_by_text("Nothing is due now.")).to_be_visible()
    at(page, "2026-11-24T03:59")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text("Nothing is due now.")).to_be_visible()
    at(page, "2026-11-24T04:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    eventually(page, lambda: student.to_do().get("new"), 2)


def test_a_session_that_begins_in_the_morning_is_of_that_day(review: Review, page: Page) -> None:
    at(page, "2026-11-23T23:00")
    student = review(FIVE, new_per_day=2)
    student.begin()
    student.all_answers()
    student.press("Back to the overview")
    at(page, "2026-11-26T09:00")
    page.evaluate("location.hash = 'review'")
    assert student.position() == "4 left"


def test_the_student_is_not_moved_when_counts_change(review: Review, page: Page) -> None:
    student = review(FIVE)
    page.get_by_role("button", name="Start review").focus()
    page.evaluate(
        """() => {
          const key = `flashcards:1:${location.pathname.split("review")[0]}:abc`;
          const newValue = "1 a tkuekw 20700 3";
          localStorage.setItem(key, newValue);
          dispatchEvent(new StorageEvent("storage", { key, newValue }));
        }"""
    )
    eventually(page, student.to_do, {"card": 5, "due": 1, "new": 4})
    expect(page.get_by_role("button", name="Start review")).to_be_focused()


@pytest.mark.parametrize("how", REFUSE)
def test_refused_storage_is_said_and_the_session_goes_on(courses: Callable[..., Course], page: Page, how: str) -> None:
    page.add_init_script(REFUSE[how])
    page.goto(courses(FIVE).http("review/week-1/#review"))
    student = Student(page)
    student.answer()
    problem = student.session.locator(".flash-problem")
    expect(problem).to_contain_text("does not let this page save your progress")
    student.answer()
    expect(problem).to_have_count(1)
    student.all_answers()
    assert student.end()[0].startswith("5 cards")
    with page.expect_download() as download:
        problem.get_by_role("button", name="Save progress to a file").click()
    assert download.value.suggested_filename.endswith(".json")


def test_scripts_may_run_again(review: Review) -> None:
    student = review(WEEKS, at="review/")
    student.page.evaluate(RUN_AGAIN)
    student.begin()
    assert len(student.all_answers()) == 12
    expect(student.page.locator(".flash-below")).to_have_count(1)


def test_under_instant_navigation(courses: Callable[..., Course], page: Page) -> None:
    """Content is put in place of other content, then its scripts run again."""
    course = courses(WEEKS)
    swap = (
        "async (address) => { const text = await (await fetch(address)).text();"
        "const next = new DOMParser().parseFromString(text, 'text/html').querySelector('main');"
        "history.pushState(null, '', address);"
        "document.querySelector('main').replaceWith(document.adoptNode(next)); }"
    )
    page.goto(course.http("week-1/one/"))
    student = Student(page)
    for _ in range(2):
        page.evaluate(swap, course.http("review/week-1/"))
        page.evaluate(RUN_AGAIN)
        page.locator("flash-review:not(:empty)").wait_for()
        student.begin()
        student.answer()
        student.press("Show answer")
        page.evaluate(swap, course.http("week-1/one/"))
        expect(student.session).to_have_count(0)
    assert len(grades(page)) == 2
    page.evaluate(swap, course.http("review/"))
    page.evaluate(RUN_AGAIN)
    page.locator("flash-review:not(:empty)").wait_for()
    student.begin()
    assert len(student.all_answers()) == 10


def test_an_element_that_leaves_and_comes_back_has_one_of_everything(review: Review) -> None:
    student = review(WEEKS, at="review/")
    expect(student.page.get_by_text("Progress and settings")).to_be_attached()
    before = student.page.locator("main").evaluate("(main) => main.textContent")
    student.page.evaluate(
        "() => { const review = document.querySelector('flash-review'); const next = review.nextSibling;"
        "review.remove(); next.before(review); }"
    )
    expect(student.page.get_by_text("Progress and settings")).to_be_attached()
    assert student.page.locator("main").evaluate("(main) => main.textContent") == before
    student.begin()
    student.answer()
    assert len(student.grades()) == 1


def test_without_script_a_week_is_a_list(courses: Callable[..., Course], browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(courses(WEEKS).http("review/week-1/"))
    for summary in page.get_by_text("Show answer", exact=True).all():
        summary.click()
    expect(page.locator(".flash-reveal").filter(visible=True)).to_have_count(6)
    context.close()


# How it looks


def every_state(student: Student) -> list[str]:
    """What axe finds wrong on the overview, in a session with each kind of card, asked and answered, and at its end."""
    page, wrong = student.page, violations(student.page)
    student.press("Practise all 13 cards")
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
    student.press("Practise all 13 cards")
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


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_reduced_motion(review: Review, page: Page, motion: str, moves: bool) -> None:
    page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
    student = review(FIVE)
    student.begin()
    found = student.card.locator(".flash-main").evaluate("(button) => getComputedStyle(button).transitionDuration")
    assert (found.split(",")[0] != "0s") == moves


def test_undo_does_not_reach_behind_a_week_that_did_not_come(review: Review, page: Page) -> None:
    # Without chance the first week comes first.
    page.add_init_script("Math.random = () => 0")
    page.route("**/flashcards-week-1.*", lambda route: route.fulfill(body=""))
    student = review(WEEKS, at="review/", new_per_day=12)
    student.begin()
    expect(page.locator(".flash-missing")).to_contain_text("The cards for Week 1 could not be loaded.")
    asked = student.asked()
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    page.keyboard.press("u")
    assert student.asked() == asked
    student.all_answers()
    assert len(student.grades()) == len(set(student.grades())) == 6


def test_a_card_of_two_weeks_is_had_from_the_one_that_comes(review: Review, page: Page) -> None:
    page.route("**/flashcards-week-2.*", lambda route: route.fulfill(body=""))
    student = review({"week-1/a": recalls("both"), "week-2/b": recalls("both")}, at="review/")
    student.begin()
    assert student.all_answers() == ["both"]


def test_where_no_week_comes_nothing_is_done(review: Review, page: Page) -> None:
    page.route("**/flashcards-week-*", lambda route: route.fulfill(body=""))
    student = review(WEEKS, at="review/", new_per_day=5)
    student.press("Start review")
    expect(page.locator(".flash-summary")).to_be_visible()
    expect(page.get_by_role("heading", name="Done for now")).to_have_count(0)
    page.unroute("**/flashcards-week-*")
    student.press("Start review")
    assert len(student.all_answers()) == 5


def files(page: Page) -> list[str]:
    found = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1))")
    return sorted(re.sub(r"\.\w+(?=\.\w+$)", "", name) for name in found if re.match("flashcards(?!-week)", name))


LOADED = ["flashcards-review.css", "flashcards-review.js", "flashcards.css", "flashcards.js"]


@pytest.mark.parametrize("place", ["review/", "review/week-1/"])
def test_what_is_not_wanted_is_not_loaded(review: Review, page: Page, place: str) -> None:
    student = review(WEEKS, at=place)
    eventually(page, lambda: files(page), LOADED)
    with page.expect_request("**/flashcards-session.*"):
        page.mouse.move(50, 50)
    student.begin()
    eventually(page, lambda: files(page), sorted([*LOADED, "flashcards-session.css", "flashcards-session.js"]))
    assert student.answer()


def test_a_pointer_that_rests_is_no_reader(review: Review, page: Page) -> None:
    """Browsers report where it is when a page appears under it."""
    review(WEEKS, at="review/")
    move = "(x) => { dispatchEvent(new PointerEvent('pointermove', { movementX: x })); }"
    page.evaluate(move, 0)
    eventually(page, lambda: files(page), LOADED)
    page.evaluate(move, 3)
    eventually(page, lambda: files(page), sorted([*LOADED, "flashcards-session.css", "flashcards-session.js"]))


def test_a_reminder_that_cannot_be_loaded_is_not_missed(review: Review, page: Page) -> None:
    """Nobody waits for it: without a connection, the end of a session is as it always is."""
    page.route("**/flashcards-more.*", lambda route: route.fulfill(body=""))
    student = review(FIVE)
    student.begin()
    with page.expect_response("**/flashcards-more.*.js"):
        student.all_answers()
    expect(page.locator(".flash-summary")).to_be_visible()
    with page.expect_response("**/flashcards-more.*.js"):
        student.press("Back to the overview")
    expect(page.locator(".flash-missing")).to_have_count(0)


def test_a_session_that_cannot_be_loaded_is_said(review: Review, page: Page) -> None:
    page.route("**/flashcards-session.*", lambda route: route.fulfill(body=""))
    student = review(FIVE)
    with page.expect_response("**/flashcards-session.*"):
        page.mouse.move(50, 50)
    expect(page.locator(".flash-missing")).to_have_count(0)
    student.press("Start review")
    expect(page.locator(".flash-panel")).to_contain_text("This part could not be loaded.")
    expect(page.locator(".flash-missing")).to_have_count(1)
    page.unroute("**/flashcards-session.*")
    student.begin()
    assert len(student.all_answers()) == 5


def test_a_sheet_that_cannot_be_loaded_is_said(review: Review, page: Page) -> None:
    page.route("**/flashcards-more.*", lambda route: route.fulfill(body=""))
    student = review(FIVE)
    student.press("Print a sheet")
    expect(page.locator(".flash-panel")).to_contain_text("This part could not be loaded.")


def test_cards_are_counted_in_one_way(review: Review) -> None:
    notes = {"week-1/notes": samples.NUMBERS + recall("turned", "reverse=yes")}
    student = review(notes)
    expect(student.page.get_by_text("2 cards from 1 note")).to_be_visible()
    expect(student.page.get_by_role("button", name="Practise all 2 cards")).to_be_visible()
