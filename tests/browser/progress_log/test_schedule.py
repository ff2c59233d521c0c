"""What a log amounts to: by example, and at random against the plainest reading of the rules."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from ..logs import CARDS, DAY, Event, expected, grade, line, random_log, steps, steps_by_card, undo
from .schedule_states import PLAN, STATES, state

Modules = Callable[..., Any]


def test_new_until_it_is_graded(modules: Modules) -> None:
    assert state(modules) is None
    assert state(modules, grade(1, 0, 3, "image")) is None
    found = state(modules, grade(1, 0, 3))
    assert found == {
        "memory": {"stability": 2.3065, "difficulty": pytest.approx(2.1181, abs=1e-4)},
        "first": DAY,
        "last": DAY,
        "due": DAY + 2,
        "grade": 3,
        "missed": None,
        "reviews": 1,
    }


def test_gaps_are_days_and_not_hours(modules: Modules) -> None:
    """An evening and the next morning are a day; a morning and the evening are none."""
    evening, morning = grade(1, 0, 3), grade(2, 1, 3, time=grade(1, 0, 3)["time"] + 1)
    assert state(modules, evening, morning)["memory"]["stability"] > 4
    same = state(modules, evening, grade(2, 0, 3))
    assert same["memory"]["stability"] == pytest.approx(2.3065, rel=0.01)


def test_forgotten_is_due_at_once_until_it_is_remembered(modules: Modules) -> None:
    events = [grade(1, 0, 3), grade(2, 5, 1)]
    forgotten = state(modules, *events)
    assert (forgotten["due"], forgotten["last"], forgotten["missed"]) == (DAY + 5, DAY + 5, DAY + 5)
    remembered = state(modules, *events, grade(3, 5, 3))
    assert remembered["due"] > DAY + 5
    assert (remembered["missed"], remembered["grade"]) == (DAY + 5, 3)


def test_taken_back(modules: Modules) -> None:
    first, second = grade(1, 0, 3), grade(2, 3, 1)
    alone = state(modules, first)
    assert state(modules, first, second, undo(3, second)) == alone
    assert state(modules, first, undo(2, first)) is None
    # An undo may come from another load, on another day, and be of a day that is yet to come.
    assert state(modules, first, second, undo(1, second, name="bbb", day=500)) == alone
    assert state(modules, first, undo(2, first, card="image")) == alone


def test_taking_back_twice_and_for_other_cards_as_well(modules: Modules) -> None:
    first = grade(1, 0, 3)
    others = [undo(2, first, card="image"), undo(3, first), undo(4, first), undo(5, first, card="tag")]
    assert state(modules, first, *others) is None
    assert state(modules, *others, first) is None


def test_a_reset_forgets_what_was_before(modules: Modules) -> None:
    before, reset, after = grade(1, 0, 1), grade(2, 4, 0), grade(3, 4, 3)
    assert state(modules, before, reset) is None
    found = state(modules, before, reset, after)
    assert (found["first"], found["reviews"], found["missed"]) == (DAY + 4, 1, None)
    assert found["memory"]["stability"] == 2.3065


def test_a_reset_has_a_way_back(modules: Modules) -> None:
    before, reset = grade(1, 0, 1), grade(2, 4, 0)
    assert state(modules, before, reset, undo(3, reset)) == state(modules, before)


def test_events_of_later_days_wait_for_their_day(modules: Modules) -> None:
    """The clock was a month ahead for an evening."""
    events = [grade(1, 0, 3), grade(2, 30, 1), grade(3, 2, 3)]
    assert state(modules, *events, today=5) == state(modules, events[0], events[2])
    assert state(modules, *events, today=28) == state(modules, events[0], events[2])
    waited = state(modules, *events, today=30)
    assert (waited["last"], waited["grade"], waited["reviews"]) == (DAY + 30, 1, 3)


def test_a_clock_that_was_set_back_makes_no_gap_negative(modules: Modules) -> None:
    """Its time is later and its day is earlier: such are flights to the west too."""
    events = [grade(1, 0, 3), grade(2, -1, 3, time=grade(1, 0, 3)["time"] + 1)]
    found = state(modules, *events)
    assert found["memory"] == state(modules, events[0], grade(2, 0, 3))["memory"]
    assert found["last"] == DAY - 1


def test_a_clock_that_was_set_far_back_loses_nothing(modules: Modules) -> None:
    found = state(modules, grade(1, 0, 3), grade(2, -20000, 3), grade(3, 4, 3))
    assert (found["reviews"], found["first"]) == (3, DAY - 20000)


@pytest.mark.parametrize("forged", [False, True], ids=["honest", "forged"])
def test_the_state_depends_on_the_set_of_events_alone(modules: Modules, forged: bool) -> None:
    """In any order, with any repeated, from any lists and files, all at once or one by one."""
    chance = Random("logs")
    cases, wanted, steps_of = [], [], []
    for _ in range(100):
        events = random_log(chance, forged=forged)
        today = DAY + chance.choice((0, 3, 10, 60, 200))
        for form in forms(chance, events, forged=forged):
            cases.append({**form, "today": today, "plan": PLAN, "cards": CARDS})
            graded = steps_by_card(events, today)
            wanted.append([expected(graded.get(card, [])) for card in CARDS])
            steps_of.append([steps(graded.get(card, [])) for card in CARDS])
    found = modules("progress/log progress/schedule", STATES, cases)
    memories = modules("progress/fsrs", MEMORIES, steps_of)
    for case, states, plain, each in zip(cases, found, wanted, memories, strict=True):
        for one, rest, (memory, wait) in zip(states, plain, each, strict=True):
            due = rest and (rest["last"] + wait if wait else min(rest["last"], case["today"]))
            assert one == (rest and {**rest, "memory": memory, "due": due})


MEMORIES = """({ firstMemory, nextMemory, nextInterval }, cases) => cases.map((cards) => cards.map((steps) => {
  let memory = null;
  for (const [grade, days] of steps) memory = memory ? nextMemory(memory, days, grade) : firstMemory(grade);
  if (!memory) return [null, 0];
  return [memory, steps.at(-1)[0] === 1 ? 0 : nextInterval(memory.stability, 0.9)];
}))"""


def forms(chance: Random, events: list[Event], *, forged: bool) -> list[dict[str, Any]]:
    again = [*events, *chance.choices(events, k=5)]
    chance.shuffle(again)
    half = chance.randint(0, len(again))
    found: list[dict[str, Any]] = [{"events": events}, {"events": again}, {"lists": lists(chance, again)}]
    if not forged:  # a forgery that comes while a page is open is seen at its next load
        found += [{"events": again[:half], "added": again[half:]}, {"lists": [], "added": again}]
    return found


def lists(chance: Random, events: list[Event]) -> list[tuple[str, list[str]]]:
    """The events as they may lie in the store: under their own name, or restored, or both."""
    found: dict[str, list[str]] = {}
    for event in events:
        if chance.random() < 0.6:
            found.setdefault(event["name"], []).append(line(event))
        else:
            found.setdefault(f"+{chance.choice('xy')}", []).append(f"{event['name']} {line(event)}")
    return list(found.items())


def test_what_is_new_today(modules: Modules) -> None:
    events = [
        grade(1, 5, 3, "new"),
        grade(2, 5, 1, "new-and-forgotten"),
        grade(3, 5, 3, "new-and-forgotten"),
        grade(4, 4, 3, "yesterday's"),
        grade(5, 5, 3, "yesterday's"),
        grade(6, 5, 3, "reset"),
        grade(7, 5, 0, "reset"),
        grade(8, 5, 3, "undone"),
        undo(9, grade(8, 5, 3, "undone")),
        grade(10, 1, 3, "begun-again"),
        grade(11, 2, 0, "begun-again"),
        grade(12, 5, 3, "begun-again"),
    ]
    script = "({ Schedule }, [events, today, plan]) => new Schedule(events, today, plan).newToday()"
    assert modules("progress/schedule", script, [events, DAY + 5, PLAN]) == 3
    assert modules("progress/schedule", script, [events, DAY + 6, PLAN]) == 0


def test_the_history_is_every_grade_that_stands(modules: Modules) -> None:
    events = [
        grade(1, 0, 3),
        grade(2, 0, 4, "image"),
        grade(3, 2, 1),
        grade(4, 2, 3),
        grade(5, 3, 1),
        undo(6, grade(5, 3, 1)),
        grade(7, 6, 0),
        grade(8, 9, 3),
        grade(9, 50, 3),
    ]
    script = "({ Schedule, history }, [events, today, plan]) => history(new Schedule(events, today, plan))"
    found = modules("progress/schedule progress/reviews", script, [events, DAY + 10, PLAN])
    docker = [review for review in found if review["item"] == "docker"]
    assert [review["day"] - DAY for review in docker] == [0, 2, 2, 9]
    assert [review["days"] for review in docker] == [None, 2, 0, None]
    assert len(found) == 5
    assert found[0]["time"] == events[0]["time"]


def test_how_many_were_graded_since(modules: Modules) -> None:
    events = [grade(1, 0, 3), grade(2, 3, 3), grade(3, 4, 0), grade(4, 5, 1, "image")]
    script = """({ Schedule, gradedSince }, [events, today, plan, times]) => {
      const schedule = new Schedule(events, today, plan);
      return times.map((time) => gradedSince(schedule, time)); }"""
    times = [0, events[1]["time"] - 1, events[1]["time"], events[3]["time"]]
    found = modules("progress/schedule progress/reviews", script, [events, DAY + 9, PLAN, times])
    assert [one["n"] for one in found] == [3, 2, 1, 0]
    assert [one["first"] for one in found] == [*(events[at]["time"] for at in (0, 1, 3)), float("inf")]


def test_the_retention_says_how_long_to_wait(modules: Modules) -> None:
    events = [grade(1, 0, 3), grade(2, 2, 3)]
    dues = [state(modules, *events, retention=retention)["due"] - DAY for retention in (0.95, 0.9, 0.8)]
    assert dues == sorted(dues)
    assert dues[1] == 13
