"""Text that nobody would write, but that somebody will: nothing may raise, hang, vanish or give an answer away.

The default run is short. `HYPOTHESIS_EXAMPLES=5000 pytest tests/extension/test_random.py` looks longer.
"""

from __future__ import annotations

import os
import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pages import Node, Page, Site

# One of each for all texts, as MkDocs has one for a page: making it takes longer than converting.
SITE, BARE = Site(), Site([])
EXAMPLES = int(os.environ.get("HYPOTHESIS_EXAMPLES", "0"))


def looked_at(examples: int) -> settings:
    # derandomize: a red run must be red for the next person too; the long run is for finding what is new.
    return settings(
        max_examples=EXAMPLES or examples,
        deadline=None,
        derandomize=not EXAMPLES,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


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


# Longer than any row of pieces, so that nothing in between can close or nest them.
LONG = "`" * 90
BEFORE = f"{LONG}flashcard\nSentinelone asks?\n---\nSentineltwo answers.\n{LONG}\n"
AFTER = f"{LONG}cloze\nSentinelthree is ==sentinelfour== here.\n{LONG}\n"


def shape(node: Node | str) -> object:
    """An element with all it holds, to be compared."""
    return node if isinstance(node, str) else (node.tag, node.attributes, [shape(child) for child in node.children])


def sentinel(page: Page, word: str) -> object:
    (found,) = [card for card in page.cards if word in card.text]
    return shape(found)


WHOLE = SITE.page(f"{BEFORE}\n{AFTER}")
FIRST, LAST = sentinel(WHOLE, "Sentinelone"), sentinel(WHOLE, "Sentinelthree")
LEFT = re.compile(r"q[a-p]{12}x[a-p]+z|[\x02\x03]|wzxhzdk|klzzwxh")


def assert_the_next_card_is_whole(page: Page) -> None:
    """Where the end of a card is missing, raw HTML in it may come to stand in the page, and take the next card in."""
    boxes = "".join(box.raw for box in page.root.all("div.flash-mistake"))
    if "this flashcard has no end" in boxes or "this cloze has no end" in boxes:
        assert "Sentinelthree" in boxes + "".join(card.raw for card in page.cards)
    else:
        assert sentinel(page, "Sentinelthree") == LAST


def outcomes(page: Page) -> list[Node]:
    """Cards, sets and boxes that stand for a block, those in a set not counted."""
    in_sets = [id(card) for around in page.root.all("div.flash-set") for card in around.walk()]
    return [
        node
        for node in page.root.walk()
        if ((node.tag == "flash-card" and "data-card" in node) or {"flash-mistake", "flash-set"} & set(node.classes))
        and id(node) not in in_sets
    ]


@looked_at(100)
@given(name=st.sampled_from(["flashcard", "cloze"]), header=one_line(NASTY), body=nasty([*NASTY, *OURS]))
@example(name="cloze", header="", body="==a==\n---")
@example(name="flashcard", header="", body="\n---\n\n- [x]")
def test_whatever_stands_in_a_block_its_neighbours_are_whole(name: str, header: str, body: str) -> None:
    page = SITE.page(f"{BEFORE}\n{LONG}{name} {header}\n{body}\n{LONG}\n\n---\n\n{AFTER}")
    assert sentinel(page, "Sentinelone") == FIRST
    assert_the_next_card_is_whole(page)
    assert len(outcomes(page)) >= 3, "the block in the middle has gone without a word"
    assert not LEFT.search(page.html)


@looked_at(100)
@given(name=st.sampled_from(["flashcard", "cloze"]), body=nasty([*NASTY, *INNARDS, *INNARDS]), around=nasty(INNARDS, 4))
def test_text_that_looks_like_our_own_marks_breaks_nothing(name: str, body: str, around: str) -> None:
    page = SITE.page(f"{BEFORE}\n{around}\n\n{LONG}{name}\n{body}\n{LONG}\n\n{AFTER}")
    assert sentinel(page, "Sentinelone") == FIRST
    assert_the_next_card_is_whole(page)


@looked_at(100)
@given(before=nasty(BEFORE_A_CARD), inside=nasty(NASTY), after=nasty([*NASTY, *OURS]))
def test_whatever_stands_around_a_card_it_never_goes_without_a_word(before: str, inside: str, after: str) -> None:
    """Raw HTML that never ends takes all that follows, and a longer fence makes an example of it; else it is a card."""
    page = SITE.page(f"{BEFORE}\n{before}\n\n```flashcard\nMiddlequestion\n---\nMiddleanswer {inside}\n```\n\n{after}")
    assert sentinel(page, "Sentinelone") == FIRST
    assert not LEFT.search(page.html)
    in_cards = "".join(card.raw for card in page.cards)
    in_boxes = "".join(box.raw for box in page.root.all("div.flash-mistake"))
    if "Middlequestion" not in in_cards + in_boxes:
        assert is_example(page), page.html


@looked_at(100)
@given(text=nasty([*NASTY, *OURS, *INNARDS, *SWALLOWING], 30))
def test_nothing_raises(text: str) -> None:
    SITE.page(text)


@looked_at(50)
@given(text=nasty([*NASTY, *OURS], 30))
def test_nothing_raises_where_nothing_else_is_switched_on(text: str) -> None:
    page = BARE.page(text)
    assert not LEFT.search(page.html)


@looked_at(50)
@given(body=nasty([*NASTY, *OURS]), header=one_line(NASTY), name=st.sampled_from(["flashcard", "cloze"]))
def test_a_broken_card_gives_no_answer_away(body: str, header: str, name: str) -> None:
    page = SITE.page(f"{LONG}{name} nonsense {header}\nGoodquestion\n---\nSecretanswer\n{body}\n{LONG}\n")
    boxes = "".join(box.raw for box in page.root.all("div.flash-mistake"))
    assert "Secretanswer" in boxes
    assert page.root.raw.count("Secretanswer") == boxes.count("Secretanswer")


def is_example(page: Page) -> bool:
    """Whether the block is shown as code, or stands in a comment or in raw HTML that is not read."""
    if any("Middlequestion" in node.raw for node in page.root.all("code") + page.root.all("pre")):
        return True
    return "Middlequestion" not in page.root.raw or any(
        "Middlequestion" in node.raw for tag in ("script", "style", "textarea") for node in page.root.all(tag)
    )
