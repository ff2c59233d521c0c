"""Questions and answers in lines that begin with `Q:` and `A:`, as notes, hashcards and language models write them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from textwrap import dedent

from ...cards.patterns import lazy
from ..block import ImportedCard
from ..loose.verdicts import asks_verdict, names_no_statement
from ..model import CardsRead, Unreadable, WeekIn, shortened
from ..questions.card import sides
from ..to_markdown.blanks import bracket_cloze
from ..to_markdown.sanitize import sanitized
from .letter_signs import with_colons
from .note_lines import NoteLine, Place, note_lines

QUESTION = (
    "question|frage|pregunta|domanda|pergunta|vraag|pytanie|otázka|fråga|soru|вопрос|питання|front|term|问题|问|問題|問|質問|질문"
    "|سؤال|שאלה|प्रश्न|ερώτηση"
)
ANSWER = (
    "correct answer|answer|ans|antwort|réponse|reponse|respuesta|risposta|resposta|antwoord|odpowiedź|odpověď|svar"
    "|cevap|ответ|відповідь|back|definition|答案|答|回答|解答|답변|답|جواب|إجابة|תשובה|उत्तर|απάντηση"
)
MORE = (
    "(?P<explanation>explanation|erklärung|explication|explicación|spiegazione)|(?P<hint>hint|hinweis)|(?P<tags>tags?)"
)
LETTERS = (("q", "a"), ("f", "a"), ("p", "r"), ("q", "r"), ("d", "r"), ("v", "a"), ("в", "о"))
"""The first letters of a question and an answer in English and other languages."""
IN_LINE = lazy(r"(?:^|(?<=\s))(?P<open>\*\*|__)?(?:A|Answer)(?:(?P=open))?:(?:\*\*|__)?[ \t]+(?=\S)")
"""An answer behind its question in the same line."""
QUOTED = lazy(r"[ \t]*>[ \t]?(?=(?:\*\*|__)?Q)", re.I)
QUOTE = lazy(r"[ \t]*>[ \t]?")
NEXT_OPTION = lazy(r"[ \t]*(?:[-*+][ \t]+)?(?:\*\*)?[bB](?:\*\*)?[ \t]*[:：.)]")
LONGEST_TITLE = 12
PARTS = ("question", "answer", "cloze", "explanation", "hint", "tags")


@cache
def _mark(question: str, answer: str) -> re.Pattern[str]:
    """A line that begins a part of a card; `question` and `answer` are the letters that stand for the two."""
    words = f"(?P<question>{question}|{QUESTION})|(?P<answer>{answer}|{ANSWER})|(?P<cloze>c|cloze)|{MORE}"
    return re.compile(
        r"(?P<before>[ \t]*(?:[-*+•][ \t]+|(?P<level>#{1,6})[ \t]+|\d+[.)][ \t]+)?)"
        r"(?:[\u2190-\u2bff\U0001f300-\U0001faff]\ufe0f?[ \t]*)?(?P<open>\*\*|__|\*|_)?"
        rf"(?:{words})[ \t]?(?:\#?(?P<count>\d+))?(?:[ \t]*\([^()]{{1,20}}\)(?=[*_]*[:：]))?"
        r"(?P<close>\*\*|__|\*|_)?[ \t]*(?P<sign>[:：]|(?<=\d)[.)]|(?<=\b[qa])\.|)(?P<late>\*\*|__|\*|_)?"
        r"(?=[ \t]|$|[^\w/:\\])[ \t]*(?P<text>.*)$",
        re.I,
    )


def _marked(mark: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The mark that a line begins with. Without a sign behind it, it stands alone in its line, with a number, as a
    heading, or in bold."""
    found = mark.match(text)
    if not found or found["sign"]:
        return found
    is_set_off = found["level"] or (found["open"] and (found["close"] or found["late"]))
    is_word = len(found["question"] or found["answer"] or "") > 1
    return found if not found["text"] and (found["count"] or (is_set_off and is_word)) else None


