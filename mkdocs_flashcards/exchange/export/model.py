"""A card as other programs get it: HTML that stands on its own, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...cards import Blank
from ...cards.model import Kind
from ...cards.patterns import lazy

# No text holds these signs: portable HTML is freed of control characters.
BLANK = lazy("\x01(?P<place>[0-9]+)\x02(?P<answer>[^\x01]*?)\x03")


def begin_blank(place: int) -> str:
    """What stands before the answer of a blank, which is known by its place in the text, from 1."""
    return f"\x01{place}\x02"


def end_blank() -> str:
    """What stands behind the answer of a blank."""
    return "\x03"


def with_blanks(html: str, replacement: Callable[[int, str], str]) -> str:
    """The text of a cloze with something in the place of each blank, made from its place and its answer's HTML."""
    return BLANK.sub(lambda found: replacement(int(found["place"]), found["answer"]), html)


@dataclass(frozen=True, slots=True)
class Labels:
    """Words around a card's own, in the language of the site. All of it is text."""

    hint: str = "Hint"
    source: str = "Source:"
    true: str = "True"
    false: str = "False"


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen."""

    html: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class ExportedCard:
    """A card. Texts are HTML; those that a card does not have are empty."""

    id: str
    kind: Kind
    week: str
    """As readers see it: `Week 1`."""
    note: str
    """The path of its note."""
    line: int
    """From 1; 0 where the note itself does not hold the card."""
    question: str
    """Of a cloze, the text, with the answers of the blanks between `begin_blank` and `end_blank`."""
    answer: str
    """What stands in the answer, without an explanation below a list, options or a cloze."""
    title: str = ""
    """Text: the title of its note, and the heading above it."""
    url: str = ""
    """Where it stands in the site; empty for a site without an address."""
    explanation: str = ""
    hint: str = ""
    source: str = ""
    tags: Sequence[str] = ()
    columns: tuple[str, str] = ("", "")
    """What stands above question and answer in a table of cards."""
    choices: Sequence[Choice] = ()
    items: Sequence[str] = ()
    """Of a list, or of an ordering in the right order."""
    mixed: Sequence[int] = ()
    """The places of the items, from 1, in the order in which an ordering shows them."""
    verdict: bool | None = None
    """Of a true-false card."""
    count: str = ""
    """How many items a list has, in words."""
    blanks: Sequence[Blank] = ()
    is_numbered: bool = False
    """Whether each number of its blanks is a card of its own."""
    has_reverse: bool = False
    labels: Labels = Labels()


@dataclass(frozen=True, slots=True)
class ExportedCourse:
    """The cards of a course in the order of its weeks."""

    name: str
    """As readers see it."""
    key: str
    """What its cards are told from those of other courses by."""
    cards: Sequence[ExportedCard] = ()
    media: Mapping[str, bytes] = field(default_factory=dict)
    """The files that the cards show, by the names that they ask for; empty where their addresses lead to the site."""
    changed: Mapping[str, int] = field(default_factory=dict)
    """When cards last changed, in seconds, by their ids, as far as that is known."""
    lost_media: Collection[str] = ()
    """Addresses of files that cards show and that lead nowhere outside the site."""

    def with_tags(self, tags: Iterable[str]) -> ExportedCourse:
        """The course with only those cards that have all of these tags."""
        return replace(self, cards=[card for card in self.cards if set(tags) <= set(card.tags)])
