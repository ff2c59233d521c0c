"""What a kind raises where Markdown reads something else in an answer than its look promised."""

from __future__ import annotations

from ...cards import Mistake


class UnexpectedStructure(Exception):
    """Carries the mistake to show in place of the card."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.message)
        self.mistake = mistake
