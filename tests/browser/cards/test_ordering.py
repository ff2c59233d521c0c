"""Items to put into order: by buttons, by keys, by dragging; in a note, in a session and on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .. import samples
from ..axe import violations
from ..conftest import Site, wait_for_widgets
from ..courses import Student
from ..progress import grades

Show = Callable[..., Page]
RIGHT = ["1", "2", "3", "4"]
LONG = """
```flashcard id=order order=yes
Which comes first?
---
1. One that is written with rather many words, so that it takes several lines on a narrow screen

    ```python
    for number in range(1, 11): print("a line of code that is too long for any narrow screen", number)
    ```

2. Two
    - nested
3. ![Three](/favicon.ico) <b>bold</b>
```
"""


def items_of(page: Page | Locator) -> Locator:
    return page.locator("[data-kind=ordering] .flash-options > li")


def places(page: Page | Locator) -> list[str]:
    """The places to which the items belong, in the order in which they stand."""
    return [str(item.get_attribute("data-place")) for item in items_of(page).all()]


def sort(page: Page) -> None:
    """Put the items into order by their buttons."""
    for place in RIGHT:
        item = page.locator(f".flash-options > [data-place='{place}']")
        while places(page).index(place) >= int(place):
            item.get_by_role("button", name="Move up:").click()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("over", ["http", "file"])
def test_sorted_is_right(show: Show, over: str) -> None:
    page = show(samples.ORDERING, over=over)
    assert sorted(places(page)) == RIGHT
    assert places(page) != RIGHT
    sort(page)
    assert places(page) == RIGHT
    press(page, "Check")
    expect(page.locator(".flash-result")).to_have_text("Right.")
    expect(page.get_by_text("right place")).to_have_count(4)
    expect(page.get_by_text("cannot be run")).to_be_visible()
    # The items stand in order already.
    expect(page.locator(".flash-items")).to_be_hidden()
    assert grades(page) == ["order 3"]


def test_partly_right_is_not_right(show: Show) -> None:
    page = show(samples.ORDERING)
    sort(page)
    items_of(page).last.get_by_role("button", name="Move up:").click()
    press(page, "Check")
    expect(page.locator(".flash-result")).to_have_text("Not right.")
    said = [item.get_attribute("data-verdict") for item in items_of(page).all()]
    assert said == ["right", "right", "wrong", "wrong"]
    signs = page.locator(".flash-options .flash-verdict").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one, '::before').content[1])"
    )
    assert signs == ["✓", "✓", "✗", "✗"]
    expect(page.locator(".flash-items > li")).to_have_text(
        ["Write a Dockerfile", "Build an image", "Run a container", "Remove the container"]
    )
    expect(page.locator(".flash-items")).to_be_visible()
    assert grades(page) == ["order 1"]
    press(page, "I knew it")
    assert grades(page)[-1] == "order 3"


def test_the_answer_without_a_try_is_for_the_student_to_grade(show: Show) -> None:
    page = show(samples.ORDERING)
    press(page, "Show answer")
    expect(page.locator(".flash-items")).to_be_visible()
    expect(page.get_by_role("button", name="Move")).to_have_count(0)
    expect(page.locator(".flash-verdict")).to_have_count(0)
    press(page, "Forgot")
    assert grades(page) == ["order 1"]


def test_names_and_what_is_said(show: Show) -> None:
    page = show(samples.ORDERING)
    first, last = items_of(page).first, items_of(page).last
    text = first.inner_text().split("\n")[0]
    expect(first.get_by_role("button", name=f"Move down: {text}", exact=True)).to_be_enabled()
    for item, way in ((first, "up"), (last, "down")):
        expect(item.get_by_role("button", name=f"Move {way}:")).to_have_attribute("aria-disabled", "true")
    first.get_by_role("button", name="Move down:").click()
    expect(page.locator(".flash-live")).to_have_text(f"2 of 4: {text}")


def test_arrow_keys_move_the_item_that_has_the_focus(show: Show) -> None:
    page = show(samples.ORDERING)
    before = places(page)
    button = items_of(page).first.get_by_role("button", name="Move down:")
    button.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".flash-live")).to_contain_text("3 of 4")
    assert places(page) == [before[1], before[2], before[0], before[3]]
    assert page.evaluate("document.activeElement.closest('[data-place]').dataset.place") == before[0]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator(".flash-live")).to_contain_text("3 of 4")
    # At an end there is nowhere to go, and nothing else happens.
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(page.locator(".flash-live")).to_contain_text("4 of 4")
    assert places(page) == [*before[1:], before[0]]


def grip(page: Page, n: int) -> tuple[float, float]:
    box = items_of(page).nth(n).locator(".flash-grip").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_dragged_by_the_mouse(show: Show, direction: str) -> None:
    page = show(samples.ORDERING, html=f'lang="en" dir="{direction}"')
    before = places(page)
    page.mouse.move(*grip(page, 0))
    page.mouse.down()
    x, y = grip(page, 2)
    page.mouse.move(x, y + 2, steps=6)
    page.mouse.up()
    expect(page.locator(".flash-live")).to_contain_text("3 of 4")
    assert places(page) == [before[1], before[2], before[0], before[3]]
    expect(page.locator("[data-dragged]")).to_have_count(0)
    # Far outside is the end.
    page.mouse.move(*grip(page, 3))
    page.mouse.down()
    page.mouse.move(5, 5, steps=3)
    page.mouse.up()
    expect(page.locator(".flash-live")).to_contain_text("1 of 4")
    assert places(page) == [before[3], before[1], before[2], before[0]]


def test_dragged_by_a_finger_which_still_scrolls_elsewhere(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(site.http(site.write(samples.ORDERING)))
    wait_for_widgets(page)
    before = places(page)
    (x, start), (_, end) = grip(page, 0), grip(page, 1)
    session = context.new_cdp_session(page)
    for kind, points in (
        ("touchStart", [{"x": x, "y": start}]),
        ("touchMove", [{"x": x, "y": (start + end) / 2}]),
        ("touchMove", [{"x": x, "y": end + 4}]),
        ("touchEnd", []),
    ):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(page.locator(".flash-live")).to_contain_text("2 of 4")
    assert places(page) == [before[1], before[0], *before[2:]]
    blocked = "(all) => all.map((one) => getComputedStyle(one).touchAction)"
    assert set(page.locator(".flash-grip").evaluate_all(blocked)) == {"none"}
    assert set(page.locator(".flash-options li, .flash-text, .flash-moves").evaluate_all(blocked)) == {"auto"}
    context.close()


def test_tried_again_it_is_mixed_again(show: Show) -> None:
    page = show(samples.ORDERING)
    before = places(page)
    for _ in range(3):
        sort(page)
        press(page, "Check")
        press(page, "Try again")
        now = places(page)
        assert now not in (before, RIGHT)
        expect(page.locator(".flash-options .flash-verdict, [data-verdict]")).to_have_count(0)
        expect(items_of(page).first.get_by_role("button", name="Move up:")).to_be_focused()
        before = now


def test_without_luck_it_is_not_in_order_either(show: Show, page: Page) -> None:
    page.add_init_script("Math.random = () => 0.999")  # leaves a list as it is
    show(samples.ORDERING)
    sort(page)
    press(page, "Check")
    press(page, "Try again")
    assert places(page) == RIGHT[::-1]


def test_without_script_it_can_be_read(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.http(site.write(samples.ORDERING)))
    shown = items_of(page).all_inner_texts()
    page.get_by_text("Show answer").click()
    answer = page.locator(".flash-items > li").all_inner_texts()
    assert sorted(shown) == sorted(answer)
    assert shown != answer
    context.close()


def test_cards_that_arrive_before_their_script_become_widgets(show: Show) -> None:
    """As under instant navigation: from a note without such a card to one with it."""
    page = show(samples.RECALL)
    page.evaluate(
        "(html) => document.querySelector('main').append("
        "...new DOMParser().parseFromString(html, 'text/html').body.childNodes)",
        samples.render(samples.ORDERING),
    )
    expect(page.locator("#card-order")).not_to_have_attribute("data-ready", "")
    for _ in range(2):
        page.add_script_tag(url="assets/flashcards-ordering.js")
    expect(page.locator("#card-order .flash-actions")).to_have_count(1)
    press(page.locator("#card-order"), "Check")  # type: ignore[arg-type]
    assert grades(page) == ["order 1"]


@pytest.mark.parametrize("palette", ["", '<link rel="stylesheet" href="dark.css">'])
def test_axe_finds_nothing(show: Show, palette: str) -> None:
    page = show(samples.ORDERING + LONG.replace("id=order", "id=long"), head=palette)
    assert violations(page) == []
    press(page.locator("#card-order"), "Check")  # type: ignore[arg-type]
    press(page.locator("#card-long"), "Show answer")  # type: ignore[arg-type]
    assert violations(page) == []


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_buttons_lie_over_nothing_on_the_narrowest_screen(browser: Browser, site: Site, direction: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(site.http(site.write(samples.ORDERING + LONG, html=f'lang="en" dir="{direction}"')))
    wait_for_widgets(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    covered = page.evaluate("""[...document.querySelectorAll(".flash-options > li")].filter((item) => {
      const [text, grip, moves] = [".flash-text", ".flash-grip", ".flash-moves"]
        .map((name) => item.querySelector(name).getBoundingClientRect());
      return [grip, moves].some(({ left, right }) => left < text.right && text.left < right);
    }).length""")
    assert covered == 0
    small = page.locator(".flash-move").evaluate_all(
        "(all) => all.filter((one) => one.getBoundingClientRect().height < 44 || one.clientWidth < 24).length"
    )
    assert small == 0
    context.close()


def test_no_item_changes_its_height_when_it_is_judged(show: Show) -> None:
    page = show(samples.ORDERING)
    heights = "(all) => all.map((one) => Math.round(one.getBoundingClientRect().height))"
    before = items_of(page).evaluate_all(heights)
    press(page, "Check")
    expect(page.locator(".flash-result")).to_be_visible()
    assert items_of(page).evaluate_all(heights) == before


def test_forced_colours_show_what_is_dragged_and_the_verdicts(show: Show, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    show(samples.ORDERING)
    page.mouse.move(*grip(page, 0))
    page.mouse.down()
    expect(page.locator("[data-dragged]")).to_have_css("outline-style", "solid")
    page.mouse.up()
    page.mouse.move(0, 0)
    sort(page)
    items_of(page).last.get_by_role("button", name="Move up:").click()
    press(page, "Check")
    expect(page.locator(".flash-options .flash-verdict").first).to_be_visible()


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


def test_on_paper_it_has_boxes_and_the_key_at_the_end(review: Callable[..., Student], page: Page) -> None:
    page.add_init_script("window.print = () => { document.body.dataset.printed = ''; }")
    review({"week-1/notes": samples.ORDERING})
    press(page, "Print a sheet")
    expect(page.locator("body")).to_have_attribute("data-printed", "")
    page.emulate_media(media="print")
    asked, solved = page.locator(".flash-asked"), page.locator(".flash-solved")
    assert places(asked) != RIGHT
    look = """(all) => all.map((one) => getComputedStyle(one, "::before")).map((box) =>
      [box.display, box.borderTopStyle, parseFloat(box.width) > 15, box.content])"""
    boxes = items_of(asked).evaluate_all(look)
    assert boxes == [["block", "solid", True, '""']] * 4
    expect(asked.locator(".flash-items, .flash-line").filter(visible=True)).to_have_count(0)
    expect(asked.get_by_text("cannot be run").filter(visible=True)).to_have_count(0)
    expect(solved.locator(".flash-items > li").filter(visible=True)).to_have_count(4)
    expect(items_of(solved).filter(visible=True)).to_have_count(0)


def test_a_printed_note_has_boxes_and_no_buttons(show: Show) -> None:
    page = show(samples.ORDERING)
    page.emulate_media(media="print")
    expect(page.locator(".flash-grip, .flash-moves").filter(visible=True)).to_have_count(0)
    shown = items_of(page).first.evaluate("(item) => getComputedStyle(item, '::before').display")
    assert shown == "block"
