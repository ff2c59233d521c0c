"""What a card is: finding the blocks in a text, reading them, naming their mistakes. Standard library only."""

from .fences.block import Fence
from .fences.find import find_fences, may_have_cards
from .fences.scan import Scan
from .identity import card_id
from .mistakes import Mistake
from .model import Blank, Card, CardSet, Cloze, Flashcard, Options
from .parse import ParseResult, parse

__all__ = [
    "Blank",
    "Card",
    "CardSet",
    "Cloze",
    "Fence",
    "Flashcard",
    "Mistake",
    "Options",
    "ParseResult",
    "Scan",
    "card_id",
    "find_fences",
    "may_have_cards",
    "parse",
]
