"""A note whose home-made cards become ours."""

from __future__ import annotations

from dataclasses import dataclass

from ..quizzes.card import NoQuizCard
from ..quizzes.find import find_quizzes
from ..quizzes.in_note import quiz_edit
from .card import sides
from .edits import Edit, apply, card_edit, removal, split_lines
from .folded import find_pairs
from .outline import outline
from .pair import Leftover
from .scripts import script_cards


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
    quizzes = list(find_quizzes(body))
    scripts = list(script_cards(body))
    places = [(one.start, one.end) for one in quizzes] + [(one.start, one.end) for one in scripts]
    hidden = {line for start, end in places for line in range(start, end)}
    body = ["" if number in hidden else line for number, line in enumerate(body)]
    findings = find_pairs(body, outline(body))
    edits: list[Edit] = []
    taken = set(hidden)
    changes: list[Change] = []
    for quiz in quizzes:
        try:
            of_quiz = quiz_edit(quiz, lines)
        except NoQuizCard as problem:
            findings.leave(quiz.start, f"{problem}; it was left.")
            continue
        edits.append(of_quiz)
        changes.append(_change(of_quiz, lines))
    for script in scripts:
        for line, why in script.why:
            findings.leave(line, why)
        if script.edit:
            edits.append(script.edit)
            changes.append(_change(script.edit, lines, script.doubts, script.cards))
    for group in sorted(findings.groups, key=lambda one: one.pairs[0].start):
        made = [sides(pair.question, pair.answer) for pair in group.pairs]
        written = [card_edit(pair, card, body) for pair, card in zip(group.pairs, made, strict=True)]
        lines_of_group = {line for edit in written if edit for line in range(edit.start, edit.end)}
        if taken & lines_of_group or not all(written):
            line = group.removed[0] if group.removed else group.pairs[0].start
            findings.leave(line, "this question and its answer cannot be written as a card; they were left.")
            continue
        taken |= lines_of_group
        for pair, card, edit in zip(group.pairs, made, written, strict=True):
            assert edit
            edits.append(edit)
            changes.append(_change(edit, lines, (*pair.doubts, *card.doubts)))
        if group.removed:
            edits.append(removal(group.removed, body))
    left = sorted(findings.left, key=lambda one: one.line)
    return NoteConversion(apply(lines, ends, edits) if edits else text, tuple(changes), tuple(left))


def _change(edit: Edit, lines: list[str], doubts: tuple[str, ...] = (), cards: int = 1) -> Change:
    before, after = "\n".join(lines[edit.start : edit.end]), "\n".join(edit.lines)
    return Change(edit.start + 1, edit.end, before, after, doubts, cards)


def _without_front_matter(lines: list[str]) -> list[str]:
    """The lines of a note, those of its front matter blank."""
    first = lines[0].lstrip("\ufeff") if lines else ""
    if first.rstrip() != "---":
        return [first, *lines[1:]] if lines else []
    for number in range(1, len(lines)):
        if lines[number].rstrip() in ("---", "..."):
            return [""] * (number + 1) + lines[number + 1 :]
    return lines
