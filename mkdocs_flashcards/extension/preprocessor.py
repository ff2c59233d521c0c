"""Takes our blocks out of the lines before any other fence extension sees them, and leaves a placeholder for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

from ..cards import Scan
from ..cards.fences.scan import as_markdown_sees_it
from .languages import has_language
from .page import Places, SourcePage
from .placeholders import PLACEHOLDER, Placeholders
from .source import CardSource

EARLY = "flashcards-early"
"""The name of our preprocessor where it runs before others that take their part out of the text first."""


class SourceKeeper(Preprocessor):
    """Keeps the text as it was given, for the line numbers of a site without the plugin."""

    def __init__(self, md: Markdown, begin: Callable[[], None]) -> None:
        super().__init__(md)
        self._begin = begin
        self._lines: Sequence[str] = ()

    def run(self, lines: list[str]) -> list[str]:
        self._lines = lines
        self._begin()
        return lines

    def page(self) -> SourcePage:
        """The page of a program that does not tell us about its pages."""
        lines = self._lines
        path, file = _whereabouts(self.md)
        return SourcePage(path, lambda: _in_file(file, "\n".join(lines)))


class CardPreprocessor(Preprocessor):
    """Finds the blocks of a page.

    `page` is asked for the page being converted, `begin` gets the text of a page that has blocks, and `make_box` makes
    the box of a block that stands in raw HTML.
    """

    def __init__(
        self,
        md: Markdown,
        page: Callable[[], SourcePage],
        begin: Callable[[str], None],
        make_box: Callable[[CardSource], str],
    ) -> None:
        super().__init__(md)
        self._ran_early = False
        self._page = page
        self._begin = begin
        self._make_box = make_box
        self.words = Placeholders("")
        """What stands for the blocks of the page in its text."""
        self.waiting: dict[str, CardSource] = {}
        """The blocks by their words."""

    def reset(self) -> None:
        """Forget the last page."""
        self._ran_early = False
        self.waiting.clear()

    def run(self, lines: list[str]) -> list[str]:
        """Leave a word in the place of each block. Where this happens early, there is nothing to do the second time."""
        if self._ran_early:
            self._ran_early = False
            return lines
        given, text = lines, "\n".join(lines)
        self._ran_early = EARLY in self.md.preprocessors
        if self._ran_early:
            text = self._normalized(text)
            lines = text.split("\n")
        page = self._page()
        fences = [
            fence
            for fence in (page.scan or Scan("")).fences_in(text)
            if not fence.misnamed or not has_language(self.md, fence.misnamed)
        ]
        if not fences:
            return given
        self.words = Placeholders(f"blocks of {text}")  # others than those inside the cards, made for the text itself
        self._begin(text)
        places = Places(page, fences)
        out, at = [], 0
        for number, fence in enumerate(fences):
            out += lines[at : fence.start]
            source = CardSource(fence, places, number, self._make_box)
            # A word, because normalizing would destroy what Markdown's stash calls it, and so would a highlighter
            # where others read as code what we do not.
            word = self.words.new()
            self.waiting[word] = source
            out.append(fence.prefix + word)
            at = fence.end
        return out + lines[at:]

    def _normalized(self, text: str) -> str:
        """The text as it will be, as far as that is certain: tabs are kept where SuperFences keeps them."""
        text = text.replace(STX, "").replace(ETX, "")
        if "fenced_raw_block" in self.md.preprocessors:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        return as_markdown_sees_it(text)


class LostSources(Postprocessor):
    """Reports the blocks that got lost, as in a footnote that nothing refers to, or in somebody else's code."""

    def __init__(self, md: Markdown, preprocessor: CardPreprocessor) -> None:
        super().__init__(md)
        self._preprocessor = preprocessor

    def run(self, text: str) -> str:
        if not self._preprocessor.words.are_in(text):  # as in each heading, for the table of contents
            return text
        lost = {word: str(source) for word, source in self._preprocessor.waiting.items() if not source.done}
        return PLACEHOLDER.sub(lambda found: lost.get(found[0], found[0]), text) if lost else text


def _whereabouts(md: Markdown) -> tuple[str, Path | None]:
    """The page's path and its file, where the program around us tells: Zensical does, by a preprocessor of its own."""
    for preprocessor in md.preprocessors:
        if type(preprocessor).__name__ == "ContextPreprocessor":
            path = str(getattr(getattr(preprocessor, "page", None), "path", ""))
            config: Any = getattr(preprocessor, "config", None)
            if not path or not isinstance(config, Mapping):
                return path, None
            return path, Path(str(config.get("root_dir", ".")), str(config.get("docs_dir", "docs")), path)
    return "", None


def _in_file(file: Path | None, text: str) -> str:
    """A page as it is in its file, where there is one: Zensical takes front matter off, and puts snippets below."""
    try:
        return file.read_text(encoding="utf-8-sig") if file else text
    except (OSError, UnicodeDecodeError):
        return text
