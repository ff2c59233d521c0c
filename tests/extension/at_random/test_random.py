"""Text that nobody would write, but that somebody will: nothing may raise, hang, vanish or give an answer away.

The default run is short. `HYPOTHESIS_EXAMPLES=5000 pytest tests/extension/at_random/test_random.py` looks longer.
"""

from __future__ import annotations

import os
import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from nasty import BEFORE_A_CARD, INNARDS, NASTY, OURS, SWALLOWING, nasty, one_line
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
