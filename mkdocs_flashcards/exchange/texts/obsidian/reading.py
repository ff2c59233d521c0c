"""Goes through a note of Obsidian's: `::`, `:::`, `?`, `??`, `#card` and `==cloze==`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from textwrap import dedent

from ....cards.patterns import lazy
from ...block import ImportedCard
from ...model import CardsRead, Unreadable, WeekIn, shortened
from ...questions.obsidian_tags import DECK, decks_in, decks_of, without_tags
from ...to_markdown.blanks import with_blanks, without_code
from ...to_markdown.sanitize import sanitized
from ..note_lines import NoteLine, Place, note_lines
from .tagged import Tagged, is_front, tagged_in
from .vault import without_links

ANY_TAG = lazy(r"\s*(?:#[^\s#]+\s*)+$")
ANKI_NUMBER = lazy(r"[ \t]*(?:\^\d{13}|<!--[ ]?ankiID:[ ]?\d+[ ]?-->)[ \t]*$", re.I)
ANKI_DECK = lazy(r"cards-deck:[ \t]*[\"']?(?P<deck>.*?)[\"']?[ \t]*$", re.I)
TABLE_ROW = lazy(r"[ \t]*\|.*\|[ \t]*$")
SCHEDULE = lazy(r"[ \t]*<!--SR:.*?-->", re.I)
INLINE = lazy(r"(?<!:)(?P<sign>:::?)(?!:)")
SPLIT = lazy(r"[ \t]*(?P<sign>\?\??)[ \t]*$")
MARKED = lazy(r"(?<![=\w])==(?P<text>[^=\s](?:[^\n]*?[^=\s])?)==(?!=)")
CURLY = lazy(r"\{\{(?!c\d+::)(?P<text>[^{}\n]+)\}\}")
BRACE = lazy(r"(?<![{$\\\w}])\{(?:\d:)?(?P<text>[^{}\n]+)\}(?![}\w])")
"""A blank of the plugin whose cards have tags; elsewhere, braces mean many things."""
ANKI = lazy(r"\{\{c\d+::")
BULLET = lazy(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+")


def is_obsidian(text: str) -> bool:
    """Whether a text is a note of Obsidian's with cards in it."""
    lines, front = note_lines(text)
    said = any(DECK.search(line.text) or SCHEDULE.search(line.text) for line in lines if not line.is_code)
    said = said or any("flashcard" in line or ANKI_DECK.match(line) for line in front)
    if any(is_front(line) and not _kind(line) for line in lines):
        return True
    kinds = [_kind(line) for line in lines if not (line.is_blank or line.is_code)]
    cards = sum(1 for kind in kinds if kind)
    return (bool(cards) and (said or 2 * cards >= len(kinds) or any(kind in ("?", "??") for kind in kinds))) or (
        said and any(MARKED.search(line.text) for line in lines)
    )


def read_obsidian(text: str, week_in: WeekIn) -> CardsRead:
    """The cards of a note. Its other text is counted, and no card."""
    lines, front = note_lines(text)
    is_tagged = any(is_front(line) or ANKI_NUMBER.match(line.text) for line in lines) or any(
        map(ANKI_DECK.match, front)
    )
    reading = _Reading(Place(week_in, front), BRACE if is_tagged else CURLY)
    reading.tags = decks_of(front)
    for said in front:
        if deck := ANKI_DECK.match(said):
            reading.place.take(deck["deck"].rpartition("::")[2])
    for line in lines:
        reading.take(line)
    reading.finish()
    read = reading.read
    if not read.cards and not read.left_over:
        raise Unreadable("this note has no cards such as `question::answer`, or lines of `?` between the two")
    for (first, count), what in (
        (reading.schedules, "not carried over: review dates, since each student has their own"),
        (reading.numbers, "not carried over: the numbers that cards have in Anki"),
        (reading.links, "links between notes became text"),
        (reading.prose, "text around the cards did not become cards"),
    ):
        if count:
            read.said.append((first, f"{what} ({count} in all)"))
    return read


