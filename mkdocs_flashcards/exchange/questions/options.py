"""The options of a question, by letters or as a list, and what is left of the question without them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ...cards.patterns import lazy
from ..outline import dedent, dedented, indent

# Letters that options are counted by; a Persian list begins with a letter of three signs.
ALPHABETS = (
    "A B C D E F G H I J",
    "a b c d e f g h i j",
    "А Б В Г Д Е Ж З",
    "а б в г д е ж з",
    "А Б В Г Ґ Д Е Є",
    "а б в г ґ д е є",
    "Α Β Γ Δ Ε Ζ Η Θ",
    "α β γ δ ε ζ η θ",
    "أ ب ج د ه و",
    "ا ب ج د ه و",
    "الف ب ج د ه و",
    "א ב ג ד ה ו",
    "क ख ग घ ङ",
    "ア イ ウ エ オ カ",
    "가 나 다 라 마 바",
    "ㄱ ㄴ ㄷ ㄹ ㅁ",
    "甲 乙 丙 丁 戊",
    "① ② ③ ④ ⑤ ⑥ ⑦ ⑧",
)
CIRCLED = "①②③④⑤⑥⑦⑧"
FENCE = lazy(r"\s*(?:>\s*)*(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
NUMBERED = lazy(r"(?P<indent>\s*)(?P<number>\d{1,2})(?P<close>[.)])\s+(?=\S)")
BULLET = lazy(r"(?P<indent>\s*)[-*+•]\s+(?:\[[ xX]?\]\s+)?(?=\S)")
TICKED = lazy(r"\s*[-*+][ \t]+\[[xX]\]")
DIV = lazy(r"\s*</?div\b[^>]*>\s*$", re.I)
LINE_BREAK = lazy(r"(?:[ ]{2,}|\\|<br\s*/?>)\s*$", re.I)
SEPARATOR = lazy(r"[ \t]*(?:(?:&(?:em|en|nb|thin)sp;[ \t]*)+|[·•|;/])?[ \t]*$")
MARKS = lazy(r"<[^>]+>|\*\*|__|[*_`\"“”„«»'.;,:!。；，✅✔☑️❌✗]")


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to choose from."""

    label: str
    """Its letter or number as an answer would name it; empty in a list of bullets."""
    lead: str
    """The label as it stands, with its dot or bracket."""
    text: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """A question's options and its text without them."""

    stem: str
    options: tuple[Option, ...]
    by_place: bool = False
    """Whether the letters come from the place in the list only."""
    inline: bool = False
    """Whether they stand in running text, where a bracketed letter may mean many things."""


@dataclass(frozen=True, slots=True)
class _Start:
    """Where an option begins."""

    line: int
    label: str
    lead: str
    style: tuple[str, ...]
    """What the options of one question have in common: bullet, brackets, emphasis."""
    text: str
    indent: int
    ticked: bool = False


@cache
def _letter() -> re.Pattern[str]:
    letters = sorted({letter for row in ALPHABETS for letter in row.split() if letter not in CIRCLED}, key=len)
    return re.compile(
        rf"(?P<indent>\s*)(?P<bullet>[-*+•]\s+(?:\[[ xX]?\]\s*)?|>\s*)?(?P<emphasis>\*\*|__|\*|_|`)?"
        rf"(?:(?P<circle>[{CIRCLED}])|(?P<open>[(（\[【])?(?P<letter>{'|'.join(reversed(letters))})"
        rf"(?P<close>[)）\]】][.:]?|[.．:：、،/]|(?=(?:\*\*|__|\*|_|`)\s*[)).:\-–—])|\s+[-–—](?=\s)))"
        rf"(?P<after>\*\*|__|\*|_|`)?(?P<late>\s*[)）.:]|\s*[-–—](?=\s))?\s*(?P<text>\S.*|$)"
    )


def find_options(question: str) -> Options | None:
    """The options that a question ends with, in whichever way they are written; None without any."""
    lines = question.split("\n")
    prose = _outside_code(lines)
    return (
        _lettered(lines, prose)
        or _inline(lines, prose)
        or _listed(lines, prose, NUMBERED)
        or _listed(lines, prose, BULLET)
    )


def _outside_code(lines: Sequence[str]) -> list[bool]:
    fence, prose = "", []
    for line in lines:
        found = FENCE.match(line) if "```" in line or "~~~" in line else None
        prose.append(not fence and not found)
        if found:
            bare = not found["info"].strip()
            fence = "" if fence and bare and found["fence"].startswith(fence) else fence or found["fence"]
    return prose


def _lettered(lines: Sequence[str], prose: Sequence[bool]) -> Options | None:
    starts = [start for number, line in enumerate(lines) if prose[number] and (start := _start(number, line))]
    for first in range(len(starts) - 1, -1, -1):
        for row in ALPHABETS:
            run = _run(starts[first:], row.split())
            if len(run) > 1:
                return _options(lines, run)
    return None


def _start(number: int, line: str) -> _Start | None:
    found = _letter().match(line)
    if not found:
        return None
    label, text = found["circle"] or found["letter"], found["text"]
    lead = found["circle"] or f"{found['open'] or ''}{label}{(found['close'] or found['late'] or ')').strip()}"
    if found["emphasis"] and not found["after"]:
        text = _unwrapped(text, found["emphasis"])
    bullet = (found["bullet"] or "")[:1]
    style = (bullet, found["open"] or "", (found["close"] or found["late"] or "").strip())
    return _Start(number, label, lead, style, text, indent(line), TICKED.match(line) is not None)


def _unwrapped(text: str, emphasis: str) -> str:
    """The text of an option whose emphasis began before its letter."""
    bare = LINE_BREAK.sub("", text)
    return bare[: -len(emphasis)] if bare.endswith(emphasis) and emphasis not in bare[:-1] else emphasis + text


