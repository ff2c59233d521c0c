"""What looks like a blank in a cloze and is none: marks that a reader would see, and answers that stand open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..mistakes import Mistake
from ..model import Place
from ..patterns import lazy
from ..spans import Span, find_spans, masked
from . import mistakes
from .anki import ANKI
from .blanks import EQUALS, OPENS, UNDERSCORES, PlacedBlank, hidden, line_of, pairs, pairs_beside_signs, without
from .urls import addresses, without_values

RULE = lazy(r"^ {0,3}(?:_[ \t]*){3,}$", re.M)
NO_EQUALS = lazy(r"(?<![=\S])==[ \t]*==(?!=)|(?<!=)====(?![=\s])|(?<=[^\s=])====(?!=)")
UNDERLINE_OR_TAB = lazy(r"^ {0,3}=+[ \t]*$|^[ \t]*===[!+]*[ \t]", re.M)
ESCAPED = lazy(r"\0\0=[^=\n]*==")
EQUALS_LIKE = "＝﹦꞊"
"""What looks like an equals sign, and most often is one to who types it."""
RUN = lazy(
    rf"(?<![=<>!{EQUALS_LIKE}])={{2,}}(?![=>{EQUALS_LIKE}])|=*[{EQUALS_LIKE}][={EQUALS_LIKE}]+|=+[{EQUALS_LIKE}]|⩵"
)
PARAGRAPH_END = lazy(r"\n[ \t]*\n")
ONE_EQUALS = lazy(r"(?<![\w=\0])=\w(?:[\w .'’-]*\w)?=(?![\w=])")
NEAR_ANKI = lazy(
    r"\{\{\s*[cCсС]\s*\d*\s*(?:[:：]{1,3}|;;)|\{\{\s*\d+\s*(?:::|：：)"
    r"|\{\{[cCсС]\d+(?:[ \t]+|[ \t]*[|→=;,/-][ \t]*)(?=[^\W_])"
    r"|(?<!\{)\{\s*[cCсС]\d+\s*[:：]{1,2}|(?:\[\[|\(\(|[｛{]?｛)\s*[cCсС]?\d+[:：]{2}"
)
# Only beside blanks in Anki's braces: a sign too many or another one, two that changed their places, none at the start.
NEARLY_ANKI = lazy(
    r"\{\{(?:(?=[^\s{}:]{0,5}\d)(?=[^\s{}:]{0,5}[cCсС])[^\s{}:]{2,6}|[^\w\s{}:]?\d{1,3}[^\w\s{}:]?|[cC]\d+\{)[:：]{1,3}"
    r"|\{\{[^\W\d_]{1,6}[₀-₉]?::(?=[^{}\n]*\}\})|\{\{\w{1,6}::\d+\}\}|\{[^\w\s{][cC]\d+::|\{[cC]\{\d+::|\{\{\s*[cCсС]\d+(?![\d\s]*\}\})|\{\{[a-zA-Z]\d{1,2}::|(?<![\w{:])[cC]\d{1,2}::[^\s{}][^{}\n]*\}\}"
)
BESIDE = lazy(r"\{\0|\0\}")
NEAR_ANKI_IN_CODE = lazy(r"\{\{[ \t]*[cC]\d+[ \t]*::?")
NEAR_UNDERSCORES = lazy(r"＿{2,}|(?<!\S)(?:__|_(?: _)+)(?=[\s.,;:!?)]|\Z)|(?<![\w*\0])___(?=\w)(?![^\n]*\w___(?!\w))")
# An operator has something on both of its sides. These signs of equality have nothing on one of them.
LEFT_IN_CODE = (
    lazy(r"(?<![\w=!<>])=(?:[^\w\s=]?=)?[^\S \t\n]?(?=\w)[^=\n]*[^\s=!<>]==(?=[)\]},;$\s]|\Z)"),
    lazy(r"(?<=[(\[{;,])==[ \t]+[^=\n]*[^\s=!<>]==(?=[)\]},;])"),
    lazy(r"(?<![=!<>])={2,3}(?=[\w\"'$({\[<-])[^=\n]*[^\s=!<>]==(?=[)\]},;\s]|\Z)"),
    lazy(r"(?:^|(?<=[(\[{;&|+])|(?<==)[ \t])[ \t]*==(?=[^\s=])[^=\n]*[^\s=](?:=|={3,})(?!=)", re.M),
    lazy(r"(?:^|(?<=[(\[{;]))[ \t]*==[ \t][^=\n]*[ \t]==[ \t]*(?=[^\s=])", re.M),
    lazy(r"(?<![=!<>])==(?=[^\s=])[^=\n]*[^\s=]={4,}(?=[^\s=])"),
    lazy(r"(?<==)[ \t]+==(?=[^\s=])[^=\n]*(?=\n|\Z)"),
    lazy(r"(?<![=!<>])==[ \t]+[^=\n]*[^\s=!<>]==\Z"),
    lazy(r"(?<=[\w)\]}\"'] )={4}[ \t][^=\n]*[^\s=!<>]==(?=[)\]},;:\s]|\Z)"),
    lazy(r"^[ \t]*==(?=\w)[^=\n]*\n(?:[^=\n]*\n)*?[^=\n]*[^\s=!<>]==$", re.M),
)
SEVERAL_MARKS = lazy(r"[^\s=]={4,}[^\s=]")
SHOWN_RAW = lazy(r"<(?:pre|textarea)\b", re.I)
IN_QUOTES = lazy(
    r"(?:(?<=[\s(\[{,=+:][\"'])|(?<=\"\"\")|(?<='''))==\w[^=\n\"']*==(?!=)"
    r"|(?<=[\"'])==\w[^=\n\"']*==(?=[\"'])"
)
EQUALS_SIGNS, ANKIS = "==answer==", "{{c1::answer}}"
BEFORE, AFTER = "([{«“‘„,", ",.;:!?)]}»”’、。，；：！？"
AROUND = 30
"""How much of the text a message shows on each side, at most."""


def missed_blanks(text: str, spans: Sequence[Span], blanks: list[PlacedBlank], used: str) -> list[Mistake]:
    """What looks like another notation, has no answer, or misses a blank. `used` is the notation; "" is underscores."""
    prose = without(masked(text, spans), blanks)
    found: list[tuple[int, Mistake]] = []
    if used:
        found += _other_notations(text, prose, used)
    if any(sign in prose for sign in ("=", "⩵", *EQUALS_LIKE)):
        strict = used == EQUALS_SIGNS or not blanks
        found += _equals(text, prose, (used or "____") if blanks else EQUALS_SIGNS, strict=strict)
    if any(sign in text for sign in ("{", "｛", "[[", "((")):
        found += _anki(text, prose, without(text, blanks), spans, used)
    if used == ANKIS:
        found += _braces(text, without(masked(text, spans, " "), blanks))
    if not used and ("_" in prose or "＿" in prose):
        found += [
            (at.start(), _missed(text, at.span(), "____")) for at in NEAR_UNDERSCORES.finditer(RULE.sub(_hidden, prose))
        ]
    if used == EQUALS_SIGNS:
        found += _left_in_code(text, spans, blanks)
        found += _in_elements(text, spans)
        found += [
            (placed.start, _missed(text, (placed.start, placed.end), used))
            for placed in blanks
            if _has_marks(placed.blank.answer, placed.blank.place)
        ]
    return [mistake for _, mistake in sorted(found, key=lambda one: one[0])]


def _has_marks(answer: str, place: Place) -> bool:
    """Whether an answer holds marks, as where two blanks have run together."""
    if place == "prose":
        return "==" in masked(answer, find_spans(answer))
    return place == "code" and SEVERAL_MARKS.search(answer) is not None


def _hidden(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _other_notations(text: str, prose: str, used: str) -> Iterator[tuple[int, Mistake]]:
    prose = RULE.sub(_hidden, prose)
    places = [found.span() for found in UNDERSCORES.finditer(prose)]
    if used != EQUALS_SIGNS:
        places += pairs(without_values(prose), 0, len(prose), EQUALS, OPENS)
    for start, end in places:
        yield start, mistakes.mixed_notations(line_of(text, start), text[start:end], used)


# Equals signs


def _equals(text: str, prose: str, used: str, *, strict: bool) -> Iterator[tuple[int, Mistake]]:
    prose = UNDERLINE_OR_TAB.sub(_hidden, prose)
    if "==" in prose:
        prose = ESCAPED.sub(_hidden, hidden(prose, addresses(text)))
    if used == ANKIS:
        prose = hidden(prose, pairs(prose, 0, len(prose), EQUALS, OPENS))  # said already, as another notation
    else:
        for empty in NO_EQUALS.finditer(prose):
            yield empty.start(), mistakes.empty_blank(line_of(text, empty.start()), empty[0])
        prose = NO_EQUALS.sub(_hidden, prose)
    for place in _lone_runs(prose, strict=strict):
        yield place[0], _missed(text, place, used)
    for one in ONE_EQUALS.finditer(prose) if strict else ():
        yield one.start(), _missed(text, one.span(), used)


def _lone_runs(prose: str, *, strict: bool) -> Iterator[tuple[int, int]]:
    """From the first to the last of the marks in a line, where they can be no operator between two values.

    Two with blank space on both sides, or one that touches a word: of these a text in another notation needs two.
    """
    at = 0
    for end in [*(found.end() for found in PARAGRAPH_END.finditer(prose)), len(prose)]:
        runs = [found.span() for found in RUN.finditer(prose, at, end)]
        touching = [run for run in runs if not _is_apart(prose, *run)]
        marks = [run for run in runs if run[1] - run[0] == 2 or not _is_apart(prose, *run)]
        lines: dict[int, tuple[int, int]] = {}
        for a, b in marks if len(marks) > 1 else touching if strict else ():
            line = prose.rfind("\n", 0, a)
            lines[line] = (lines.get(line, (a, b))[0], b)
        yield from lines.values()
        at = end


def _is_apart(prose: str, start: int, end: int) -> bool:
    """Whether some signs stand alone: between blank spaces, the ends of a line, or the punctuation of a sentence."""
    before, after = prose[start - 1 : start], prose[end : end + 1]
    return (not before.strip() or before in BEFORE) and (not after.strip() or after in AFTER)


def _left_in_code(text: str, spans: Sequence[Span], blanks: list[PlacedBlank]) -> Iterator[tuple[int, Mistake]]:
    rest = without(text, blanks)
    for span in spans:
        if span.kind in ("fenced", "code", "math") and rest.find("==", span.start, span.end) >= 0:
            code = rest[span.start : span.end]
            ticks = len(code) - len(code.lstrip("`$")) if span.kind != "fenced" else 0
            for found in IN_QUOTES.finditer(code):
                line = line_of(text, span.start + found.start())
                yield span.start + found.start(), mistakes.blank_in_quotes(line, found[0])
            inside = code[ticks : len(code) - ticks]
            # By their ends, because several patterns may find the same marks.
            ends = {found.end(): found.start() for pattern in LEFT_IN_CODE for found in pattern.finditer(inside)}
            for end, start in ends.items():
                place = span.start + ticks + start, span.start + ticks + end
                yield place[0], _missed(text, place, EQUALS_SIGNS)


def _in_elements(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, Mistake]]:
    """Blanks in an element whose text Markdown leaves as it is, and everybody sees."""
    for span in spans:
        if span.kind == "raw" and SHOWN_RAW.match(text, span.start):
            for place in pairs_beside_signs(text, span.start, span.end, "code"):
                yield place[0], mistakes.misplaced_blank(line_of(text, place[0]), text[slice(*place)])


# Anki's braces


def _anki(text: str, prose: str, rest: str, spans: Sequence[Span], used: str) -> Iterator[tuple[int, Mistake]]:
    near = [*NEAR_ANKI.finditer(prose), *(NEARLY_ANKI.finditer(prose) if used == ANKIS else ())]
    for found in {found.start(): found for found in near}.values():
        if not ANKI.match(prose, found.start()):
            yield found.start(), _missed(text, found.span(), ANKIS)
    if used == ANKIS:
        for span in spans:
            if span.kind in ("fenced", "code", "math"):
                for found in NEAR_ANKI_IN_CODE.finditer(rest, span.start, span.end):
                    if not ANKI.match(rest, found.start()):
                        yield found.start(), _missed(text, found.span(), used)


def _braces(text: str, prose: str) -> Iterator[tuple[int, Mistake]]:
    """Braces right beside a blank in a paragraph where one is left over, as in {{c1::answer}}}."""
    at = 0
    for end in [*(found.end() for found in PARAGRAPH_END.finditer(prose)), len(prose)]:
        beside = BESIDE.search(prose, at, end)
        if beside and prose.count("{", at, end) != prose.count("}", at, end):
            yield beside.start(), _missed(text, beside.span(), ANKIS)
        at = end


def _missed(text: str, place: tuple[int, int], used: str) -> Mistake:
    """The mistake, with the words around the marks up to the next blank space."""
    start, end = place
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before = text[max(line_start, start - AROUND) : start]
    after = text[end : min(line_end if line_end >= 0 else len(text), end + AROUND)]
    piece = f"{before.split(' ')[-1]}{text[start:end]}{after.split(' ')[0]}"
    return mistakes.missed_blank(line_of(text, start), piece, used)
