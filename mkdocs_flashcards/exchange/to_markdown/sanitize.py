"""Markdown from elsewhere: it stays as it is, but nothing in it runs."""

from __future__ import annotations

import re
from html import unescape

from ...cards.patterns import lazy
from ...cards.spans import find_spans
from .address import safe_url

RUNS = lazy(r"<(?=/?(?:script|style|iframe|object|embed|form|base|meta|link|template|svg|math|noscript)\b)", re.I)
HANDLER = lazy(r"(<[a-z][^<>]*?)\s(?:on\w+|style|srcdoc)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]*)", re.I)
ADDRESS = lazy(
    r"(?P<before>\]\(\s*<?\s*|^[ ]{0,3}\[[^\]\n]+\]:\s*<?|\s(?:src|href)\s*=\s*[\"']?)"
    r"(?P<url>(?:[^\s\"'<>()]|\([^\s()]*\))+)",
    re.I | re.M,
)
RULE = lazy(r"^([ \t]*)-(?:[ \t]*-){2,}[ \t]*$", re.M)
ITEM = r"[ ]{0,3}(?:[-*+]|1[.)])[ \t]+\S"
LIST = lazy(rf"^(?![ \t]*(?:[-*+>|]|\d+[.)])[ \t])(?P<text>[ ]{{0,3}}[^\s].*)\n(?={ITEM})", re.M)
TAG = lazy(r"^([ \t]*)(#{1,6})(?=[^\s#])", re.M)
HEADING = lazy(r"^[ \t]*#{1,6}[ \t]+(?P<text>.*?)[ \t]*#*[ \t]*$", re.M)
SETEXT = lazy(r"^([ \t]*)(=+)[ \t]*$", re.M)


def sanitized(text: str) -> str:
    """The Markdown without what runs, and without headings and rules, which mean something in a card.

    A list right below a line of text gets the blank line that it needs here.
    """
    out, at = [], 0
    for span in find_spans(text):
        if span.kind in ("fenced", "code", "math"):
            out += [_tamed(text[at : span.start], at_line_start=not at), text[span.start : span.end]]
            at = span.end
    return "".join([*out, _tamed(text[at:], at_line_start=not at)])


def _tamed(text: str, *, at_line_start: bool) -> str:
    guard = "" if at_line_start else "x"  # behind it nothing stands at the beginning of a line
    text = guard + RUNS.sub("&lt;", text)
    while (found := HANDLER.sub(r"\1", text)) != text:
        text = found
    text = ADDRESS.sub(_safe, text)
    text = LIST.sub(r"\g<text>\n\n", text)
    text = RULE.sub(r"\1***", text)
    text = HEADING.sub(lambda found: f"**{found['text'].strip('*')}**" if found["text"] else "", text)
    text = TAG.sub(r"\1\\\2", text)
    return SETEXT.sub(r"\1\\\2", text)[len(guard) :]


def _safe(found: re.Match[str]) -> str:
    url = unescape(found["url"])  # a browser reads them too
    scheme = ":" in url.split("/")[0]
    return found[0] if not scheme or safe_url(url) else f"{found['before']}#"
