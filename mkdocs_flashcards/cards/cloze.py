"""The body of a `cloze`: three notations for blanks, cut out of the text before Markdown reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from . import mistakes
from .identity import blank_mark, card_id
from .mistakes import Mistake
from .model import Blank, Cloze, Options, Place
from .zones import Zone, find_zones, masked, separators

EQUALS = re.compile(r"(?P<equals>(?<!=)==(?!=))|\n[ \t]*\n")
EQUALS_IN_CODE = re.compile(r"(?P<equals>(?<!=)==(?!=))|\n")
OPENS = re.compile(r"==\S")
OPENS_IN_CODE = re.compile(r"(?<![\w)\]}\"'!])==\S")
CLOSES = re.compile(r"(?<!\s)==")
NO_EQUALS = re.compile(r"(?<![=\S])==[ \t]*==(?!=)|(?<!=)====(?![=\s])|(?<=[^\s=])====(?!=)")
UNDERLINE = re.compile(r"^=+[ \t]*$", re.M)
UNSPEAKABLE = re.compile(r"!\[|\[\^|^:[\w+-]+:$")  # an image, a footnote, an icon: nobody types them
WORD = re.compile(r"\w")
ANKI = re.compile(r"\{\{c(?P<number>[1-9]\d*)::")
UNDERSCORES = re.compile(r"_{4,}|(?<!\w)_{3}(?!\w)")
UNDERSCORES_IN_CODE = re.compile(r"(?<!\w)_{3,}(?!\w)")
BRACE = re.compile(r"\\.|[{}]", re.S)
RULE = re.compile(r"^ {0,3}_{3,}[ \t]*$", re.M)
MARKED_LINE = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?P<text>\S.*)")
IN_TICKS = re.compile(r"(?P<ticks>`+)(?P<code>.+?)(?P=ticks)", re.S)


@dataclass(frozen=True, slots=True)
class _Gap:
    """A blank where it stands in the text."""

    start: int
    end: int
    blank: Blank


def token(number: int) -> str:
    """What stands in the text for the blank at this place (from 1), through Markdown, highlighting and math.

    Letters only, so that highlighters and smart typography take it for one plain word.
    """
    return f"qzblank{token_letters(number)}zq"


TOKEN = re.compile(r"qzblank([a-z]{1,4}?)zq")


def token_letters(number: int) -> str:
    """A number from 1 in letters: a … z, aa …"""
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(97 + digit) + letters
    return letters


def token_number(letters: str) -> int:
    """The number in letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 96
    return number


def read_cloze(body: str, options: Options) -> tuple[Cloze | None, list[Mistake]]:
    """The cloze in a body, and what is wrong with it; None where it cannot be shown."""
    if not body.strip():
        return None, [mistakes.empty_cloze()]
    parts = _split(body)
    text, zones = parts[0][1], find_zones(parts[0][1])
    wrong: list[Mistake] = []
    explanation = parts[1][1] if len(parts) > 1 else ""
    if ANKI.search(text):
        gaps = _anki_gaps(text, zones, wrong)
        used = "{{c1::answer}}"
    elif gaps := _equals_gaps(text, zones):
        used = "==answer=="
    else:
        gaps = _underscore_gaps(text, zones)
        used = ""
        if gaps:
            gaps = _with_answers(gaps, parts, wrong)
            explanation = parts[2][1] if len(parts) > 2 else ""
    if used:
        wrong += _look_alikes(text, zones, gaps, used)
    if used != "{{c1::answer}}" and "==" in text:
        wrong += _empty_equals(text, zones, gaps)
    if not gaps and not wrong:
        wrong.append(mistakes.no_blank())
    if options.reverse:
        wrong.append(mistakes.reverse_needs_text("cloze"))
    return _cloze(text, gaps, explanation, options, numbered=used == "{{c1::answer}}"), wrong


def _split(body: str) -> list[tuple[int, str]]:
    """Line number and text of each part between lines of hyphens; later ones are rules in the last."""
    parts, at = [], 0
    for start, end in [*separators(body)[:2], (len(body), len(body))]:
        parts.append((body.count("\n", 0, at) + 1, body[at:start]))
        at = end
    if len(parts) == 3 and not (_uses_underscores(parts[0][1])):
        first, second, _ = parts
        parts = [first, (second[0], body[len(first[1]) :].split("\n", 1)[1])]
    return [
        (line, text.strip("\n")) if number else (line, text.rstrip("\n")) for number, (line, text) in enumerate(parts)
    ]


