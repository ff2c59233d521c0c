"""What a site's search gets to see of a card: its text once, without the words on its buttons.

Searches read a page's content in `on_page_context`, tag by tag and slowly. For that moment each card makes way for a
plain copy between two comments, so that whatever others do to the page around it is kept.
"""

from __future__ import annotations

from ..cards.patterns import lazy
from ..extension import kinds
from ..extension.markup import ATTRIBUTES, RAW_NAMES, Element, attributes_of, read, tags
from ..extension.placeholders import PLACEHOLDER, Placeholders

ANSWER = '<details class="flash-answer">'
MENDING = lazy(r'<p class="flash-mend">[^\n]*</p>')
COPY = lazy(f"<!--({PLACEHOLDER.pattern})-->")
# Searches keep paragraphs, lists and code; each tag that they would read only to drop costs them more than it does us.
DROPPED = "flash-card|details|div|span|mark|strong|em|b|i|del|ins|small"
FRAME, FRAME_WITH_LINKS = (
    lazy(
        r"<summary>[^<]*</summary>"
        rf"|</?(?=[{''.join(sorted({name[0] for name in names.split('|')}))}])(?:{names})(?=[\s/>]){ATTRIBUTES}>"
    )
    for names in (DROPPED, DROPPED + "|a")
)
# A search knows what to leave out by elements that a plain copy lacks.
OWN_RULES = ("data-search-", "linenodiv")


class SearchText:
    """The cards of the page that is being indexed."""

    def __init__(self, answers: bool) -> None:
        self._answers = answers
        self._cards: dict[str, str] = {}

    def put(self, html: str) -> str:
        """A page's content with a plain copy instead of each card."""
        self._cards = {}
        cards = [element for element in read(html) if element.name == "flash-card"]
        if not cards:
            return html
        out, at, placeholders = list[str](), 0, Placeholders(html)
        for card in cards:
            word = placeholders.new()
            self._cards[word] = html[card.start : card.end]
            out += [html[at : card.start], f"<!--{word}-->", plain(html, card, self._answers), f"<!--{word}-->"]
            at = card.end
        return "".join([*out, html[at:]])

    def take_back(self, html: str) -> str:
        """The content with its cards."""
        cards, self._cards = self._cards, {}
        if not cards:
            return html
        out, at, begun = list[str](), 0, ""
        for found in COPY.finditer(html):
            if found[1] not in cards:
                continue
            if begun == found[1]:
                out.append(cards[begun])
                begun = ""
            else:
                out.append(html[at : found.start()])
                begun = found[1]
            at = found.end()
        return "".join([*out, html[at:]])


def plain(html: str, card: Element, answers: bool) -> str:
    """The text of a card in a page, with the tags that a search keeps; what the answer repeats is said once."""
    whole = html[card.start : card.end]
    if "flash-mend" in whole:
        whole = MENDING.sub("", whole)
    start, end = _answer(whole)
    question, answer, source = whole[:start], whole[start:end], whole[end:]
    kind = attributes_of(card.attributes).get("data-kind", "")
    text = kinds.said_once(kind, question, answer) + source if answers else question + source
    # The commonest tag by far, a highlighter's, goes first and in one go.
    if any(rule in whole for rule in OWN_RULES):
        return text
    frame = FRAME if "headerlink" in text else FRAME_WITH_LINKS  # a search leaves out what stands in those
    return frame.sub("", text.replace("</span>", ""))


def _answer(card: str) -> tuple[int, int]:
    """Where the closed answer of a card begins and ends: the first of its name that stands in nothing else."""
    if card.count("<details") == card.count("</details") == 1 and (start := card.find(ANSWER)) >= 0:
        return start, card.index(">", card.index("</details")) + 1  # nearly always, and found in a tenth of the time
    start, depth = -1, 0
    for tag in tags(card, "/?(?:details|div|[uo]l)"):
        if tag.name.startswith("/"):
            depth -= 1
            if not depth and start >= 0:
                return start, tag.end
        elif tag.name not in RAW_NAMES:
            if not depth and attributes_of(tag.attributes).get("class") == "flash-answer":
                start = tag.start
            depth += 1
    return len(card), len(card)
