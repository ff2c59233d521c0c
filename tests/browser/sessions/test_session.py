"""A session, as a student goes through it: one card after another, by mouse and by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from .. import samples
from ..courses import Student, at, recall, recalls
from ..logs import base36
from ..past import NOW, TODAY, remember
from ..progress import grades, stored
from ..waiting import eventually
from .hands import by_keyboard, by_mouse

Review = Callable[..., Student]

THREE = {"week-1/notes": recalls("one", "two", "three")}
FIVE = {"week-1/notes": recalls("a", "b", "c", "d", "e")}
KINDS = {"week-1/notes": samples.RECALL + samples.LIST + samples.TRUE_FALSE + samples.RADIO + samples.CLOZE}
NUMBERS = {"week-1/notes": samples.NUMBERS}
REVERSED = {"week-1/notes": recall("one", "reverse=yes hint=Guess")}

TELL_OF_KEYS = "window.heard = []; addEventListener('keydown', (event) => window.heard.push(event.key))"


@pytest.mark.parametrize("hands", [by_mouse, by_keyboard])
def test_a_whole_session(review: Review, hands: Callable[[Student], None]) -> None:
    student = review(KINDS)
    assert student.to_do() == {"card": 5}
    if hands is by_keyboard:
        student.page.keyboard.press("Tab")
        student.page.keyboard.press("Enter")
    else:
        student.begin()
    for n in range(1, 6):
        assert student.position() == f"{6 - n} left"
        expect(student.live).to_contain_text(f"{6 - n} left")
        expect(student.session.locator(":focus")).to_have_count(1)
        hands(student)
    expect(student.page.get_by_role("heading", name="Done for now")).to_be_focused()
    assert student.end()[0] == "5 cards, all known right away."
    assert sorted(student.grades()) == ["cloze 3", "list 3", "radio 3", "recall 3", "tf 3"]


@pytest.mark.parametrize("over", ["http", "file"])
def test_works_served_under_a_strict_policy_and_from_a_folder(review: Review, over: str) -> None:
    student = review(THREE, over=over)
    student.begin()
    assert sorted(student.all_answers()) == ["one", "three", "two"]


def test_every_grade_is_saved_at_once(review: Review) -> None:
    student = review(THREE)
    student.begin()
    first = student.answer()
    assert student.grades() == [f"{first} 3"]
    second = student.answer("Forgot")
    assert student.grades() == [f"{first} 3", f"{second} 1"]


def test_what_was_forgotten_comes_back_before_the_end(review: Review) -> None:
    student = review(FIVE)
    student.begin()
    lost = student.answer("Forgot")
    assert student.position() == "5 left · 1 again"
    asked = student.all_answers()
    assert asked[-1] == lost
    assert len(asked) == 5
    assert student.end()[0] == "5 cards, 4 of them known right away."
    for _ in range(2):
        student.press("Only the missed card")
        assert student.asked() == lost
        assert student.page.url.endswith("#review-missed")
        student.answer("Forgot")
        student.answer()


def test_keys_grade_two_ways(review: Review) -> None:
    student = review(THREE)
    student.begin()
    press = student.page.keyboard.press
    press("1")
    press("2")
    assert student.grades() == []
    first = student.asked()
    for key in ("Enter", "1"):
        press(key)
    second = student.asked()
    for key in ("Space", "2"):
        press(key)
    third = student.asked()
    for key in ("Space", "Enter"):
        press(key)
    assert student.grades() == [f"{first} 1", f"{second} 3", f"{third} 3"]
    for key in ("Space", "3", "4"):
        press(key)
    assert len(student.grades()) == 3


def test_keys_grade_four_ways_where_the_site_says_so(review: Review) -> None:
    student = review(FIVE, grades=4)
    student.begin()
    for key in ("4", "3", "2", "Space"):
        student.page.keyboard.press("Space")
        names = [re.compile(rf"^{name}.*{n}$") for n, name in enumerate(["Again", "Hard", "Good", "Easy"], 1)]
        expect(student.card.locator(".flash-grade")).to_have_text(names)
        student.page.keyboard.press(key)
    assert [grade.split(" ")[1] for grade in student.grades()] == ["4", "3", "2", "3"]
    student.answer("Again")
    assert student.grades()[-1].endswith(" 1")


@pytest.mark.parametrize("key", ["Control+2", "Alt+2", "Meta+2"])
def test_keys_with_a_modifier_are_the_themes(review: Review, key: str) -> None:
    student = review(THREE)
    student.begin()
    student.page.keyboard.press("Space")
    student.page.evaluate(TELL_OF_KEYS)
    student.page.keyboard.press(key)
    assert student.grades() == []
    assert student.page.evaluate("window.heard.length") > 0


@pytest.mark.parametrize("key", ["f", "s", "p", "n", ".", ",", "/"])
def test_no_key_leads_to_what_is_behind_the_session(review: Review, key: str) -> None:
    student = review(THREE)
    student.begin()
    student.page.evaluate(TELL_OF_KEYS)
    student.page.keyboard.press(key)
    assert (student.grades(), student.page.evaluate("window.heard")) == ([], [])


def test_the_theme_hears_none_of_our_keys(review: Review) -> None:
    student = review(FIVE)
    student.begin()
    student.page.evaluate(TELL_OF_KEYS)
    for key in ("Space", "Space", "Enter", "1", "Space", "2", "u", "Space", "Enter"):
        student.page.keyboard.press(key)
    assert student.page.evaluate("window.heard") == []
    assert len(student.grades()) == 5


@pytest.mark.parametrize(
    ("lang", "grades", "said"),
    [
        ("en", 2, ["today", "in 2 days"]),
        ("en", 4, ["today", "tomorrow", "in 2 days", "in 8 days"]),
        ("nl", 2, ["vandaag", "overmorgen"]),
    ],
)
def test_each_grade_says_when_the_card_would_come_back(review: Review, lang: str, grades: int, said: list[str]) -> None:
    student = review(THREE, grades=grades, html=f'lang="{lang}"')
    student.begin()
    student.press("Show answer")
    expect(student.card.locator(".flash-grade > small")).to_have_text(said)
    expect(student.card.get_by_role("button", name="Again" if grades == 4 else "Forgot", exact=True)).to_have_attribute(
        "aria-description", said[0]
    )


BAR = "(bar) => [...bar.children].map((part) => Number(part.style.flexGrow))"


def test_the_bar_moves_with_every_answer(review: Review) -> None:
    student = review(FIVE)
    student.begin()
    bar = student.page.locator(".flash-top > .flash-bar")
    assert bar.evaluate(BAR) == [0, 0, 5]
    student.answer("Forgot")
    assert (bar.evaluate(BAR), student.position()) == ([0, 1, 5], "5 left · 1 again")
    student.answer()
    assert (bar.evaluate(BAR), student.position()) == ([1, 1, 4], "4 left · 1 again")
    student.press("Undo")
    assert (bar.evaluate(BAR), student.position()) == ([0, 1, 5], "5 left · 1 again")


MANY = {"week-1/notes": recalls(*(f"m{n}" for n in range(43)))}
BREAK = "Enough for today?"


def test_every_twenty_answers_an_end_is_offered(review: Review) -> None:
    student = review(MANY, new_per_day=43)
    student.begin()
    press = student.page.keyboard.press
    lost = student.answer("Forgot")
    for _ in range(19):
        student.answer()
    expect(student.page.get_by_role("heading", name=BREAK)).to_be_focused()
    # The forgotten card has come back in the meantime, and is known.
    assert "19 cards done, 24 to go." in student.session.inner_text()
    press("u")
    assert student.asked() != lost
    student.answer()
    press("Space")
    for _ in range(20):
        student.answer()
    expect(student.page.get_by_role("heading", name=BREAK)).to_be_focused()
    press("1")
    expect(student.page.locator(".flash-summary")).to_be_visible()
    assert len(student.grades()) == 42


def test_a_card_forgotten_three_times_is_offered_its_note(review: Review) -> None:
    student = review({"week-1/notes": "# Ships\n" + recalls("a", "b")})
    student.begin()
    lost = student.answer("Forgot")
    other = student.answer()
    for _ in range(2):
        assert student.answer("Forgot") == lost
    expect(student.page.get_by_role("heading", name="Missed three times")).to_be_focused()
    expect(student.session.get_by_role("link", name="Ships")).to_have_attribute("href", re.compile(f"#card-{lost}$"))
    student.page.keyboard.press("u")
    assert student.answer("Forgot") == lost
    student.press("Go on")
    expect(student.page.locator(".flash-summary")).to_be_visible()
    # It stays due.
    student.press("Back to the overview")
    assert student.grades().count(f"{other} 3") == 1
    student.press("Only the missed card")
    assert student.asked() == lost


def test_keys_of_other_layouts_count_by_their_place(review: Review) -> None:
    """The digits of a French keyboard are shifted; a Russian one has no u."""
    student = review(THREE)
    student.begin()
    asked = student.asked()
    student.page.keyboard.press("Space")
    send = "(element, how) => element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...how }))"
    student.focused().evaluate(send, {"key": "é", "code": "Digit2"})
    assert student.grades() == [f"{asked} 3"]
    student.focused().evaluate(send, {"key": "г", "code": "KeyU"})
    assert student.grades() == [f"{asked} 3", f"{asked} -1"]


def test_a_key_held_down_answers_once(review: Review) -> None:
    student = review(THREE)
    student.begin()
    for _ in range(5):
        student.page.keyboard.down("Space")
    student.page.keyboard.up("Space")
    assert student.grades() == []
    expect(student.card.locator(".flash-reveal")).to_be_visible()


COVERED = """() => [[5, 5], [innerWidth / 2, innerHeight / 2], [innerWidth - 5, innerHeight - 5]]
  .every(([x, y]) => document.elementFromPoint(x, y).closest(".flash-session"))"""


def test_a_session_covers_the_page(review: Review) -> None:
    """Nothing of the page is seen, and no key leads to it."""
    student = review(THREE)
    heading = student.page.locator("h1")
    student.begin()
    assert student.page.evaluate(COVERED)
    expect(heading).to_be_hidden()
    for _ in range(9):
        student.page.keyboard.press("Tab")
        expect(student.page.locator("body > :not(:has(.flash-session)):focus, main > :focus")).to_have_count(0)
    student.press("Leave")
    expect(heading).to_be_visible()
    expect(student.page.locator("[inert]")).to_have_count(0)


def test_a_click_beside_the_card_gives_it_the_keys(review: Review) -> None:
    student = review(THREE)
    student.begin()
    student.page.locator(".flash-position").click()
    student.page.keyboard.press("Space")
    expect(student.card.locator(".flash-reveal")).to_be_visible()


def test_typing_types(review: Review) -> None:
    student = review({"week-1/notes": samples.CLOZE})
    student.begin()
    student.card.get_by_label("Blank 1").click()
    student.page.keyboard.type("u 1 2 4")
    expect(student.card.get_by_label("Blank 1")).to_have_value("u 1 2 4")
    assert student.grades() == []


def test_enter_in_the_last_of_empty_blanks_gives_up(review: Review) -> None:
    student = review({"week-1/notes": samples.CLOZE})
    student.begin()
    student.card.get_by_label("Blank 1").click()
    student.page.keyboard.press("Enter")
    expect(student.card.get_by_label("Blank 2")).to_be_focused()
    student.page.keyboard.press("Enter")
    student.press("Forgot")
    assert student.grades() == ["cloze 1"]


def test_undo_goes_back_as_far_as_the_session(review: Review) -> None:
    student = review(FIVE)
    student.begin()
    asked = [student.answer(), student.answer("Forgot"), student.answer()]
    press = student.page.keyboard.press
    for n in (2, 1, 0):
        press("u")
        assert student.asked() == asked[n]
        expect(student.live).to_contain_text("Undone.")
        expect(student.card.locator(".flash-reveal")).to_be_hidden()
    assert student.position() == "5 left"
    press("u")
    assert student.grades() == [
        f"{asked[0]} 3",
        f"{asked[1]} 1",
        f"{asked[2]} 3",
        f"{asked[2]} -3",
        f"{asked[1]} -2",
        f"{asked[0]} -1",
    ]
    expect(student.page.get_by_role("button", name="Undo")).to_be_disabled()
    assert sorted(student.all_answers()) == ["a", "b", "c", "d", "e"]


def test_undo_after_the_last_card(review: Review) -> None:
    student = review(THREE)
    student.begin()
    last = student.all_answers()[-1]
    student.press("Undo")
    assert student.asked() == last
    student.answer("Forgot")
    student.answer()
    assert student.end()[0] == "3 cards, 2 of them known right away."


def test_a_judged_card_waits_and_may_be_overruled(review: Review) -> None:
    student = review({"week-1/notes": samples.TRUE_FALSE})
    student.begin()
    student.press("False")
    expect(student.card.locator(".flash-result")).to_be_focused()
    assert student.grades() == ["tf 1"]
    student.press("I knew it")
    assert student.grades() == ["tf 1", "tf -1", "tf 3"]
    expect(student.card.get_by_role("button", name="I guessed")).to_be_visible()
    student.page.keyboard.press("1")
    assert student.grades()[-1] == "tf 1"
    student.page.keyboard.press("2")
    student.page.keyboard.press("Enter")
    assert student.end()[0] == "1 card, all known right away."


def test_undo_of_a_judged_card_asks_it_again(review: Review) -> None:
    student = review({"week-1/notes": samples.TRUE_FALSE})
    student.begin()
    student.press("False")
    student.page.keyboard.press("u")
    expect(student.card.locator(".flash-result")).to_have_count(0)
    student.press("True")
    student.press("Next card")
    assert student.grades() == ["tf 1", "tf -1", "tf 3"]


def test_what_was_judged_counts_also_when_the_student_does_not_go_on(review: Review) -> None:
    student = review({"week-1/notes": samples.TRUE_FALSE + recall("one")})
    while True:
        student.press("Practise all 2 cards")
        if student.asked() == "tf":
            break
        student.press("Leave")
    student.press("True")
    student.press("Skip")
    assert student.asked() == "one"
    student.press("Undo")
    student.press("True")
    student.press("Leave")
    assert student.to_do() == {"card": 1, "new": 1}
    assert student.grades() == ["tf 3", "tf -1", "tf 3"]


def test_an_almost_right_answer_is_the_students_to_judge(review: Review) -> None:
    student = review({"week-1/notes": samples.CLOZE})
    student.begin()
    student.card.get_by_label("Blank 1").fill("optimising")
    student.card.get_by_label("Blank 2").fill("satisfcing")
    student.press("Check")
    expect(student.card.locator(".flash-reveal")).to_be_visible()
    assert student.grades() == []
    student.page.keyboard.press("Space")
    assert student.grades() == ["cloze 3"]


def test_skipping_notes_nothing_and_can_be_undone(review: Review) -> None:
    student = review(THREE)
    student.begin()
    skipped = student.asked()
    student.press("Skip")
    assert student.asked() != skipped
    assert student.position() == "2 left"
    student.press("Undo")
    assert student.asked() == skipped
    student.press("Skip")
    asked = student.all_answers()
    assert skipped not in asked
    assert len(asked) == len(student.grades()) == 2
    student.press("Back to the overview")
    assert student.to_do() == {"card": 1, "new": 1}


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


def test_a_card_can_be_reset_where_it_is_asked(review: Review) -> None:
    student = review(THREE)
    expect(student.page.get_by_role("button", name="Reset this card")).to_have_count(0)
    student.begin()
    lost = student.answer("Forgot")
    while student.asked() != lost:
        student.answer()
    student.press("Reset this card")
    student.page.locator(".flash-ask").get_by_role("button", name="Reset").click()
    eventually(student.page, lambda: student.grades()[-1], f"{lost} 0")
    assert student.asked() == lost
    student.answer()
    assert student.grades()[-1] == f"{lost} 3"


EDIT, REPORT = "Edit this card", "Report a problem with this card"


def test_the_back_row_of_a_lecture_room_can_read_a_card(review: Review, page: Page) -> None:
    student = review(FIVE)
    student.begin()
    size = "(card) => parseFloat(getComputedStyle(card).fontSize)"
    before = student.card.evaluate(size)
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement")
    assert student.card.evaluate(size) > before
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("() => !document.fullscreenElement")
    assert student.card.evaluate(size) == before


def test_a_card_can_be_mended_from_the_menu(review: Review) -> None:
    student = review({"week-1/notes": "# Ships\n\n" + recalls("a")}, repo="https://github.com/one/course")
    student.begin()
    student.page.get_by_role("button", name="More", exact=True).click()
    edit = student.page.get_by_role("link", name=EDIT)
    expect(edit).to_have_attribute("href", re.compile(r"/edit/master/docs/week-1/notes\.md#L3$"))
    # The session stays open.
    expect(edit).to_have_attribute("target", "_blank")
    expect(student.page.get_by_role("link", name=REPORT)).to_have_count(1)
    student.page.keyboard.press("Escape")
    student.press("Show answer")
    expect(student.page.get_by_role("link", name=EDIT)).to_have_count(0)


def test_in_a_note_a_card_can_be_mended_once_its_answer_is_there(review: Review, page: Page) -> None:
    review({"week-1/notes": recalls("a")}, repo="https://github.com/one/course")
    page.get_by_role("link", name="notes").first.click()
    expect(page.get_by_role("link", name=EDIT)).to_have_count(0)
    page.get_by_role("button", name="Show answer").click()
    expect(page.get_by_role("link", name=EDIT)).to_be_visible()
    expect(page.get_by_role("link", name=REPORT)).to_be_visible()


def test_a_reset_in_a_session_is_undone_like_anything_else(review: Review) -> None:
    student = review(THREE)
    student.begin()
    lost = student.answer("Forgot")
    kept = student.answer()
    while student.asked() != lost:
        student.answer()
    student.press("Reset this card")
    student.page.locator(".flash-ask").get_by_role("button", name="Reset").click()
    eventually(student.page, lambda: student.grades()[-1], f"{lost} 0")
    student.press("Undo")
    assert student.asked() == lost
    # The reset is what was taken back, and nothing else.
    assert student.grades()[-1] == f"{lost} -{student.grades().index(f'{lost} 0') + 1}"
    assert [grade for grade in student.grades() if " -" in grade] == student.grades()[-1:]
    assert f"{kept} 3" in student.grades()


def test_a_question_does_not_outlive_its_session(review: Review, page: Page) -> None:
    student = review(THREE)
    student.begin()
    lost = student.answer("Forgot")
    while student.asked() != lost:
        student.answer()
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Reset this card").dblclick()
    expect(page.locator(".flash-ask")).to_have_count(1)
    page.go_back()
    expect(page.locator(".flash-ask")).to_have_count(0)
    assert not [grade for grade in student.grades() if grade.endswith(" 0")]


def test_the_second_of_a_double_click_means_nothing(review: Review, page: Page) -> None:
    student = review(FIVE)
    student.begin()
    first = student.asked()
    for part in (0.2, 0.8):
        student.hurry()
        show = page.get_by_role("button", name="Show answer")
        box = show.bounding_box()
        assert box
        show.dblclick(position={"x": box["width"] * part, "y": box["height"] / 2})
        expect(student.card.locator(".flash-reveal")).to_be_visible()
        assert (student.asked(), student.grades()) == (first, [])
        page.reload()
        while student.asked() != first:
            student.press("Skip")


def test_who_presses_the_same_again_means_it(review: Review, page: Page) -> None:
    student = review(FIVE)
    student.begin()
    for _ in range(3):
        student.press("Skip")
    assert student.position() == "2 left"
    page.get_by_role("button", name="Undo").dblclick()
    assert student.position() == "4 left"


TAP = """(button, [taps, kind]) => {
  const { right, top, height } = button.getBoundingClientRect();
  const place = { clientX: right - 20, clientY: top + height / 2 };
  for (let n = 0; n < taps; n++) {
    const tap = new window[kind]("click", { ...place, pointerType: "touch", detail: 1, bubbles: true });
    document.elementFromPoint(place.clientX, place.clientY).dispatchEvent(tap);
  }
}"""


@pytest.mark.parametrize("taps", [2, 3, 4])
@pytest.mark.parametrize("kind", ["PointerEvent", "MouseEvent"])
def test_nor_do_more_taps_in_a_row(review: Review, page: Page, taps: int, kind: str) -> None:
    """Of which browsers do not say that they follow one another, and some not even that they are taps."""
    student = review(FIVE)
    student.begin()
    student.hurry()
    page.get_by_role("button", name="Show answer").evaluate(TAP, [taps, kind])
    expect(student.card.locator(".flash-reveal")).to_be_visible()
    assert student.grades() == []
    # What is meant is taken at once.
    student.press("Forgot")
    assert len(student.grades()) == 1


@pytest.mark.parametrize("taps", [2, 3])
def test_taps_in_a_row_grade_one_card(review: Review, page: Page, taps: int) -> None:
    student = review(FIVE)
    student.begin()
    student.press("Show answer")
    student.hurry()
    page.get_by_role("button", name="Remembered").evaluate(TAP, [taps, "PointerEvent"])
    expect(page.get_by_role("button", name="Show answer")).to_be_visible()
    assert len(student.grades()) == 1


@pytest.mark.parametrize("taps", [2, 3])
def test_taps_in_a_row_overrule_once(review: Review, page: Page, taps: int) -> None:
    statements = "\n".join(f"```flashcard id={name}\n{name}?\n---\nTrue\n```\n" for name in "ab")
    student = review({"week-1/notes": statements})
    student.begin()
    student.press("False")
    student.hurry()
    page.get_by_role("button", name="I knew it").evaluate(TAP, [taps, "PointerEvent"])
    expect(page.get_by_role("button", name="I guessed")).to_be_visible()
    assert [grade.split(" ")[1] for grade in student.grades()][-1] == "3"
    page.get_by_role("button", name="Next card").evaluate(TAP, [taps, "PointerEvent"])
    expect(page.get_by_role("button", name="True", exact=True)).to_be_visible()
    assert len({grade.split(" ")[0] for grade in student.grades()}) == 1


def test_a_burst_of_keys_grades_no_card_that_nobody_has_seen(review: Review, page: Page) -> None:
    """Whether a key is held down, or pressed again and again; between cards too, and where a button has the focus."""
    student = review({"week-1/notes": recalls("a", "b")})
    student.begin()
    for _ in range(4):
        student.answer("Forgot")
    student.press("Show answer")
    student.hurry()
    page.keyboard.press("1")
    pause = page.locator(".flash-pause")
    expect(pause).to_be_visible()
    for key in ("Space", "Enter", "1", "2"):
        page.keyboard.press(key)
        page.keyboard.press(key)
    expect(pause).to_be_visible()
    student.press("Go on")
    for key in ("Space", "Enter"):
        for _ in range(3):
            page.keyboard.press(key)
            page.keyboard.down(key)
        page.keyboard.up(key)
    expect(page.get_by_role("button", name="Show answer")).to_be_visible()
    page.get_by_role("button", name="Show answer").focus()
    for _ in range(5):
        page.keyboard.down("Enter")
    assert len(student.grades()) == 5


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
    asked = student.all_answers()
    assert lost in asked
    assert len(asked) == 3
    assert not set(known) & set(asked)
    student.page.goto(student.page.url.partition("#")[0])
    student.page.goto(student.page.url + "#" + mode)
    assert len(student.all_answers()) == 5


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


MAIN = ".flash-summary .flash-main"


def test_an_early_end_says_what_is_left_for_today(review: Review) -> None:
    student = review(MANY, new_per_day=43)
    student.begin()
    for _ in range(20):
        student.answer()
    student.page.locator("[data-flash=enough]").click()
    expect(student.page.get_by_role("heading", name="That’s it for now")).to_be_focused()
    assert student.end() == ["20 cards, all known right away.", "Left for today: 23 cards, about 8 minutes."]
    expect(student.page.locator(MAIN)).to_have_text("Back to the overview")
    expect(student.page.locator(".flash-position")).to_be_hidden()
    student.press("Go on")
    expect(student.card).to_be_visible()


def test_what_was_missed_too_often_is_the_next_step(review: Review) -> None:
    student = review({"week-1/notes": recalls("a", "b")})
    student.begin()
    lost = student.answer("Forgot")
    student.answer()
    for _ in range(2):
        student.answer("Forgot")
    student.press("Go on")
    expect(student.page.get_by_role("heading", name="Done for now")).to_be_focused()
    assert student.end()[:2] == ["2 cards, 1 of them known right away.", "Next: tomorrow, 1 card, about 1 minute."]
    expect(student.page.locator(".flash-ring")).to_have_text("50%")
    expect(student.page.locator(MAIN)).to_have_text("Only the missed card")
    box = student.page.locator(MAIN).bounding_box()
    assert box
    assert box["height"] < 80
    student.page.locator(MAIN).click()
    assert student.asked() == lost


def test_the_end_counts_cards_and_shows_no_ring_of_nothing(review: Review) -> None:
    student = review({"week-1/notes": recalls("a")})
    student.begin()
    student.answer("Forgot")
    student.answer()
    assert student.end()[0] == "1 card, none known yet."
    expect(student.page.locator(".flash-ring")).to_have_count(0)
    expect(student.page.get_by_role("button", name="Only the missed card")).to_be_visible()


def test_what_the_end_offers_again_is_what_this_session_missed(review: Review) -> None:
    """Not all of today's, which the overview offers: the number is that of the sentence above."""
    student = review({"week-1/notes": recalls("a", "b", "c")})
    student.begin()
    student.all_answers("a", "b")
    student.press("Only the 2 missed cards")
    student.all_answers("b")
    assert student.end()[0] == "2 cards, 1 of them known right away."
    student.press("Only the missed card")
    assert (student.asked(), student.position()) == ("b", "1 left")
    student.page.go_back()
    student.press("Only the 2 missed cards")
    assert student.position() == "2 left"


