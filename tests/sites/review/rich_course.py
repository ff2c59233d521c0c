"""A course with whatever has an address or a name, in the places where cards have text."""

from __future__ import annotations

import re
from typing import Any

import pytest
from whole_site import ALL_VALIDATION, CARD, CLOZE, Files

PICTURE = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
EXTENSIONS: list[Any] = [
    "abbr",
    "admonition",
    "attr_list",
    "footnotes",
    "md_in_html",
    "tables",
    "pymdownx.superfences",
    {"pymdownx.highlight": {"anchor_linenums": True, "line_spans": "__span"}},
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"toc": {"permalink": True}},
]
STRICT: dict[str, Any] = {"strict": True, "validation": ALL_VALIDATION, "markdown_extensions": EXTENSIONS}
URLS = pytest.mark.parametrize("urls", [True, False], ids=["folders", "files"])
# Whatever has an address or a name, in the places where cards have text.
RICH = """\
# Docker & "co"

Text[^1].

## Images {: #images }

```flashcard id=rich source="[Lab](../index.md)" hint="Think"
![p](../img/a.svg) [other](other.md#part) [here](#images) [page](docker.md) foot[^1] <a id="own"></a> [own](#own)
[mail](mailto:a@b.c)
[out](https://example.org/x?y=1&z=2#w) <me@example.org> [b](<b c.svg>) [query](other.md?x=1#part)
---
- <img srcset="IMG/a.svg 1x, IMG/b%20c.svg 2x" src="IMG/a.svg" alt="">
- <video poster="IMG/a.svg" controls></video> <object data="IMG/a.svg"></object>
- <svg><defs><linearGradient id="g"/></defs><rect fill="url(#g)" style="stroke:url('#g')"/><use href="#g"/></svg>
- <label for="i" id="l">L</label><input id="i" name="i" aria-labelledby="l" aria-describedby="l own">
- <map name="m"><area href="IMG/a.svg" alt="" /></map><img usemap="#m" src='IMG/a.svg' alt="a > b">
- HTML and `href="nowhere"` and `<a id="no">`

```python
x = 1  # <a href="nowhere">
```

=== "One"

    1

=== "Two"

    2
```

*[HTML]: Hypertext

[^1]: A note.

    ```cloze id=in-note
    A footnote with a ==blank== and [a link](other.md).
    ```
"""
COURSE: Files = {
    "docs/index.md": "# Home\n\n[r](review/index.md) [w](review/week-1.md) [c](review/week-1.md#card-rich) "
    "[n](review/week-1.md#from-week-1-docker)\n",
    "docs/img/a.svg": PICTURE,
    "docs/week-1/b c.svg": PICTURE,
    "docs/week-1/docker.md": RICH.replace("```flashcard", "````flashcard").replace("    2\n```", "    2\n````"),
    "docs/week-1/other.md": f"# Other\n\n{CARD}\n## Part\n\n### Deep *part*[^1] {{: #deep }}\n\n{CLOZE}\n[^1]: Foot.\n",
    "docs/week-2/index.md": f"# Second\n\n{CARD}\n",
    "docs/loose.md": "# Loose\n\n```flashcard\nWhere?\n---\n[Here](week-1/other.md#part) ![p](img/a.svg)\n```\n",
}


def course(urls: bool) -> Files:
    """The pages, with pictures in raw HTML written as the note has to write them for its own address."""
    return {
        name: text.replace("IMG/a.svg", "../../img/a.svg" if urls else "../img/a.svg").replace(
            "IMG/b", "../b" if urls else "b"
        )
        if isinstance(text, str)
        else text
        for name, text in COURSE.items()
    }


def address(page: str, urls: bool) -> str:
    """The file of a page."""
    return f"{page}/index.html" if urls and not page.endswith("index") else f"{page}.html"


def weeks_line(index: str, week: str) -> str:
    """The entry of a week."""
    found = re.search(rf'<li data-week="{week}".*?</li>', index)
    assert found
    return found[0]
