"""What titles and first words of a text say of it: an answer, a hint, the number of a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ...cards.patterns import lazy
from .vocabulary import consume, folded, folded_words, is_dense, words

TITLE_WORDS = ("answer", "reveal", "invite", "beside", "question", "exercise")
DECORATION = lazy(r":[a-z][\w+-]*:|<[^>]+>|\{[^}]*\}|\*\*|__|[*`~]")
PARTS = lazy(r"[:：]\s*|\s*(?=[(（])|\s+[-–—|·]+\s+|\s*[–—]\s*")
INVITATION = lazy(
    r".*?(?P<open>(?:[*_]{0,3}|<\w+>)[(（\[]|(?<=[\s?？])[-–—|:]\s)(?P<tail>[^()（）\[\]?？]{1,80})[)）\]]?(?:[*_]{0,3}|</\w+>)\s*$"
)
NO_WORD = lazy(r"\W+")
ASKS = lazy(r"[?؟？]|_{3,}")
ENDS_ASKING = lazy(r"(?:[?؟？]|か[。．]?|(?<=[\u0370-\u03ff]);)[\s*_\"'”’»)\]）】」:：]*\Z|_{3,}")
EMPHASIS = r"(?:\*\*|__|[*_]|</?(?:b|strong|em|i|u|h[1-6]|p)>)"
NUMBER = r"(?:\d{1,3}(?:[.\-]\d{1,3})*(?:[.]?[a-z])?(?![\w%]))"
ASIDE = r"(?:\s*[(（][^()（）]{1,30}[)）](?=[*_]{0,3}\s*[.:)：、．。]))?"
"""What a label says beside its number, as in `Q2 (easy).`."""
DELIMITER = r"(?:[.:)：、．。]|[–—-](?=\s))"

WORDS = 8
"""Words of a title that can still be the name of an answer."""
LONG = 300
"""Characters of what is no title any more."""

TitleKind = Literal["answer", "reveal", "maybe", "invite", "other"]


@dataclass(frozen=True, slots=True)
class Title:
    """What the title of a folded box says."""

    kind: TitleKind
    rest: str = ""
    """What it says beside that, as in `Answer: 42`."""


def read_title(title: str) -> Title:
    """Whether a title names an answer; `maybe` has the word, and other words that make it doubtful.

    An `invite` only asks to be opened, which an answer does, but also a log or a long listing.
    """
    text = DECORATION.sub(" ", title).strip()
    parts = PARTS.split(text, maxsplit=1)
    if len(parts) == 2 and all(part.strip() for part in parts):
        first, second = _kind(parts[0]), _kind(parts[1])
        if first:
            said = text[len(parts[0]) :].lstrip().startswith((":", "：")) and not _says_words(parts[1])
            return Title(first, parts[1].strip() if said or not _is_beside(parts[1]) else "")
        if second and _is_beside(parts[0]):
            return Title(second)
    if kind := _kind(text):
        return Title(kind)
    if _only_invites(text):
        return Title("invite")
    doubtful = len(text.split()) <= WORDS and not ASKS.search(text) and _has_word(folded(text), "answer")
    return Title("maybe" if doubtful else "other")


def _kind(text: str) -> TitleKind | None:
    used, end = consume(folded(text), TITLE_WORDS)
    if end < len(folded(text)):
        return None
    return "answer" if "answer" in used else "reveal" if "reveal" in used else None


def _only_invites(text: str) -> bool:
    used, end = consume(folded(text), ("invite", "around_invite"))
    return "invite" in used and end == len(folded(text))


def _is_beside(text: str) -> bool:
    whole = folded(text)
    return consume(whole, (*TITLE_WORDS, "hint"))[1] == len(whole)


def _says_words(text: str) -> bool:
    """Whether a text has more than numbers and single letters."""
    return bool(consume(folded(text), TITLE_WORDS)[0])


def _has_word(text: str, table: str) -> bool:
    found = (text.find(word) for word in folded_words(table) if len(word) > 2)
    return any(at >= 0 and (is_dense(text[at]) or not text[at - 1 : at].isalpha()) for at in found)


def without_invitation(title: str) -> str:
    """The title without what asks to open it, as in `What is DNS? (click to reveal)`."""
    found = INVITATION.match(title) if len(title) < LONG else None
    if found:
        tail = folded(DECORATION.sub(" ", found["tail"]))
        used, end = consume(tail, TITLE_WORDS)
        if end == len(tail) and used & {"invite", "reveal"} and title[: found.start("open")].strip():
            return title[: found.start("open")].rstrip()
    return title


def is_hint(title: str) -> bool:
    """Whether a title names help that tells no answer."""
    text = folded(DECORATION.sub(" ", title).strip())
    used, end = consume(text, ("hint", "beside", "question", "exercise"))
    return "hint" in used and end == len(text)


def is_name_of_work(title: str) -> bool:
    """Whether a title only names a question or an exercise: "Question 3", "Try this", "Exercise 2 — loops"."""
    text = folded(DECORATION.sub(" ", title).strip())
    used, end = consume(text, ("question", "exercise", "beside", "asking"))
    if end == len(text):
        return not text or bool(used - {"beside"})
    return bool(used & {"question", "exercise"}) and not ASKS.search(title)


def asks_readers(title: str) -> bool:
    """Whether a heading is that of a section with questions."""
    text = folded(DECORATION.sub(" ", title))
    return any(
        (at := text.find(stem)) >= 0 and (is_dense(stem[0]) or not text[at - 1 : at].isalpha())
        for stem in folded_words("asking")
    )


def has_question_mark(text: str) -> bool:
    """Whether a text has a question mark of any script, or a blank to be filled in."""
    return ASKS.search(text) is not None or (re.search(r"[\u0370-\u03ff]", text) is not None and ";" in text)


def ends_asking(text: str) -> bool:
    """Whether a text ends with a question, or has a blank to be filled in."""
    return ENDS_ASKING.search(text) is not None


def points(text: str) -> bool:
    """Whether a text speaks of something that must stand beside it."""
    spaced = f" {NO_WORD.sub(' ', folded(text))} "
    return any(f" {word} " in spaced or (is_dense(word[-1]) and word in spaced) for word in folded_words("pointing"))


@cache
def _label(table: str) -> re.Pattern[str]:
    names = "|".join(sorted({re.escape(word) for word in words(table)}, key=lambda word: -len(word)))
    name = rf"(?:(?P<name>{names})(?![^\W\d])\s*(?:(?:no|nr|n)?[.°º№#]?\s*(?P<number>{NUMBER}{ASIDE}))?)"
    core = rf"(?:{name}|(?P<alone>{NUMBER})|第\s*\d+\s*[题題問问])"
    return re.compile(
        rf"\s*(?P<open>{EMPHASIS}*)\s*(?P<bracket>[(\[【（](?=[^)\]】）]{{1,20}}[)\]】）]))?{core}(?(bracket)[)\]】）])"
        rf"(?P<before>\s*{DELIMITER}+)?(?P<close>{EMPHASIS}*)(?P<after>\s*{DELIMITER}+)?[ \t]*",
        re.I,
    )


def label_end(text: str) -> int:
    """Where a text goes on after the number of a question at its beginning, `Q3.` or `**2)**`; 0 without one."""
    found = _label("question").match(text)
    if not found:
        return 0
    delimiter = found["before"] or found["after"] or ""
    if found["name"] and not found["number"] and not (":" in delimiter or "：" in delimiter):
        return 0
    numbered = delimiter or found["bracket"] or (found["open"] and found["close"]) or "第" in found[0]
    return found.end() if numbered or (found["name"] and not text[found.end() :].strip()) else 0


def names_question(text: str) -> bool:
    """Whether a text begins with the word for a question and its number: `**Q1.** …`, "Frage 2: …"."""
    found = _label("question").match(text)
    return bool(found and found["name"] and label_end(text))


def without_label(text: str) -> str:
    """The text without the number of a question at its beginning; emphasis around all of it stays."""
    end = label_end(text)
    if not end:
        return text
    found = _label("question").match(text)
    assert found
    opened = "" if found["close"] else found["open"]
    return opened + text[end:].lstrip()


def is_labelled(text: str) -> bool:
    """Whether a text begins as a numbered question or exercise, with whatever else the label says."""
    if label_end(text):
        return True
    found = _label("question").match(text) or _label("exercise").match(text)
    return bool(found and found["name"] and (found["number"] or found["before"] or found["after"] or found["close"]))


def states_theory(text: str) -> bool:
    """Whether a text begins as a statement that is proved or defined: `**Theorem 3** (Bolzano).`, "Remark. …"."""
    found = _label("theory").match(text)
    if not found or not found["name"]:
        return False
    return bool(found["number"] or found["before"] or found["after"] or found["close"] or found.end() == len(text))
