"""The values that the rest of the package passes around."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from .patterns import lazy

Kind = Literal["recall", "list", "ordering", "true-false", "choice", "cloze"]
Place = Literal["prose", "code", "math", "block"]
TOKEN = lazy("\0([0-9]+)\0")


def token(number: int) -> str:
    """What stands for a blank in the text of a cloze. An author's own NUL is U+FFFD there, as it is to browsers."""
    return f"\0{number}\0"


@dataclass(frozen=True, slots=True)
class Options:
    """What an author may say in the header of a block. Empty means: not said."""

    id: str = ""
    source: str = ""
    week: str = ""
    tags: tuple[str, ...] = ()
    hint: str = ""
    reverse: bool = False
    order: bool = False
    review: bool = True


@dataclass(frozen=True, slots=True)
class Flashcard:
    """A question and its answer, both Markdown source."""

    id: str
    kind: Kind
    question: str
    answer: str
    options: Options
    line: int = 0
    """Lines below the opening fence, for the rows of a set; 0 for the block itself."""


@dataclass(frozen=True, slots=True)
class Blank:
    """What belongs into one place of a cloze text."""

    answer: str
    """Markdown source in prose and of whole blocks; plain text in code and math."""
    place: Place
    number: int
    """Anki's number where the author gave one, else the place in the text, from 1."""
    others: tuple[str, ...] = ()
    hint: str = ""
    exact: bool = False
    """In code, or an answer in backticks: case counts."""
    typed: bool = True
    """Whether a student can type it; not so for formulas, images and whole blocks."""
    fence: str = ""
    """What stands after the fence of the code block that it is in, most often the language."""


@dataclass(frozen=True, slots=True)
class Cloze:
    """A text with blanks."""

    id: str
    text: str
    """Markdown source, with a token in the place of each blank; see `with_blanks`."""
    blanks: tuple[Blank, ...]
    explanation: str
    options: Options
    numbered: bool = False
    """Anki's notation: each number is a card of its own in a review."""
    kind: Kind = "cloze"
    line: int = 0

    def with_blanks(self, replacement: Callable[[int], str]) -> str:
        """The text with something in the place of each blank, which is asked for by its place, from 1."""
        return TOKEN.sub(lambda found: replacement(int(found[1])), self.text)


@dataclass(frozen=True, slots=True)
class CardSet:
    """A table of two columns: one short card a row."""

    head: tuple[str, str]
    cards: tuple[Flashcard, ...]
    options: Options = field(default_factory=Options)


Card = Flashcard | Cloze
