"""The right answer to a card of each kind, given by mouse and by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

from browser import samples
from selenium.webdriver import Keys

from .student import Student

SAMPLES = (
    samples.RECALL,
    samples.LIST,
    samples.TRUE_FALSE,
    samples.RADIO,
    samples.CHECKBOX,
    samples.ORDERING,
    samples.CLOZE,
    samples.CODE,
    samples.SET,
)
# What is right, by card: options by a word of theirs, and what the blanks want.
RIGHT = {
    "radio": ("running",),
    "checkbox": ("two", "five"),
    "order": ("1", "2", "3", "4"),
    "cloze": ("optimizing", "satisficing"),
    "code": ("sum",),
}

# Each takes the selector of the card, and what is right. It ends where the card is graded, or waits for it.
Answer = Callable[[Student, str, tuple[str, ...]], None]


def show_answer(student: Student, card: str, _: tuple[str, ...]) -> None:
    student.press("Show answer", card)


def show_all(student: Student, card: str, _: tuple[str, ...]) -> None:
    student.press("Show next", card)
    student.see(f"{card} .flash-status", "1 of 3")
    student.press("Show all", card)


def say_true(student: Student, card: str, _: tuple[str, ...]) -> None:
    student.press("True", card)


def pick(student: Student, card: str, right: tuple[str, ...]) -> None:
    for word in right:
        student.click(f"{card} .flash-option", word)
    student.press("Check", card)


def fill(student: Student, card: str, right: tuple[str, ...]) -> None:
    for n, word in enumerate(right, 1):
        student.see(f"{card} [data-blank='{n}'] > input").send_keys(word)
    student.press("Check", card)


def places(student: Student, card: str) -> list[str]:
    """The places to which the items belong, in the order in which they stand."""
    items = f"document.querySelectorAll({card + ' .flash-options:not(.flash-solution) > li'!r})"
    return [str(place) for place in student.evaluate(f"[...{items}].map((item) => item.dataset.place)")]


def move_up(student: Student, card: str, place: str, step: Callable[[], None]) -> None:
    """Take steps until an item stands where it belongs. Those above it stand there already."""
    while (before := places(student, card)).index(place) >= int(place):
        step()
        student.until(lambda before=before: places(student, card) != before, "the item moves up")


def sort(student: Student, card: str, right: tuple[str, ...]) -> None:
    for place in right:
        move_up(student, card, place, lambda place=place: student.click(f"{card} [data-place='{place}'] [data-way=up]"))
    student.press("Check", card)


BY_MOUSE: dict[str, Answer] = {
    "recall": show_answer,
    "list": show_all,
    "true-false": say_true,
    "choice": pick,
    "ordering": sort,
    "cloze": fill,
}


def show_answer_by_key(student: Student, *_: object) -> None:
    student.key(Keys.SPACE)


def show_next_by_key(student: Student, card: str, _: tuple[str, ...]) -> None:
    for shown in ("1 of 3", "2 of 3"):
        student.key(Keys.SPACE)
        student.see(f"{card} .flash-status", shown)
    student.key(Keys.SPACE)


def say_true_by_key(student: Student, card: str, _: tuple[str, ...]) -> None:
    student.tab_to(f"{card} button", "True")
    student.key(Keys.ENTER)


def pick_by_key(student: Student, card: str, right: tuple[str, ...]) -> None:
    for word in right:
        # All radios are one stop of the Tab key. The arrows lead from one to the next, and pick it.
        one_of_many = not student.driver.find_elements("css selector", f"{card} [type=radio]")
        student.tab_to(f"{card} .flash-pick", word if one_of_many else "")
        student.key(Keys.SPACE)
        student.until(lambda: student.focused(":checked"), "Space picks")
        while not one_of_many and word not in (picked := student.see(f"{card} .flash-option:has(:checked)").text):
            student.key(Keys.ARROW_DOWN)
            student.until(
                lambda picked=picked: student.see(f"{card} .flash-option:has(:checked)").text != picked,
                "the arrow picks another",
            )
    student.key(Keys.ENTER)


def fill_by_key(student: Student, card: str, right: tuple[str, ...]) -> None:
    student.tab_to(f"{card} input")
    for n, word in enumerate(right, 1):
        student.until(lambda n=n: student.focused(f"[data-blank='{n}'] > input"), f"Enter leads to blank {n}")
        student.key(word)
        student.key(Keys.ENTER)


def sort_by_key(student: Student, card: str, right: tuple[str, ...]) -> None:
    for place in right:
        if places(student, card).index(place) >= int(place):
            student.tab_to(f"{card} [data-place='{place}'] [data-way]")
            move_up(student, card, place, lambda: student.key(Keys.ARROW_UP))
    student.tab_to(f"{card} [data-flash=check]")
    student.key(Keys.ENTER)


BY_KEYBOARD: dict[str, Answer] = {
    "recall": show_answer_by_key,
    "list": show_next_by_key,
    "true-false": say_true_by_key,
    "choice": pick_by_key,
    "ordering": sort_by_key,
    "cloze": fill_by_key,
}
