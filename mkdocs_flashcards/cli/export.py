"""`mkdocs-flashcards export`: the cards of a course for other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from ..course import export_course
from ..exchange.export.json_ import as_json
from ..exchange.export.model import ExportedCourse
from ..exchange.export.tsv import as_tsv
from .files import write_anew
from .options import course_of, paths_argument, say, settings_option

TEXTS: dict[str, Callable[[ExportedCourse], str]] = {"tsv": as_tsv, "json": as_json}


@click.command("export")
@paths_argument
@settings_option
@click.option("--to", "format_", type=click.Choice(list(TEXTS)), required=True, help="What to write.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to write. By default, print."
)
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only cards with this tag. May be given repeatedly.")
@click.option("--yes", is_flag=True, help="Write over a file without asking.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 (each is an option)
    context: click.Context,
    paths: tuple[Path, ...],
    settings: Path | None,
    format_: str,
    output: Path | None,
    tags: tuple[str, ...],
    yes: bool,
) -> None:
    """Write the cards of a course for another program.

    json has all that is known of each card, for programs of your own. tsv has a line for each card, with front and
    back as HTML, for Anki, spreadsheets and other flash card programs.

    Without PATH, the whole course is exported. Cards with a mistake are left out; the command check reports them.

    \b
    Examples:
      mkdocs-flashcards export --to json -o cards.json
      mkdocs-flashcards export --to tsv docs/week-1 > week-1.tsv
      mkdocs-flashcards export --to tsv --tag sql
    """
    problems: list[str] = []
    course = export_course(course_of(settings, paths), problems.append).with_tags(tags)
    for problem in problems:
        say(problem)
    text = TEXTS[format_](course)
    if output is None:
        click.echo(text, nl=False)
    is_written = output is None or write_anew(output, text.encode(), yes=yes)
    context.exit(0 if is_written and not problems else 1)
