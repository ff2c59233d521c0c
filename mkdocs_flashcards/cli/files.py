"""Changing an author's files: what would change is shown, nothing is written without a yes, and each file is whole."""

from __future__ import annotations

import difflib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

LARGEST = 20_000_000
"""In bytes. No note is longer, and a longer file would take minutes."""

HOW_TO_SAVE = (
    "If it is a text or a table, save it again with the encoding UTF-8. In Excel, choose the file type CSV UTF-8."
)


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is to be written. `old` is None for a new one; line ends are those of the file."""

    path: Path
    old: str | None
    new: str

    @property
    def diff(self) -> str:
        """The change as a unified diff, empty where nothing changes."""
        name = self.path.as_posix()
        before = "/dev/null" if self.old is None else name
        lines = difflib.unified_diff(_lines(self.old or ""), _lines(self.new), before, name, lineterm="")
        return "".join(f"{line}\n" for line in lines)


def apply(
    changes: Sequence[Change], *, dry_run: bool = False, yes: bool = False, first: Callable[[], None] | None = None
) -> bool:
    """Show the changes and write them after a yes. Returns whether the files are as they should be.

    `first` writes what the changes need, right before them.

    In a pipe nobody can answer, so nothing is written without `yes`. Raises click.ClickException where a file
    cannot be written, or has changed since it was read.
    """
    changes = [one for one in changes if one.old != one.new]
    for one in changes:
        click.echo(one.diff, nl=False)
    if dry_run or not changes:
        return True
    if not yes and not confirmed("Write this file?" if len(changes) == 1 else f"Write these {len(changes)} files?"):
        return False
    _check_unchanged(changes)
    write_all([(one.path, one.new.encode()) for one in changes], first)
    return True


def text_of(file: Path, *, keeps_mark: bool = False) -> str:
    """The text of a file, `-` for what comes in by a pipe; without a byte order mark unless it `keeps_mark`.

    Raises click.UsageError where there is none that can be read."""
    try:
        content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as problem:
        raise click.UsageError(f"{file}: cannot be read: {problem.strerror}.") from None
    if len(content) > LARGEST:
        raise click.UsageError(f"{file}: larger than {LARGEST // 1_000_000} MB, which is the limit for notes.")
    encoding = (
        "utf-16"
        if content[:2] in (b"\xff\xfe", b"\xfe\xff") and not keeps_mark
        else "utf-8"
        if keeps_mark
        else "utf-8-sig"
    )
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise click.UsageError(f"{file}: this is not text in UTF-8 (see line {line}). {HOW_TO_SAVE}") from None
    if "\0" in text:
        raise click.UsageError(f"{file}: this is not text in UTF-8. {HOW_TO_SAVE}")
    return text


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Its permissions stay, and a symbolic link stays one."""
    write_all([(path, content)])


def write_all(files: Iterable[tuple[Path, bytes]], first: Callable[[], None] | None = None) -> None:
    """Write files, none of them before there is room for all. `first` is called right before they take their places."""
    ready: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, content in files:
            target = Path(os.path.realpath(path))
            target.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
                ready.append((Path(file.name), target))
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(file.name).chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        if first:
            first()
        while ready:
            temporary, path = ready[0]
            temporary.replace(path)
            ready.pop(0)
    except OSError as problem:
        raise click.ClickException(f"{path}: cannot be written: {problem.strerror}.") from None
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)


def write_anew(path: Path, content: bytes, *, yes: bool = False) -> bool:
    """Write a file, over one that says something else only after a yes. Returns whether it says this now."""
    try:
        if path.exists() and path.read_bytes() == content:
            return True
    except OSError as problem:
        raise click.ClickException(f"{path}: cannot be read: {problem.strerror}.") from None
    if path.exists() and not yes:
        if not _is_terminal():
            click.echo(f"{path}: this file exists. Call the command with --yes to overwrite it.", err=True)
            return False
        if not click.confirm(f"Overwrite {path}?", err=True):
            click.echo("Nothing was written.", err=True)
            return False
    write(path, content)
    return True


def confirmed(question: str) -> bool:
    """Whether the author says yes. Nobody can answer in a pipe."""
    if not _is_terminal():
        click.echo("Call the command with --yes to write this, or with --dry-run to only see it.", err=True)
        is_yes = False
    else:
        is_yes = click.confirm(question, err=True)
    if not is_yes:
        click.echo("Nothing was written.", err=True)
    return is_yes


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _check_unchanged(changes: Iterable[Change]) -> None:
    for one in changes:
        try:
            now = one.path.read_bytes().decode() if one.path.exists() else None
        except (OSError, UnicodeDecodeError):
            now = ""
        if now != one.old:
            raise click.ClickException(f"{one.path}: the file has changed in the meantime. Nothing was written.")


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n") if text else []


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
