"""Reads the literals of JSON and JavaScript, and runs nothing.

Strings in all quotes and joined by `+`, numbers, lists, objects with bare keys, comments, commas too many. Whatever
would have to be run, such as a name, a call or `${…}` in a string, is kept as `Code`, whose value nobody knows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from textwrap import dedent

from ....cards.patterns import lazy

SPACE = lazy(r"(?:\s|//[^\n]*|<!--[^\n]*)*")
STRING = lazy(r"""(?P<quote>["'])(?P<text>(?:[^"'\\\n]|\\.|(?!(?P=quote))["'])*)(?P=quote)""", re.S)
TEMPLATE = lazy(r"`(?P<text>(?:[^`\\]|\\.)*)`", re.S)
NUMBER = lazy(r"[-+]?(?:0x[\da-f]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?)", re.I)
NAME = lazy(r"[^\W\d][\w$]*|\$[\w$]*")
ESCAPE = lazy(
    r"\\(?:u\{(?P<long>[0-9a-f]+)\}|u(?P<four>[0-9a-f]{4})|x(?P<two>[0-9a-f]{2})|(?P<end>\r?\n)|(?P<char>.))",
    re.I | re.S,
)
CHARS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": ""}
CONSTANTS = {"true": True, "false": False, "null": None, "undefined": None}
RAW = "String.raw`"
DEEPEST = 60
OPENS = {"(": ")", "[": "]", "{": "}"}


class NoLiteral(ValueError):
    """What stands here is no literal. `at` is its place in the text."""

    def __init__(self, message: str, at: int, *, is_cut: bool = False) -> None:
        super().__init__(message)
        self.at = at
        self.is_cut = is_cut
        """Whether the text ends before what began here does."""


@dataclass(frozen=True, slots=True)
class Code:
    """What would have to be run to be known."""

    text: str


class Object(dict[str, object]):
    """An object, where it begins, and where each of its fields does."""

    at = 0

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[str, int] = {}


class List(list[object]):
    """A list, and where each of its items begins."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[int] = []


class Lines:
    """The line of each place in a text."""

    def __init__(self, text: str) -> None:
        self._ends = [end.start() for end in re.finditer("\n", text)]

    def __getitem__(self, at: int) -> int:
        return bisect_right(self._ends, at - 1) + 1


