"""The name under which a student's progress with a card is kept."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from .model import Cloze, Flashcard
from .patterns import lazy
from .spans import find_spans

# 12 letters of 5 bits: among 10,000 cards, two of the same name are about as likely as 1 in 20 billion
SHIFTS = range(59, 0, -5)
BASE32 = "abcdefghijklmnopqrstuvwxyz234567"  # RFC 4648
TARGET = lazy(
    r"""(?P<before>\]\(\s*<?|^[ ]{0,3}\[[^\]\n]+\]:[ ]*<?|\b(?:src|href)=["'])(?P<target>[^\s"'<>)]+)""",
    re.M,
)
LINK = lazy(r"(?P<before>\]\(\s*<?)(?P<target>[^\s\"'<>)]+)")  # most targets by far, found three times as fast
BLANK_LINE = lazy(r"^ +$", re.M)


def card_id(name: str, question: str) -> str:
    """The id of a card without an explicit one.

    `name` is the fence's, `question` its Markdown source, with each blank of a cloze replaced by `blank_mark(n)`.
    Place, page, URL and answer have no part in it, so moving, inserting and explaining keep a student's progress.
    Frozen: a change here would orphan the progress of every student of every site (tests/cards/test_identity.py).
    """
    return digest(f"{name}\n{normalized(question)}")


def digest(text: str) -> str:
    """Twelve letters and digits that stand for a text."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    bits = int.from_bytes(digest[:8], "big")
    return "".join([BASE32[bits >> shift & 31] for shift in SHIFTS])


def blank_mark(number: int) -> str:
    """What stands for a blank in the text that is hashed."""
    return f"⟦{number}⟧"


def wording(card: Flashcard | Cloze) -> list[str]:
    """The texts of a card, by which two cards with one id are the same or contradict each other."""
    if isinstance(card, Cloze):
        return [normalized(text) for text in (card.text, *(blank.answer for blank in card.blanks))]
    return [normalized(card.question), normalized(card.answer)]


def normalized(text: str) -> str:
    """The text without the differences that an editor, a checkout or a move of the note may make."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4))
    text = (BLANK_LINE.sub("", text) if "\n " in text else text).strip()
    return _targets_cut(text) if "/" in text and ("](" in text or _has_others(text)) else text


def _targets_cut(text: str) -> str:
    """Targets of links and images without their folders; code stays as it is."""
    out, at = [], 0
    for span in find_spans(text):
        if span.kind in ("fenced", "code", "math"):
            out += [_cut(text[at : span.start]), text[span.start : span.end]]
            at = span.end
    return "".join([*out, _cut(text[at:])])


def _cut(text: str) -> str:
    return (TARGET if _has_others(text) else LINK).sub(_file_name, text)


def _has_others(text: str) -> bool:
    return "]:" in text or "src=" in text or "href=" in text


def _file_name(found: re.Match[str]) -> str:
    return found["before"] + found["target"].rstrip("/").rpartition("/")[2]
