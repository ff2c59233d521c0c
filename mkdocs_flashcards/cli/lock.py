"""What `mkdocs-flashcards pin` does with the lock file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from ..course import Course, CourseLock, find_mistakes, real, renamed
from ..plugin.lock import Lock, LockProblem
from ..plugin.lock.file import NAME
from ..plugin.weeks import units
from .files import Change, apply, confirmed, write
from .options import say

NO_PLACE = "expected a note and the line of a card in it, such as docs/week-1/docker.md:40."


def lock_of(course: Course, report: Callable[[str], None]) -> CourseLock:
    """A course beside its lock file. One that cannot be used ends the command with status 1."""
    try:
        return CourseLock(course, report)
    except LockProblem as problem:
        raise click.ClickException(str(problem)) from None


def write_lock(course: Course, *, dry_run: bool, yes: bool) -> bool:
    """Write the lock file. Returns whether it says what the course says now.

    It asks only where the new file would forget a card that was reworded, which nobody could tell afterwards.
    """
    left = [f"{one.place}: {one.message}" for one in find_mistakes(course)]
    beside = lock_of(course, left.append)
    old, new = beside.lock, beside.written(int(datetime.now(UTC).timestamp()))
    for one in beside.comparison.reworded:
        name = beside.name_of(one.note)
        say(f"{name}:{one.now.line}: {one.message(name)}")
    for text in left:
        say(text)
    if left:
        say(f"{NAME} was not written. Fix these first, or it would lose cards.")
        return False
    path = course.settings.folder / NAME
    change = Change(path, path.read_bytes().decode() if old else None, new.as_text())
    if dry_run:
        return apply([change], dry_run=True)
    if beside.comparison.reworded and not yes and not confirmed("Write the lock file all the same?"):
        return False
    if change.old != change.new:
        write(path, change.new.encode())
    say(_summary(old or Lock(), new))
    return True


def keep_ids(course: Course, places: Sequence[str], *, dry_run: bool, yes: bool) -> bool:
    """Give the cards at these places, such as `docs/a.md:40`, the ids of those that they were before.

    Returns whether they have them. A place where the lock file knows of no such card is said.
    """
    beside = lock_of(course, say)
    if not beside.lock:
        raise click.ClickException(
            f"There is no {NAME}, and nothing else records which card this was. See `mkdocs-flashcards pin --help`."
        )
    known = {(real(beside.notes[one.note].path), one.now.line): one for one in beside.comparison.reworded}
    asked: dict[str, dict[int, str]] = {}
    is_right = True
    for place in places:
        path, _, line = place.rpartition(":")
        one = known.get((real(path), int(line) if line.isdecimal() else 0))
        if one and not one.now.is_row:
            asked.setdefault(one.note, {})[one.now.line] = one.was
            continue
        is_right = False
        say(f"{place}: {_refusal(one is not None) if line.isdecimal() else NO_PLACE}")
    notes = [(beside.notes[uri], ids) for uri, ids in asked.items()]
    changes = [Change(Path(note.name), note.raw, renamed(note, ids)) for note, ids in notes]
    return apply(changes, dry_run=dry_run, yes=yes) and is_right


def _refusal(is_row: bool) -> str:
    if is_row:
        return "this row is identified by its question, so it cannot keep an id."
    return (
        f"no card that is gone from {NAME} had this answer here. `mkdocs-flashcards check` says where there are some."
    )


def _summary(old: Lock, new: Lock) -> str:
    before, after = old.cards, new.cards
    numbers = {
        "new": len(after.keys() - before.keys()),
        "changed": sum(before[name].content != after[name].content for name in before.keys() & after.keys()),
        "gone": len(before.keys() - after.keys()),
    }
    said = ", ".join(f"{number} {what}" for what, number in numbers.items() if number)
    return f"{NAME}: {units.counted(len(after), 'card')}" + (f" ({said})" if said else "")
