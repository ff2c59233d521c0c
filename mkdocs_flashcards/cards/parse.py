"""From a block as it stands in the text to the card it means, with every mistake in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .cloze.parse import parse_cloze
from .fences.block import Fence
from .flashcard import parse_flashcard
from .header import parse_header
from .mistakes import Mistake, empty_question, order_needs_list
from .model import CardSet, Cloze, Flashcard
from .verdicts import ENGLISH, Verdicts


@dataclass(frozen=True, slots=True)
class ParseResult:
    """What a block says. A card with mistakes is shown as a box; of a set, the rows that are right are shown."""

    card: Flashcard | Cloze | CardSet | None
    mistakes: list[Mistake] = field(default_factory=list)


def parse(fence: Fence, verdicts: Verdicts = ENGLISH) -> ParseResult:
    """The card, or the set of cards, in a block of a site with these words for true and false."""
    if fence.mistake:
        return ParseResult(None, [fence.mistake])
    options, wrong = parse_header(fence.header, fence.name)
    card, more = (
        parse_cloze(fence.body, options) if fence.name == "cloze" else parse_flashcard(fence.body, options, verdicts)
    )
    if options.order and (fence.name == "cloze" or isinstance(card, CardSet)):
        more.insert(0, order_needs_list("cloze" if fence.name == "cloze" else "table of cards"))
        card = None
    if wrong:  # a question typed into the header is not missing as well; without their id, rows would get others
        more = [mistake for mistake in more if mistake != empty_question()]
        card = None
    return ParseResult(card, wrong + more)
