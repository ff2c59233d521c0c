"""Options of which the right ones say so themselves: `b) spores (correct)`, `- spores ✓`."""

from __future__ import annotations

from collections.abc import Sequence

from ...cards.patterns import lazy
from .vocabulary import consume, folded

SIGN = lazy(r"\s*[✅✔☑✓🟢]\ufe0f?[*_]*\s*$")
REMARK = lazy(
    r"\s+[*_]*(?:[(（\[【](?P<bracketed>[^()（）\[\]【】]+)[)）\]】]|(?:<-+|<=+|←)\s*(?P<behind>[^\s\d].*))[*_]*\s*$"
)


def without_marks(options: Sequence[str]) -> tuple[list[str], list[int]]:
    """The options without what marks the right ones, and the numbers of these, from 0.

    None is right where none or all are marked, and where others have a remark in the same place: `lung (right)`
    beside `lung (left)` marks nothing.
    """
    for mark, says in ((SIGN, lambda _: True), (REMARK, _says_right)):
        found = [mark.search(option) for option in options]
        right = [number for number, one in enumerate(found) if one and says(one[0])]
        if 0 < len(right) < len(options) and len(right) == sum(map(bool, found)):
            return [option[: one.start()] if one else option for option, one in zip(options, found, strict=True)], right
    return [*options], []


def _says_right(remark: str) -> bool:
    """Whether a remark says nothing but that an option is right."""
    text = folded(remark)
    used, end = consume(text, ("after_letter", "around_letter"))
    return bool(used) and end == len(text)
