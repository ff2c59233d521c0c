"""The cases in `golden/`, one file each."""

from __future__ import annotations

from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(GOLDEN.glob("*.txt"))
HTML, MESSAGES = "\n=== html\n", "\n=== messages\n"


def source_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8").partition(HTML)[0]
