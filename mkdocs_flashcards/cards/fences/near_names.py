"""Names of fences that miss ours by a slip: the block would be published as code, with its answer."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..patterns import lazy
from .lines import NAME, NAMES, QUOTED_OR_MARKED

WORDS = r"[^\w\n`~]{0,8}(?P<name>\w[^\s{}`~]*)(?P<second>[^\S\n]+\.?\w[\w-]*(?![\w=]))?"
NEAR = lazy(rf"{QUOTED_OR_MARKED}(?P<fence>`{{3,}}|~{{3,}})(?P<brace>){WORDS}(?P<rest>.*)$")
NEXT = lazy(rf"(?:`+|~+){WORDS}")
GLUED = lazy(rf"(?P<name>{NAME})(?:id|source|week|tags|hint|reverse|order|review)=", re.I)
"""A name without the space before its first option."""
SLIPS = {"flashcard": 2, "cloze": 1}
"""How many letters may be wrong, missing, too many or swapped with the one beside."""


def may_miss_ours(text: str) -> bool:
    """Whether a fence in a text has a name that misses ours. This is cheap, and a no is always right."""
    for sign in ("```", "~~~"):
        at = text.find(sign)
        while at >= 0:
            words = NEXT.match(text, at)
            if words and _meant(words):
                return True
            at = text.find(sign, words.end() if words else at + len(sign))
    return False


def near_opening(line: str) -> tuple[re.Match[str], str, str] | None:
    """The opening of a block whose name misses ours, with the name as it was typed and the one that was meant."""
    opening = NEAR.match(line)
    if not opening or (opening["fence"][0] == "`" and "`" in opening["rest"]):
        return None
    meant = _meant(opening)
    return (opening, *meant) if meant else None


def _meant(words: re.Match[str]) -> tuple[str, str] | None:
    """The name as it was typed, which may be two words, and the one that was meant."""
    if meant := nearest(words["name"]):
        return words["name"], meant
    if glued := GLUED.match(words["name"]):
        return words["name"], glued["name"].lower()
    if (second := (words["second"] or "").strip().strip(".").lower()) in NAMES:  # behind an id or a language
        return f"{words['name']}{words['second']}", second
    two = f"{words['name']}{words['second'] or ''}"
    meant = nearest(two) if words["second"] else None
    return (two, meant) if meant == "flashcard" or (meant and _letters(two) == meant) else None


@lru_cache(maxsize=512)
def nearest(typed: str) -> str | None:
    """The name of ours that was meant; case, separators and a plural s are no slips."""
    letters = _letters(typed)
    for name in NAMES:
        for tried in {letters, letters.removesuffix("s")}:
            if abs(len(tried) - len(name)) <= SLIPS[name] and _slips(tried, name) <= SLIPS[name]:
                return name
    return None


def _letters(typed: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", typed).casefold() if char.isalnum())


def _slips(typed: str, name: str) -> int:
    """Letters that are wrong, missing, too many or swapped: the distance of Damerau, in its simple form."""
    before: list[int] = []
    row = list(range(len(name) + 1))
    for i, char in enumerate(typed, 1):
        above, before, row = before, row, [i]
        for j, wanted in enumerate(name, 1):
            least = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (char != wanted))
            if i > 1 and j > 1 and char == name[j - 2] and typed[i - 2] == wanted:
                least = min(least, above[j - 2] + 1)
            row.append(least)
    return row[-1]
