"""FSRS-6: the published implementations' own answers, and the laws that any answer keeps."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

Modules = Callable[..., Any]
# Made by scripts/fsrs_vectors.py.
VECTORS = json.loads((Path(__file__).parents[2] / "data/fsrs.json").read_text(encoding="utf-8"))["sequences"]
REPLAY = """({ firstMemory, nextMemory, nextInterval }, sequences) => sequences.map(([retention, steps]) => {
  let memory;
  return steps.map(([grade, days]) => {
    memory = memory ? nextMemory(memory, days, grade) : firstMemory(grade);
    return [memory.stability, memory.difficulty, nextInterval(memory.stability, retention)];
  });
})"""
# Memories from the shortest to the longest, and days from the same one to years.
GRID = """const memories = [0.001, 0.0034, 0.1, 0.5, 1, 2.3, 8, 40, 300, 5000, 36500].flatMap((stability) =>
  [1, 1.5, 3, 5.2, 8, 10].map((difficulty) => ({ stability, difficulty })));
const gaps = [0, 1, 2, 7, 30, 365, 5000];
const cases = memories.flatMap((memory) => gaps.map((days) => ({ memory, days })));"""


@pytest.fixture(scope="module")
def replayed(modules: Modules) -> list[list[list[float]]]:
    found: list[list[list[float]]] = modules("progress/fsrs", REPLAY, VECTORS)
    return found


@pytest.mark.parametrize(("first", "rounding"), [(2, 0), (5, 1e-8)], ids=["py-fsrs", "ts-fsrs"])
def test_stability_and_difficulty_are_the_published_ones(
    replayed: list[list[list[float]]], first: int, rounding: float
) -> None:
    steps = 0
    for (_, asked), answered in zip(VECTORS, replayed, strict=True):
        for step, (stability, difficulty, _) in zip(asked, answered, strict=True):
            # ts-fsrs rounds to 8 decimals, which is more than a millionth of the smallest stabilities.
            assert stability == pytest.approx(step[first], rel=1e-6, abs=rounding)
            assert difficulty == pytest.approx(step[first + 1], rel=1e-6)
            steps += 1
    assert steps >= 3000


def test_intervals_are_the_published_ones(replayed: list[list[list[float]]]) -> None:
    differ = 0
    for (_, asked), answered in zip(VECTORS, replayed, strict=True):
        for step, (_, _, days) in zip(asked, answered, strict=True):
            assert days in (step[4], step[7])
            differ += step[4] != step[7]
    assert differ <= 1  # the two round at another moment


def test_it_is_what_anki_says(modules: Modules) -> None:
    """The figures of Anki's own backend: good on day 0 and 2, then good or forgotten on day 15."""
    begun = [[3, 0], [3, 2]]
    good, forgotten = modules("progress/fsrs", REPLAY, [[0.9, [*begun, [grade, 13]]] for grade in (3, 1)])
    assert [round(value, 4) for value in good[2][:2]] == [50.6626, 2.1043]
    assert [round(value, 4) for value in forgotten[2][:2]] == [1.5688, 7.3922]


def test_a_first_grade_alone(modules: Modules) -> None:
    answered = modules("progress/fsrs", REPLAY, [[0.9, [[grade, 0]]] for grade in (1, 2, 3, 4)])
    assert [days for ((_, _, days),) in answered] == [1, 1, 2, 8]


def test_at_nine_in_ten_the_interval_is_the_stability(modules: Modules) -> None:
    script = """({ nextInterval, retrievability }) => Array.from({ length: 5000 }, (_, n) => 1.0025 ** n).map(
      (stability) => [stability, nextInterval(stability, 0.9), retrievability(stability, stability)])"""
    for stability, days, recall in modules("progress/fsrs", script):
        assert days == min(int(stability + 0.5), 36500)
        assert recall == pytest.approx(0.9, abs=1e-12)


def test_the_chance_of_recall_falls_from_one(modules: Modules) -> None:
    script = "({ retrievability }) => [0, 1, 2, 10, 100, 36500].map((days) => retrievability(5, days))"
    chances = modules("progress/fsrs", script)
    assert chances[0] == 1
    assert all(later < earlier for earlier, later in pairwise(chances))
    assert chances[-1] > 0


def test_the_more_is_to_be_recalled_the_sooner_it_is_asked(modules: Modules) -> None:
    script = """({ nextInterval }) => [0.001, 1, 20, 300, 36500].map((stability) =>
      [0.01, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999].map((retention) => nextInterval(stability, retention)))"""
    for intervals in modules("progress/fsrs", script):
        assert all(sooner <= later for later, sooner in pairwise(intervals))
        assert all(isinstance(days, int) and 1 <= days <= 36500 for days in intervals)


def test_forgetting_never_lengthens(modules: Modules) -> None:
    script = f"""({{ nextMemory }}) => {{ {GRID}
      return cases.filter(({{ memory, days }}) => nextMemory(memory, days, 1).stability > memory.stability); }}"""
    assert modules("progress/fsrs", script) == []


def test_remembering_never_shortens(modules: Modules) -> None:
    script = f"""({{ nextMemory }}) => {{ {GRID}
      return cases.filter(({{ memory, days }}) =>
        [2, 3, 4].some((grade) => nextMemory(memory, days, grade).stability < memory.stability)); }}"""
    assert modules("progress/fsrs", script) == []


def test_grades_are_in_order(modules: Modules) -> None:
    """Strictly, except where a limit is reached: a lifetime, or remembering twice on a day, which costs nothing."""
    script = f"""({{ firstMemory, nextMemory }}) => {{ {GRID}
      const grades = [1, 2, 3, 4];
      const after = cases.map((one) => [one, grades.map((grade) => nextMemory(one.memory, one.days, grade))]);
      return [[null, grades.map(firstMemory)], ...after]; }}"""
    for case, memories in modules("progress/fsrs", script):
        stabilities = [memory["stability"] for memory in memories]
        difficulties = [memory["difficulty"] for memory in memories]
        assert stabilities == sorted(stabilities)
        assert difficulties == sorted(difficulties, reverse=True)
        assert stabilities[0] < stabilities[1] or case["memory"]["stability"] == 0.001
        if case and case["days"] and stabilities[3] < 36500:
            assert len(set(stabilities)) == 4


def test_memories_stay_within_bounds(modules: Modules) -> None:
    script = f"""({{ nextMemory }}) => {{ {GRID}
      return cases.flatMap(({{ memory, days }}) => [1, 2, 3, 4].map((grade) => nextMemory(memory, days, grade))); }}"""
    for memory in modules("progress/fsrs", script):
        assert 0.001 <= memory["stability"] <= 36500
        assert 1 <= memory["difficulty"] <= 10
