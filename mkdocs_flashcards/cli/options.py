"""The arguments and words to the author that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from ..course import Course, Note, Settings, SettingsProblem, course_settings, read_course, wrong_settings
from ..plugin.weeks import units

MANY = 200
"""Notes: fewer are read before anybody could see a bar."""

paths_argument = click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
settings_option = click.option(
    "-f",
    "--config-file",
    "settings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The settings of the site. By default, mkdocs.yml or zensical.toml in the current folder, if there is one.",
)


def say(text: str) -> None:
    """Print what is no result, apart from the results."""
    click.echo(text, err=True)


def say_counts(cards: int, doubts: int, known: int = 0) -> None:
    """Say how many cards were made, how many of them are doubtful, and how many were there already."""
    said = [units.counted(cards, "card")] if cards or not known else []
    if doubts:
        said.append(f"{doubts} to check: look for <!-- check")
    if known:
        said.append(f"{units.counted(known, 'card')} {'is' if known == 1 else 'are'} there already")
    say("; ".join(said))


def with_progress(notes: Sequence[Note]) -> Iterator[Note]:
    """The notes one by one, with a bar on a terminal. In a pipe nothing is shown."""
    if not sys.stderr.isatty() or len(notes) < MANY:
        yield from notes
        return
    with click.progressbar(notes, file=sys.stderr, show_pos=True) as shown:
        yield from shown


def settings_of(settings: Path | None) -> Settings:
    """The settings of the site alone. Those that cannot be read end the command with status 2; wrong ones are said."""
    try:
        return _with_wrong_said(course_settings(settings))
    except SettingsProblem as problem:
        raise click.UsageError(str(problem)) from None


def course_of(settings: Path | None, paths: Sequence[Path], *, says_wrong: bool = True) -> Course:
    """The course that a command was called for. Settings that cannot be read end the command with status 2.

    `says_wrong`: settings that the build would not accept are said, and the command goes on without them.
    """
    try:
        course = read_course(settings, paths)
    except SettingsProblem as problem:
        raise click.UsageError(str(problem)) from None
    if says_wrong:
        _with_wrong_said(course.settings)
    return course


def _with_wrong_said(settings: Settings) -> Settings:
    for finding in wrong_settings(settings):
        say(f"{finding.place}: {finding.message}")
    return settings
