"""Parses the body of a `cloze`: its text, blanks, answers and explanation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from .. import mistakes
from ..identity import blank_mark, card_id
from ..mistakes import Mistake
from ..model import Cloze, Options, token
from ..near_separators import near_separators
from ..spans import Span, masked, separators
from . import mistakes as cloze_mistakes
from .anki import ANKI, anki_blanks
from .between_blanks import cloze_spans
from .blanks import PlacedBlank, equals_blanks, line_of, underscore_blanks, with_answers, without
from .block_blanks import on_their_own
from .crossing import crossing
from .misplaced import misplaced, with_languages
from .near_misses import missed_blanks


def parse_cloze(body: str, options: Options) -> tuple[Cloze | None, list[Mistake]]:
    """The cloze in a body, and what is wrong with it; None where it cannot be shown."""
    if not body.strip():
        return None, [mistakes.empty_cloze()]
    parts = _split(body)
    text, spans = parts[0][1], cloze_spans(parts[0][1])
    wrong = near_separators(text)
    explanation = parts[1][1] if len(parts) > 1 else ""
    blanks, used = _blanks(text, spans, wrong)
    if blanks and not used:
        blanks = with_answers(blanks, parts, wrong)
        explanation = parts[2][1] if len(parts) > 2 else ""
    wrong += missed_blanks(text, spans, blanks, used)
    blanks = with_languages(text, spans, blanks)
    wrong += misplaced(text, blanks) + crossing(text, spans, blanks)
    if not blanks and not wrong:
        wrong.append(cloze_mistakes.no_blank())
    if options.reverse:
        wrong.append(mistakes.reverse_needs_text("cloze"))
    return _cloze(text, blanks, explanation, options, numbered=used == "{{c1::answer}}"), wrong


def lost_blank(body: str, place: int) -> Mistake:
    """The mistake of a blank, the one in this place among them, that Markdown left nobody room to fill in."""
    text = _split(body)[0][1]
    placed = _blanks(text, cloze_spans(text), [])[0][place - 1]
    return cloze_mistakes.misplaced_blank(line_of(text, placed.start), text[placed.start : placed.end])


def _blanks(text: str, spans: Sequence[Span], wrong: list[Mistake]) -> tuple[list[PlacedBlank], str]:
    """The blanks of a text and their notation, which is empty for underscores; those have no answers yet."""
    if ANKI.search(text):
        return anki_blanks(text, spans, wrong), "{{c1::answer}}"
    if blanks := equals_blanks(text, spans):
        return blanks, "==answer=="
    return underscore_blanks(text, spans), ""


def _split(body: str) -> list[tuple[int, str]]:
    """Line number and text of each part between lines of hyphens. Further such lines are rules in the last part."""
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
    return not ANKI.search(text) and not equals_blanks(text, cloze_spans(text))


def _cloze(text: str, blanks: list[PlacedBlank], explanation: str, options: Options, *, numbered: bool) -> Cloze | None:
    if not blanks:
        return None
    plain = without(masked(text, cloze_spans(text)), blanks)
    safe = text.replace("\0", "\ufffd")
    # A dollar that is no math to us must not become math beside a blank. As an entity it is a dollar everywhere.
    dollars = [at for at, sign in enumerate(plain) if sign == "$"] if "$" in plain else []
    shown, hashed, at = list[str](), list[str](), 0
    for place, placed in enumerate(blanks, 1):
        shown += [_without_dollars(safe, dollars, at, placed.start), token(place)]
        hashed += [text[at : placed.start], blank_mark(placed.blank.number)]
        at = placed.end
    shown.append(_without_dollars(safe, dollars, at, len(text)))
    blocks = {token(place) for place, placed in enumerate(blanks, 1) if placed.blank.place == "block"}
    return Cloze(
        id=options.id or card_id("cloze", "".join([*hashed, text[at:]])),
        text=on_their_own(blocks, "".join(shown)).strip("\n"),
        blanks=tuple(placed.blank for placed in blanks),
        explanation=explanation,
        options=options,
        numbered=numbered,
    )


def _without_dollars(text: str, dollars: Sequence[int], at: int, end: int) -> str:
    """A part of a text, with an entity for each dollar at one of these positions."""
    pieces = []
    for dollar in dollars[bisect_left(dollars, at) : bisect_left(dollars, end)]:
        pieces += [text[at:dollar], "&#36;"]
        at = dollar + 1
    return "".join([*pieces, text[at:end]])
