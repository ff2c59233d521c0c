"""Whether a text looks like the body of a card: asked of blocks that are no cards by their name or their form."""

from __future__ import annotations

from .card_set import table_rows
from .cloze.anki import ANKI
from .cloze.blanks import UNDERSCORES, equals_blanks
from .spans import find_spans, masked, separators


def may_be_card(body: str) -> bool:
    """Whether there is a line `---`, a blank, or nothing but a table of two columns."""
    return bool(separators(body)) or _has_marks(body) or _has_underscores(body) or is_table_of_cards(body)


def may_be_cloze(body: str) -> bool:
    """Whether there are blanks that hold their answers, or have them below a line `---`."""
    return _has_marks(body) or (_has_underscores(body) and bool(separators(body)))


def is_table_of_cards(body: str) -> bool:
    """Whether there is nothing but a table of two columns."""
    rows = table_rows(body)
    return len(rows) > 1 and all(len(cells) == 2 for _, cells in rows)


def _has_marks(body: str) -> bool:
    return ANKI.search(body) is not None or ("==" in body and bool(equals_blanks(body, find_spans(body))))


def _has_underscores(body: str) -> bool:
    return "___" in body and UNDERSCORES.search(masked(body, find_spans(body))) is not None