@pytest.mark.parametrize(("ago", "said"), [((1, 2), ["3 days in a row"]), ((2,), []), ((1, 3), ["2 days in a row"])])
def test_days_in_a_row(review: Review, page: Page, ago: tuple[int, ...], said: list[str]) -> None:
    at(page, NOW)
    student = review(FIVE)
    remember(page, [("a", days, 3) for days in ago])
    student.begin()
    student.all_answers()
    assert student.end()[2:] == said


@pytest.mark.parametrize(("seconds", "minutes"), [(30, "12 minutes"), (300, "8 minutes")])
def test_the_students_own_pace_says_how_long_it_takes(review: Review, page: Page, seconds: int, minutes: str) -> None:
    """Breaks are no answers: where there is nothing but breaks, the usual pace holds."""
    at(page, NOW)
    review(MANY, new_per_day=23)
    day = TODAY - 1
    times = [base36(day * 86400 + 50000 + n * seconds) for n in range(30)]
    remember(page, [], *(f"{n} other {time} {day} 3" for n, time in enumerate(times, 1)))
    expect(page.locator(".flash-lead")).to_have_text(f"23 cards, about {minutes}")


def test_the_end_comes_without_a_connection(review: Review, page: Page) -> None:
    page.route("**/flashcards-more.*", lambda route: route.fulfill(body=""))
    student = review(THREE)
    student.begin()
    student.all_answers()
    expect(page.get_by_role("heading", name="Done for now")).to_be_focused()
    student.press("Back to the overview")


