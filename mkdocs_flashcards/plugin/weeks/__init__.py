"""Which week a note or a card belongs to, what a week is called, and how weeks are ordered."""

from .names import Weeks, says_week
from .siblings import PathWeeks, are_no_ranges
from .week import OTHER, Week, natural, slug_of

__all__ = ["OTHER", "PathWeeks", "Week", "Weeks", "are_no_ranges", "natural", "says_week", "slug_of"]