@dataclass(slots=True)
class _Card:
    """A card in the making: its parts, each as lines."""

    line: int
    number: str
    week: str
    source: str
    parts: dict[str, list[str]] = field(default_factory=dict)
    part: str = ""
    is_in_list: bool = False
    level: int = 0
    """That of the heading right above it, of which it is the first card."""

    def begin(self, part: str, text: str, *, is_in_list: bool) -> None:
        """Go on with a part."""
        self.part = part
        self.is_in_list |= is_in_list
        if part in self.parts:
            self.parts[part].append("")
        self.parts.setdefault(part, []).append(text)

    def add(self, text: str) -> None:
        """Take a line into the part at hand."""
        self.parts[self.part].append(text)

    def text(self, part: str) -> str:
        """A part without blank lines around it, and without the indent of a list that it stood in."""
        first, *rest = self.parts.get(part) or [""]
        below = "\n".join(rest)
        below = dedent(below) if self.is_in_list or not first else below
        return f"{first}\n{below}".strip("\n").rstrip() if below.strip() else first.strip()


def is_question_lines(text: str) -> bool:
    """Whether a text has questions and answers that say so."""
    lines, _ = _lines(text)
    return any(_count(lines, letters) for letters in LETTERS)


def read_question_lines(text: str, week_in: WeekIn) -> CardsRead:
    """The cards of a text whose questions, answers and clozes are marked."""
    lines, front = _lines(text)
    letters = max(LETTERS, key=lambda one: _count(lines, one))
    reading = _Reading(_mark(*letters), Place(week_in, front))
    leading = _headings_of_cards(lines, letters)
    for number, line in enumerate(lines):
        below = "\n".join(one.text for one in lines[number + 1 : number + 6] if not one.is_blank)
        reading.take(line, below, leads_to_cards=number in leading)
    reading.end()
    if not reading.cards:
        raise Unreadable("no line begins with Q: and none with C:")
    read = CardsRead()
    for card in reading.cards:
        _finish(card, read)
    for line in reading.stray:
        read.leave(line.number, f"not in a card: {shortened(line.text)}")
    return read


def _headings_of_cards(lines: list[NoteLine], letters: tuple[str, str]) -> set[int]:
    """The headings below which a question stands before the next heading or rule."""
    found, heading = set[int](), -1
    for number, line in enumerate(lines):
        mark = None if line.is_code else _marked(_mark(*letters), line.text)
        if mark and (mark["question"] or mark["cloze"]) and heading >= 0:
            found.add(heading)
        if line.is_rule or line.heading:
            heading = number if line.heading else -1
    return found


def _lines(text: str) -> tuple[list[NoteLine], list[str]]:
    """The lines of a note, without the marks of a quote where questions stand in one."""
    lines, front = note_lines(text)
    if any(QUOTED.match(line.text) for line in lines):
        lines = [NoteLine(line.number, QUOTE.sub("", line.text, count=1), line.is_code) for line in lines]
    return with_colons(lines), front


def _count(lines: list[NoteLine], letters: tuple[str, str]) -> int:
    """How many lines mark a question or a cloze; none where no answer is marked."""
    marks = [found for line in lines if not line.is_code and (found := _marked(_mark(*letters), line.text))]
    clozes = [found for found in marks if found["cloze"] and "[" in found["text"] and not found["count"]]
    if not any(found["answer"] or IN_LINE.search(found["text"]) for found in marks) and len(clozes) < 2:
        return 0
    return sum(1 for found in marks if found["question"]) + len(clozes)


