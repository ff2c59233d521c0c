"""What an author says about cards in the front matter of a page."""

from __future__ import annotations

import re

from ..cards import mistakes
from ..cards.header import is_week
from ..extension.page import Place, Report, SourcePage

WEEK = re.compile(r"""['"]?week['"]?\s*:""")


def check_week(week: object, source: SourcePage, report: Report) -> None:
    """Report a `week:` that is no week, at its line; without one where it was set for a whole folder elsewhere."""
    if isinstance(week, str | int) and not isinstance(week, bool) and is_week(str(week)):
        return
    lines = source.read().split("\n")
    line = next((number for number, text in enumerate(lines, 1) if WEEK.match(text)), None)
    report(Place(source.path, line), mistakes.bad_week("" if week is None else str(week)).message)