def _uses_underscores(text: str) -> bool:
    return not ANKI.search(text) and not _equals_gaps(text, find_zones(text))


def _cloze(text: str, gaps: list[_Gap], explanation: str, options: Options, *, numbered: bool) -> Cloze | None:
    if not gaps:
        return None
    plain = _without(masked(text, find_zones(text)), gaps)
    # a dollar that is no math to us must not become math beside a blank: as an entity it is a dollar everywhere
    safe = ["&#36;" if sign == "$" else char for sign, char in zip(plain, text, strict=True)]
    shown, hashed, at = "", "", 0
    for place, gap in enumerate(gaps, 1):
        shown += "".join(safe[at : gap.start]) + token(place)
        hashed += text[at : gap.start] + blank_mark(gap.blank.number)
        at = gap.end
    shown, hashed = shown + "".join(safe[at:]), hashed + text[at:]
    return Cloze(
        id=options.id or card_id("cloze", hashed),
        text=shown.strip("\n"),
        blanks=tuple(gap.blank for gap in gaps),
        explanation=explanation,
        options=options,
        numbered=numbered,
    )


# ==answer==


def _equals_gaps(text: str, zones: Sequence[Zone]) -> list[_Gap]:
    gaps: list[_Gap] = []
    prose = masked(text, zones)
    for start, end in _pairs(prose, 0, len(prose), EQUALS, OPENS):
        answer = text[start + 2 : end - 2]
        if " " in answer and WORD.match(prose, end) and start and WORD.match(prose, start - 1):
            continue  # "if x==1 and y==2": a gap within a word has no space
        gaps.append(_Gap(start, end, _prose_blank(answer, 0)))
    for zone in zones:
        if zone.kind in ("fenced", "code", "math") and not any(g.start <= zone.start < g.end for g in gaps):
            place: Place = "math" if zone.kind == "math" else "code"
            marks = (EQUALS, OPENS) if place == "math" else (EQUALS_IN_CODE, OPENS_IN_CODE)
            pairs = _pairs(text, zone.start, zone.end, *marks)
            gaps += [_Gap(start, end, _plain_blank(text[start + 2 : end - 2], place)) for start, end in pairs]
    return _in_order(gaps)


