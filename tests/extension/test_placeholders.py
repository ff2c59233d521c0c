"""What stands in for text: always the same for the same text, and never anything that its author has typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import Page, Site

from mkdocs_flashcards.extension import placeholders
from mkdocs_flashcards.extension.placeholders import PLACEHOLDER, Placeholders

SITES = {"much": Site(), "nothing": Site([])}
# Pages with a word of the author's in every part of every kind, in code, in HTML, and around the cards.
PAGE = """\
# {} heading {}

{} <i>{}</i> <!-- {} --> <a title="{}">{}</a> `{}`

```flashcard id=recall hint="hint {}" source="source {}"
Question {} <i>{}</i> <b title="{}">b</b>
---
Answer {} `{}` <!--{}-->

    {}
```

```flashcard
True or {}?
---
True. {}
```

```flashcard hint="*"
Choose {} <i>{}</i>
---
- [x] right {} <i>{}</i>
- [ ] {} <li data-right="{}">{}</li>

Because <i>{}</i>.
```

```flashcard
Which {}?
---
- {}
- <i>{}</i>
```

```cloze
==<i>{}</i>== {} ==*{}*== and ==plain== <i>{}</i>{} `code ==here== {}`

~~~python
x = "{}" + ==y== # {}
~~~
---
Explains {}.
```

```cloze
{{c1::<span>{}</span>::{}}} and $x^{c2}$ {{c2::`{}`}} {}
```

```flashcard source="{}"
| {} | <i>{}</i> |
|----|-----------|
| {} | <i>{}</i> |
```

<!--{}--><!--/{}-->

[^1]: {}
"""
OLD = ["qzblankazq", "qzframexazq", "qzcutzq", "qztempzq", "qzpartzq", "qzlastzq", "qzyeszq", "flashcardsblock0kept"]
STASH = ["wzxhzdk:0", "klzzwxh:0000", "flashcard0", "\x02wzxhzdk:0\x03", "\x011\x04"]


def page_with(word: str) -> str:
    return PAGE.replace("{}", word)


@given(st.text(), st.text())
def test_none_is_in_its_text(text: str, more: str) -> None:
    made = Placeholders(text)
    words = [made.new() for _ in range(40)]
    assert len(set(words)) == 40
    assert all(word not in text and PLACEHOLDER.fullmatch(word) and made.has(word) for word in words)
    assert words == [word for again in [Placeholders(text)] for word in [again.new() for _ in range(40)]]
    # nothing that stands right beside a placeholder is taken for a part of it
    assert words[3] in PLACEHOLDER.findall(f"{text}{words[3]}{more}")


@pytest.fixture
def weak(monkeypatch: pytest.MonkeyPatch) -> None:
    """Placeholders that can be guessed, as if somebody had found a text that holds its own digest."""

    def begin(text: str) -> str:
        tried = re.match(r"(?:qa{11}[a-p]x)*", text)
        assert tried
        return f"q{'a' * 11}{'abcdefghijklmnop'[len(tried[0]) // 14]}x"

    monkeypatch.setattr(placeholders, "_begin", begin)


@pytest.mark.usefixtures("weak")
def test_one_that_could_be_guessed_is_not_taken() -> None:
    guessed = Placeholders("").new()
    assert Placeholders(guessed).new() != guessed
    assert Placeholders(f"{guessed} {Placeholders(guessed).new()}").new() not in (guessed, Placeholders(guessed).new())


def without(page: Page, word: str) -> tuple[str, list[str]]:
    """The page and its messages with the word taken out, and what depends on it."""
    html = re.sub(r'(id="(?:card-)?|data-card="|data-reverse=")[^"]*', r"\1", page.html.replace(word, "WORD"))
    return html, [message.replace(word, "WORD") for message in page.messages]


def every_placeholder() -> Iterator[str]:
    yield from (f"q{'a' * 11}{letter}x{number}z" for letter in "abc" for number in "abcdefp")


@pytest.mark.usefixtures("weak")
@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_whatever_an_author_types_is_text(site: Site) -> None:
    plain = without(site.page(page_with("word")), "word")
    assert plain[0].count("<flash-card") == 7
    assert plain[0].count("WORD") > 50
    for word in [*every_placeholder(), *OLD, *STASH[:3]]:
        assert without(site.page(page_with(word)), word) == plain, word


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_all_of_them_together(site: Site) -> None:
    """Also those that this very page had before they were typed, and Markdown's own."""
    text = page_with(" ".join([*OLD, *STASH]))
    made = Placeholders(text)
    words = [made.new() for _ in range(30)]
    page = site.page(page_with(" ".join([*OLD, *STASH, *words])))
    assert page.html.count("<flash-card") == page.html.count("</flash-card>") == 7
    left = set(PLACEHOLDER.findall(page.html)) - set(words)
    assert not left
