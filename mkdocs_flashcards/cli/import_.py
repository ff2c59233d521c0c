"""`mkdocs-flashcards import`: cards from elsewhere as blocks of ours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ..course import weeks_in_titles
from ..exchange.block import ImportedCard
from ..exchange.into import insert
from ..exchange.loose import import_loose, shape_of
from ..exchange.written import written
from .files import Change, apply, text_of
from .in_place import convert_notes
from .options import course_of, say, say_counts, settings_option


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@settings_option
@click.option("--into", metavar="NOTE[#HEADING]", help="The note to write the blocks into. By default, print them.")
@click.option(
    "--in-place",
    is_flag=True,
    help="Make cards of the questions in these notes or folders, where they stand.",
)
@click.option("--shape", metavar="PARTS", help="The order of the parts of a card, such as question,source,answer.")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 (each is an option)
    context: click.Context,
    files: tuple[Path, ...],
    settings: Path | None,
    into: str | None,
    in_place: bool,
    shape: str | None,
    dry_run: bool,
    yes: bool,
) -> None:
    """Turn loose notes, or the questions that a course has already, into blocks.

    Loose notes are lines as one types them while learning: a title with the week, then question, lesson and answer, a
    line or more each, with no marks between them. The lesson may be missing. FILE may be `-` for what comes in by a
    pipe.

    Each line goes into exactly one card, or is listed as left over. Where it is not certain where a card begins, a
    comment `<!-- check: … -->` above its block says so. The exit status is 1 if a line was left over.

    With --in-place, FILE is a note of the course. A question with its answer folded away below it, in `??? success
    "Answer"` or `<details>`, becomes a block where it stands. All else in the note stays as it is.

    \b
    Examples:
      mkdocs-flashcards import week-1.txt
      mkdocs-flashcards import week-1.txt --into docs/week-1/cards.md
      mkdocs-flashcards import week-1.txt --into "docs/week-1/docker.md#Cards" --yes
      mkdocs-flashcards import words.txt --shape question,answer
      mkdocs-flashcards import --in-place docs --dry-run
    """
    if in_place:
        if into or shape:
            raise click.UsageError("--in-place goes with neither --into nor --shape.")
        context.exit(0 if convert_notes(files, dry_run=dry_run, yes=yes) else 1)
    try:
        parts = shape_of(shape) if shape else None
    except ValueError as problem:
        raise click.BadParameter(str(problem), param_hint="'--shape'") from None
    week_in = weeks_in_titles(course_of(settings, ()))
    cards: list[ImportedCard] = []
    left: list[str] = []
    for file in files:
        try:
            notes = import_loose(text_of(file), week_in, parts)
        except ValueError as problem:
            raise click.ClickException(f"{file}: refused: {problem}.") from None
        cards += notes.cards
        left += [f"{file}:{line.number}: left over: {line.text}" for line in notes.left_over]
    is_written = _write(cards, into, left, dry_run=dry_run, yes=yes)
    for text in left:
        say(text)
    context.exit(0 if is_written and not left else 1)


def _write(cards: Sequence[ImportedCard], into: str | None, left: list[str], *, dry_run: bool, yes: bool) -> bool:
    """Print the blocks, or write them into a note. Returns whether all is where it should be."""
    name, _, heading = (into or "").partition("#")
    path = Path(name)
    old = text_of(path, keeps_mark=True) if into and path.exists() else ""
    result = written(cards, old)
    left += result.refused
    say_counts(len(result.blocks), result.doubts, result.known)
    if not into:
        click.echo(result.text, nl=False)
        return True
    if not result.blocks:
        return True
    try:
        new = insert(old, result.text, heading)
    except LookupError:
        raise click.UsageError(f"{path} has no heading {heading!r}.") from None
    return apply([Change(path, old if path.exists() else None, new)], dry_run=dry_run, yes=yes)
