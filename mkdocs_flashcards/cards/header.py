"""The options on the opening line of a block, and in braces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import fields
from difflib import get_close_matches

from . import mistakes
from .mistakes import Mistake
from .model import Options
from .patterns import lazy

ITEM = lazy(
    r"""\s*(?:
        \#(?P<id>[^\s{}="']+)
      | (?P<key>[\w-]+)=(?:"(?P<double>(?:\\"|[^"])*)"|'(?P<single>(?:\\'|[^'])*)'|(?P<bare>[^\s"'{}“”„‘’]*))
    )(?=[\s}]|$)""",
    re.X,
)

WEEK = lazy(r"(?=.*[^\W_])(?!-)[^\s/\\<>\"'#?%&|*:](?:[^/\\<>\"'#?%&|*:\n]{0,38}[^\s/\\<>\"'#?%&|*:])?")
RANGE = lazy(r"(?P<word>\D*)(?P<first>\d{1,3})\s?[-–—]\s?(?P<last>\d{1,3})")
LONG_NUMBER = lazy(r"0*[^\D0]\d{3,}(?:\s?[-–—]\s?\d+)?|\d{1,3}\s?[-–—]\s?0*[^\D0]\d{3,}")
PUNCTUATED = lazy(r"\W*\d+[^\w\s]+|[^\w\s]+\d+")
SEVERAL = lazy(r"\d+(?:\s*[,;+]\s*\d+)+")  # a card is reviewed in one week
COMMA_AND_MORE = lazy(r"[,;](?:\Z|#[^,;]|(?:id|source|week|tags|hint|reverse|order|review)=)")
COMMA = lazy(r"""\s*(?:[\w-]+=(?:"[^"]*"|'[^']*'))?\s*[,;](?=\s|$|#|[\w-]+=)""")
QUOTED = lazy(r"""^(["'])(.*)\1$""")
LONGEST_ID = 100  # progress is kept by it, in lines that take no more than twice as much
NO_OPTIONS = Options()
YES, NO = {"yes", "true", "on"}, {"no", "false", "off"}


def parse_header(header: str, name: str) -> tuple[Options, list[Mistake]]:
    """The options of a header such as `source="Lab" week=1` or `{ #docker hint='…' }`, and what is wrong with it."""
    text = header.strip()
    if not text:
        return NO_OPTIONS, []
    found: dict[str, str] = {}
    wrong: list[Mistake] = []
    if text.startswith("{"):
        text = text.removeprefix("{")
        if not text.endswith("}"):
            return Options(), [mistakes.unreadable_header(header, name)]
        text = text.removesuffix("}").strip()
    at = 0
    while at < len(text):
        item = ITEM.match(text, at)
        if not item or _is_run_on(item, text):
            mistake = mistakes.comma_between_options if item or COMMA.match(text, at) else mistakes.unreadable_header
            wrong.append(mistake(text[at:].strip(), name))
            break
        key = "id" if item["id"] else item["key"]
        if key in found:
            wrong.append(mistakes.option_twice(key))
        found.setdefault(key, _value(item))
        at = item.end()
    values = {key: value for key in found if (value := _read(key, found[key], wrong)) is not None}
    return Options(**values), wrong  # type: ignore[arg-type]


def _is_run_on(item: re.Match[str], text: str) -> bool:
    """Whether a value without quotes has taken in the comma behind it, or more. Only tags are listed with commas."""
    more = COMMA_AND_MORE.search(item["bare"] or "")
    return more is not None and (more[0] not in (",", ";") or (item["key"] != "tags" and item.end() < len(text)))


def _value(item: re.Match[str]) -> str:
    if item["double"] is not None:
        return item["double"].replace('\\"', '"').strip()
    if item["single"] is not None:
        return item["single"].replace("\\'", "'").strip()
    return item["id"] or item["bare"]


def _read(key: str, value: str, wrong: list[Mistake]) -> object | None:
    if key not in READERS:
        near = get_close_matches(key, READERS, 1)
        wrong.append(mistakes.unknown_option(key, near[0] if near else None))
        return None
    if not value:
        wrong.append(mistakes.empty_option(key))
        return None
    read = READERS[key](key, value)
    if isinstance(read, Mistake):
        wrong.append(read)
        return None
    return read


def is_id(value: str) -> bool:
    """Whether a text can be the id of a card."""
    return bool(value) and not isinstance(_id("id", value), Mistake)


def is_week(value: str) -> bool:
    """Whether a text can name a week: a number, a range or a short name that can also be part of a file name."""
    return week_mistake(value) is None


def is_week_name(value: str) -> bool:
    """Whether a text, even a number of any size, can be the name of a group of cards and part of a file name."""
    return WEEK.fullmatch(value) is not None


def week_mistake(value: str) -> Mistake | None:
    """What is wrong with a text that should name a week; None for a good one."""
    if LONG_NUMBER.fullmatch(value):
        return mistakes.long_week(value)
    found = RANGE.fullmatch(value)
    if found and int(found["first"]) > int(found["last"]):
        return mistakes.backwards_week(value, f"{found['word']}{found['last']}-{found['first']}")
    is_number_and_more = SEVERAL.fullmatch(value) or PUNCTUATED.fullmatch(value)
    return None if is_week_name(value) and not is_number_and_more else mistakes.bad_week(value)


def _text(_: str, value: str) -> str:
    return value


def _id(_: str, value: str) -> str | Mistake:
    name = unicodedata.normalize("NFC", value)  # so that two ways to type an umlaut are one id
    if len(name) > LONGEST_ID:
        return mistakes.long_id(value, LONGEST_ID)
    if all(char.isalnum() or char in "-_." or unicodedata.category(char).startswith("M") for char in name):
        return name
    return mistakes.bad_id(value)


def _week(_: str, value: str) -> str | Mistake:
    return week_mistake(value) or value


def _tags(key: str, value: str) -> tuple[str, ...] | Mistake:
    listed = value[1:-1] if value.startswith("[") and value.endswith("]") else value  # as in front matter
    tags = tuple(tag for piece in listed.split(",") if (tag := QUOTED.sub(r"\2", piece.strip()).strip()))
    return tags or mistakes.empty_option(key)


def _yes_or_no(key: str, value: str) -> bool | Mistake:
    if value.lower() in YES | NO:
        return value.lower() in YES
    return mistakes.not_yes_or_no(key, value)


READERS: dict[str, Callable[[str, str], object]] = {
    "id": _id,
    "source": _text,
    "week": _week,
    "tags": _tags,
    "hint": _text,
    **{option.name: _yes_or_no for option in fields(Options) if isinstance(option.default, bool)},
}