def test_the_end_says_what_was_left_out(review: Review) -> None:
    student = review(THREE)
    student.begin()
    for _ in range(3):
        student.press("Skip")
    expect(student.page.get_by_role("heading", name="Done for now")).to_have_count(0)
    student.press("Start review")
    assert len(student.all_answers()) == 3
    expect(student.page.get_by_role("heading", name="Done for now")).to_be_focused()


def test_enter_that_ends_a_letter_checks_nothing(review: Review) -> None:
    """Safari says of it only by its code that it belongs to a letter that is being put together."""
    student = review({"week-1/notes": samples.CLOZE})
    student.begin()
    student.card.get_by_label("Blank 2").fill("x")
    student.card.get_by_label("Blank 2").evaluate(
        "(input) => input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }))"
    )
    expect(student.card.locator(".flash-reveal")).to_be_hidden()


TWO = "```flashcard id=two\nWhich?\n---\n- [x] good\n- [ ] bad\n```\n"


@pytest.mark.parametrize(("chance", "first"), [("0", "bad"), ("0.99", "good")])
def test_two_options_may_stand_in_either_order(review: Review, page: Page, chance: str, first: str) -> None:
    page.add_init_script(f"Math.random = () => {chance}")
    student = review({"week-1/notes": TWO})
    student.begin()
    expect(student.card.locator("li").first).to_contain_text(first)
