"""`mkdocs-flashcards pin`: each card keeps its id, whatever becomes of its question."""

from __future__ import annotations

from pathlib import Path

import click

from ..course import Course, find_mistakes, pinned
from .files import Change, apply
from .lock import keep_ids, write_lock
from .options import course_of, paths_argument, say, settings_option, with_progress


@click.command("pin")
@paths_argument
@settings_option
@click.option("--lock", is_flag=True, help="Write the lock file, and change no note.")
@click.option("--was", "places", multiple=True, metavar="NOTE:LINE", help="The card here is an old one, reworded.")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 (each is an option)
    context: click.Context,
    paths: tuple[Path, ...],
    settings: Path | None,
    lock: bool,
    places: tuple[str, ...],
    dry_run: bool,
    yes: bool,
) -> None:
    """Write the present id of each card into its header.

    A card without an id of its own is known by its question, so a reworded question is a new card to students. After
    this command it can be reworded freely: students keep their progress. Nothing but the opening lines of blocks
    changes. Tables of cards stay as they are, because one header cannot name each row.

    The changes are shown first, and written after a yes. Without PATH, all notes of the course are pinned.

    With --lock no note changes. Instead a file flashcards.lock beside mkdocs.yml records which cards the course has.
    Commit it: the build and the command check then notice a reworded question, and --was gives the card its old id.

    \b
    Examples:
      mkdocs-flashcards pin --dry-run
      mkdocs-flashcards pin docs/week-1
      mkdocs-flashcards pin --yes
      mkdocs-flashcards pin --lock
      mkdocs-flashcards pin --was docs/week-1/docker.md:40
    """
    if (lock or places) and (paths or (lock and places)):
        raise click.UsageError("Call the command with --lock alone, with --was alone, or with files and folders.")
    course = course_of(settings, paths)
    if lock:
        is_done = write_lock(course, dry_run=dry_run, yes=yes)
    elif places:
        is_done = keep_ids(course, places, dry_run=dry_run, yes=yes)
    else:
        is_done = _pin(course, dry_run=dry_run, yes=yes)
    context.exit(0 if is_done else 1)


def _pin(course: Course, *, dry_run: bool, yes: bool) -> bool:
    """Write ids into the notes. Returns whether all have them, or nobody asked to write."""
    findings = find_mistakes(course, with_progress)
    changes: list[Change] = []
    sets: list[str] = []
    left: list[str] = []
    for note in course.notes:
        if note.is_asked_for and (result := pinned(note, course.settings, left.append)):
            changes.append(Change(Path(note.name), note.raw, result.text))
            sets += result.sets
    is_written = apply(changes, dry_run=dry_run, yes=yes)
    for place in sets:
        say(f"{place}: a table of cards was left alone: its rows are known by their questions.")
    for text in [*left, *(f"{one.place}: not pinned: {one.message}" for one in findings)]:
        say(text)
    return dry_run or (is_written and not findings and not left)
