"""The two types of note that our packages bring, and what their cards look like.

What students have imported already sets limits. A field that comes later makes every note that they have a conflict, so
there are spare ones. A note never turns into one of another type, so one type serves all kinds but cloze. Templates and
style may change: raise CHANGED then, or else Anki keeps the old ones.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

CHANGED = 1764028800
"""When templates or style last changed, in seconds. Anki takes only newer ones over."""
CARD = 1764028800001
CLOZE = 1764028800002
CARD_FIELDS = ("Question", "Options", "Hint", "Answer", "Explanation", "Source", "Link", "Reverse", "Id")
CLOZE_FIELDS = ("Text", "Hint", "Explanation", "Source", "Link", "Id")
SPARE_FIELDS = ("Spare 1", "Spare 2", "Spare 3")

BELOW = (
    '{{#Explanation}}<div class="explanation">{{Explanation}}</div>{{/Explanation}}'
    '{{#Source}}<div class="source">{{Source}}</div>{{/Source}}'
    '{{#Link}}<div class="source">{{Link}}</div>{{/Link}}'
)
QUESTION = '<div class="question">{{Question}}</div>'
ANSWER = '<div class="answer">{{Answer}}</div>'
RULE = '<hr id="answer">'
# A card without a reverse may get one later: the second template makes a card only where the field says so.
CARD_TEMPLATES = {
    "Card": (QUESTION + "{{Options}}{{Hint}}", QUESTION + RULE + ANSWER + BELOW),
    "Reverse": ("{{#Reverse}}" + ANSWER + "{{/Reverse}}", ANSWER + RULE + QUESTION + BELOW),
}
CLOZE_TEMPLATES = {"Cloze": ("{{cloze:Text}}{{Hint}}", "{{cloze:Text}}" + BELOW)}


def note_types() -> dict[str, Any]:
    """Both types in the form in which a collection keeps them."""
    both = (
        _note_type(CARD, "MkDocs Flashcards", (*CARD_FIELDS, *SPARE_FIELDS), CARD_TEMPLATES),
        _note_type(CLOZE, "MkDocs Flashcards Cloze", (*CLOZE_FIELDS, *SPARE_FIELDS), CLOZE_TEMPLATES, is_cloze=True),
    )
    return {str(one["id"]): one for one in both}


def _note_type(
    number: int, name: str, fields: tuple[str, ...], templates: dict[str, tuple[str, str]], *, is_cloze: bool = False
) -> dict[str, Any]:
    return {
        "id": number,
        "name": name,
        "type": int(is_cloze),
        "mod": CHANGED,
        "usn": -1,
        "sortf": 0,
        "did": None,
        "tags": [],
        "vers": [],
        "css": files(__package__).joinpath("cards.css").read_text(encoding="utf-8"),
        "latexPre": "\\documentclass[12pt]{article}\n\\begin{document}\n",
        "latexPost": "\\end{document}",
        "flds": [
            {"name": field, "ord": place, "sticky": False, "rtl": False, "font": "Arial", "size": 20, "media": []}
            for place, field in enumerate(fields)
        ],
        "tmpls": [
            {"name": title, "ord": place, "qfmt": front, "afmt": back, "bqfmt": "", "bafmt": "", "did": None}
            for place, (title, (front, back)) in enumerate(templates.items())
        ],
    }
