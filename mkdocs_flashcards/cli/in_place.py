"""Home-made cards of existing notes, made into blocks where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from ..course import NOTE_ENDINGS, Settings, notes_in, real
from ..exchange.notes.convert import NoteConversion, convert_note
from ..exchange.notes.same_questions import AskedQuestions
from ..exchange.to_markdown.html import MissingPackage
from .files import Change, apply, text_of
from .import_text import is_missing
from .options import say, say_counts


def convert_notes(files: Sequence[Path], settings: Settings, *, dry_run: bool, yes: bool) -> bool:
    """Show what would become of the notes, and write them after a yes. Returns whether nothing was left to do."""
    converted: list[tuple[Path, str, NoteConversion]] = []
    left: list[str] = []
    for file in _notes(files, settings):
        try:
            text = text_of(file, keeps_mark=True)
            converted.append((file, text, convert_note(text)))
        except click.UsageError as problem:
            if file in files:
                raise
            left.append(str(problem.message))  # the rest of the folder goes on
            continue
        except MissingPackage as problem:
            raise is_missing(file, problem) from None
    changes: list[Change] = []
    cards = doubts = 0
    asked = AskedQuestions(text for _, text, _ in converted)
    for file, text, made in converted:
        new, contradicting = asked.told_apart(text, made.text)
        changes.append(Change(file, text, new))
        cards += sum(change.cards for change in made.changes)
        doubts += sum(bool(change.doubts) for change in made.changes) + contradicting
        left += [f"{file.as_posix()}:{one.line}: {one.message}" for one in made.leftover]
    is_written = apply(changes, dry_run=dry_run, yes=yes)
    say_counts(cards, doubts)
    for text in left:
        say(text)
    return dry_run or (is_written and not left)


def _notes(files: Iterable[Path], settings: Settings) -> Iterator[Path]:
    """The notes, each once, though a link may lead to it by another way."""
    seen = set[Path]()
    for file in files:
        if not file.is_dir() and file.suffix.lower() not in NOTE_ENDINGS:
            raise click.UsageError(f"{file}: --in-place is for notes, whose names end in .md.")
        for note in notes_in(file, settings) if file.is_dir() else [file]:
            if real(note) not in seen:
                seen.add(real(note))
                yield note
