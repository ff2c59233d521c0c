"""The right answer to whatever a session asks, by mouse and by keyboard alone."""

from __future__ import annotations

from ..courses import Student


def by_mouse(student: Student) -> None:
    """The right answer to whatever is asked."""
    card, kind = student.card, student.card.get_attribute("data-kind")
    if kind == "true-false":
        student.press("True")
    elif kind == "choice":
        card.get_by_label("running").check()
        student.press("Check")
    elif kind == "cloze":
        card.get_by_label("Blank 1").fill("optimizing")
        card.get_by_label("Blank 2").fill("satisficing")
        student.press("Check")
    elif kind == "list":
        student.press("Show all")
    else:
        student.press("Show answer")
    student.press("Remembered" if kind in ("recall", "list") else "Next card")


def by_keyboard(student: Student) -> None:
    press, kind = student.page.keyboard.press, student.card.get_attribute("data-kind")
    if kind == "true-false":
        press("Tab")
        press("Enter")
    elif kind == "choice":
        press("Tab")
        places = student.card.locator("li")
        right = next(n for n in range(3) if "running" in places.nth(n).inner_text())
        press("Space")
        for _ in range(right):
            press("ArrowDown")
        press("Enter")
    elif kind == "cloze":
        press("Tab")
        student.page.keyboard.type("optimizing")
        student.page.wait_for_function("() => window[Symbol.for('mkdocs-flashcards')].judgeBlank")
        press("Enter")
        student.page.keyboard.type("satisficing")
        press("Enter")
    elif kind == "list":
        for _ in range(3):
            press("Space")
    else:
        press("Space")
    press("Space")
