"""Options in the ways that loose notes have them, brought into those that are read: bullets, boxes and stars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...cards.patterns import lazy
from ..questions.vocabulary import folded
from .line import OPTION, Line, answer_in

BOX = lazy(r"\s*(?:[-*+•]\s+)?(?:\[(?P<square>[ xX✓✔]?)\]|\((?P<round>[ xX✓✔*]?)\)|(?P<sign>[☐☑☒✅✔○●◯◉]))\s*(?=\S)")
TICKS = "xX✓✔*☑☒✅●◉"
STAR = lazy(r"\s*\*\s?(?=[(（]?[A-Ha-h][.)）]\s*\S)")
MOST = 8
"""Options above a line that names the right one of them."""


def with_ticked_boxes(texts: Sequence[str]) -> list[str]:
    """The lines of a text, in which boxes are those of a task list, as are brackets and circles that stand for them."""
    found = [*texts]
    for start, end in _runs([BOX.match(text) for text in texts]):
        boxes = [match for text in texts[start:end] if (match := BOX.match(text))]
        ticked = [(box["square"] or box["round"] or box["sign"] or " ") in TICKS for box in boxes]
        if len(boxes) > 1 and any(ticked) and not all(ticked):
            rows = zip(texts[start:end], boxes, ticked, strict=True)
            found[start:end] = [f"- [{'x' if tick else ' '}] {text[box.end() :]}" for text, box, tick in rows]
    return found


def with_stars_behind(texts: Sequence[str]) -> list[str]:
    """The lines of a text, in which the star before the letter of a right option stands behind it."""
    stars = [STAR.match(text) for text in texts]
    found = [*texts]
    for start, end in _runs([star or OPTION.match(text.strip()) for star, text in zip(stars, texts, strict=True)]):
        if end - start > 1 and not all(stars[start:end]):
            found[start:end] = [
                f"{text[star.end() :]} *" if star else text
                for star, text in zip(stars[start:end], texts[start:end], strict=True)
            ]
    return found


def with_listed_options(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which those above `Answer: moss` are a list, if moss is one of them."""
    found = [*lines]
    for at, line in enumerate(lines):
        if not line.answers:
            continue
        start = at
        while start and at - start <= MOST and _may_be_option(lines[start - 1]):
            start -= 1
        options = found[start:at]
        said = folded(answer_in(line.text)).rstrip(" .") if options else ""
        if len(options) > 1 and lines[start - 1].is_question and said in [folded(one.text) for one in options]:
            found[start:at] = [replace(one, text=f"- {one.text}", is_bullet=True) for one in options]
    return found


def _may_be_option(line: Line) -> bool:
    return not (line.is_question or line.is_bullet or line.is_option or line.answers or line.code)


def _runs(matches: Sequence[re.Match[str] | None]) -> list[tuple[int, int]]:
    """Where rows of lines that match begin and end."""
    starts = [at for at, match in enumerate(matches) if match and not (at and matches[at - 1])]
    ends = [at for at, match in enumerate([*matches, None]) if not match and at and matches[at - 1]]
    return [*zip(starts, ends, strict=True)]
