"""What a kind of card knows of its answers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from ..mistakes import Mistake
from ..model import Kind, Options


class AnswerKind(ABC):
    """One kind of card. What becomes of it in a page, `extension.kinds` knows."""

    name: ClassVar[Kind]
    has_reverse: ClassVar[bool] = False
    """Whether it can be asked the other way round."""
    fits_row: ClassVar[bool] = False
    """Whether a row of a table can hold it."""

    @abstractmethod
    def matches(self, answer: str, options: Options) -> bool:
        """Whether an answer is of this kind. It begins with its first line that is not blank."""

    def validate(self, answer: str, line: int) -> Iterator[Mistake]:
        """What is wrong with an answer of this kind; `line` is the place of its first line in the block."""
        yield from ()
