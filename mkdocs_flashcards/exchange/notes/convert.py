"""A note whose home-made cards become ours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..folded.find import find_pairs
from ..folded.pair import Leftover
from ..outline import outline
from ..questions.card import Sides, sides
from ..questions.obsidian_tags import decks_of
from ..quizzes.card import NoQuizCard
from ..quizzes.find import Quiz, find_quizzes
from .edits import Edit, apply, card_edit, removal, split_lines
from .quizzes import quiz_edit
from .scripts import ScriptCards, script_cards


@dataclass(frozen=True, slots=True)
class Change:
    """What was made, most often one card: the lines of the note that it takes the place of, from 1, and both texts."""

    start: int
    end: int
    """The last line."""
    before: str
    after: str
    doubts: tuple[str, ...] = ()
    cards: int = 1


@dataclass(frozen=True, slots=True)
class NoteConversion:
    """What became of a note."""

    text: str
    changes: tuple[Change, ...] = ()
    leftover: tuple[Leftover, ...] = ()


def convert_note(text: str) -> NoteConversion:
    """The note with its home-made cards as blocks of ours, where they stand.

    Every byte outside the changed lines stays. What looks like a card and cannot become one stays too and is listed.
    Converting the result again changes nothing.
    """
    lines, ends = split_lines(text)
    body = _without_front_matter(lines)
    conversion = _Conversion(lines)
    conversion.take_quizzes(find_quizzes(body))
    conversion.take_scripts(script_cards(body))
    conversion.take_pairs(["" if number in conversion.taken else line for number, line in enumerate(body)])
    new = apply(lines, ends, conversion.edits) if conversion.edits else text
    left = sorted(conversion.left, key=lambda one: one.line)
    return NoteConversion(new, tuple(conversion.changes), tuple(left))


class _Conversion:
    """What changes in a note."""

    def __init__(self, lines: list[str]) -> None:
        self.edits: list[Edit] = []
        self.changes: list[Change] = []
        self.left: list[Leftover] = []
        self.taken: set[int] = set()
        """Lines that belong to something already."""
        self._lines = lines
        self._decks = decks_of(lines[: _end_of_front_matter(lines)])

    def take_quizzes(self, quizzes: Iterable[Quiz]) -> None:
        """Quizzes of other plugins."""
        for quiz in quizzes:
            self.taken.update(range(quiz.start, quiz.end))
            try:
                self._change(quiz_edit(quiz, self._lines))
            except NoQuizCard as problem:
                self._leave(quiz.start, f"{problem}; it was left as it is.")

    def take_scripts(self, scripts: Iterable[ScriptCards]) -> None:
        """Lists of cards in scripts."""
        for script in scripts:
            lines = range(script.start, script.end)
            if not self.taken.isdisjoint(lines):
                self._leave(script.start, "a script with a list of cards shares its lines with a quiz")
                continue
            self.taken.update(lines)
            for line, why in script.why:
                self._leave(line, why)
            if script.edit:
                self._change(script.edit, script.doubts, script.cards)

    def take_pairs(self, body: list[str]) -> None:
        """Questions with folded answers in lines of which those that are taken are blank."""
        findings = find_pairs(body, outline(body))
        self.left += findings.left
        for group in sorted(findings.groups, key=lambda one: one.pairs[0].start):
            made = [_tagged(sides(pair.question, pair.answer), self._decks) for pair in group.pairs]
            written = [card_edit(pair, card, body) for pair, card in zip(group.pairs, made, strict=True)]
            removed = removal(group.removed, body) if group.removed else None
            lines = {line for edit in (*written, removed) if edit for line in range(edit.start, edit.end)}
            if self.taken & lines or not all(written):
                line = group.removed[0] if group.removed else group.pairs[0].start
                self._leave(
                    line, "this question and its answer cannot be written as a card; they were left as they are."
                )
                continue
            self.taken |= lines
            for pair, card, edit in zip(group.pairs, made, written, strict=True):
                assert edit
                self._change(edit, (*pair.doubts, *card.doubts))
            if removed:
                self.edits.append(removed)

    def _change(self, edit: Edit, doubts: tuple[str, ...] = (), cards: int = 1) -> None:
        before, after = "\n".join(self._lines[edit.start : edit.end]), "\n".join(edit.lines)
        self.edits.append(edit)
        self.changes.append(Change(edit.start + 1, edit.end, before, after, doubts, cards))

    def _leave(self, line: int, message: str) -> None:
        """List something that stays; `line` counts from 0."""
        self.left.append(Leftover(line + 1, message))


def _tagged(made: Sides, decks: Sequence[str]) -> Sides:
    return replace(made, tags=(*decks, *made.tags)) if decks else made


def _without_front_matter(lines: list[str]) -> list[str]:
    """The lines of a note, those of its front matter blank."""
    end = _end_of_front_matter(lines)
    return [*[""] * end, *([lines[0].lstrip("\ufeff")] if lines and not end else []), *lines[max(end, 1) :]]


def _end_of_front_matter(lines: Sequence[str]) -> int:
    """The line below the front matter of a note; 0 where it has none."""
    if not lines or lines[0].lstrip("\ufeff").rstrip() != "---":
        return 0
    return next((number + 1 for number, line in enumerate(lines) if number and line.rstrip() in ("---", "...")), 0)
