"""Cards from the lines of text that our export writes: `front` and `back` hold all that a package has apart."""

from __future__ import annotations

import re
from html import unescape

from ...cards.patterns import lazy
from .fields import Fields
from .weeks import words_of_all

COLUMNS = "guid\tdeck\ttags\tfront\tback"
"""What the line `#columns:` says in our exports."""
LINK = lazy(r'<p><a href="[^"]*#card-(?P<id>[^"]*)">[^<]*</a></p>\Z')
SOURCE = lazy(r"<p>(?P<label>[^<:：]{1,40}\s?[:：]) (?:(?!<p>|</p>).)*</p>\Z", re.S)
HINT = lazy(r"<details><summary>[^<]*</summary>(?:(?!<details).)*</details>\Z", re.S)
OPTIONS = lazy(r'<ul class="options">(?:(?!<ul class="options">).)*</ul>\Z', re.S)
COUNT = lazy(r"<p><i>[^<]*</i></p>\Z")
BLANK = lazy(r"<b>\[(?P<hint>[^<\[\]]+)\]</b>|(?P<math>\\boxed\{\\,\?\\,\})")
MOST_BLANKS = 200


def fields_of(front: str, back: str) -> Fields:
    """The fields of a card whose sides these are. The id is known where there is a link to its place."""
    back, link = _cut(back, LINK)
    id_ = unescape(link["id"]) if link else ""
    before, source = _cut(back, SOURCE)
    is_source = source is not None and source["label"] in words_of_all("source")
    around = {"Source": source[0] if source and is_source else "", "Id": id_, "Reverse": ""}
    back = before if is_source else back
    front, hint = _cut(front, HINT)
    around["Hint"] = hint[0] if hint else ""
    if cloze := _cloze(front, back):
        return {**around, **cloze}
    front, options = _cut(front, OPTIONS)
    if not options and back.startswith(("<ul", "<ol")):
        front, _ = _cut(front, COUNT)
    if options and not back.startswith(("<ul", "<ol")):  # a verdict, which stands in the answer
        options = None
    return {**around, "Question": front, "Options": options[0] if options else "", "Answer": back}


def _cut(html: str, end: re.Pattern[str]) -> tuple[str, re.Match[str] | None]:
    """The HTML without what stands at its end, and that."""
    found = end.search(html)
    return (html[: found.start()], found) if found else (html, None)


def _cloze(front: str, back: str) -> Fields | None:
    """The text of a cloze: the front, with answers for its blanks from the back, which begins with the same text."""
    blanks = list(BLANK.finditer(front))
    if not 0 < len(blanks) <= MOST_BLANKS:
        return None
    parts, at = [], 0
    for blank in blanks:
        answer = r"\\boxed\{((?:(?!\\boxed).)*?)\}" if blank["math"] else r"<b>((?:(?!</?b>).)*)</b>"
        parts += [re.escape(front[at : blank.start()]), answer]
        at = blank.end()
    found = re.compile("".join([*parts, re.escape(front[at:])]), re.S).match(back)
    if not found:
        return None
    text, at = "", 0
    for blank, answer in zip(blanks, found.groups(), strict=True):
        hint = blank["hint"] if blank["hint"] not in (None, "…") else ""
        text += f"{front[at : blank.start()]}{{{{c1::{answer}{f'::{hint}' if hint else ''}}}}}"
        at = blank.end()
    return {"Text": text + front[at:], "Explanation": back[found.end() :]}