def _run(starts: Sequence[_Start], row: Sequence[str]) -> list[_Start]:
    """The starts that follow one another in an alphabet from its first letter."""
    run: list[_Start] = []
    for start in starts:
        if len(run) < len(row) and start.label == row[len(run)] and (not run or start.style == run[0].style):
            run.append(start)
        elif not run:
            break
    return run


def _options(lines: Sequence[str], run: Sequence[_Start], *, by_place: bool = False) -> Options | None:
    ends = [*(start.line for start in run[1:]), _end(lines, run[-1])]
    options = []
    for start, end in zip(run, ends, strict=True):
        below = [line for line in dedented(lines[start.line + 1 : end]) if not DIV.match(line)]
        text = "\n".join([LINE_BREAK.sub("", start.text), *(LINE_BREAK.sub("", line) for line in below)]).strip()
        options.append(Option(start.label, start.lead, text, start.ticked))
    stem = [line for line in lines[: run[0].line] if not DIV.match(line)]
    tail = [line for line in lines[ends[-1] :] if not DIV.match(line)]
    if any(not option.text or option.text.startswith(("```", "~~~", "|")) for option in options):
        return None
    text = "\n".join([*dedented(stem), *(["", *dedented(tail)] if dedented(tail) else [])])
    return Options(LINE_BREAK.sub("", text.strip("\n")), tuple(options), by_place)


def _end(lines: Sequence[str], last: _Start) -> int:
    """The line after the last option: text that is not indented after a blank line is no part of it."""
    for number in range(last.line + 1, len(lines)):
        line = lines[number]
        if DIV.match(line) or (line.strip() and not lines[number - 1].strip() and indent(line) <= last.indent):
            return number
    return len(lines)


def _inline(lines: Sequence[str], prose: Sequence[bool]) -> Options | None:
    """Options in one line or paragraph: `(a) this (b) that (c) both`."""
    last = max((number for number, line in enumerate(lines) if line.strip()), default=-1)
    if last < 0 or not prose[last]:
        return None
    first = last
    while first and lines[first - 1].strip() and prose[first - 1]:
        first -= 1
    text = "\n".join(lines[first : last + 1])
    for row in ALPHABETS:
        for opened, closed in (("(", ")"), ("（", "）"), ("", ")"), ("", "）"), ("", "."), ("", "、")):
            found = list(_in_order(text, row.split(), opened, closed))
            if len(found) > 1 and (options := _cut(text, found, opened, closed)):
                stem = "\n".join([*lines[:first], text[: found[0][1]].rstrip()]).strip("\n")
                return Options(stem, options, inline=True)
    return None


def _in_order(text: str, row: Sequence[str], opened: str, closed: str) -> Iterator[tuple[str, int, int]]:
    """Letters of an alphabet one after the other: the letter, and where its label begins and ends."""
    at = 0
    for letter in row:
        label = opened + letter + closed
        found = _label(label).search(text, at) if text.find(label, at) >= 0 else None
        if not found:
            return
        yield letter, found.start(), found.end()
        at = found.end()


@cache
def _label(label: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w(（.])(?:\*\*)?{re.escape(label)}(?:\*\*)?\s*(?=\S)")


def _cut(text: str, found: Sequence[tuple[str, int, int]], opened: str, closed: str) -> tuple[Option, ...] | None:
    ends = [*(start for _, start, _ in found[1:]), len(text)]
    pieces = [
        SEPARATOR.sub("", LINE_BREAK.sub("", text[at:end].strip())) for (*_, at), end in zip(found, ends, strict=True)
    ]
    if any(not piece or "\n" in piece.strip() for piece in pieces):
        return None
    return tuple(
        Option(letter, opened + letter + closed, piece) for (letter, *_), piece in zip(found, pieces, strict=True)
    )


def _listed(lines: Sequence[str], prose: Sequence[bool], marker: re.Pattern[str]) -> Options | None:
    """The items of the last list that is not inside another, as options by their place."""
    starts: list[_Start] = []
    for number, line in enumerate(lines):
        found = marker.match(line) if prose[number] else None
        if found and (not starts or indent(line) <= starts[0].indent):
            label = str(found["number"]) if marker is NUMBERED else ""
            if starts and (indent(line) < starts[0].indent or _text_between(lines, starts[-1], number)):
                starts = []
            lead = f"{label}{found['close']}" if label else ""
            ticked = TICKED.match(line) is not None
            starts.append(_Start(number, label, lead, (), line[found.end() :], indent(line), ticked))
    if len(starts) < 2:
        return None
    if starts[0].label and [start.label for start in starts] != [str(n) for n in range(1, len(starts) + 1)]:
        starts = [_Start(s.line, str(n), f"{n}.", (), s.text, s.indent) for n, s in enumerate(starts, 1)]
    return _options(lines, starts, by_place=True)


def _text_between(lines: Sequence[str], last: _Start, number: int) -> bool:
    return _end(lines[:number], last) < number


def same(text: str) -> str:
    """An option's text as it is compared with an answer's."""
    return " ".join(MARKS.sub("", text).split()).casefold()


def task_list(options: Sequence[Option], right: Sequence[int], *, labels: bool) -> str:
    """The options as a task list in which the right ones are ticked; with their letters where these are spoken of."""
    lines = []
    for number, option in enumerate(options):
        first, *more = option.text.split("\n")
        by_place = f"{chr(65 + number)})"  # in a numbered list too, where the letters come from its style
        lead = f"{by_place if not option.lead or option.label.isdigit() else option.lead} " if labels else ""
        lines.append(f"- [{'x' if number in right else ' '}] {lead}{first}")
        lines += [f"    {dedent(line, 0)}" if line.strip() else "" for line in more]
    return "\n".join(lines)
