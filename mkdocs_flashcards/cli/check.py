"""`mkdocs-flashcards check`: the mistakes in the cards of a course."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from ..course import Finding, find_advice, find_mistakes, lock_findings, real, wrong_settings
from ..course.settings import find_settings
from ..plugin.lock.file import NAME
from .options import course_of, paths_argument, say, settings_option, with_progress


def _as_text(findings: Sequence[Finding]) -> str:
    return "".join(f"{one.place}: {'advice: ' if one.kind == 'advice' else ''}{one.message}\n" for one in findings)


def _as_json(findings: Sequence[Finding]) -> str:
    return json.dumps([asdict(one) for one in findings], ensure_ascii=False, indent=2) + "\n"


def _as_github(findings: Sequence[Finding]) -> str:
    """Commands that GitHub Actions turns into notes beside the lines of a pull request."""
    lines = []
    for one in findings:
        places = [f"file={_escaped(one.path, ':,')}"]
        places += [f"line={one.line}", f"col={one.column}"] if one.line else []
        level = "notice" if one.kind == "advice" else "error"
        lines.append(f"::{level} {','.join(places)}::{_escaped(one.message)}\n")
    return "".join(lines)


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {"text": _as_text, "json": _as_json, "github": _as_github}


@click.command("check")
@paths_argument
@settings_option
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", help="How to print mistakes.")
@click.option("--advice", is_flag=True, help="Also say what makes cards hard to learn.")
@click.pass_context
def command(context: click.Context, paths: tuple[Path, ...], settings: Path | None, format_: str, advice: bool) -> None:
    """Find mistakes in the cards of a course.

    Without PATH, the whole course is checked: the settings of the plugin in mkdocs.yml, and the notes in its docs_dir
    or, without an mkdocs.yml, in the current folder. With PATH, only the mistakes in these files and folders are
    reported. The rest of the course is still read, because two cards may contradict each other. With mkdocs.yml or
    flashcards.lock as PATH, the whole course is checked. Advice does not change the exit status.

    \b
    Examples:
      mkdocs-flashcards check
      mkdocs-flashcards check docs/week-1 docs/week-2/docker.md
      mkdocs-flashcards check --format github
      mkdocs-flashcards check --advice
    """
    paths = _notes_among(paths, settings)
    course = course_of(settings, paths, says_wrong=bool(paths))
    findings = [] if paths else wrong_settings(course.settings)
    findings += find_mistakes(course, with_progress)
    findings += lock_findings(course, {one.path for one in findings}, lambda _: None)
    more = find_advice(course, say) if advice else []
    click.echo(FORMATS[format_]([*findings, *more]), nl=False)
    context.exit(1 if findings else 0)


def _notes_among(paths: tuple[Path, ...], settings: Path | None) -> tuple[Path, ...]:
    """The paths, but none, which stands for the whole course, where one is a file that speaks of all its notes."""
    file = settings or find_settings(Path())
    of_course = {real(path) for path in (file, (file or Path(NAME)).with_name(NAME)) if path}
    return () if of_course & {real(path) for path in paths} else paths


def _escaped(text: str, more: str = "") -> str:
    for char in "%\r\n" + more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
