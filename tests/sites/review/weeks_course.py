"""A course whose notes say their weeks in many ways, and the review pages that a build makes of it."""

from __future__ import annotations

import re
from typing import Any

from whole_site import ALL_VALIDATION, CARD, Built, Files, card_ids, elements

STRICT: dict[str, Any] = {"strict": True, "validation": ALL_VALIDATION}


def card(name: str, options: str = "") -> str:
    """A card that can be told by its id."""
    return f"```flashcard id={name} {options}\n{name}?\n---\nYes.\n```\n"


def pages_of(built: Built) -> dict[str, list[str]]:
    """The review pages of a site, in the order of the page of all weeks, with their cards."""
    folder = next(name.rpartition("/")[0] for name in built.files() if re.search(r"review[^/]*/index\.html$", name))
    index = built.content(f"{folder}/index.html")
    found = {}
    for line in elements(index, "li"):
        name = line.attributes["data-week"]
        found[name] = card_ids(built.content(f"{folder}/{name}/index.html"))
    return found


def has_review(built: Built) -> bool:
    """Whether there is anything of a review in a site."""
    return any("review" in name for name in built.files())


NOTES: Files = {
    "docs/header.md": card("header", "week=4"),
    "docs/week-1/header.md": card("header-first", 'week="Week 5"'),
    "docs/week-1/front.md": f"---\nweek: 6\n---\n{card('front')}",
    "docs/week-1/none.md": f"---\nweek: none\n---\n# Week 9\n\n{card('none')}",
    "docs/week-1/week-7.md": card("file"),
    "docs/week-1/folder.md": f"# Week 9\n\n{card('folder')}",
    "docs/nav.md": f"---\ntitle: Week 9\n---\n# Week 9\n\n{card('nav')}",
    "docs/meta.md": f"---\ntitle: Week 10\n---\n# Week 9\n\n{card('meta')}",
    "docs/heading.md": f"Text.\n\n## Practicum week 11\n\n# Week 9\n\n{card('heading')}",
    "docs/section.md": f"# Section\n\n{card('section')}",
    "docs/loose.md": f"# Loose\n\n{card('loose')}",
    "docs/named.md": f"---\nweek: Exam week\n---\n{card('named')}\n{card('named-too', 'week=EXAM-2')}",
    "docs/week0/zero.md": card("zero"),
    "docs/w09-10/range.md": card("range"),
    "docs/w9.md": card("nine"),
}
NAV: list[Any] = [
    {"W8-Trees": "nav.md"},
    {"Part": [{"Week 12": [{"Deep": ["section.md"]}]}]},
    *(name.removeprefix("docs/") for name in NOTES if name not in ("docs/nav.md", "docs/section.md")),
]
PLAIN_NAV: list[Any] = [{"Home": "index.md"}, {"One": "week-1/a.md"}]
SMALL: Files = {"docs/index.md": "# Home\n", "docs/week-1/a.md": CARD, "docs/z.md": "# Z\n"}
