"""What a single line of loose notes may be, by how it looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from operator import and_

from ...cards.patterns import lazy
from ...cards.verdicts import SYNONYMS, Verdicts
from .code import code_at

BLANK = lazy(r"_{4,}|(?<![^\W_]|_)_{3}(?![^\W_]|_)")
BULLET = lazy(r"\s*(?:[-*+•·–—▪◦‣]|\d{1,2}[.)]|[a-z][.)])\s+(?=\S)")
NUMBER = lazy(r"\s*(?P<number>\d{1,2})[.)]\s")
COUNTED = lazy(
    r"\s*(?:Q|Question|Frage|Pregunta|Vraag|Domanda|Pergunta|Вопрос|Pytanie|問|问题)\s?\d{1,2}\s?[.):：]\s*(?=\S)", re.I
)
"""What stands before a question that says that it is one."""
HEADING = lazy(r"#{1,6}\s+(?P<text>\S.*?)[\s#]*")
NUMBERED = lazy(r"\s*(?:\d{1,2}|[a-z])[.)]\s")
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
# What asks without a question mark. Only the first word of a line counts, and only in languages with spaces.
COMMAND = lazy(
    r"(?i:define|explain|describe|list|name|give|state|compare|discuss|outline|summari[sz]e|identify|distinguish|derive|prove|calculate|what|why|how|when|where|"
    r"which|who|erkläre|beschreibe|nenne|definiere|erläutere|begründe|"
    r"(?:erklären|beschreiben|nennen|definieren|erläutern|begründen) sie|was|wie|warum|wann|welche[rs]?|"
    r"définis(?:sez)?|explique[rz]?|"
    r"décri(?:[st]|vez)|cite[rz]?|nommez?|énumére[rz]|donne[rz]?|qu'est-ce|pourquoi|comment|define|explica|describ[ea]|enumer[ae]|nombr[ae]|mencion[ae]|qué|cómo|definisci|"
    r"spiega|descrivi|elenca|cos'è|perché|defina|explique|descreva|cite|definieer|"
    r"leg uit|beschrijf|noem|verklaar|geef|wat|waarom|"
    r"hoe|zdefiniuj|wyjaśnij|wymień|definuj|vysvětli|vyjmenuj|tanımla|açıkla|определите|объясните|назовите|"
    r"перечислите|что|почему|как)\b(?!:)"
)
JOINTS = (
    "or|oder|ou|o|of|eller|lub|czy|nebo|veya|ya da|hay|atau|или|чи|або|ή|أم|أو|یا|या|או|还是|還是|或|か|または|또는"
)
VERDICT_LETTER = lazy(r"(?P<true>[TVRW])\.?|F\.?", 2)
LONGEST_TITLE = 14


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
    is_verdict: bool = False
    is_sentence: bool = False
    is_repeated: bool = False
    points_back: bool = False
    opens_block: bool = False
    """A blank line stands above it."""
    code: Sequence[str] = ()
    """The lines of a piece of code, which stay together as they are. It can only be in an answer."""

    @property
    def is_question(self) -> bool:
        """Whether it cannot be anything else."""
        return bool(self.asks or self.blanks or self.asks_verdict)

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
            or self.code
            or self.words > LONGEST_TITLE
        )


def without_marker(text: str) -> str:
    """A line without the bullet or the number at its beginning."""
    marker = COUNTED.match(text) or BULLET.match(text)
    return text[marker.end() :] if marker else text


def lines_of(text: str) -> list[Line]:
    """The lines of a text that have something in them."""
    texts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    said = Counter(line.strip() for line in texts)
    lines, above, at = [], True, 0
    while at < len(texts):
        code = code_at(texts, at)
        if code:
            lines.append(Line(at + 1, texts[at].strip(), opens_block=above and at > 0, code=texts[at : at + code]))
        elif texts[at].strip():
            lines.append(_line(at + 1, texts[at].strip(), said, opens_block=above and at > 0))
        above = not texts[at].strip()
        at += code or 1
    return _with_numbered_questions(_with_points(lines, texts))


def _with_points(lines: Sequence[Line], texts: Sequence[str]) -> list[Line]:
    """The lines, in which a point of a list is one even where it ends with a question mark.

    Where each question has a bullet, its answer stands between it and the next one.
    """
    found: list[Line] = []
    for _, group in groupby(lines, key=lambda line: _point(texts[line.number - 1]) or line.number):
        run = [*group]
        asks = [line.is_question for line in run]
        is_list = len(run) > 1 and _point(texts[run[0].number - 1])
        are_points = is_list and (not asks[0] or any(map(and_, asks, asks[1:])))
        points = (replace(line, is_bullet=True, asks=False, blanks=0, asks_verdict=False) for line in run)
        found += points if are_points else run
    return found


def _point(text: str) -> str:
    """The bullet of a line and what stands before it."""
    found = POINT.match(text)
    return found[0] if found else ""


def _with_numbered_questions(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which what goes on with the numbers of the questions is one, whether it plainly asks or not.

    A list in an answer has numbers of its own, from 1.
    """
    found: list[Line] = []
    asked = listed = 0
    for line in lines:
        marker = NUMBER.match(line.text)
        number = int(marker["number"]) if marker else 0
        if number and line.is_question:
            asked, listed = number, 0
        elif number and number == listed + 1:
            listed = number
        elif number and asked and number == asked + 1:
            asked, listed = number, 0
            found.append(replace(line, is_bullet=False, commands=True))
            continue
        found.append(line)
    return found


