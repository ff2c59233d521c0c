"""`mkdocs-flashcards import`: cards from elsewhere as blocks of ours."""

from __future__ import annotations

from pathlib import Path

import click

from ..course import weeks_in_titles
from ..exchange.anki_packages import is_package
from ..exchange.insert import insert
from ..exchange.loose import shape_of
from ..exchange.model import WeekIn
from ..exchange.texts import ALIASES, FORMATS, LOOSE
from ..exchange.write_blocks import write_blocks
from .files import Change, apply, text_of
from .import_package import PictureFolder, import_package
from .import_text import Imported, import_text
from .in_place import convert_notes
from .options import say, say_counts, settings_of, settings_option

PACKAGE = "apkg"
NAMES = [*FORMATS, *ALIASES, PACKAGE, LOOSE]


@click.command("import", short_help="Turn cards from other programs, and notes, into blocks.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@settings_option
@click.option("--from", "format_", type=click.Choice(NAMES), help="The format. By default, it is detected.")
@click.option("--into", metavar="NOTE[#HEADING]", help="The note to write the blocks into. By default, print them.")
@click.option(
    "--media",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for pictures. By default, the folder of the note.",
)
@click.option(
    "--in-place",
    is_flag=True,
    help="Turn the questions in these notes or folders into cards where they stand.",
)
@click.option("--shape", metavar="PARTS", help="The order of the parts of a card, such as question,source,answer.")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 (each is an option)
    context: click.Context,
    files: tuple[Path, ...],
    settings: Path | None,
    format_: str | None,
    into: str | None,
    media: Path | None,
    in_place: bool,
    shape: str | None,
    dry_run: bool,
    yes: bool,
) -> None:
    """Turn questions in notes, cards from other programs, or loose notes into blocks.

    The format of FILE is detected: tables in CSV or TSV, also from Quizlet and Anki; lists of objects in JSON or in a
    script; notes with folded answers; lines with Q: and A:; notes from Obsidian; hashcards; GIFT; packages from Anki
    (.apkg, .colpkg). Any other text is read as loose notes. FILE can be `-` for standard input.

    Pictures in packages, or near a text file, go beside the note or into the folder of --media.

    Loose notes are questions and answers as people type them while they learn: a title with the week, then question,
    lesson and answer, each on one or more lines, with nothing between them. The lesson may be missing.

    Each item or line goes into exactly one card, or is listed as left over. If something is doubtful, a comment
    `<!-- check: … -->` above the block says what. The exit status is 1 if anything was left over.

    With --in-place, FILE is a note or a folder of the course. A question with its answer folded away below it, in
    `??? success "Answer"` or `<details>`, becomes a block where it stands. So does a quiz of mkdocs-quiz or
    mkdocs-mcq, and a list of cards in a script. The rest of the note stays as it is.

    \b
    Examples:
      mkdocs-flashcards import week-1.txt
      mkdocs-flashcards import words.csv --into docs/week-1/cards.md
      mkdocs-flashcards import deck.apkg --into docs/week-1/cards.md --media docs/img
      mkdocs-flashcards import week-1.txt --into "docs/week-1/docker.md#Cards" --yes
      mkdocs-flashcards import words.txt --shape question,answer
      mkdocs-flashcards import --in-place docs --dry-run
    """
    if in_place:
        if into or media or shape or format_:
            raise click.UsageError("--in-place cannot be combined with --into, --media, --shape or --from.")
        context.exit(0 if convert_notes(files, settings_of(settings), dry_run=dry_run, yes=yes) else 1)
    name, _, heading = (into or "").partition("#")
    path = Path(name)
    pictures = PictureFolder(media or (path.parent if into else None), path if into else None)
    imported = _read(files, format_, shape, weeks_in_titles(settings_of(settings)), pictures)
    old = text_of(path, keeps_mark=True) if into and path.exists() else ""
    blocks = write_blocks(imported.cards, old)
    say_counts(len(blocks.blocks), blocks.doubts, blocks.known)
    pictures.say()
    is_written = True
    if not into:
        if not dry_run:
            pictures.write()
        click.echo(blocks.text, nl=False)
    elif blocks.blocks:
        is_written = apply([_change(path, heading, old, blocks.text)], dry_run=dry_run, yes=yes, first=pictures.write)
    left_over = [*imported.left_over, *blocks.refused]
    for text in (*imported.said, *left_over):
        say(text)
    context.exit(0 if is_written and not left_over else 1)


def _read(
    files: tuple[Path, ...], format_: str | None, shape: str | None, week_in: WeekIn, pictures: PictureFolder
) -> Imported:
    """The cards of all files, and what is said of the rest. Pictures that they show are remembered, not yet written."""
    try:
        parts = shape_of(shape) if shape else None
    except ValueError as problem:
        raise click.BadParameter(str(problem), param_hint="'--shape'") from None
    imported = Imported()
    for file in files:
        if format_ == PACKAGE or (not format_ and _is_package(file)):
            import_package(file, week_in, pictures, imported)
        else:
            at = len(imported.cards)
            import_text(file, ALIASES.get(format_ or "", format_ or ""), week_in, parts, imported)
            imported.cards[at:] = [pictures.bring(card, file) for card in imported.cards[at:]]
    return imported


def _is_package(file: Path) -> bool:
    try:
        return file.is_file() and is_package(file)
    except OSError:
        return False  # whoever reads it as text says why


def _change(path: Path, heading: str, old: str, blocks: str) -> Change:
    """The blocks in a note, which may be a new one."""
    try:
        new = insert(old, blocks, heading)
    except LookupError:
        raise click.UsageError(f"{path} has no heading {heading!r}.") from None
    return Change(path, old if path.exists() else None, new)
