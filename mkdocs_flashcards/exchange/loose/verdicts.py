"""How loose notes ask for a verdict, and how they give one: in the words of all languages, or by letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...cards.patterns import lazy
from ...cards.verdicts import SYNONYMS, Verdicts
from ..questions.answers import verdict
from ..questions.labels import DECORATION
from ..questions.vocabulary import consume, folded

JOINTS = (
    "or|oder|ou|o|of|eller|lub|czy|nebo|veya|ya da|hay|atau|или|чи|або|ή|أم|أو|یا|या|או|还是|還是|或|か|または|또는"
)
JOINT = lazy(rf"\b(?:{JOINTS})\b", re.I)
VERDICT_LETTER = lazy(r"(?P<true>[TVRW√✓✔✅○◯〇])\ufe0f?(?![^\W_])|[F×✗✘❌✕]\ufe0f?(?![^\W_])", re.I)
LONGEST_LEAD = 200
"""Letters of words that only ask for a verdict."""
PART = lazy(r"[^\W\d]{0,12}\s?\d{1,2}\s*[:.)–-]\s+")
"""The number of a part of a test, as in "Part 1: True or false?"."""
COUNTED = lazy(r"[(（]?[一二三四五六七八九十]+[)）、.．]\s*")
"""The number of a part of a test in Chinese or Japanese."""
QUESTION_MARK = lazy(r"[?？؟]")
AFTER_VERDICT = lazy(r"[*_]*\s*(?:[.,:;!(–—。，：；！（-]|$)")


def is_verdict(text: str) -> bool:
    """Whether a line is nothing but a word for true or false."""
    verdicts = _verdicts()
    return text.strip(" .!*_").casefold() in (*verdicts.true, *verdicts.false)


def says_verdict(text: str) -> bool:
    """Whether a line is a verdict, perhaps with a reason; of use only below what asks for one: a letter is enough."""
    found = VERDICT_LETTER.match(text)
    end = found.end() if found else (verdict(text) or (False, -1))[1]
    return is_verdict(text) or (end > 0 and bool(AFTER_VERDICT.match(text, end)))


def asks_verdict(text: str) -> bool:
    """Whether a line, without its marker, begins or ends with both words, or says little beside them."""
    pair = _pair_at_end().search(text)
    if _pair_at_start().match(text) or (pair and not _tells(text, pair)):
        return True
    if not names_no_statement(text) or says_verdict(text):
        return False
    names_both = _pair().search(text) or (_true_words().search(text) and _false_words().search(text))
    return bool(names_both) or "judging" in _beside(text)[0]


def _tells(text: str, pair: re.Match[str]) -> bool:
    """Whether a sentence ends with both words and asks nothing: "A value that is true or false."."""
    before = text[: pair.start()].rstrip()
    is_in_sentence = before[-1:].isalnum() and pair[0][:1].islower() and "/" not in pair[0]
    return is_in_sentence and text.endswith((".", "。"))


def is_lead(text: str) -> bool:
    """Whether a line that asks for a verdict leaves the statement to another line: it ends with a colon."""
    return text.rstrip("*_ ").endswith((":", "："))


def names_no_statement(text: str) -> bool:
    """Whether a line that asks for a verdict says nothing else, as in "Is that true or false?"."""
    return len(text) <= LONGEST_LEAD and _beside(text)[1]


def judges_what_follows(text: str) -> bool:
    """Whether a line asks about the statement behind it, as in "Is this correct? Moss has roots."."""
    sign = QUESTION_MARK.search(text)
    if not sign or not text[sign.end() :].strip("? "):
        return False
    first = text[: sign.start()]
    return " " in first.strip() and bool(_true_words().search(first)) and names_no_statement(first)


def _beside(text: str) -> tuple[set[str], bool]:
    """The tables whose words a line has beside the words for both verdicts, and whether it has no others."""
    text = COUNTED.sub("", PART.sub("", text, count=1), count=1)
    beside = folded(DECORATION.sub(" ", text))
    used, end = consume(beside, ("judging", "around_verdicts"))
    if end < len(beside):
        beside = JOINT.sub(" ", _false_words().sub(" ", _true_words().sub(" ", text)))
        beside = folded(DECORATION.sub(" ", beside))
        used, end = consume(beside, ("judging", "around_verdicts"))
    return used, end == len(beside)


@cache
def _verdicts() -> Verdicts:
    """The words of all languages: loose notes do not say in which one they are."""
    trues = ["true", *(word for true, _ in SYNONYMS.values() for word in true.split("|"))]
    falses = ["false", *(word for _, false in SYNONYMS.values() for word in false.split("|"))]
    return Verdicts(tuple(word.casefold() for word in trues), tuple(word.casefold() for word in falses))


@cache
def _pair_at_end() -> re.Pattern[str]:
    """A true word and a false one at the end of a question, such as True/False or (wahr oder falsch)."""
    return re.compile(rf"(?:{_both_verdicts()}|\(?\b[TVRW]\s?/\s?F\b)\W*\Z", re.I)


@cache
def _pair_at_start() -> re.Pattern[str]:
    """Both words at the beginning: `True or false: …`, `(T/F) …`."""
    pair = _pair().pattern
    return re.compile(rf"[*_#\s]*(?:[(\[（]\s*{pair}\s*[)\]）]|{pair}[*_]*\s*(?:[:：.?？–—-]|\Z))", re.I)


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(rf"(?:{_both_verdicts()}|\b[TVRW]\s?(?:/|or)\s?F\b)", re.I)


@cache
def _both_verdicts() -> str:
    true, false = _true_words().pattern, _false_words().pattern
    letter = r"(?:\s*[(\[（]\w[)\]）])?"
    joint = rf"{letter}[*_]*\s*(?:[/|,]|{JOINTS})\s*[*_]*"
    return rf"(?:{true}{joint}{false}|{false}{joint}{true}){letter}"


@cache
def verdict_words() -> str:
    """A pattern for any word or letter that is a verdict; letters are capitals, words as they come."""
    words = "|".join(sorted((re.escape(word) for word in (*_verdicts().true, *_verdicts().false)), key=len)[::-1])
    return rf"(?:[TVRWF√✓✔✅○◯〇×✗✘❌✕]\ufe0f?|(?i:{words}))(?![^\W_])"


@cache
def _true_words() -> re.Pattern[str]:
    return re.compile(_any_of(_verdicts().true), re.I)


@cache
def _false_words() -> re.Pattern[str]:
    return re.compile(_any_of(_verdicts().false), re.I)


def _any_of(words: Sequence[str]) -> str:
    return "(?:{})".format(
        "|".join(
            re.escape(word) if word[0] > "\u2e80" else rf"(?<!\w){re.escape(word)}"  # no spaces between words there
            for word in sorted(words, key=len, reverse=True)
        )
    )
