"""Notes whose questions have their answers folded away below: what `--in-place` converts, read from elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...cards.patterns import lazy
from ..block import ImportedCard
from ..folded.find import find_pairs
from ..folded.pair import Findings, Pair
from ..folded.question_extent import title_asks
from ..model import CardsRead, WeekIn
from ..outline import outline
from ..questions.card import sides
from ..questions.obsidian_tags import decks_of
from ..to_markdown.sanitize import sanitized
from .note_lines import NoteLine, Place, note_lines
from .obsidian.vault import WithoutLinks, without_links

FOLDS = lazy(
    r"^[ \t>]*(?:\?\?\?|///[ \t]*details\b|>[ \t]*\[!|:::|\{\{[<%]|```+\{|\{:)|<details\b|^[ \t]*=== ", re.I | re.M
)
CALLOUT = lazy(r"^[ \t>]*>[ \t]*\[!\w", re.M)


@dataclass(frozen=True, slots=True)
class Folded:
    """The cards of a note, and the note without them."""

    read: CardsRead
    rest: str
    prose: list[NoteLine]
    """Its lines that are no card."""


def has_folded_answers(text: str) -> bool:
    """Whether a note has a question with its answer folded away."""
    return bool(FOLDS.search(text)) and bool(_pairs(note_lines(text)[0]).groups)


def read_folded(text: str, week_in: WeekIn) -> Folded:
    """The cards whose answers are folded away, and the rest of the note: its other lines, where they are."""
    lines, front = note_lines(text)
    return folded_in(lines, front, week_in, is_vault=bool(CALLOUT.search(text)))


def folded_in(lines: list[NoteLine], front: list[str], week_in: WeekIn, *, is_vault: bool = False) -> Folded:
    """The same of the lines of a note, of which each says where it stands."""
    findings = _pairs(lines)
    read, place, decks = CardsRead(), Place(week_in, front), decks_of(front)
    taken, at = set[int](), 0
    for group in sorted(findings.groups, key=lambda one: one.pairs[0].start):
        for pair in group.pairs:
            for line in lines[at : pair.start]:
                if any(map(str.isalpha, line.heading)) and not title_asks(line.heading):
                    place.take(line.heading)
            at = max(at, pair.end)
            card = _card(pair, place, lines[pair.start].number, is_vault=is_vault)
            read.add(replace(card, tags=(*decks, *card.tags)))
            taken.update(range(pair.start, pair.end))
        taken.update(range(*(group.removed or (0, 0))))
    for left in findings.left:
        read.leave(lines[left.line - 1].number, left.message.removesuffix("; it was left as it is."))
    rest = ["" if at in taken else line.text for at, line in enumerate(lines)]
    prose = [line for at, line in enumerate(lines) if not (at in taken or line.is_blank or line.heading)]
    return Folded(read, "\n".join([*front, *rest]), prose)


def _pairs(lines: list[NoteLine]) -> Findings:
    texts = [line.text for line in lines]
    return find_pairs(texts, outline(texts))


def _card(pair: Pair, place: Place, line: int, *, is_vault: bool) -> ImportedCard:
    made = sides(pair.question, pair.answer)
    asked, said = (without_links(text) if is_vault else WithoutLinks(text) for text in (made.question, made.answer))
    question, answer = sanitized(asked.text), sanitized(said.text)
    doubts = [*pair.doubts, *made.doubts, *asked.doubts, *said.doubts]
    source = "" if question.split("\n")[0].strip("*# ") == place.source.strip("*# ") else place.source
    doubt = "; ".join(dict.fromkeys(doubts))
    return ImportedCard(question, answer, source=source, week=place.week, tags=made.tags, doubt=doubt, line=line)
