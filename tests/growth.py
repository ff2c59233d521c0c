"""Whether work grows in proportion to its input: two sizes are compared, so the machine's speed does not matter."""

from __future__ import annotations

import time
from collections.abc import Callable

FACTOR = 8
ROOM = 30  # between 8, which is in proportion, and 64, which is the square
NOISE = 0.03  # seconds; work that takes less is measured too badly to be compared


def seconds(work: Callable[[], object]) -> float:
    """Processor time, so that other processes do not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def grows_in_proportion(work: Callable[[int], Callable[[], object]], size: int, *, beside: float = 0) -> bool:
    """Whether eight times the size takes less than thirty times as long; asked again before the answer is no.

    `work` makes the work of a size. `beside` is time of the larger one that is somebody else's.
    """
    small, large = work(size), work(size * FACTOR)
    return any(seconds(large) - beside < ROOM * seconds(small) + NOISE for _ in range(3))
