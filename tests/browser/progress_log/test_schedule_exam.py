"""What an exam changes: intervals do not cross it, cards get a last look, and new ones come in time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ..logs import DAY, grade
from .schedule_states import PLAN, STATES, state

Modules = Callable[..., Any]
LONG = [grade(1, 0, 4), grade(2, 8, 4)]  # known for months


def test_no_interval_crosses_the_exam(modules: Modules) -> None:
    script = """({ Schedule, isDue }, [events, today, plan, cards]) => {
      const schedule = new Schedule(events, today, plan);
      return cards.map((card) => schedule.state(card).due); }"""
    cards = [f"card{n}" for n in range(700)]
    events = [{**event, "card": card, "n": 2 * n + event["n"]} for n, card in enumerate(cards) for event in LONG]
    dues = modules("progress/schedule", script, [events, DAY + 10, {**PLAN, "exam": DAY + 60}, cards])
    days = [due - DAY for due in dues]
    assert set(days) == set(range(53, 60))
    assert all(60 < days.count(day) < 140 for day in set(days))
    assert dues == modules("progress/schedule", script, [events, DAY + 11, {**PLAN, "exam": DAY + 60}, cards])


def test_what_is_due_before_the_exam_anyway_stays(modules: Modules) -> None:
    short = [grade(1, 0, 3)]
    assert state(modules, *short, today=1, exam=DAY + 3)["due"] == DAY + 2
    assert state(modules, *LONG, today=10, exam=DAY + 500) == state(modules, *LONG, today=10)


def test_after_its_last_look_a_card_rests_until_the_exam(modules: Modules) -> None:
    for day in (53, 59):
        assert state(modules, *LONG, grade(3, day, 3), today=day, exam=DAY + 60)["due"] == DAY + 60
    for_days = [grade(1, 50, 3), grade(2, 52, 3)]
    assert 53 <= state(modules, *for_days, today=52, exam=DAY + 60)["due"] - DAY < 60
    forgotten = [*LONG, grade(3, 55, 1)]
    assert state(modules, *forgotten, today=55, exam=DAY + 60)["due"] == DAY + 55
    assert state(modules, *forgotten, grade(4, 55, 3), today=55, exam=DAY + 60)["due"] < DAY + 60


def test_after_the_exam_there_is_none(modules: Modules) -> None:
    assert state(modules, *LONG, today=60, exam=DAY + 60)["due"] == DAY + 53
    for today in (61, 400):
        assert state(modules, *LONG, today=today, exam=DAY + 60) == state(modules, *LONG, today=today)


def test_what_will_be_known_at_the_exam_anyway_needs_no_last_look(modules: Modules) -> None:
    """Students who stop early have more of those that do."""
    assert state(modules, *LONG, grade(3, 52, 3), today=52, exam=DAY + 60)["due"] == DAY + 60
    assert state(modules, *LONG, today=10, exam=DAY + 60)["due"] < DAY + 60


def dues(modules: Modules, today: int, exam: int, cards: list[str]) -> list[int]:
    """On which day each card is due, counted from the first of the log, if each is known for weeks, from day 13."""
    known = [grade(1, 0, 3), grade(2, 2, 3), grade(3, 13, 3)]
    events = [{**event, "card": card, "n": 10 * n + event["n"]} for n, card in enumerate(cards) for event in known]
    case = {"events": events, "today": DAY + today, "plan": {**PLAN, "exam": DAY + exam}, "cards": cards}
    return [found["due"] - DAY for found in modules("progress/log progress/schedule", STATES, [case])[0]]


@pytest.mark.parametrize("left", [5, 3, 2, 1])
def test_an_exam_set_late_spreads_over_the_days_that_remain(modules: Modules, left: int) -> None:
    cards = [f"card{n}" for n in range(200)]
    found = dues(modules, 40, 40 + left, cards)
    for day in range(40, 40 + left):
        assert 0.6 * 200 / left <= found.count(day) <= 1.5 * 200 / left
    assert all(40 <= day < 40 + left for day in found)


def test_a_spread_stays_the_same_all_day_and_leaves_nothing_out(modules: Modules) -> None:
    """Each evening what is due is reviewed: by the exam everything was."""
    cards = {f"card{n}" for n in range(60)}
    assert dues(modules, 46, 50, sorted(cards)) == dues(modules, 46, 50, sorted(cards))
    for today in range(46, 50):
        left = sorted(cards)
        cards -= {card for card, day in zip(left, dues(modules, today, 50, left), strict=True) if day <= today}
    assert cards == set()


@pytest.mark.parametrize(
    ("setting", "unseen", "left", "expected"),
    [
        (20, 300, 10, 43),
        (20, 300, 100, 20),
        (20, 300, 20, 20),
        (5, 300, 20, 18),
        (20, 30, 3, 30),
        (20, 30, 1, 30),
        (20, 30, 0, 30),
        (20, 300, -1, 20),
        (0, 300, 10, 0),
        (20, 0, 5, 20),
        (20, 300, None, 20),
    ],
)
def test_the_exam_raises_the_number_of_new_cards(
    modules: Modules, setting: int, unseen: int, left: int | None, expected: int
) -> None:
    script = "({ newItemsOn }, [setting, unseen, exam, day]) => newItemsOn(setting, unseen, exam, day)"
    exam = None if left is None else DAY + left
    assert modules("progress/new-cards", script, [setting, unseen, exam, DAY]) == expected
