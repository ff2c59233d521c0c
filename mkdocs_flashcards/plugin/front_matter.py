"""What the front matter of a page says about its cards."""

from __future__ import annotations

from ..cards import mistakes
from ..cards.header import week_mistake
from ..cards.patterns import lazy
from ..extension.error_box import error_box
from ..extension.page import Place, Report, SourcePage, sentence
from ..extension.translations import Translations
from .weeks import says_week

WEEK = lazy(r"""['"]?week['"]?\s*:""")


def box_for_week(week: object, source: SourcePage, words: Translations, report: Report) -> str:
    """A box for an invalid `week:`, which is also reported with its line; empty if it is valid.

    A week that was set for a whole folder elsewhere has no line in the page's file.
    """
    if says_week(week):
        return ""
    lines = source.read().split("\n")
    number, text = next(((at, text) for at, text in enumerate(lines, 1) if WEEK.match(text)), (None, f"week: {week}"))
    said = "" if week is None else str(week)
    place, mistake = Place(source.path, number), week_mistake(said) or mistakes.bad_week(said)
    report(place, mistake.message)
    return error_box(words, [sentence(place, mistake.message)], text) + "\n"
