"""Tags as notes of Obsidian have them: those of decks, `#flashcards/biology`, and others beside a card."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...cards.patterns import lazy

DECK = lazy(r"(?:^|(?<=\s))#flashcards?(?P<deck>/[^\s#]+)?(?=\s|$)", re.I)
"""The tag that a deck has."""
IN_FRONT = lazy(r"\s*(?:tags?\s*:|-\s).*?\bflashcards?(?P<deck>/[^\s\"',\]]+)?", re.I)
NAME = lazy(r"#(?!(?=[a-f]*\d)(?:[\da-f]{3}|[\da-f]{6}|[\da-f]{8})$)[\w/-]{0,60}[^\W\d][\w/-]{0,60}", re.I)
"""A tag has a letter, and is no colour."""
WORD = lazy(r"\S+")
CARD = lazy(r"(?:flash)?cards?(?:[-/](?:reversed?|spaced))?|flashcards?/.*", re.I)
"""What only says that there is a card."""
CARD_TAG = lazy(r"(?:^|(?<=\s))#(?:flash)?cards?(?![\w-])", re.I | re.M)


def decks_in(text: str) -> list[str]:
    """The decks that the tags of a text name."""
    return [found["deck"].strip("/") for found in DECK.finditer(text) if found["deck"]]


def decks_of(front: Sequence[str]) -> list[str]:
    """The deck that the front matter of a note names, in a list."""
    found = [one["deck"].strip("/") for line in front if (one := IN_FRONT.match(line)) and one["deck"]]
    return found[:1]


def without_tags(text: str) -> tuple[str, list[str]]:
    """A text without the tags before and behind it, and these. What is nothing but tags stays."""
    words = list(WORD.finditer(text))
    first = next((at for at, word in enumerate(words) if not NAME.fullmatch(word[0])), len(words))
    last = next((at for at in range(len(words), first, -1) if not NAME.fullmatch(words[at - 1][0])), first)
    if first == last:
        return text, []
    start = words[first].start() if first else 0
    end = words[last - 1].end() if last < len(words) else len(text)
    names = [word[0].lstrip("#").strip("/") for word in (*words[:first], *words[last:])]
    return text[start:end], [name for name in names if not CARD.fullmatch(name)]


def without_card_tags(text: str) -> tuple[str, list[str]]:
    """The same of a text of which a tag says that it is a card; in any other text a `#` may be anything."""
    if "#" not in text or not CARD_TAG.search(text):
        return text, []
    bare, tags = without_tags(DECK.sub("", text))
    return bare, [*decks_in(text), *tags]
