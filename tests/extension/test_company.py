"""Thirty cards, each on a page of its own and each inside something else, beside what other extensions read.

Whatever extension runs before, after or around a card, it comes out the same.
"""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from company import AROUND, BETWEEN, CARDS, COMPANY, fenced, inside, settings_of, shape
from pages import Site

SETS = [*((name,) for name in COMPANY), *combinations(COMPANY, 2)]


@pytest.mark.parametrize("names", SETS, ids=" with ".join)
def test_a_card_is_the_same_in_every_company(names: tuple[str, ...]) -> None:
    site = Site(*settings_of(*names))
    alone = []
    for text, answers in CARDS:
        page = site.page(fenced(text))
        assert not page.messages, page.messages
        (card,) = page.cards
        alone.append(shape(card))
        if not any("smart" in name for name in names):
            assert card.answers == answers
    arounds = [around for name, around in AROUND.items() if "block" not in name or "blocks" in names]
    for shift in range(len(arounds)) if len(names) == 1 else (0, 7):  # so each card comes to be in each of them
        nested = [inside(arounds[(number + shift) % len(arounds)], text) for number, (text, _) in enumerate(CARDS)]
        page = site.page("\n".join(f"{BETWEEN}\n{one}" for one in [*nested, ""]))
        assert not page.messages, page.messages
        assert not re.search(r"q[a-p]{12}x[a-p]+z|[\x01-\x04]|wzxhzdk|klzzwxh|czjqqkd", page.html)
        asked = [card["data-card"] for card in page.cards]
        assert len(asked) == len(CARDS), asked
        for number, card in enumerate(page.cards):
            assert shape(card) == alone[number], arounds[(number + shift) % len(arounds)]
