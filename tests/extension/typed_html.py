"""HTML that an author may type into any part of a card, and the cards that hold it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

PIECES = (Path(__file__).parent.parent / "data" / "typed-html.txt").read_text(encoding="utf-8").splitlines()
FORMS = ["{}", "\n\n{}\n\n", "words {} words"]
FENCE = "`" * 6
CARDS = {
    "question": "flashcard\nQuestion {}\n---\nAnswer",
    "answer": "flashcard\nQuestion\n---\nAnswer {}",
    "option": "flashcard\nQuestion\n---\n- [x] right {}\n- [ ] wrong {}\n\nBecause {}",
    "item": "flashcard\nQuestion\n---\n- one {}\n- two {}",
    "cloze": "cloze\nA ==blank== {}\n---\nBecause {}",
    "blank": "cloze\nA ==blank {} here== and ==more==",
    "hint and source": "flashcard hint='a {}' source='b {}'\nQuestion\n---\nAnswer",
    "set": "flashcard source='b {}'\n| one {} | two |\n|---|---|\n| three {} | four {} |",
}
ONE_LINE = ("blank", "hint and source", "set")


def cards_with(part: str, piece: str) -> Iterator[str]:
    """The blocks that have a piece of HTML in one part of a card, alone and among other text."""
    for form in FORMS[::2] if part in ONE_LINE else FORMS:
        if not (part in ("hint and source", "set") and "'" in piece):
            yield f"{FENCE}{CARDS[part].replace('{}', form.replace('{}', piece))}\n{FENCE}"
