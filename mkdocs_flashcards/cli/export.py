"""`mkdocs-flashcards export`: the cards of a course for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from ..course import export_course
from ..exchange.export.formats import FORMATS
from ..plugin.lock.file import NAME
from ..plugin.weeks import units
from .files import write_anew
from .lock import lock_of
from .options import course_of, paths_argument, say, settings_option

NO_TIMES = (
    "There is no lock file that says when each card last changed, so edits will not reach students who import the "
    "package again: Anki only adds new cards. Run mkdocs-flashcards pin --lock before each export."
)
STALE = "Run mkdocs-flashcards pin --lock and export again, so that students who have the cards get the change."

NO_ADDRESS = "{} left out, because mkdocs.yml has no site_url, so nothing could load it from the site."
NO_FILE = "{} left out, because there is no such file in the notes."


@click.command("export")
@paths_argument
@settings_option
@click.option("--to", "name", type=click.Choice(list(FORMATS)), required=True, help="What to write.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to write. By default, print."
)
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only cards with this tag. Can be repeated.")
@click.option("--yes", is_flag=True, help="Overwrite a file without asking.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 (each is an option)
    context: click.Context,
    paths: tuple[Path, ...],
    settings: Path | None,
    name: str,
    output: Path | None,
    tags: tuple[str, ...],
    yes: bool,
) -> None:
    """Write the cards of a course for another program.

    anki makes a package with a deck for each week and the pictures in the cards; it needs -o. tsv has a line for each
    card, with front and back as HTML, for Anki, spreadsheets and other flash card programs. json has everything about
    each card, for your own programs. qti makes a package of questions for a learning platform, from the cards whose
    answers can be checked; it needs -o.

    Without PATH, the whole course is exported. Cards with a mistake are left out; the command check reports them.

    \b
    Examples:
      mkdocs-flashcards export --to anki -o cards.apkg
      mkdocs-flashcards export --to json -o cards.json
      mkdocs-flashcards export --to tsv docs/week-1 > week-1.tsv
      mkdocs-flashcards export --to tsv --tag sql
    """
    format_ = FORMATS[name]
    if not format_.is_text and output is None:
        raise click.UsageError(f"This format cannot be printed. Name a file, such as -o cards{format_.ending}.")
    problems: list[str] = []
    read = course_of(settings, paths)
    beside = lock_of(read, lambda _: None)
    course = export_course(read, problems.append, lock=beside.lock, takes_media=format_.takes_media).with_tags(tags)
    content = format_.write(course)
    for problem in problems:
        say(problem)
    if left := [card for card in course.cards if not format_.takes(card)]:
        say(f"{units.counted(len(left), 'card')} left out, because students grade them themselves.")
    if course.lost_media and not read.settings.url:
        why = NO_FILE if format_.takes_media else NO_ADDRESS
        say(why.format(units.counted(len(course.lost_media), "picture")))
    if output is None:
        click.echo(content.decode(), nl=False)
    is_written = output is None or write_anew(output, content, yes=yes)
    if name == "anki" and is_written:
        if not beside.lock:
            say(NO_TIMES)
        elif edited := beside.edited:
            have = "has" if edited == 1 else "have"
            say(f"{units.counted(edited, 'card')} {have} changed since {NAME} was written. {STALE}")
    context.exit(0 if is_written and not problems else 1)