class _Reading:
    """Goes through a note line by line."""

    def __init__(self, mark: re.Pattern[str], place: Place) -> None:
        self.cards: list[_Card] = []
        self.stray: list[NoteLine] = []
        self._mark = mark
        self._place = place
        self._card: _Card | None = None
        self._is_among_options = False
        self._is_below_blank = True
        self._level = 0

    def take(self, line: NoteLine, below: str, *, leads_to_cards: bool) -> None:
        """Take a line; `below` is what stands in the next ones. `leads_to_cards`: a heading of further questions."""
        found = None if line.is_code else _marked(self._mark, line.text)
        begins = found and self._begins_part(found, line, below)
        is_set_off, self._is_below_blank = self._is_below_blank, line.is_blank
        if begins:
            return
        if is_set_off and not line.is_code and self._is_title(line.text, below):
            self.end()
            self._place.take(line.text)
            return
        if is_set_off and not line.is_code and asks_verdict(line.text) and names_no_statement(line.text):
            self.end()  # statements with their verdicts follow
        is_inside = self._card is not None and "answer" in self._card.parts and 0 < self._card.level < line.level
        if line.heading and (leads_to_cards or not is_inside):
            self.end()
            self._level = line.level
            self._place.take(line.heading)
        elif line.is_rule:
            self.end()
        elif self._card is not None:
            self._card.add(line.text)
        elif not (line.is_blank or line.is_comment):
            self.stray.append(line)

    def _is_title(self, text: str, below: str) -> bool:
        """Whether a line without a mark names the week of the question right below it."""
        if len(text.split()) > LONGEST_TITLE or not self._place.names_week(text):
            return False
        next_ = _marked(self._mark, below.split("\n", maxsplit=1)[0])
        return bool(next_ and (next_["question"] or next_["cloze"]))

    def end(self) -> None:
        """End the card at hand."""
        self._card, self._is_among_options = None, False

    def _begins_part(self, found: re.Match[str], line: NoteLine, below: str) -> bool:
        part = next(name for name in PARTS if found[name])
        if part in ("question", "cloze") and not (part == "cloze" and self._is_among_options):
            if part == "cloze" and not self._is_below_blank and "[" not in (found["text"] or below):
                return False
            self._card = _Card(line.number, found["count"] or "", self._place.week, self._place.source)
            self._card.level = len(found["level"] or "") or self._level
            self._level = 0
            self.cards.append(self._card)
            self._is_among_options = False
        elif part == "answer":
            if len(found["answer"]) == 1 and not found["count"] and NEXT_OPTION.match(below):
                self._is_among_options = self._is_among_options or self._card is not None
                return False
            self._card = self._asked(found["count"]) or self._card
            if self._card is None:
                return False
            self._is_among_options = False
        elif self._card is None or self._is_among_options:
            return False
        assert self._card is not None
        text, answer = found["text"].strip(), ""
        if part == "question" and (inside := IN_LINE.search(text)) and not self._is_answer(below):
            text, answer = text[: inside.start()].rstrip(), _without_end(text[inside.end() :], inside["open"])
        if not (found["close"] or found["late"]):
            text = _without_end(text, found["open"])
        is_in_list = bool(found["before"]) and not found["level"]
        self._card.begin(part, text, is_in_list=is_in_list)
        if answer:
            self._card.begin("answer", answer, is_in_list=is_in_list)
        return True

    def _is_answer(self, below: str) -> bool:
        found = _marked(self._mark, below.split("\n", 1)[0])
        return bool(found and found["answer"])

    def _asked(self, count: str | None) -> _Card | None:
        """The question that an answer with this number belongs to, where the answers stand below all questions."""
        if not count or (self._card is not None and self._card.number == count):
            return None
        return next((card for card in self.cards if card.number == count and "answer" not in card.parts), None)


def _without_end(text: str, emphasis: str | None) -> str:
    """A text without the end of an emphasis that began before it."""
    if not emphasis or not text.endswith(emphasis) or not text.count(emphasis) % 2:
        return text
    return text[: -len(emphasis)].rstrip()


def _finish(card: _Card, read: CardsRead) -> None:
    question, answer, doubt, name = card.text("question"), card.text("answer"), "", "flashcard"
    if cloze := card.text("cloze"):
        question, name = bracket_cloze(cloze), "cloze"
        if not question:
            read.leave(card.line, f"a cloze without a blank in brackets: {shortened(cloze)}")
            return
    elif not any(map(card.text, PARTS)):
        return  # a heading that only counts, with the question itself below it
    elif question and not answer and (made := sides(sanitized(question).split("\n"), [""])).answer:
        question, answer = made.question, made.answer  # its options are ticked
    elif not question or not answer:
        read.leave(card.line, f"{'no answer' if question else 'no question'}: {shortened(question or answer)}")
        return
    else:
        made = sides(sanitized(question).split("\n"), sanitized(answer).split("\n"))
        question, answer, doubt = made.question, made.answer, "; ".join(made.doubts)
    if explanation := sanitized(card.text("explanation")):
        answer = f"{answer}\n\n{explanation}".strip("\n")
    read.add(
        ImportedCard(
            question,
            answer,
            name,
            source=card.source,
            week=card.week,
            tags=[tag.strip(" #") for tag in re.split(r"[,;]|\s(?=#)", card.text("tags")) if tag.strip(" #")],
            hint=card.text("hint"),
            doubt=doubt,
            line=card.line,
        )
    )