def _kind(line: NoteLine) -> str:
    """The sign by which a line parts a question from its answer; empty where it does not."""
    if line.is_code or line.is_blank or TABLE_ROW.match(line.text):
        return ""
    if found := SPLIT.match(line.text):
        return found["sign"]
    found = None if ANKI.search(line.text) else INLINE.search(without_code(line.text))
    if not found or not line.text[: found.start()].strip(" \t-*+>") or not line.text[found.end() :].strip():
        return ""
    return found["sign"]


class _Reading:
    """Goes through a note, paragraph by paragraph."""

    def __init__(self, place: Place, curly: re.Pattern[str]) -> None:
        self.read = CardsRead()
        self.tags: list[str] = []
        self.schedules = self.numbers = self.links = self.prose = (0, 0)
        """The first line of each, and how many there are."""
        self.place = place
        self._curly = curly
        self._block: list[NoteLine] = []
        self._heading: tuple[NoteLine, str] | None = None
        """The heading right above, and the lesson before it."""
        self._unanswered: Tagged | None = None
        """A question whose answer may stand below a blank line."""

    def take(self, line: NoteLine) -> None:
        """Take a line of the note."""
        if line.is_code:
            self._block.append(line)
            return
        if SCHEDULE.search(line.text):
            self.schedules = _more(self.schedules, line.number)
            line = NoteLine(line.number, SCHEDULE.sub("", line.text))
            if line.is_blank:
                return
        if ANKI_NUMBER.match(line.text):
            self.numbers = _more(self.numbers, line.number)
            self.finish()
        elif line.is_blank:
            self.end()
        elif line.is_rule:
            self.finish()
        elif line.heading and not _kind(line):
            self.finish()
            if is_front(line):
                self._block.append(line)
                return
            self._heading = line, self.place.source
            self.place.take(DECK.sub("", line.heading))
        elif ANY_TAG.match(line.text) and DECK.search(line.text) and not is_front(line):
            self.finish()
            self.tags = [*decks_in(line.text), *without_tags(f"-\n{line.text}")[1]]
        else:
            self._block.append(line)

    def end(self) -> None:
        """End the paragraph at hand."""
        block, self._block = self._block, []
        if not block:
            return
        heading, self._heading = self._heading, None
        if self._is_answer(block):
            return
        sign = next((n for n, line in enumerate(block) if SPLIT.match(line.text) and not line.is_code), -1)
        if sign >= 0:
            first = _first_of_question(block[:sign])
            self._lines(block[:first])
            text = [line.text for line in block]
            is_both = block[sign].text.strip() == "??"
            self._card(block[first].number, text[first:sign], text[sign + 1 :], is_both=is_both)
            return
        if any(is_front(line) and not _kind(line) for line in block) and not _is_cloze_of_deck(block):
            self._tagged(block, heading)
        else:
            self._lines(block)

    def finish(self) -> None:
        """End the paragraph and the card at hand: what follows is no answer of its question."""
        self.end()
        self._leave_unanswered()
        self._heading = None

    def _leave_unanswered(self) -> None:
        if asked := self._unanswered:
            self._unanswered = None
            why = "it is meant to have no answer" if asked.is_alone else "no answer"
            self.read.leave(asked.line, f"{why}: {shortened(asked.question)}")

    def _is_answer(self, block: Sequence[NoteLine]) -> bool:
        """Whether a paragraph is the answer of the tagged question above it."""
        asked = self._unanswered
        if not asked or asked.is_alone or any(_kind(line) or is_front(line) for line in block):
            self._leave_unanswered()
            return False
        self._unanswered = None
        answer = dedent("\n".join(line.text for line in block))
        self._add_tagged(replace(asked, answer=answer))
        return True

    def _tagged(self, block: Sequence[NoteLine], heading: tuple[NoteLine, str] | None) -> None:
        """Questions with the tag for a card, and their answers."""
        for one in tagged_in(block):
            self._leave_unanswered()
            asked = one
            if not asked.question and heading:  # the tag stands below the heading that asks
                asked = replace(one, line=heading[0].number, question=heading[0].heading)
                self.place.source = heading[1]
            if asked.answer and not asked.is_alone:
                self._add_tagged(asked)
            else:
                self._unanswered = asked

    def _add_tagged(self, asked: Tagged) -> None:
        question, answer = [asked.question], [asked.answer]
        self._card(asked.line, question, answer, is_both=asked.is_both, tags=asked.tags)

    def _lines(self, block: Sequence[NoteLine]) -> None:
        """Lines that are cards by themselves, and paragraphs around them."""
        rest: list[NoteLine] = []
        for line in block:
            if not _kind(line):
                rest.append(line)
                continue
            self._rest(rest)
            rest = []
            found = INLINE.search(without_code(line.text))
            assert found
            bullet = BULLET.match(line.text)
            question = line.text[bullet.end() if bullet else 0 : found.start()]
            self._card(line.number, [question], [line.text[found.end() :].strip()], is_both=found["sign"] == ":::")
        self._rest(rest)

    def _rest(self, block: Sequence[NoteLine]) -> None:
        """A paragraph without a sign: a cloze where words are marked, else text."""
        if not block:
            return
        decks, text, tags, doubts = self._clean("\n".join(line.text for line in block), block[0].number)
        shown = without_code(text)
        found = [] if ANKI.search(shown) else list(MARKED.finditer(shown)) or list(self._curly.finditer(shown))
        blanks = [(one.start(), one.end(), text[one.start("text") : one.end("text")]) for one in found]
        cloze = text if ANKI.search(shown) else with_blanks(text, blanks)
        if cloze:
            self._add(block[0].number, cloze, "", "cloze", [*(decks or self.tags), *tags], doubts)
            return
        for line in block:
            self.prose = _more(self.prose, line.number)

    def _card(
        self, line: int, question: Sequence[str], answer: Sequence[str], *, is_both: bool, tags: Sequence[str] = ()
    ) -> None:
        decks, asked, beside, doubts = self._clean("\n".join(question), line)
        more, said, behind, others = self._clean("\n".join(answer), line)
        if not asked or not said:
            what = "no answer" if asked else "no question"
            self.read.leave(line, f"{what}: {shortened(asked or said or '?')}")
            return
        tags = [*(decks or more or self.tags), *beside, *tags, *behind]
        self._add(line, asked, said, "flashcard", tags, [*doubts, *others], is_both=is_both)

    def _add(  # noqa: PLR0913, PLR0917 (the parts of a card)
        self,
        line: int,
        question: str,
        answer: str,
        name: str,
        tags: list[str],
        doubts: list[str],
        *,
        is_both: bool = False,
    ) -> None:
        self.read.add(
            ImportedCard(
                question,
                answer,
                name,
                source=self.place.source,
                week=self.place.week,
                tags=tuple(dict.fromkeys(tags)),
                reverse=is_both,
                doubt="; ".join(dict.fromkeys(doubts)),
                line=line,
            )
        )

    def _clean(self, text: str, line: int) -> tuple[list[str], str, list[str], list[str]]:
        """The decks that a text names, its Markdown as a site reads it, its other tags, and what is doubtful."""
        made = without_links(DECK.sub("", text))
        self.links = _more(self.links, line, made.links)
        bare, tags = without_tags(made.text)
        return decks_in(text), sanitized(bare).strip("\n").strip(), tags, [*made.doubts]


def _first_of_question(block: Sequence[NoteLine]) -> int:
    """The line that a question of several lines begins in, below lines that are cards by themselves."""
    return max((n + 1 for n, line in enumerate(block[:-1]) if _kind(line)), default=0)


def _is_cloze_of_deck(block: Sequence[NoteLine]) -> bool:
    """Whether a paragraph has marked words and a tag that names its deck, and nothing below that tag."""
    text = "\n".join(line.text for line in block)
    return bool(MARKED.search(without_code(text))) and "#flashcard" in block[-1].text.lower()


def _more(counted: tuple[int, int], line: int, count: int = 1) -> tuple[int, int]:
    return (counted[0] or line, counted[1] + count) if count else counted