def _pairs(text: str, at: int, end: int, marks: re.Pattern[str], opens: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each answer between equals signs; `marks` also finds what no answer reaches over."""
    opened = -1
    for mark in marks.finditer(text, at, end):
        if not mark["equals"]:
            opened = -1
        elif opened >= 0 and CLOSES.match(text, mark.start()):
            yield opened, mark.end()
            opened = -1
        elif opened < 0 and opens.match(text, mark.start()):
            opened = mark.start()


def _prose_blank(source: str, number: int, hint: str = "", *, alternatives: bool = True) -> Blank:
    """A blank in running text, whose answer may be Markdown."""
    ticks = _in_ticks(source.strip())
    answers = [source.strip()]
    zones = find_zones(source)
    if alternatives and not ticks and "|" in masked(source, zones):
        answers = _alternatives(source, zones)
    typed = not any(zone.kind == "math" for zone in find_zones(answers[0])) and not UNSPEAKABLE.search(answers[0])
    return Blank(answers[0], "prose", number, tuple(answers[1:]), hint, exact=_in_ticks(answers[0]), typed=typed)


def _in_ticks(answer: str) -> bool:
    return [(zone.kind, zone.start, zone.end) for zone in find_zones(answer)] == [("code", 0, len(answer))]


def _plain_blank(answer: str, place: Place, number: int = 0, hint: str = "") -> Blank:
    """A blank in code or math, where every character is itself."""
    return Blank(answer, place, number, (), hint, exact=place == "code", typed=place != "math")


def _alternatives(source: str, zones: Sequence[Zone]) -> list[str]:
    prose = masked(source, zones)
    edges = [at for at, char in enumerate(prose) if char == "|"]
    pieces = [source[a + 1 : b].strip() for a, b in zip([-1, *edges], [*edges, len(source)], strict=True)]
    return [piece for piece in pieces if piece] or [source.strip()]


def _in_order(gaps: list[_Gap]) -> list[_Gap]:
    ordered = sorted(gaps, key=lambda gap: gap.start)
    return [replace(gap, blank=replace(gap.blank, number=place)) for place, gap in enumerate(ordered, 1)]


def _empty_equals(text: str, zones: Sequence[Zone], gaps: list[_Gap]) -> list[Mistake]:
    prose = _without(masked(text, zones), gaps)
    return [
        mistakes.empty_blank(_line(text, found.start()), found[0])
        for found in NO_EQUALS.finditer(UNDERLINE.sub("", prose))
    ]


# {{c1::answer::hint}}


def _anki_gaps(text: str, zones: Sequence[Zone], wrong: list[Mistake]) -> list[_Gap]:
    gaps: list[_Gap] = []
    at = 0
    while found := ANKI.search(text, at):
        end = _closing_braces(text, found.end())
        line = _line(text, found.start())
        if end is None:
            wrong.append(mistakes.unclosed_blank(line, text[found.start() : found.start() + 40]))
            break
        inside, at = text[found.end() : end], end + 2
        place = _place(zones, found.start())
        answer, _, hint = (inside, "", "") if place == "code" else inside.partition("::")
        if ANKI.search(inside):
            wrong.append(mistakes.blank_in_blank(line, text[found.start() : at]))
            continue
        if not answer.strip():
            wrong.append(mistakes.empty_blank(line, text[found.start() : at]))
            continue
        number = int(found["number"])
        blank = (
            _prose_blank(answer, number, hint.strip(), alternatives=False)
            if place == "prose"
            else _plain_blank(answer, place, number, hint.strip())
        )
        gaps.append(_Gap(found.start(), at, blank))
    return gaps


def _closing_braces(text: str, at: int) -> int | None:
    """Where the first }} outside balanced braces begins, so that LaTeX may end with braces of its own."""
    depth = 0
    for found in BRACE.finditer(text, at):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            if depth == 0 and text.startswith("}}", found.start()):
                return found.start()
            depth = max(depth - 1, 0)
    return None


def _place(zones: Sequence[Zone], at: int) -> Place:
    kind = next((zone.kind for zone in zones if zone.start <= at < zone.end), None)
    if kind in ("fenced", "code"):
        return "code"
    return "math" if kind == "math" else "prose"


# ____ and answers below


def _underscore_gaps(text: str, zones: Sequence[Zone]) -> list[_Gap]:
    outside_code = masked(text, [zone for zone in zones if zone.kind != "math"])
    gaps = [
        _Gap(*found.span(), _plain_blank("", _place(zones, found.start())))
        for found in UNDERSCORES.finditer(outside_code)
    ]
    gaps += [
        _Gap(*found.span(), _plain_blank("", "code"))
        for zone in zones
        if zone.kind in ("fenced", "code")
        for found in UNDERSCORES_IN_CODE.finditer(text, zone.start, zone.end)
    ]
    return _in_order(gaps)


def _with_answers(gaps: list[_Gap], parts: list[tuple[int, str]], wrong: list[Mistake]) -> list[_Gap]:
    if len(parts) < 2:
        wrong.append(mistakes.no_answers(len(gaps)))
        return gaps
    line, below = parts[1]
    answers = [found for found in below.split("\n") if found.strip()]
    marked = [MARKED_LINE.fullmatch(answer) for answer in answers]
    if all(marked):
        answers = [found["text"] for found in marked if found]
    if len(answers) != len(gaps):
        wrong.append(mistakes.answers_do_not_match(len(gaps), len(answers), line))
        return gaps
    return [replace(gap, blank=_answered(gap.blank, answer.strip())) for gap, answer in zip(gaps, answers, strict=True)]


def _answered(blank: Blank, answer: str) -> Blank:
    if blank.place == "prose":
        return _prose_blank(answer, blank.number)
    if blank.place == "code" and (ticks := IN_TICKS.fullmatch(answer)):
        answer = ticks["code"].strip()
    if blank.place == "math":
        answer = answer.removeprefix("$").removesuffix("$").strip()
    return _plain_blank(answer, blank.place, blank.number)


# What looks like another notation


def _look_alikes(text: str, zones: Sequence[Zone], gaps: list[_Gap], used: str) -> list[Mistake]:
    prose = _without(masked(text, zones), gaps)
    prose = RULE.sub(lambda rule: " " * len(rule[0]), prose)
    spans = [found.span() for found in UNDERSCORES.finditer(prose)]
    if used != "==answer==":
        spans += _pairs(prose, 0, len(prose), EQUALS, OPENS)
    return [mistakes.mixed_notations(_line(text, start), text[start:end], used) for start, end in sorted(spans)]


def _without(prose: str, gaps: list[_Gap]) -> str:
    for gap in gaps:
        prose = prose[: gap.start] + "\0" * (gap.end - gap.start) + prose[gap.end :]
    return prose


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
