"""Links, pictures and comments as notes of Obsidian have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ....cards.patterns import lazy
from ....cards.spans import find_spans

CODE = ("fenced", "code", "math")
PICTURE = lazy(r"!\[\[(?P<file>[^\]|#\[\n]+)(?:[|#][^\]\[\n]*)?\]\]")
LINK = lazy(r"(?<![\w\])])\[\[(?:[^\]|\[\n]*\|)?(?P<text>[^\]|\[\n]+)\]\]")


COMMENT = lazy(r"%%.*?%%", re.S)
ID = lazy(r"[ \t]+\^[\w-]+[ \t]*$", re.M)
"""The name of a block, at its end."""


@dataclass(frozen=True, slots=True)
class WithoutLinks:
    """A text as a site reads it."""

    text: str
    links: int = 0
    """How many links between notes became text."""
    doubts: Sequence[str] = ()


def without_links(text: str) -> WithoutLinks:
    """The text with its links between notes as words and its pictures as Markdown, without comments; code stays."""
    text = ID.sub("", text)
    out, at, links, doubts = list[str](), 0, 0, list[str]()
    for start, end in [*((span.start, span.end) for span in find_spans(text) if span.kind in CODE), (len(text),) * 2]:
        piece = COMMENT.sub("", text[at:start])
        doubts += [f"the picture {found['file']} must be beside this note" for found in PICTURE.finditer(piece)]
        piece = PICTURE.sub(lambda found: f"![]({found['file'].strip().replace(' ', '%20')})", piece)
        links += len(LINK.findall(piece))
        out += [LINK.sub(r"\g<text>", piece), text[start:end]]
        at = end
    return WithoutLinks("".join(out), links, doubts)
