"""What a kind of card may use of its page."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence
from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from ..cards.spans import find_spans
from ..cards.verdicts import verdicts_in
from .containment import contain, contain_item, contain_line
from .languages import makes_code
from .page import Report
from .placeholders import PLACEHOLDER, Placeholders
from .translations import Translations

# Preprocessors that leave a text without these signs as it is. Running them on every card for nothing takes time.
LOOKS_FOR = {
    "critic": ("{++", "{--", "{~~", "{==", "{>>"),
    "fenced_raw_block": ("```", "~~~"),
    "fenced_code_block": ("```", "~~~"),
    "mkdocs_raw_html": ("<",),
    "html_block": ("<", "&"),
}
# Critic markup, and SuperFences where it keeps tabs, take their part out of a text before it is normalized, under names
# of their own till after that.
BEFORE_NORMALIZING = ("critic", "fenced_raw_block")
NORMALIZING = ("normalize_whitespace", "pymdownx-post-norm-ws")


class Context:
    """The page's Markdown parser, its placeholders and the site's words."""

    def __init__(self, md: Markdown, translations: Translations, report: Report) -> None:
        self.translations = translations
        self.report = report
        self.verdicts = verdicts_in(translations.language, translations["true"], translations["false"])
        self.placeholders = Placeholders("")
        self.containers: dict[str, Callable[[str], str]] = {}
        """The placeholders that stand before and behind what is kept together, and what keeps it so."""
        self.has_tags = False
        """Whether the card that is being made may hold HTML that its author typed."""
        self._md = md
        self._remaining: list[tuple[Sequence[str], Preprocessor]] = []
        self._critic: Preprocessor | None = None
        self._blocks: Any = None

    def reset(self) -> None:
        """Forget the last page."""
        self.containers.clear()

    def begin_page(self, text: str) -> None:
        """Take up a page with cards, whose text is complete. All extensions are loaded."""
        self.placeholders = Placeholders(text)
        registry = self._md.preprocessors
        early = [name for name in BEFORE_NORMALIZING if name in registry]
        early += NORMALIZING if early else ()
        # What comes before ours has seen the card's text already.
        later = list(registry)[registry.get_index_for_name("flashcards") + 1 :]
        blocks = self._md.parser.blockprocessors
        self._blocks = blocks["blocks"] if "blocks" in blocks else None  # noqa: SIM401 (it is no dictionary)
        signs = {id(registry[name]): signs for name, signs in LOOKS_FOR.items() if name in registry}
        self._critic = registry["critic"] if "critic" in registry else None  # noqa: SIM401
        self._remaining = [(signs.get(id(one), ()), one) for one in [*(registry[name] for name in early), *later]]

    def parse(self, text: str) -> list[etree.Element]:
        """Elements from Markdown, read by the page's own parser: its references, footnotes, tabs and all."""
        parser, lines = self._md.parser, text.split("\n")
        for signs, preprocessor in self._remaining:
            if not signs or _has_any(text, signs):
                if preprocessor is self._critic:
                    lines = _run_outside_code(preprocessor, lines, self.placeholders)
                else:
                    lines = _run_keeping_anchors(preprocessor, lines)
        holder = etree.Element("div")
        parser.state.set("flashcard")  # else the state of a tight list would swallow paragraphs
        around = self._begin_blocks()
        parser.parseChunk(holder, "\n".join(lines).strip("\n"))
        if around:
            self._blocks.stack, self._blocks.working = around
        parser.state.reset()
        return list(holder)

    def _begin_blocks(self) -> tuple[object, object] | None:
        """Let the `///` blocks of pymdownx begin anew, so that those in a card and those around it do not mix.

        Returns what is open around the card.
        """
        if self._blocks is None:
            return None
        around = self._blocks.stack, self._blocks.working
        self._blocks.stack, self._blocks.working = [], None
        return around

    def makes_code(self, fence: str) -> bool:
        """Whether a fenced block with this after its fence becomes code in this site."""
        return makes_code(self._md, fence)

    def contain(self, elements: list[etree.Element]) -> list[etree.Element]:
        """The elements between two placeholders, so that no tag that an author typed reaches out of them."""
        if not self.has_tags:
            return elements
        placeholder = self._container(contain)
        return [placed(placeholder), *elements, placed(placeholder)]

    def contain_line(self, element: etree.Element) -> None:
        """The same for the text of an element, which is a single line."""
        if self.has_tags:
            placeholder = self._container(contain_line)
            begin, end = placed(placeholder), placed(placeholder)
            begin.tail, element.text = element.text, None
            element.extend([begin, end])

    def contain_items(self, items: etree.Element) -> None:
        """The same for each item of a list."""
        if self.has_tags:
            placeholders = [self._container(contain_item) for _ in items]
            each = zip(placeholders, list(items), strict=True)
            items[:] = [one for name, item in each for one in (placed(name), item, placed(name))]

    def _container(self, keep: Callable[[str], str]) -> str:
        placeholder = self.placeholders.new()
        self.containers[placeholder] = keep
        return placeholder


def placed(placeholder: str) -> etree.Element:
    """An element with a placeholder, because text that is not marked as done goes through every inline pattern."""
    element = etree.Element("i")
    element.text = AtomicString(placeholder)
    return element


def as_html(placeholder: str) -> str:
    """The same, as it stands in the finished page."""
    return f"<i>{placeholder}</i>"


def _has_any(text: str, signs: Sequence[str]) -> bool:
    for sign in signs:  # noqa: SIM110  (any() takes longer than the search, for every card)
        if sign in text:
            return True
    return False


def _run_keeping_anchors(preprocessor: Preprocessor, lines: list[str]) -> list[str]:
    """Run a preprocessor. MkDocs's search for raw anchors would forget those of the page when it runs again."""
    before: set[str] | None = getattr(preprocessor, "present_anchor_ids", None)
    lines = preprocessor.run(lines)
    if before is not None:
        preprocessor.present_anchor_ids = before | preprocessor.present_anchor_ids  # type: ignore[attr-defined]
    return lines


def _run_outside_code(preprocessor: Preprocessor, lines: Sequence[str], placeholders: Placeholders) -> list[str]:
    """What the preprocessor makes of the lines, in which code and formulas stay as they are."""
    text, hidden, out, at = "\n".join(lines), dict[str, str](), list[str](), 0
    for span in find_spans(text):
        if span.kind in ("fenced", "code", "math"):
            word = placeholders.new()
            hidden[word] = text[span.start : span.end]
            out += [text[at : span.start], word]
            at = span.end
    if not hidden:
        return preprocessor.run(list(lines))
    text = "\n".join(preprocessor.run("".join([*out, text[at:]]).split("\n")))
    return PLACEHOLDER.sub(lambda found: hidden.get(found[0], found[0]), text).split("\n")
