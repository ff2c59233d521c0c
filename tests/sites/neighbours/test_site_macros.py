"""The macros plugin works outside of blocks, and leaves them alone."""

from __future__ import annotations

import html
import re

import pytest
from whole_site import CARD, Site, boxes, card_ids, elements

pytest.importorskip("mkdocs_macros", reason="mkdocs-macros-plugin is not installed")

PAGE = """\
---
title: Macros
name: Ada
---
# {{ page.title }} by {{ name }}

{% for n in range(3) %}
Line {{ n }}

{% endfor %}
{# a comment
of two lines #}

```flashcard {#jinja hint="{{ hint }}"}
What does `{{ name }}` mean in Jinja, and `{% if x %}`?
---
An expression and a {# comment #}:

```jinja
{% for x in y %}
  {{ x }}
{% endfor %}
```
```

{{ name }} again.

```cloze
Anki writes {{c1::blanks::a hint}} with {{c2::numbers}} and never closes {% raw.
```

> ```cloze
> In {{ quotes }} a ==blank== {{ x
> ```

- item

    ```flashcard
    Nested {{ item }}?
    ---
    {#yes
    ```

```cloze
A ==formula== of LaTeX: $\\frac{{a}}{{b}}$ {{x}}.
```

```cloze
nothing here {{ nothing }}
```

End {{ 1 + 1 }}.
"""


@pytest.mark.parametrize("plugins", [["macros", "flashcards"], ["flashcards", "macros"]])
def test_blocks_come_through_and_macros_work_outside(site: Site, plugins: list[str]) -> None:
    built = site.write({"docs/index.md": PAGE}).build(strict=True, plugins=plugins)
    page = built.content("index.html")
    text = html.unescape(re.sub(r"<[^>]+>", "", page))
    assert "Macros by Ada" in text
    assert "Line 2" in text
    assert "Ada again." in text
    assert "End 2." in text
    assert "What does {{ name }} mean in Jinja, and {% if x %}?" in text
    assert "{% for x in y %}\n  {{ x }}\n{% endfor %}" in text
    assert "{{ hint }}" in text
    assert "{% raw." in text
    assert "In {{ quotes }} a" in text
    assert "Nested {{ item }}?" in text
    assert "{#yes" in text
    assert r"$\frac{{a}}{{b}}$ {{x}}." in text
    assert card_ids(page)[0] == "jinja"
    assert len(card_ids(page)) == 5
    assert [e.attributes["data-blank"] for e in elements(page, "mark")] == ["1", "2", "1", "1"]
    (warning,) = built.warnings
    line = PAGE[: PAGE.index("nothing here")].count("\n")
    assert warning.startswith(f"docs/index.md:{line}: ")
    assert "nothing here {{ nothing }}" in html.unescape(boxes(page)[0])


def test_examples_of_blocks_are_as_without_us(site: Site) -> None:
    text = "# {{ 1 + 1 }}\n\n````md\n```flashcard\n{{ 2 + 2 }}\n```\n````\n\n```python\n{{ 3 + 3 }}\n```\n"
    site.write({"docs/index.md": text})
    without = site.build(plugin=False, plugins=["macros"], to="without")
    assert site.build(plugins=["macros"], to="with").files() == without.files()


def test_a_card_in_a_macro_reports_the_page(site: Site) -> None:
    module = 'def define_env(env):\n    @env.macro\n    def cards():\n        return "```cloze\\nno blank\\n```"\n'
    site.write({"main.py": module, "docs/index.md": "# T\n\nText\n\n{{ cards() }}\n\n" + CARD})
    built = site.build(strict=True, plugins=["macros"])
    (warning,) = built.warnings
    assert warning.startswith("docs/index.md:5: in text that is included")
    assert len(card_ids(built.html("index.html"))) == 1


def test_a_card_that_a_condition_leaves_out_is_left_out(site: Site) -> None:
    text = "{% if false %}\n```cloze\nno\n```\n{% endif %}\n\n{% for n in [1, 2] %}\n\n" + CARD + "\n{% endfor %}\n"
    built = site.write({"docs/index.md": text}).build(strict=True, plugins=["macros"])
    assert built.warnings == []
    assert len(card_ids(built.html("index.html"))) == 2


def test_a_card_in_a_comment_of_a_template_gives_no_week_a_page(site: Site) -> None:
    card = "```flashcard\nLater {# or never?\n---\nLater.\n```\n"
    notes = {
        "docs/week-1.md": f"{card}\n{{# not yet\n\n```flashcard week=7\nNot yet?\n---\nNo.\n```\n#}}\n",
        "docs/week-2.md": f"{{#\n{card.replace('Later', 'Not now')}#}}\n",
        "docs/week-3.md": f"---\nrender_macros: false\n---\n{{#\n{card.replace('Later', 'Shown')}#}}\n",
    }
    built = site.write({**notes, "docs/index.md": "# Start\n"}).build(plugins=["macros"])
    assert sorted(path.split("/")[1] for path in built.files() if path.startswith("review/week")) == [
        "week-1",
        "week-3",
    ]
    without = site.write({"docs/week-2.md": notes["docs/week-2.md"]}).build(to="no-templates")
    assert card_ids(without.html("review/week-2/index.html"))


def test_an_unclosed_block_does_not_swallow_macros_of_the_next_heading(site: Site) -> None:
    text = "# T\n\n```flashcard\nQ {{ x }}?\n---\nA.\n\n## {{ 1 + 1 }}\n"
    built = site.write({"docs/index.md": text}).build(strict=True, plugins=["macros"])
    (warning,) = built.warnings
    assert warning.startswith("docs/index.md:3: ")
    assert ">2</h2>" in built.html("index.html")


def test_pages_follow_each_other_without_a_trace(site: Site) -> None:
    site.write({"docs/index.md": CARD, "docs/b.md": "{{ 1 + 1 }} flashcardsblock0kept\n", "docs/c.md": CARD})
    built = site.build(plugins=["macros"])
    assert "<p>2 flashcardsblock0kept</p>" in built.html("b/index.html")
    assert len(card_ids(built.html("c/index.html"))) == 1


GONE = (
    "{{#\n\n{card}\n#}}\n",
    "{{% if false %}}\n\n{card}\n{{% endif %}}\n",
    "{{% set x %}}\n{card}\n{{% endset %}}\n",
)
THERE = (
    "{{# a #}}\n\n{card}\n{{# b #}}\n",
    "{{% set x = 1 %}}\n\n{card}\n",
    "{{% raw %}}\n{{#\n{card}\n{{% endraw %}}\n",
)


@pytest.mark.parametrize(("text", "number"), [*((text, 0) for text in GONE), *((text, 1) for text in THERE)])
def test_a_card_that_a_template_drops_brings_no_review(site: Site, text: str, number: int) -> None:
    built = site.write({"docs/week-1.md": f"# W\n\n{text.format(card=CARD)}"}).build(strict=True, plugins=["macros"])
    assert len(card_ids(built.html("week-1/index.html"))) == number
    assert sum(path.startswith("review/") for path in built.files()) == 2 * number


def test_a_card_that_a_template_keeps_is_reviewed_in_its_week(site: Site) -> None:
    text = f"# W\n\n{{% if true %}}\n\n{CARD}\n{{% endif %}}\n"
    built = site.write({"docs/week-1.md": text}).build(strict=True, plugins=["macros"])
    assert len(card_ids(built.html("review/week-1/index.html"))) == 1