def _line(number: int, text: str, said: Counter[str], *, opens_block: bool) -> Line:
    verdicts, blanks, asks_verdict = _verdicts(), len(BLANK.findall(text)), bool(_verdict_pair().search(text))
    asks = bool(QUESTION.fullmatch(text)) and (not text.endswith(";") or bool(GREEK.match(text)))
    asks = asks or bool(COUNTED.match(text))
    begins = text.rpartition(". ")[2].rpartition(",")[0] == "" and POINTS_BACK.search(text)
    # A question may have a number, or even a bullet, but what asks is no point of an answer.
    is_bullet = bool(BULLET.match(text)) and not (asks or blanks or asks_verdict)
    return Line(
        number,
        text,
        blanks=blanks,
        is_bullet=is_bullet,
        asks=asks,
        commands=bool(COMMAND.match(text)),
        asks_verdict=asks_verdict,
        is_verdict=text.strip(" .!*_").casefold() in (*verdicts.true, *verdicts.false),
        is_sentence=bool(END_OF_SENTENCE.fullmatch(text)),
        is_repeated=said[text] > 1,
        points_back=bool(begins),
        opens_block=opens_block,
    )


@cache
def _verdicts() -> Verdicts:
    """The words of all languages: loose notes do not say in which one they are."""
    trues = ["true", *(word for true, _ in SYNONYMS.values() for word in true.split("|"))]
    falses = ["false", *(word for _, false in SYNONYMS.values() for word in false.split("|"))]
    return Verdicts(tuple(word.casefold() for word in trues), tuple(word.casefold() for word in falses))


@cache
def _verdict_pair() -> re.Pattern[str]:
    """A true word and a false one at the end of a question, such as True/False or (wahr oder falsch)."""
    verdicts = _verdicts()
    true = "|".join(
        re.escape(word) if word[0] > "\u2e80" else rf"(?<!\w){re.escape(word)}"  # no spaces between words there
        for word in sorted(verdicts.true, key=len, reverse=True)
    )
    false = "|".join(re.escape(word) for word in sorted(verdicts.false, key=len, reverse=True))
    return re.compile(rf"(?:(?:{true})\s*(?:[/|,]|{JOINTS})\s*(?:{false})|\(?\b[TVRW]\s?/\s?F\b)\W*\Z", re.I)
