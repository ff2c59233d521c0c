"""What a kind raises where the Markdown parser reads an answer otherwise than its look promised."""

from ...cards import Mistake


class UnexpectedStructure(Exception):
    """Carries the mistake to show in place of the card."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.message)
        self.mistake = mistake
