"""Short ways from a text to what `cards` reads in it."""

from __future__ import annotations

from mkdocs_flashcards.cards import Cloze, Flashcard, find_fences, parse


def card_of(text: str) -> Flashcard | Cloze:
    """The only card of a text, which has nothing to mend."""
    (fence,) = find_fences(text.split("\n"))
    result = parse(fence)
    assert not result.mistakes, result.mistakes
    assert isinstance(result.card, Flashcard | Cloze)
    return result.card


def id_of(body: str, name: str = "flashcard", answer: str = "An answer.") -> str:
    """The id of a card of this question, or of this cloze text."""
    below = "" if name == "cloze" else f"\n---\n{answer}"
    return card_of(f"``````{name}\n{body}{below}\n``````").id
