"""Which week a note or a card belongs to, what a week is called, and how weeks are ordered."""

from .names import OTHER, Week, Weeks, guess_unit, natural, says_week, slug_of

__all__ = ["OTHER", "Week", "Weeks", "guess_unit", "natural", "says_week", "slug_of"]