class Literals:
    """Reads the literals of a text, each from the place where it begins."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last_comment = text.rfind("*/")

    def space(self, at: int) -> int:
        """The place after the space and comments here."""
        while True:
            found = SPACE.match(self._text, at)
            at = found.end() if found else at
            if not self._text.startswith("/*", at) or self._last_comment < at + 2:
                return at
            at = self._text.index("*/", at + 2) + 2

    def value(self, at: int, depth: int = 0) -> tuple[object, int]:
        """The literal that begins at a place, and where it ends. Raises NoLiteral where it does not end."""
        at = self.space(at)
        if depth > DEEPEST:
            raise NoLiteral("brackets are nested too deeply", at)
        sign = self._text[at : at + 1]
        if sign == "{":
            return self._object(at, depth)
        if sign == "[":
            return self._list(at, depth)
        if sign in ('"', "'", "`") and sign:
            return self._string(at)
        if number := NUMBER.match(self._text, at):
            return _number(number[0]), number.end()
        if (name := NAME.match(self._text, at)) and name[0] in CONSTANTS:
            return CONSTANTS[name[0]], name.end()
        return self._raw(at) or self._code(at)

    def _raw(self, at: int) -> tuple[str, int] | None:
        """A template whose escapes are none, as authors write formulas; None where here is none that is known."""
        found = TEMPLATE.match(self._text, at + len(RAW) - 1) if self._text.startswith(RAW, at) else None
        return (found["text"], found.end()) if found and "${" not in found["text"] else None

    def _list(self, start: int, depth: int) -> tuple[List, int]:
        found = List()
        at = self.space(start + 1)
        while self._text[at : at + 1] != "]":
            if self._text[at : at + 1] != ",":
                found.places.append(self.space(at))
                value, at = self._member(at, depth)
                found.append(value)
            at = self._next(at, "]")
        return found, at + 1

    def _object(self, start: int, depth: int) -> tuple[Object, int]:
        found = Object()
        found.at = start
        at = self.space(start + 1)
        while self._text[at : at + 1] != "}":
            if self._text[at : at + 1] != ",":
                begin = at
                key, at = self._key(at)
                found.places[key] = begin
                at = self.space(at)
                if self._text[at : at + 1] == ":":
                    value, at = self._member(at + 1, depth)
                    found[key] = value
                else:  # `{name}`, `{...other}`, `{method() {}}`
                    found[key], at = self._code(at, may_be_empty=True)
            at = self._next(at, "}")
        return found, at + 1

    def _next(self, at: int, close: str) -> int:
        at = self.space(at)
        sign = self._text[at : at + 1]
        if sign not in (",", close) or not sign:
            raise NoLiteral(f"expected a comma or {close}", at)
        return self.space(at + 1) if sign == "," else at

    def _key(self, at: int) -> tuple[str, int]:
        sign = self._text[at : at + 1]
        if sign in ('"', "'"):
            key, at = self._quoted(at)
            return key, at
        if found := NUMBER.match(self._text, at) or NAME.match(self._text, at):
            return found[0], found.end()
        if self._text.startswith("...", at):
            return "...", at + 3
        raise NoLiteral("expected the name of a field", at)

    def _member(self, at: int, depth: int) -> tuple[object, int]:
        """A value inside of a list or an object; with an operation on it, it is code."""
        begin = self.space(at)
        value, end = self.value(begin, depth + 1)
        after = self.space(end)
        if self._text[after : after + 1] in (",", "]", "}", ""):
            return value, end
        if self._text.startswith(("as ", "satisfies "), after):  # TypeScript's types
            return value, self._code(after)[1]
        if self._text[after] not in "+-.([?|&*/%=<>!`":
            raise NoLiteral("expected a comma", after)
        return self._code(begin)

    def _string(self, at: int) -> tuple[object, int]:
        """A string, or several that are joined."""
        text, end = self._quoted(at)
        begin, is_code = at, self._text[at] == "`" and bool(re.search(r"(?<!\\)\$\{", text))
        text = _of_template(text) if self._text[at] == "`" else text
        while True:
            plus = self.space(end)
            quote = self.space(plus + 1)
            if self._text[plus : plus + 1] != "+" or self._text[quote : quote + 1] not in ('"', "'", "`"):
                return (Code(self._text[begin:end]) if is_code else text), end
            more, end = self._quoted(quote)
            is_template = self._text[quote] == "`"
            is_code |= is_template and bool(re.search(r"(?<!\\)\$\{", more))
            text += _of_template(more) if is_template else more

    def _quoted(self, at: int) -> tuple[str, int]:
        """A string without its quotes; that of a template still has its escapes."""
        found = (TEMPLATE if self._text[at] == "`" else STRING).match(self._text, at)
        if not found:
            raise NoLiteral("a string that begins here does not end", at, is_cut=self._text[at] == "`")
        return (found["text"] if self._text[at] == "`" else _unescaped(found["text"])), found.end()

    def _code(self, at: int, *, may_be_empty: bool = False) -> tuple[Code, int]:
        """What stands here up to the next comma or closing bracket that belongs to nothing in it."""
        begin, closing = at, list[str]()
        while True:
            sign = self._text[at : at + 1]
            if not sign:
                raise NoLiteral("the text ends before its brackets are closed", begin, is_cut=True)
            if not closing and sign in ",]})":
                break
            if closing and sign == closing[-1]:
                closing.pop()
            elif sign in OPENS:
                closing.append(OPENS[sign])
            if sign in ('"', "'", "`"):
                _, at = self._quoted(at)
                continue
            after = self.space(at) if sign == "/" else at
            at = after if after > at else at + 1
        if at == begin and not may_be_empty:
            raise NoLiteral("expected a value", at)
        return Code(self._text[begin:at].strip()), at


def _of_template(text: str) -> str:
    """The text of a template, without the indent that its lines have from the code around it."""
    first, *more = text.split("\n")
    return _unescaped("\n".join([first, dedent("\n".join(more))]) if more else first)


def _number(text: str) -> int | float:
    text = text.replace("_", "")
    if "x" in text.lower():
        return int(text, 16)
    try:
        return int(text)
    except ValueError:
        return float(text)


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    joined = ESCAPE.sub(_character, text)
    if not any("\ud800" <= char <= "\udfff" for char in joined):
        return joined
    return joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(found: re.Match[str]) -> str:
    code = found["long"] or found["four"] or found["two"]
    if code:
        return chr(min(int(code, 16), 0x10FFFF))
    return "" if found["end"] else CHARS.get(found["char"], found["char"])
