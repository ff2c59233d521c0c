"""What cards, decks and tags are called in Anki."""

from __future__ import annotations

import hashlib

from ...cards.patterns import lazy

NUMBER = lazy(r"\d+")
SPACE = lazy(r"\s+")


def guid_of(course: str, card: str, form: str) -> str:
    """What a note is known by, however often it is imported.

    The same question in two courses is two notes. `form` is what the note is: Anki never turns one into another.
    """
    digest = hashlib.sha256(f"{course}\n{card}\n{form}".encode()).hexdigest()
    return f"fc-{digest[:20]}"


def deck_of(course: str, week: str) -> str:
    """The deck of a week, below that of the course. Anki sorts decks by letters, so numbers get two digits."""
    return f"{_one_level(course)}::{NUMBER.sub(lambda found: found[0].zfill(2), _one_level(week))}"


def tag_of(tag: str) -> str:
    """A tag as one word, for spaces part tags from one another."""
    return SPACE.sub("_", tag.strip())


def _one_level(name: str) -> str:
    """A name in which nothing parts a deck from the decks below it."""
    while "::" in name:
        name = name.replace("::", ":")
    return SPACE.sub(" ", name).strip(" :")
