"""Notes of a site in company of other plugins."""

from __future__ import annotations


def card(name: str) -> str:
    """A card that can be told by its id."""
    return f"```flashcard id={name}\n{name}?\n---\nYes.\n```\n"
