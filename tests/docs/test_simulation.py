"""The simulation that the documentation shows: what the order of a session does to students who stop early."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NODE = Path(sys.executable).with_name("node")


@pytest.fixture(scope="module")
def recall() -> dict[tuple[str, str], float]:
    """Recall at the exam, by who stops and by the order of the cards."""
    command = [NODE, ROOT / "scripts" / "simulate.mjs", "--students", "25", "--seed", "7"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout
    rows = [line.strip("| ").split(" | ") for line in said.partition("\n\n")[0].splitlines()[2:]]
    return {(stop, order): float(share) for stop, order, share, _ in rows}


@pytest.mark.parametrize(("stop", "least"), [("20 answers", 0.71), ("30 answers", 0.89), ("40 answers", 0.94)])
def test_students_who_stop_early_still_know_most_of_the_course(
    recall: dict[tuple[str, str], float], stop: str, least: float
) -> None:
    assert recall[stop, "spread evenly"] >= least
    assert recall[stop, "spread evenly"] > recall[stop, "due, then new"] + 0.01


def test_who_finishes_every_session_loses_nothing(recall: dict[tuple[str, str], float]) -> None:
    assert abs(recall["everything", "spread evenly"] - recall["everything", "due, then new"]) < 0.01
