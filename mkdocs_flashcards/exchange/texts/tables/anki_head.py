"""The lines above the cards in a text that Anki exports: `#separator:tab`, `#guid column:1` and others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ....cards.patterns import lazy
from ...guids import is_made_up

LINE = lazy(
    r"#(?P<key>separator|html|columns|notetype|deck|tags|(?:guid|notetype|deck|tags) column|if matches|match scope)"
    r":(?P<value>.*)",
    re.I,
)
SIGNS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
REVERSED = lazy(r"revers|umgekehrt|invers|omgekeerd|odwr|обрат|逆|反向", re.I)


@dataclass(slots=True)
class AnkiHead:
    """What these lines say."""

    lines: int
    """How many they are."""
    values: dict[str, str] = field(default_factory=dict)

    @property
    def separator(self) -> str:
        """The sign between the columns; empty where it is not said."""
        said = self.values.get("separator", "").strip(" ")
        return SIGNS.get(said.casefold(), said if len(said) == 1 else "")

    @property
    def is_html(self) -> bool:
        """Whether the fields are HTML."""
        return self.values.get("html", "").strip().casefold() == "true"

    def fields(self, row: Sequence[str]) -> dict[str, object]:
        """The fields of a row by our names for them."""
        columns = {name: self._column(name) for name in ("guid", "notetype", "deck", "tags")}
        said = {name: row[at] for name, at in columns.items() if at is not None and at < len(row)}
        rest = [value for number, value in enumerate(row) if number not in columns.values()]
        tags = [*self.values.get("tags", "").split(), *said.get("tags", "").split()]
        deck = said.get("deck", "") or self.values.get("deck", "")
        notetype = said.get("notetype", "") or self.values.get("notetype", "")
        break_ = "<br><br>" if self.is_html else "\n\n"
        first, second, *more = [*rest, "", ""]
        guid = said.get("guid", "")
        found: dict[str, object] = {"id": "" if is_made_up(guid) else guid, "tags": tags, "deck": deck}
        if "{{c" in first:
            found |= {"cloze": first, "explanation": break_.join(filter(str.strip, [second, *more]))}
        else:
            found |= {"question": first, "answer": break_.join(filter(str.strip, [second, *more]))}
            found |= {"reverse": True} if REVERSED.search(notetype) else {}
        return found

    def _column(self, name: str) -> int | None:
        said = self.values.get(f"{name} column", "").strip()
        return int(said) - 1 if said.isdecimal() and int(said) else None


def anki_head(text: str) -> AnkiHead | None:
    """The head of a text; None where it begins with something else."""
    values: dict[str, str] = {}
    at = lines = 0
    while found := LINE.match(text, at):
        values[found["key"].casefold()] = found["value"].rstrip("\r")
        lines += 1
        at = found.end() + 1
    return AnkiHead(lines, values) if values else None
