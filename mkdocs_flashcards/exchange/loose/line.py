"""What a single line of loose notes may be, by how it looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ...cards.patterns import lazy
from ..questions.asking import COMMAND
from ..questions.card import without_lead
from ..questions.labels import read_title
from .code import indent_of
from .verdicts import (
    VERDICT_LETTER,
    asks_verdict,
    is_lead,
    is_verdict,
    judges_what_follows,
    names_no_statement,
    says_verdict,
)

BLANK = lazy(r"_{4,}|(?<![^\W_]|_)_{3}(?![^\W_]|_)")
BULLET = lazy(r"\s*(?:[-*+•·–—▪◦‣▶►▸➤]|\d{1,2}\\?[.)]|[a-z][.)])\s+(?=\S)")
NUMBER = lazy(r"\s*(?P<number>\d{1,2})\\?[.)]\s")
COUNTED = lazy(
    r"\s*(?:Q|Question|Frage|Pregunta|Vraag|Domanda|Pergunta|Вопрос|Pytanie|問|问题)\s?(?:\d{1,2}\s?[.)]|\d{0,2}\s?[:：])"
    r"\s*(?=\S)",
    re.I,
)
"""What stands before a question that says that it is one."""
HEADING = lazy(r"#{1,6}\s+(?P<text>\S.*?)[\s#]*")
NUMBERED = lazy(r"\s*(?:\d{1,2}\\?|[a-z])[.)]\s")
END_OF_SENTENCE = lazy(r".*[.!:;…。！：；।؛][\"'”’»)\]]*\s*")
QUESTION = lazy(r".*(?:[?？؟;]|か。)[\"'”’»)\]*_]*\s*")
POINT = lazy(r"(?P<indent>[ \t]*)(?P<sign>[-*+•·–—▪◦‣])\s+(?=\S)")
GREEK = lazy(r".*[Ͱ-Ͽἀ-῿]")
# A question that says "such cases" or "this" speaks of the line above it.
POINTS_BACK = lazy(
    r"\b(?i:such|these|this|those|that case|is done in|solche[nmrs]?|diese[nmrs]?|dabei|tels?|telles?|ces?|cette|ceci|"
    r"estos?|estas?|esos?|esas?|tales|dit|deze|zulke|dergelijke|quest[oaie]|tali|isto|isso|ess[ea]s?|takich|w tym|"
    r"это[мтй]?|эти[хм]?|таки[хме]+|цьому|ці[йхм]|bu|böyle|denna|detta|dessa)\b"
)
OPTION = lazy(r"[(（]?[A-Ha-h][.)）]\s*(?=\S)")
LETTER = lazy(r"[(（]?[A-Ha-h][.)）]?")
MARKUP = lazy(
    r"</?(?:details|div)\b[^>]*>(?:\s*<summary\b.*)?|<summary\b.*|(?:!!!|\?\?\?\+?)\s+[\w\"].*|///.*|>?\s*\[![\w-]+\].*|\*?\[[^\]]+\]:\s.*",
    re.I,
)
SHORT_LABEL = lazy(r"\s*(?i:ans|sol|soln|antw|rép|resp|odp)(?:\s?\d{1,2})?(?:\s?[.:)]|\s+[-–—=])\s+(?=\S)")
"""`Ans.` and the like."""
LONGEST_TITLE, LONGEST_LABEL = 14, 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the input and what is seen of it at once."""

    number: int
    """From 1, as an editor counts."""
    text: str
    blanks: int = 0
    is_bullet: bool = False
    asks: bool = False
    """It ends with a question mark."""
    commands: bool = False
    """It begins as a question or a task does."""
    asks_verdict: bool = False
    """It ends with words such as True/False."""
    is_lead: bool = False
    """The statement to judge stands below it: it is nothing but such words, or ends with a colon."""
    names_no_statement: bool = False
    """It is nothing but such words: the statement stands below or above it."""
    judges_above: bool = False
    """It is such words, and the statement stands above it."""
    is_settled: bool = False
    """It stood in one line with its verdict, or is that verdict; or its answer stands in a key below all questions."""
    is_verdict: bool = False
    says_verdict: bool = False
    """It is a verdict, or begins with one; of use only below what asks for one, since a letter may be enough."""
    is_option: bool = False
    """It has a letter, as the answers to choose from do."""
    is_letter: bool = False
    answers: bool = False
    """It begins with `Answer:`."""
    is_sentence: bool = False
    is_repeated: bool = False
    points_back: bool = False
    opens_block: bool = False
    """A blank line stands above it."""
    indent: int = 0
    is_markup: bool = False
    """It only folds something away or frames it on a page: it is text of no card."""
    names_answers: bool = False
    """It is the title of a list of answers whose questions stand elsewhere."""
    code: Sequence[str] = ()
    """The lines of a piece of code, a table or a formula, which stay together. It can only be in an answer."""

    @property
    def is_question(self) -> bool:
        """Whether it cannot be anything else."""
        return bool(self.asks or self.blanks or self.asks_verdict)

    @property
    def stands_apart(self) -> bool:
        """Whether it can be no part of a card that other lines make."""
        return self.is_settled or self.is_markup or self.names_answers

    @property
    def gives_verdict(self) -> bool:
        """Whether it is a word for true or false, perhaps with a reason."""
        return self.is_verdict or (self.says_verdict and not VERDICT_LETTER.match(self.text))

    @property
    def ends_with_colon(self) -> bool:
        """Whether it leads to what stands below it."""
        return self.text.rstrip("*_ ").endswith((":", "："))

    @property
    def words(self) -> int:
        """As a reader counts them; scripts without spaces by two letters."""
        return max(len(self.text.split()), sum("\u3040" <= letter <= "\u9fff" for letter in self.text) // 2)

    @property
    def may_be_title(self) -> bool:
        """Whether it could name a lesson."""
        return not (
            self.is_bullet
            or self.is_question
            or self.is_sentence
            or self.is_verdict
            or self.answers
            or self.code
            or self.words > LONGEST_TITLE
        )


def without_marker(text: str) -> str:
    """A line without the bullet or the number at its beginning."""
    marker = COUNTED.match(text) or BULLET.match(text)
    return text[marker.end() :] if marker else text


def line_of(number: int, typed: str, said: Counter[str], *, opens_block: bool) -> Line:
    """What is seen of a line; `said` counts the lines of the text."""
    text = typed.strip()
    blanks, judging = len(BLANK.findall(text)), asks_verdict(without_marker(text))
    is_alone = judging and names_no_statement(without_marker(text))
    asks = bool(QUESTION.fullmatch(text)) and (not text.endswith(";") or bool(GREEK.match(text)))
    asks = asks or bool(COUNTED.match(text)) or judges_what_follows(without_marker(text))
    begins = text.rpartition(". ")[2].rpartition(",")[0] == "" and POINTS_BACK.search(text)
    # A question may have a number, or even a bullet, but what asks is no point of an answer.
    is_bullet = bool(BULLET.match(text)) and not (asks or blanks or judging)
    answer = answer_in(text)
    return Line(
        number,
        text,
        blanks=blanks,
        is_bullet=is_bullet,
        asks=asks,
        commands=bool(COMMAND.match(text)),
        asks_verdict=judging,
        is_lead=is_alone or (judging and is_lead(text)),
        names_no_statement=is_alone,
        is_verdict=is_verdict(answer),
        says_verdict=says_verdict(answer),
        is_option=bool(OPTION.match(text)) and not (asks or blanks or judging),
        is_letter=bool(LETTER.fullmatch(answer)),
        answers=answer != text or is_label(text),
        is_sentence=bool(END_OF_SENTENCE.fullmatch(text)),
        is_repeated=said[text] > 1,
        points_back=bool(begins),
        opens_block=opens_block or (asks and bool(HEADING.match(text))),
        indent=indent_of(typed),
        is_markup=bool(MARKUP.fullmatch(text)),
    )


def is_label(text: str) -> bool:
    """Whether a line is nothing but `Answer:`."""
    is_short = len(text) <= LONGEST_LABEL and text.endswith((":", "：", ":**"))
    return is_short and read_title(text).kind == "answer"


def answer_in(text: str) -> str:
    """A line without `Answer:` before it."""
    if label := SHORT_LABEL.match(text):
        return text[label.end() :]
    return without_lead(text) if ":" in text or "：" in text else text
