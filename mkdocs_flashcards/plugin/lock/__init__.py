"""The lock file: which cards a course had, so that a reworded question is noticed before it costs progress.

An author writes it with `mkdocs-flashcards pin --lock` and commits it. It says nothing of what a card asks: ids and
digests are enough to see that a card is gone, and that another stands in its place with the same answer.
"""

from .compare import CardNow, Comparison, compare
from .file import Lock, LockedCard, LockProblem, read_lock

__all__ = ["CardNow", "Comparison", "Lock", "LockProblem", "LockedCard", "compare", "read_lock"]
