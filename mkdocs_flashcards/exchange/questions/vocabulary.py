"""What course notes call their questions and answers, in the languages of the translations.

The words stand in `vocabulary.json`, table by table, each with a list for each language. A table is asked in all
languages at once: notes mix them, and no word for an answer in one language is anything else in another.

- `answer`, `reveal`: titles of a folded box that hides an answer; `beside`: what may stand with them ("show the …").
- `invite`: words by which a title asks to be opened ("click to …"); `around_invite`: what may stand with them in a
  title that says nothing else ("click here to view"), and that names nothing that could be folded away, such as code.
- `hint`: titles of a box that helps and tells nothing.
- `question`: a number with such a word is a label that goes when the text becomes a card: cards are mixed.
- `exercise`: names of a piece of work, which may be spoken of elsewhere ("Exercise 3"), so they stay.
- `asking`: beginnings of words in the heading of a section that asks its readers something.
- `theory`: names of what a text states and proves: below "Theorem 3" no answer stands, whatever its box is called.
- `around_letter`, `after_letter`, `and`: what stands around the letters in "The correct answers are **B** and **D**".
- `pointing`: words that point to something beside the question ("What does *this* print?").
- `verdicts`: for a statement that holds, and for one that does not.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ...cards.patterns import lazy

WORD = lazy(r"\w")
LABEL = lazy(r"(?:\d{1,3}(?:[.\-]\d{1,3})*[a-z]?|[a-z])(?!\w)")


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    text = files(__package__).joinpath("vocabulary.json").read_text(encoding="utf-8")
    tables: dict[str, dict[str, list[str]]] = json.loads(text)
    return tables


def words(table: str) -> Iterator[str]:
    """The entries of a table in all languages, as they are written."""
    for entries in _tables()[table].values():
        yield from entries


@cache
def folded_words(table: str) -> frozenset[str]:
    """The entries of a table in all languages, as they are compared."""
    return frozenset(folded(entry) for entry in words(table))


def folded(text: str) -> str:
    """A text as it is compared: compatible forms, no case, no marks that not everybody writes."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("\u200c", ""))
    kept = (char for char in text if not unicodedata.combining(char) and char != "\u0640")
    return unicodedata.normalize("NFC", "".join(kept)).casefold()


@cache
def _index(tables: tuple[str, ...]) -> dict[str, list[tuple[str, str]]]:
    """Entries and their tables by their first letter, the longest first."""
    index: dict[str, list[tuple[str, str]]] = {}
    for table in tables:
        for entry in folded_words(table):
            index.setdefault(entry[0], []).append((entry, table))
    for entries in index.values():
        entries.sort(key=lambda found: -len(found[0]))
    return index


def consume(text: str, tables: tuple[str, ...], at: int = 0) -> tuple[set[str], int]:
    """The tables whose words a folded text begins with, and where it goes on with another word.

    Signs between words are stepped over; so are numbers and single letters, which name a question.
    """
    index, used = _index(tables), set[str]()
    while at < len(text):
        if not WORD.match(text, at):
            at += 1
        elif found := _entry(text, at, index):
            used.add(found[1])
            at += len(found[0])
        elif label := LABEL.match(text, at):
            at = label.end()
        else:
            break
    return used, at


def _entry(text: str, at: int, index: dict[str, list[tuple[str, str]]]) -> tuple[str, str] | None:
    for entry, table in index.get(text[at], ()):
        end = at + len(entry)
        if text.startswith(entry, at) and (is_dense(entry[-1]) or not text[end : end + 1].isalpha()):
            return entry, table
    return None


def is_dense(char: str) -> bool:
    """Whether a letter is of a script that puts no spaces between words, or joins endings to them."""
    return "\u3040" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3"


@cache
def pairs_of_verdicts() -> list[tuple[str, str]]:
    """The words for true and for false that belong together, as they are compared."""
    pairs = (folded(entry).partition("/") for entry in words("verdicts"))
    return [(yes, no) for yes, _, no in pairs]


@cache
def verdicts() -> dict[str, bool]:
    """Each word for a verdict, as it is compared, and whether it means true."""
    return {word: right for yes, no in pairs_of_verdicts() for word, right in ((yes, True), (no, False))}
