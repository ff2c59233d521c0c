"""Questions that end with the tag `#card`, with their answers in the lines below, up to a blank one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import dedent

from ....cards.patterns import lazy
from ..note_lines import NoteLine

FRONT = lazy(
    r"(?P<text>.*?)(?:^|(?<=\s))#(?:flash)?card(?P<many>s)?(?:[-/](?:(?P<reverse>reversed?)|(?P<alone>spaced)))?"
    r"(?P<tags>(?:\s+#[^\s#]+)*)\s*$",
    re.I,
)
MARKER = lazy(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|[ \t]*#{1,6}[ \t]+")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A question with such a tag, and its answer, which may be missing."""

    line: int
    question: str
    answer: str
    tags: tuple[str, ...]
    is_both: bool
    """It is also asked the other way round."""
    is_alone: bool
    """It is meant to have no answer."""


def is_front(line: NoteLine) -> bool:
    """Whether a line ends with such a tag."""
    found = None if line.is_code or "#" not in line.text else FRONT.match(line.text)
    names_deck = found and found["many"] and not found["text"].strip()  # of what follows
    return found is not None and not names_deck


def tagged_in(block: Sequence[NoteLine]) -> Iterator[Tagged]:
    """The questions of a paragraph or a list; the first may have several lines."""
    fronts = [at for at, line in enumerate(block) if is_front(line)]
    for at, end, start in zip(fronts, [*fronts[1:], len(block)], [0, *fronts[1:]], strict=True):
        found = FRONT.match(block[at].text)
        assert found
        asked = [*(line.text for line in block[start:at]), found["text"].rstrip()]
        marker = MARKER.match(asked[0])
        asked[0] = asked[0][marker.end() :] if marker else asked[0]
        answer = dedent("\n".join(line.text for line in block[at + 1 : end])).strip("\n").rstrip()
        tags = tuple(tag.lstrip("#") for tag in found["tags"].split())
        is_both, is_alone = bool(found["reverse"]), bool(found["alone"])
        yield Tagged(block[start].number, "\n".join(asked).strip(), answer, tags, is_both, is_alone)
