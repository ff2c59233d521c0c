"""A student's whole semester: fifteen weeks of evenings, at home and on travels, through the change of clocks.

Which cards an evening asks is foretold by a second account of the published formulas, written here from the paper's
side: what is due and nothing else, and new ones up to the limit.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from ..courses import Course, Student, at, recalls
from ..shared import Shared

WEEKS, CARDS_A_WEEK, NEW_A_DAY = 15, 3, 5
BEGIN = date(2026, 9, 7)
HOME, WEST, EAST = "Europe/Amsterdam", "America/New_York", "Asia/Tokyo"
# fmt: off
W = [0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
     1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542]
# fmt: on
FACTOR = 0.9 ** (-1 / W[20]) - 1


@dataclass
class Memory:
    """One card as the formulas see it; only forgotten (1) and remembered (3) are given."""

    stability: float
    difficulty: float
    last: int
    forgotten: bool

    @property
    def due(self) -> int:
        return self.last if self.forgotten else self.last + max(1, round(self.stability))

    @classmethod
    def first(cls, grade: int, day: int) -> Memory:
        return cls(W[grade - 1], _clamped(W[4] - math.exp(W[5] * (grade - 1)) + 1), day, grade == 1)

    def graded(self, grade: int, day: int) -> Memory:
        days, s, d = day - self.last, self.stability, self.difficulty
        recall = (1 + FACTOR * days / s) ** -W[20]
        if days == 0:
            gain = math.exp(W[17] * (grade - 3 + W[18])) * s ** -W[19]
            stability = s * (max(gain, 1) if grade > 1 else gain)
        elif grade == 1:
            lapse = W[11] * d ** -W[12] * ((s + 1) ** W[13] - 1) * math.exp(W[14] * (1 - recall))
            stability = min(lapse, s / math.exp(W[17] * W[18]))
        else:
            stability = s * (1 + math.exp(W[8]) * (11 - d) * s ** -W[9] * (math.exp(W[10] * (1 - recall)) - 1))
        easy = W[4] - math.exp(W[5] * 3) + 1
        moved = d - W[6] * (grade - 3) * (10 - d) / 9
        return Memory(stability, _clamped(W[7] * easy + (1 - W[7]) * moved), day, grade == 1)


def _clamped(difficulty: float) -> float:
    return min(max(difficulty, 1), 10)


def evenings() -> Iterator[tuple[datetime, int]]:
    """The moments at which the student begins, and the study day of each, counted from the first."""
    for week in range(WEEKS):
        zone = ZoneInfo({6: WEST, 7: WEST, 11: EAST}.get(week, HOME))
        for weekday, hour in ((0, 22), (3, 25)):  # the second time after midnight, which is still the same day
            day = 7 * week + weekday
            begin = datetime.combine(BEGIN, datetime.min.time(), zone) + timedelta(days=day)
            yield (begin + timedelta(hours=hour, minutes=30)).replace(tzinfo=zone), day


@pytest.fixture
def course(courses: Callable[..., Course]) -> Course:
    notes = {
        f"week-{week}/note": recalls(*(f"card-{week}-{n}" for n in range(CARDS_A_WEEK))) for week in range(1, WEEKS + 1)
    }
    return courses(notes, new_per_day=NEW_A_DAY)


# What is shown once so many answers are stored: a card by its id, or what stands where no card is asked.
SHOWN = """(stored) => {
  const lists = Object.keys(localStorage).filter((key) => key.startsWith("flashcards:1:"));
  const lines = lists.flatMap((key) => localStorage.getItem(key).split("\\n"));
  const shown = document.querySelectorAll(".flash-stage > :is(flash-card, .flash-pause, .flash-summary)");
  const name = (element) => element.dataset.card ?? (element.matches(".flash-pause") ? "pause" : "end");
  return lines.length >= stored && shown.length === 1 && name(shown[0]);
}"""


def review(page: Page, before: int, forget: Callable[[str], bool]) -> list[tuple[str, int]]:
    """Answer by keyboard until the end, after so many answers before; what was asked, and how it was answered."""
    given: list[tuple[str, int]] = []
    while (asked := page.wait_for_function(SHOWN, arg=before + len(given)).json_value()) != "end":
        if asked == "pause":
            Student(page).press("Go on")
            continue
        grade = 1 if forget(asked) and (asked, 1) not in given else 3
        given.append((asked, grade))
        page.keyboard.press("Space")
        page.keyboard.press("1" if grade == 1 else "Space")
    return given


def test_a_semester_asks_what_is_due_and_nothing_else(shared: Shared, course: Course) -> None:
    memories: dict[str, Memory] = {}
    before, state = 0, None
    for zone, there in groupby(evenings(), lambda evening: str(evening[0].tzinfo)):
        context = shared.new(timezone_id=zone, storage_state=state)
        for evening, day in there:
            page = context.new_page()
            at(page, evening)
            page.goto(course.http("review/#review"))
            given = review(page, before, lambda card, day=day: (int(card[-1]) + day) % 5 == 0)  # type: ignore[misc]
            page.close()
            before += len(given)
            asked = {card for card, _ in given}
            due = {card for card, memory in memories.items() if memory.due <= day}
            new = asked - memories.keys()
            assert asked - new == due, f"on day {day}"
            assert len(new) == min(NEW_A_DAY, WEEKS * CARDS_A_WEEK - len(memories))
            for card, grade in given:
                memories[card] = memories[card].graded(grade, day) if card in memories else Memory.first(grade, day)
        state = context.storage_state()
        context.close()
    assert len(memories) == WEEKS * CARDS_A_WEEK
    assert max(memory.due - memory.last for memory in memories.values()) > 30
