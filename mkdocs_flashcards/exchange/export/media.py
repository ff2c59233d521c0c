"""Pictures and sounds that go along with the cards."""

from __future__ import annotations

import hashlib


class Media:
    """Files by names made of their content, so that no two of them can be mixed up in a student's collection."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def add(self, content: bytes, ending: str) -> str:
        """Take a file along; returns the name under which the HTML has to ask for it. `ending` begins with a dot."""
        name = f"flashcards-{hashlib.sha256(content).hexdigest()[:20]}{ending.lower()}"
        self.files[name] = content
        return name
