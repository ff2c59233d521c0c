"""`mkdocs-flashcards pin`: each card keeps its id, whatever becomes of its question."""

from __future__ import annotations

from pathlib import Path

import click

from ..course import find_mistakes, pinned
from .files import Change, apply
from .options import course_of, paths_argument, say, settings_option


@click.command("pin")
@paths_argument
@settings_option
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.pass_context
def command(context: click.Context, paths: tuple[Path, ...], settings: Path | None, dry_run: bool, yes: bool) -> None:
    """Write the present id of each card into its header.

    A card without an id of its own is known by its question, so a reworded question is a new card to students. After
    this command it can be reworded freely: students keep their progress. Nothing but the opening lines of blocks
    changes. Tables of cards stay as they are, because one header cannot name each row.

    The changes are shown first, and written after a yes. Without PATH, all notes of the course are pinned.

    \b
    Examples:
      mkdocs-flashcards pin --dry-run
      mkdocs-flashcards pin docs/week-1
      mkdocs-flashcards pin --yes
    """
    course = course_of(settings, paths)
    findings = find_mistakes(course)
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
    context.exit(0 if dry_run or (is_written and not findings and not left) else 1)
