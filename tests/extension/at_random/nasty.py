"""Pieces of text that go wrong in the page of somebody, sooner or later."""

from __future__ import annotations

import re

from hypothesis import strategies as st

FENCES = [
    "```",
    "````",
    "~~~",
    "~~~~",
    "``````",
    "```python",
    "```text",
    "~~~yaml",
    "``` { .sql hl_lines=1 }",
    "``",
    "`",
]
OURS = [
    "```flashcard",
    "```cloze",
    "~~~flashcard",
    "~~~~cloze",
    "````flashcard",
    "``` { .cloze #a }",
    "```flashcards",
    "``` flashcard",
    "```flashcard`",
    "    ```flashcard",
    "- ```cloze",
    "> ```flashcard",
    "1. ```flashcard",
    "[^1]: ```cloze",
]
BLANKS = ["==", "===", "====", "==a==", "==a|b==", "== a ==", "{{c1::", "{{c2::x}}", "}}", "{{", "}", "{", "{%", "::"]
LINES = [
    "---",
    "----",
    "- - -",
    "--",
    "***",
    "____",
    "___",
    "_____ing",
    "| a | b |",
    "|---|---|",
    "===",
    "# H",
    "---|---",
]
MATH = ["$", "$$", "$x$", r"\(", r"\)", r"\[", r"\]", r"\begin{align}", r"\end{align}", r"\\", "\\", "\\$", "\\`"]
HTML = [
    "<pre>",
    "</pre>",
    "<!--",
    "-->",
    "<div>",
    "</div>",
    '<div markdown="1">',
    "<details>",
    "<b>",
    "</b>",
    "<?php",
    "<a href='",
    "<flash-card>",
    "</flash-card>",
    "<!-- </flash-card> -->",
    '<li data-right="yes">',
    "</ul>",
    "</details>",
    "<table><td>",
    '<b title="</div>">',
    "&amp;",
    "<",
    "<![CDATA[",
    "<p>",
]
OTHERS = [
    "- [x] ",
    "- [ ] ",
    "- ",
    "* ",
    "1. ",
    "> ",
    "    ",
    "\t",
    "  ",
    "True.",
    "False",
    "word",
    "Ünï",
    "日本",
    "[^1]",
    "[^1]: note",
    "[x](y.md)",
    "![i](p.png)",
    "*[HTML]: Hyper",
    "[r]: http://x.org",
    ": definition",
    '!!! note "T"',
    "??? tip",
    '=== "Tab"',
    "/// note",
    "///",
    '--8<-- "fact.md"',
    "{ #id .c }",
    "{: #x }",
    ":smile:",
    "++ctrl+a++",
    "http://x.org",
    "__",
    "**",
    "~~",
    "^^",
    "id=a",
    'source="L 1"',
    "week=3",
    'hint="',
    "'",
    '"',
    "“",
    "=",
    "#x",
    "reverse=yes",
]
CONTROLS = [
    "\r",
    "\r\n",
    "\x00",
    "\x01",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
    "\u2028",
    "\u200b",
    "\ufeff",
    "\x02",
    "\x03",
    "\xa0",
]
# What a browser reads as text up to an end that may never come. It takes the rest of the page with it, card or not.
SWALLOWING = ["<script>", "</script>", "<style>", "</style>", "<textarea>", "<title>", "<plaintext>", "<xmp>"]
# What our placeholders, and Markdown's own, look like. What is left of one of ours in a page is found by its form, so
# these are no whole ones; tests/extension/test_placeholders.py types those.
INNARDS = [
    "q",
    "qaaaaaaaaaaaax",
    "aaaaaaaaaaaaxbz",
    "<i>q",
    "z</i>",
    "<!--q",
    "\x02wzxhzdk:0\x03",
    "\x02wzxhzdk:99\x03",
    "wzxhzdk:0",
    "\x02klzzwxh:0001\x03",
    "\x001\x00",
    "⟦1⟧",
]
NASTY = [*FENCES, *BLANKS, *LINES, *MATH, *HTML, *OTHERS, *CONTROLS]
# Two fences that never end, one after the other, everybody reads differently: whether a longer one around the card
# makes an example of it is not to be told then.
BEFORE_A_CARD = [piece for piece in [*NASTY, *OURS] if "~~~" not in piece and "````" not in piece]
GLUE = ["", " ", "\n", "\n", "\n\n", "\n    "]


def nasty(pieces: list[str], size: int = 12) -> st.SearchStrategy[str]:
    """Pieces in any order, with more or less room between them."""
    piece = st.one_of(st.sampled_from(pieces), st.text(max_size=3))
    return st.lists(st.tuples(piece, st.sampled_from(GLUE)), max_size=size).map(
        lambda found: "".join(text + glue for text, glue in found)
    )


def one_line(pieces: list[str]) -> st.SearchStrategy[str]:
    return nasty(pieces, 5).map(lambda text: " ".join(re.split(r"[\n\r]+", text)))
