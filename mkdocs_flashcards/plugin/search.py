"""What a site's search gets to see of a card: its text once, without the frame around it and the words on its buttons.

Searches read a page's content in `on_page_context`, tag by tag and slowly. For that moment each card makes way for a
plain copy between two comments, so that whatever others do to the page around it is kept.
"""

from __future__ import annotations

import re

CARD = re.compile(r"<flash-card [^>]*+>.*?</flash-card>", re.S)
STAND_IN = re.compile(r"<!--flashcard(\d+)-->.*?<!--/flashcard-->", re.S)
ANSWER = '<details class="flash-answer">'
NOT_TEXT = re.compile(
    r"<summary>.*?</summary>|<p class=\"flash-count\">.*?</p>"
    # the options again that are right
    r"|<(?P<list>[uo]l) class=\"flash-options flash-solution\"[^>]*>(?:(?!<[uo]l\b).)*?</(?P=list)>"
    r"|</?(?:flash-card|details|div|span|mark)\b[^>]*>",
    re.S,
)
# a search knows what it shall leave out by elements that a plain copy lacks
OWN_RULES = ("data-search-", "linenodiv")


class SearchText:
    """The cards of the page that is being indexed."""

    def __init__(self, answers: bool) -> None:
        self._answers = answers
        self._cards: list[str] = []

    def put(self, html: str) -> str:
        """A page's content with a plain copy in the place of each card."""
        self._cards = []
        return CARD.sub(self._stand_in, html)

    def take_back(self, html: str) -> str:
        """The content with its cards."""
        cards, self._cards = self._cards, []
        return STAND_IN.sub(lambda found: cards[int(found[1])], html) if cards else html

    def _stand_in(self, found: re.Match[str]) -> str:
        self._cards.append(found[0])
        return f"<!--flashcard{len(self._cards) - 1}-->{plain(found[0], self._answers)}<!--/flashcard-->"


def plain(card: str, answers: bool) -> str:
    """The text of a card's HTML, with the tags that a search keeps; a cloze is said once, filled in or not."""
    question, found, answer = card.partition(ANSWER)
    if not answers:
        text = question + answer.rpartition("</details>")[2]
    elif 'class="flash-filled"' in answer:
        text = answer
    else:
        text = question + found + answer
    return text if any(rule in card for rule in OWN_RULES) else NOT_TEXT.sub("", text)
