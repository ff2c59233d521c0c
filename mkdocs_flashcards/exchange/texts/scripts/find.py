"""Finds the lists of cards in scripts, and what looks like questions there and stands in no list that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ....cards.patterns import lazy
from ....cards.spans import Span, find_spans
from ...questions.labels import has_question_mark
from .asking_texts import asking_texts
from .list_rows import row_of
from .literals import NAME, STRING, Code, List, Literals, NoLiteral, Object
from .walk import asks_by_names, cards_in, is_glossary

SCRIPT = lazy(r"<script\b[^>]*>", re.I)
SCRIPT_END = lazy(r"</script\s*>", re.I)
NAMED = lazy(r"(?P<name>[\w$]+)[\"']?\s*(?::[^=\n;]*)?[=:]\s*(?:new\s+Map\(\s*)?\Z")
TELLING = lazy(
    r"card|flash|vocab|deck|glossar|term|word|quiz|question|lexi|dictionar|pair|frage|kartei|lernkart|vokab|wort|wört"
    r"|woert|pregunt|tarjet|palabr|domand|parol[ea]|pergunt|palavr|vra(?:ag|gen)|woord|pytan|fiszk|slow|slov|otaz|fråg"
    r"|вопрос|слов|问题|題|질문|단어",
    re.I,
)
"""A name of a value in a script that says that there are cards in it."""
LONGEST_NAME = 120
NAMED_LIST = lazy(r"(?P<name>[\w$]{1,80})[\"']?\s{0,20}(?::[^=\n;]{0,200})?[=:]\s{0,20}[\[{]")
LITERAL = lazy(r"[\[{]\s*[\"'`\[{\w]")
"""How a list begins whose items are not taken from elsewhere."""
GIVEN = lazy(r"\b(?:push|unshift|add\w{0,30})\(\s*\Z")
OPENS = lazy(r"[\[{]")
ELEMENT = lazy(r"^[ \t>]*<", re.M)
MOST_TRIES = 500
MOST_CUT = 3
"""Of lists that do not end: each is looked at to the end of the text."""


@dataclass(frozen=True, slots=True)
class CardList:
    """A list of cards in a script: where it begins and ends, and where the script does."""

    value: object
    start: int
    end: int
    script: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unread:
    """What looks like cards in a script and cannot be read: where it begins, where the script is, and why."""

    start: int
    script: tuple[int, int]
    why: str


@dataclass(slots=True)
class Scripts:
    """What the scripts of a text have in them."""

    lists: list[CardList] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def find_lists(text: str, *, is_page: bool = False) -> Scripts:
    """The lists of cards in a script, or in the scripts of a page, and what was found beside them."""
    found, search = Scripts(), _Search(text)
    for script in _scripts(text, is_page=is_page):
        search.broken = []
        lists = list(search.lists(script))
        ranges = [(one.start, one.end) for one in lists]
        named = any(TELLING.search(one["name"]) for one in NAMED_LIST.finditer(text, *script))
        unread = sorted([*asking_texts(text, script, ranges, names_cards=named), *search.broken])
        found.lists += lists
        found.unread += [Unread(at, script, why) for at, why in unread]
    return found


class _Search:
    """Looks for lists of cards, as long as few values were read for nothing."""

    def __init__(self, text: str) -> None:
        self.broken: list[tuple[int, str]] = []
        """Values with a telling name that cannot be read, and why."""
        self._text = text
        self._tries = self._cut = 0

    def lists(self, script: tuple[int, int]) -> Iterator[CardList]:
        """The lists of cards in a script."""
        at, end = script
        literals = Literals(self._text[:end])
        while self._tries < MOST_TRIES and self._cut < MOST_CUT and (found := OPENS.search(self._text, at, end)):
            at = found.start()
            is_named = _is_named(self._text, at)
            if not is_named and not self._may_be_cards(literals, at):
                at += 1
                continue
            try:
                value, after = literals.value(at)
            except NoLiteral as problem:
                self._fail(at, problem, is_named=is_named)
                at += 1
                continue
            if _holds_cards(value, is_named=is_named, is_given=_is_given(self._text, at)):
                yield CardList(value, at, after, script)
                at = after
            elif isinstance(value, List) and (is_named or isinstance(value[0], Object)):
                at = after
            else:
                at += 1  # whatever is in it stands for itself
                self._tries += not is_named  # values may be nested deeply, and each is read

    def _may_be_cards(self, literals: Literals, at: int) -> bool:
        """Whether a value without a telling name begins as a list of objects or of lists, or with a question."""
        begin = literals.space(at + 1)
        if self._text[at] == "[":
            return self._text.startswith(("[", "{", "new "), begin)
        key = STRING.match(self._text, begin) or NAME.match(self._text, begin)
        colon = literals.space(key.end()) if key else 0
        if not key or not self._text.startswith(":", colon):
            return False
        is_list = self._text.startswith("[", literals.space(colon + 1))
        return has_question_mark(key[0]) or is_list or _is_given(self._text, at)

    def _fail(self, at: int, problem: NoLiteral, *, is_named: bool) -> None:
        self._tries += 1
        self._cut += problem.is_cut
        if is_named and LITERAL.match(self._text, at):
            self.broken.append((at, f"a list of cards that cannot be read: {problem}"))


def _holds_cards(value: object, *, is_named: bool, is_given: bool) -> bool:
    if isinstance(value, Object):
        asks = asks_by_names(value) and (is_named or len(value) > 1)
        parts = value.values()
        is_whole = all(isinstance(one, List) for one in parts) or (is_named and all(map(is_glossary, parts)))
        is_whole = is_whole or asks or (is_named and is_glossary(value)) or is_given
        return is_whole and bool(cards_in([value], is_named=is_named))
    if isinstance(value, List) and not any(isinstance(one, (List, Object, Code)) for one in value):
        return False
    if isinstance(value, List) and value and isinstance(value[0], List) and not is_named:
        rows = [row_of(one) for one in value if isinstance(one, List)]
        if 2 * sum(row is not None and row.is_told for row in rows) < len(value):
            return False
    return bool(cards_in([value], is_named=is_named))


def _is_named(text: str, at: int) -> bool:
    """Whether a value in a script has a name that says that it holds cards."""
    if not text[max(at - 20, 0) : at].rstrip().endswith(("=", ":", "(")):
        return False
    found = NAMED.search(text, max(at - LONGEST_NAME, 0), at)
    return found is not None and bool(TELLING.search(found["name"]))


def _is_given(text: str, at: int) -> bool:
    """Whether a value is added to a list: `questions.push({…})`."""
    return bool(GIVEN.search(text, max(at - LONGEST_NAME, 0), at))


def _scripts(text: str, *, is_page: bool) -> Iterator[tuple[int, int]]:
    """Where the scripts of a page are; a text without any is one itself. Those in an example of code do not run."""
    if not is_page and not ELEMENT.search(text):
        yield 0, len(text)
        return
    code = [] if "<html" in text.lower() else [span for span in find_spans(text) if _is_shown(span, text)]
    found, at = 0, 0
    while (begin := SCRIPT.search(text, at)) and (end := SCRIPT_END.search(text, begin.end())):
        at, found = end.end(), found + 1
        if not any(span.start <= begin.start() < span.end for span in code) and found <= MOST_TRIES:
            yield begin.end(), end.start()
    if not found and not is_page:
        yield 0, len(text)


def _is_shown(span: Span, text: str) -> bool:
    """Whether what stands in a part of a note is an example or a comment."""
    return span.kind in ("fenced", "code") or text.startswith("<!--", span.start)
