"""The box that a page shows in place of a card with a mistake."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from .translations import Translations


def error_box(translations: Translations, sentences: Iterable[str], source: str) -> str:
    """HTML of a box: what is wrong, in the words that are logged, and the author's own text."""
    lines = "".join(f"<p>{escape(sentence, quote=False)}</p>" for sentence in sentences)
    return (
        '<div class="flash-mistake" role="note">\n'
        f'<p class="flash-mistake-title">{escape(translations["mistake"])}</p>\n'
        f"{lines}\n"
        f'<pre><code class="nohighlight">{escape(source, quote=False)}\n</code></pre>\n</div>'
    )
