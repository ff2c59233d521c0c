"""Options of which the right ones say so themselves: `b) spores (correct)`, `- spores ✓`, `✓ spores`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...cards.patterns import lazy
from .answers import RIGHT_SIGN
from .vocabulary import consume, folded

SIGN_BEFORE = lazy(rf"(?:[-*+•]\s+)?(?:\(?\w[.)]\s+)?(?P<mark>{RIGHT_SIGN}\ufe0f?\s*)(?=\S)")
SIGN_BEHIND = lazy(rf"\S.*(?P<mark>(?:{RIGHT_SIGN}\ufe0f?|\s(?:<-+|<=+|←))[*_]*)$")
STAR = lazy(r"[^*]*[^*\s](?P<mark>\s*\*)$")
REMARK = lazy(r"\S.*?\s(?P<mark>[*_]*(?:[(（\[【][^()（）\[\]【】]+[)）\]】]|(?:<-+|<=+|←)\s*[^\s\d].*)[*_]*)$")


def without_marks(options: Sequence[str]) -> tuple[list[str], list[int]]:
    """The options without what marks the right ones, and the numbers of these, from 0.

    None is right where none or all are marked, and where others have a remark in the same place: `lung (right)`
    beside `lung (left)` marks nothing.
    """
    for pattern, says in ((SIGN_BEFORE, _is_sign), (SIGN_BEHIND, _is_sign), (STAR, _is_sign), (REMARK, _says_right)):
        found = [pattern.match(option.strip()) for option in options]
        right = [number for number, one in enumerate(found) if one and says(one["mark"])]
        if 0 < len(right) < len(options) and len(right) == sum(map(bool, found)):
            return [_without(option, one) for option, one in zip(options, found, strict=True)], right
    return [*options], []


def _without(option: str, found: re.Match[str] | None) -> str:
    return (found.string[: found.start("mark")] + found.string[found.end("mark") :]).rstrip() if found else option


def _is_sign(_: str) -> bool:
    return True


def _says_right(remark: str) -> bool:
    """Whether a remark says nothing but that an option is right."""
    text = folded(remark)
    used, end = consume(text, ("after_letter", "around_letter"))
    return bool(used) and end == len(text)
