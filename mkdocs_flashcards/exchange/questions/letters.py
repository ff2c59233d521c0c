"""The letters that an answer begins with, as in "The correct answers are **B** and **D**."."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from ...cards.patterns import lazy
from . import vocabulary
from .vocabulary import folded, folded_words, is_dense

WORD = lazy(r"[^\W\d_]+")
SKIPPED = lazy(r"(?:[*_`~#>=:：!\-–—→.'’\"“”«»]|<[^>\n]*>|[ \t])+")
JOIN = lazy(r"[,/&+;、，*_` \t]+")
ONLY_NUMBERS = lazy(r"[*_`]*\d{1,2}[*_`]*(?:\s*[,;&+]\s*[*_`]*\d{1,2}[*_`]*)*\s*(?:\n|$)")
VOWELS = "AEIOUYaeiouy"
"""Letters that are a word in some language."""
LONGEST_ROW = 40
ENDS = lazy(r"[*_`~]*\s*(?:$|[)）\].:：,，;；、。!–—|&/+\n]|-(?!\w)|<)")


class LetterReader:
    """Reads letters and the words around them, up to the first word that says something else."""

    def __init__(self, text: str, labels: Sequence[str], *, numbers: bool) -> None:
        self.text, self.labels, self.numbers = text, labels, numbers
        self.at = 0
        self.found: list[int] = []
        self.led = False
        """Whether words such as "the answer is" came first."""
        self.alone = False
        """Whether a letter stands in emphasis of its own."""

    def read(self) -> bool:
        """Whether the text begins with letters."""
        while self._letter() or self._skip() or self._word():
            pass
        return bool(self.found)

    def _skip(self) -> bool:
        if self.found:  # only what joins letters, if another one follows
            return self._joined()
        found = SKIPPED.match(self.text, self.at)
        if found:
            self.at = found.end()
        elif (
            (self.text[self.at : self.at + 1] == "\n" and self.led and self.text[self.at + 1 : self.at + 2] != "\n")
            or unicodedata.category(self.text[self.at : self.at + 1] or "a") in ("So", "Mn", "Sk", "Cf")
            or (self.text[self.at : self.at + 1] in "(（[" and self._label_at(self.at + 1) is not None)
        ):
            self.at += 1
        else:
            return False
        return True

    def _joined(self) -> bool:
        """Go on to the next letter, where one follows what joins it."""
        at = self._next(self.at)
        if at is not None:
            self.at = at
        return at is not None

    def _next(self, at: int) -> int | None:
        """Where the next letter stands after a comma, a word for "and" or both."""
        joined = JOIN.match(self.text, at)
        at = joined.end() if joined else at
        word = WORD.match(self.text, at)
        if word and folded(word[0]) in folded_words("and") and self._label_at(at) is None:
            joined = JOIN.match(self.text, word.end())
            at = joined.end() if joined else word.end()
        elif not joined or not joined[0].strip(" \t*_`"):
            return None
        while self.text[at : at + 1] in ("(", "（"):
            at += 1
        number = self._label_at(at)
        return at if number is not None and self._stands(at + len(self.labels[number])) else None

    def _label_at(self, at: int) -> int | None:
        for number, label in sorted(enumerate(self.labels), key=lambda found: -len(found[1])):
            end = at + len(label)
            here = self.text[at:end]
            same_case = here == label or (here.casefold() == label.casefold() and self._is_clear(at, end))
            if label and same_case and not self._goes_on(label, end):
                return number
        return None

    def _goes_on(self, label: str, end: int) -> bool:
        after = self.text[end : end + 1]
        if is_dense(after) and not is_dense(label[-1]):
            return False
        return after.isalnum() or (after in ("'", "’") and self.text[end + 1 : end + 2].isalpha())

    def _is_clear(self, at: int, end: int) -> bool:
        """Whether a letter in the other case can only be meant as a letter."""
        first = not self.text[:at].strip()
        is_no_word = first and self.text[at] not in VOWELS and ENDS.match(self.text, end) is not None
        return self.led or self._says_no_more() or is_no_word or self._marked(at, end)

    def _says_no_more(self) -> bool:
        """Whether there are only letters of options, and words for "and"."""
        letters = {label.casefold() for label in self.labels} | folded_words("and")
        return len(self.text) < LONGEST_ROW and all(folded(word) in letters for word in WORD.findall(self.text))

    def _marked(self, at: int, end: int) -> bool:
        return self.text[at - 1 : at] in ("(", "（", "[", "*", "_", "`") or self.text[end : end + 1] in (")", "）")

    def _stands(self, end: int) -> bool:
        return (
            ENDS.match(self.text, end) is not None or after_words(self.text, end) > end or self._next(end) is not None
        )

    def _letter(self) -> bool:
        run = None if self.found or self.numbers else re.match(r"[A-Z]{2,8}(?!\w)", self.text[self.at :])
        if (
            run
            and list(run[0]) == [label for label in self.labels if label in run[0]]
            and self._stands(self.at + run.end())
        ):
            self.found = [self.labels.index(letter) for letter in run[0]]
            self.at += run.end()
            return True
        number = self._label_at(self.at)
        if number is None or number in self.found:
            return False
        end = self.at + len(self.labels[number])
        upper = self.labels[number].isupper() and self.led
        if not (self._stands(end) or self._marked(self.at, end) or upper):
            return False
        if self.numbers and not (self.led or self.text[end : end + 1] in (".", ")") or self._is_alone()):
            return False
        emphasis = re.search(r"(\*\*|__)[(（]?$", self.text[: self.at])
        self.alone = self.alone or bool(emphasis and re.match(r"[)）.:]*(?:\*\*|__)", self.text[end:]))
        self.found.append(number)
        self.at = end + (self.text[end : end + 1] in (")", "）"))
        return True

    def _is_alone(self) -> bool:
        """Whether nothing but the numbers of options stands in the first line."""
        return bool(ONLY_NUMBERS.match(self.text))

    def _word(self) -> bool:
        if self.found or self.at >= len(self.text):
            return False
        if is_dense(self.text[self.at]):
            entries = (entry for entry in _dense_entries() if self.text.startswith(entry, self.at))
            length = max((len(entry) for entry in entries), default=0)
        else:
            word = WORD.match(self.text, self.at)
            length = len(word[0]) if word and folded(word[0]) in _single_words() else 0
        self.at += length
        self.led = self.led or length > 0
        return length > 0


@cache
def _single_words() -> frozenset[str]:
    return frozenset(word for entry in folded_words("around_letter") for word in entry.split())


@cache
def _dense_entries() -> tuple[str, ...]:
    return tuple(entry for entry in vocabulary.words("around_letter") if is_dense(entry[0]))


def after_words(text: str, at: int) -> int:
    """Where a text goes on after "is correct" and the like; `at` where it says nothing of the kind."""
    start = at + len(text[at:]) - len(text[at:].lstrip(" *_`)）"))
    piece = text[start : start + 40]
    for length in range(len(piece), 0, -1):
        follows = piece[length : length + 1]
        if folded(piece[:length]) in folded_words("after_letter") and not (follows.isalpha() and not is_dense(follows)):
            return start + length
    return at
