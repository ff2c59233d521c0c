"""List: how many items there are, revealed one by one."""

from __future__ import annotations

from ...cards import Flashcard
from ..context import Context
from ..render import Rendered
from .kind import CardKind


class ItemList(CardKind[Flashcard]):
    """Revealed one by one."""

    sign = "&#8801;"
    word = "list"

    def render(self, context: Context, card: Flashcard) -> Rendered:
        """The question, and the answer that begins with the items."""
        question, answer = context.contain(context.parse(card.question)), context.parse(card.answer)
        first = answer[0] if answer else None
        if first is None or first.tag not in ("ul", "ol") or len(first) < 2:  # Markdown sees no list: text to recall
            return Rendered(question, context.contain(answer), attributes={"data-kind": "recall"})
        first.set("class", " ".join(filter(None, [first.get("class"), "flash-items"])))
        context.contain_items(first)
        return Rendered(question, [first, *context.contain(answer[1:])], count=len(first))
