"""The ends of items, cells and rows, which HTML need not say. The parser would put what follows inside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...cards.patterns import lazy

TAG = lazy(r"<(?P<closes>/?)(?P<name>li|ul|ol|d[dlt]|table|t[rdh])(?![\w-])", re.I)
ENDED_BY = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tr": {"td", "th", "tr"},
}

DEEPEST = 200
"""Of lists and tables inside each other. To put them into shape takes time in square of how deep they are."""


def with_ends(html: str) -> str:
    """The HTML with an end for each item and cell that another one ends.

    Raises RecursionError where lists stand in each other more deeply than anybody reads.
    """
    return "".join(_pieces(html)) if TAG.search(html) else html


def _pieces(html: str) -> Iterator[str]:
    opened: list[str] = []
    count, at = Counter[str](), 0
    for tag in TAG.finditer(html):
        name = tag["name"].lower()
        yield html[at : tag.start()]
        at = tag.start()
        if not tag["closes"]:
            while opened and opened[-1] in ENDED_BY.get(name, ()):
                count[opened[-1]] -= 1
                yield f"</{opened.pop()}>"
            opened.append(name)
            if len(opened) > DEEPEST:
                raise RecursionError
            count[name] += 1
        elif count[name]:
            while opened[-1] != name:
                count[opened.pop()] -= 1
            count[opened.pop()] -= 1
    yield html[at:]
