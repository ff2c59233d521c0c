"""Cards in texts of other programs. Each format has a file here, and all of them give the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..model import CardsRead, Unreadable, WeekIn
from .folded import has_folded_answers, read_folded
from .gift import is_gift, read_gift
from .obsidian import is_obsidian, read_obsidian
from .question_lines import is_question_lines, read_question_lines
from .quiz import is_quiz, read_quizzes
from .scripts.objects import is_json, is_script, read_json, read_script
from .tables.anki_head import anki_head
from .tables.markdown_table import is_markdown_table, read_markdown_table
from .tables.table import is_table, read_table

__all__ = ["ALIASES", "FORMATS", "LOOSE", "CardsRead", "Format", "Unreadable", "format_of"]


JSON = (".json", ".jsonl", ".ndjson")
SCRIPTS = (".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".tsx")
SURE = {*JSON, *SCRIPTS, ".html", ".htm"}
"""Endings of files that are in no other format, whatever they hold."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how its texts are told, and how they are read."""

    is_like: Callable[[str], bool]
    """Whether a text can hardly be anything else."""
    read: Callable[[str, WeekIn], CardsRead]
    endings: tuple[str, ...] = ()
    """Of files that are in this format, whatever they look like."""
    needs_all: bool = False
    """Whether the beginning of a text does not tell."""


def _read_note(text: str, week_in: WeekIn) -> CardsRead:
    """The cards of a note whose answers are folded away, and those that it has in another format beside."""
    folded = read_folded(text, week_in)
    read = folded.read
    other = next((FORMATS[name] for name in IN_NOTES if FORMATS[name].is_like(folded.rest)), None)
    if other:
        more = other.read(folded.rest, week_in)
        for card in more.cards:
            read.add(card)
        read.cards.sort(key=lambda card: card.line)
        read.left_over += more.left_over
        read.said += more.said
    elif folded.prose:
        first, count = folded.prose[0].number, len(folded.prose)
        read.said.append((first, f"text around the cards did not become cards ({count} in all)"))
    if not read.cards and not read.left_over:
        raise Unreadable("this note has no question with its answer folded away below it")
    return read


FORMATS: Mapping[str, Format] = {
    "note": Format(has_folded_answers, _read_note, needs_all=True),
    "json": Format(is_json, read_json, JSON, needs_all=True),
    "script": Format(is_script, read_script, (*SCRIPTS, ".html", ".htm"), needs_all=True),
    "gift": Format(is_gift, read_gift, (".gift",)),
    "quiz": Format(is_quiz, read_quizzes),
    "obsidian": Format(is_obsidian, read_obsidian),
    "questions": Format(is_question_lines, read_question_lines),
    "markdown-table": Format(is_markdown_table, read_markdown_table),
    "csv": Format(is_table, read_table, (".csv", ".tsv")),
}
"""By the name that `--from` takes, in the order in which they are tried."""
IN_NOTES = ("script", "quiz", "obsidian", "questions", "markdown-table")
"""The formats that a note may have beside folded answers."""
ALIASES = {
    "jsonl": "json",
    "js": "script",
    "html": "script",
    "hashcards": "questions",
    "qa": "questions",
    "mcq": "quiz",
    "moodle": "gift",
    "tsv": "csv",
    "anki": "csv",
    "quizlet": "csv",
}
"""Other names of formats."""
SAMPLE = 100_000
"""Letters at the beginning by which most formats are told."""
LOOSE = "loose"
"""The name of what is in none of these: loose notes."""


def format_of(text: str, ending: str) -> Format | None:
    """The format of a text; None where it is loose notes or nothing that is known."""
    if anki_head(text):
        return FORMATS["csv"]  # whatever its fields look like
    named = next((one for one in FORMATS.values() if ending.lower() in one.endings), None)
    if named and (ending.lower() in SURE or named.is_like(text)):
        return named
    beginning = text if len(text) <= SAMPLE else text[: text.rfind("\n", 0, SAMPLE) + 1]
    for one in FORMATS.values():
        if one.is_like(text if one.needs_all else beginning):
            return one
    return named
