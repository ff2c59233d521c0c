"""Which table a site is given, with what words of its own, and that a page speaks its language."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown
from pages import tree
from translation_tables import ENGLISH, TABLES, each_table, table

from mkdocs_flashcards.extension import FlashcardsExtension
from mkdocs_flashcards.extension.translations import Translations, known_language, languages, load_translations

# Which table


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("en", "en"),
        ("de", "de"),
        ("DE", "de"),
        ("de-AT", "de"),
        ("de_CH", "de"),
        ("pt", "pt"),
        ("pt-BR", "pt"),
        ("pt_BR", "pt"),
        ("es-419", "es"),
        ("zh", "zh"),
        ("zh_CN", "zh"),
        ("zh-TW", "zh"),
        ("zh-Hant", "zh"),
        ("zh-Hans-CN", "zh"),
        ("he", "he"),
        ("id", "id"),
        ("fa", "fa"),
        ("ja", "ja"),
        # Languages of Material for which there is no table, some of which begin like one.
        ("hy", None),
        ("nb", None),
        ("nn", None),
        ("et", None),
        ("sh", None),
        ("ku-IQ", None),
        # And what is no language.
        ("", None),
        ("-", None),
        ("-de", None),
        ("d", None),
        ("deu", None),
        ("xx-de", None),
        ("../translations/de", None),
    ],
)
def test_a_code_asks_for_a_language(name: str, language: str | None) -> None:
    assert known_language(name) == language


def test_every_table_is_found_by_its_name() -> None:
    assert list(languages()) == sorted(path.stem for path in TABLES)
    for path in TABLES:
        assert known_language(path.stem) == path.stem
        assert load_translations(path.stem) == Translations(path.stem, table(path))


def test_a_language_without_a_table_is_english() -> None:
    assert load_translations("nb") == Translations("en", ENGLISH)
    assert load_translations("de-AT") == load_translations("de") != load_translations("en")


def test_own_words_come_first_and_stay_with_the_site_that_gave_them() -> None:
    own = load_translations("de", {"show": "Lösung"})
    assert own["show"] == "Lösung"
    assert own.table == {**load_translations("de").table, "show": "Lösung"}
    assert load_translations("de")["show"] == "Antwort zeigen"


# On a page


CARDS = """
```flashcard hint="h" source="s"
Name them.
---
1. a
2. b
```

```cloze
One ==gap==.
```

```flashcard
Which?
---
- [x] this
- [ ] that
```

```cloze
No gap.
```
"""


@each_table
def test_a_page_speaks_the_language_of_the_site(path: Path) -> None:
    words = load_translations(path.stem)
    root = tree(Markdown(extensions=[FlashcardsExtension(language=path.stem)]).convert(CARDS))
    assert {node.one("summary").raw for node in root.all("details.flash-answer")} == {words["show"]}
    assert root.one("details.flash-hint").one("summary").raw == words["hint"]
    assert root.one("p.flash-source").one("span").raw.startswith(words["source"])
    labels = [card["data-label"] for card in root.all("flash-card")]
    assert f"≡ {words['kind_list']} · 2" in labels
    assert root.one("span.flash-verdict").raw == words["right"]
    assert root.one("p.flash-mistake-title").raw == words["mistake"]
    assert root.one("span.flash-blank")["aria-label"] == words["blank"].format(n=1)
